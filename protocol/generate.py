#!/usr/bin/python3
"""generate.py - writes what follows from quilt.toml: C, Python and documentation.

Standard library only.  Usage:
    generate.py MODEL ROOT [--check]     write below ROOT, or say what is stale
A model that contradicts itself is refused with one line that names the entry.
"""
import keyword
import os
import re
import sys
import tomllib

RESERVED = {"errno": "sys", "stdin": "stdin_", "stdout": "stdout_", "stderr": "stderr_"}         # macros of C: the member has another name than the key
PLAIN = {"bool", "uint", "int", "str", "bytes", "map", "id"}
NOTE = "generated from protocol/quilt.toml by protocol/generate.py; do not edit"


class ModelError(Exception):
    pass


def c_name(verb):
    return verb.replace(".", "_")


class Field:
    def __init__(self, owner, raw, model):
        known = {"name", "type", "doc", "optional", "default"}
        where = f"{owner}.{raw.get('name', '?')}"
        if "name" not in raw or "type" not in raw:
            raise ModelError(f"{where}: a field needs a name and a type")
        if extra := set(raw) - known:
            raise ModelError(f"{where}: unknown key {sorted(extra)[0]!r}")
        if "doc" not in raw:
            raise ModelError(f"{where}: has no doc")
        self.name, self.type, self.doc = raw["name"], raw["type"], raw["doc"]
        self.c = RESERVED.get(self.name, self.name)
        self.optional = raw.get("optional", False)
        self.has_default = "default" in raw
        self.default = raw.get("default")
        if self.optional and self.has_default:
            raise ModelError(f"{where}: optional and default exclude each other")
        self.list = self.type.startswith("[")
        self.dict = self.type.startswith("{")
        self.base = self.type.strip("[]{}")
        if self.dict and self.base != "str":
            raise ModelError(f"{where}: maps are {{str}}")
        if self.base not in PLAIN and self.base not in model.types and self.base not in model.structs:
            raise ModelError(f"{where}: unknown type {self.base!r}")

    @property
    def required(self):
        return not self.optional and not self.has_default


class Type:
    def __init__(self, name, raw):
        self.name, self.kind, self.doc = name, raw.get("is"), raw.get("doc", "")
        self.len, self.chars, self.first = raw.get("len", [0, 4095]), raw.get("chars"), raw.get("first")
        self.range, self.values = raw.get("range"), raw.get("values")
        if self.kind not in ("str", "uint", "enum"):
            raise ModelError(f"type.{name}: is must be str, uint or enum")
        if self.kind == "enum" and not self.values:
            raise ModelError(f"type.{name}: an enum needs values")
        if self.kind == "uint" and (not self.range or self.range[0] > self.range[1]):
            raise ModelError(f"type.{name}: a uint needs a range [low, high]")
        if self.kind == "str" and self.len[0] > self.len[1]:
            raise ModelError(f"type.{name}: len is [least, most]")

    @property
    def fixed(self):                    # kept by value in a C struct
        return self.kind == "str" and self.len[1] <= 255


class Struct:
    def __init__(self, name, raw, model, include=None):
        self.name, self.doc, self.include = name, raw.get("doc", ""), include
        self.fields = [Field(name, f, model) for f in raw.get("fields", [])]
        names = [f.name for f in self.fields] + ([f.name for f in include.fields] if include else [])
        if dup := [n for n in names if names.count(n) > 1]:
            raise ModelError(f"{name}: field {dup[0]!r} is declared twice")
        if len(self.fields) > 63:
            raise ModelError(f"{name}: more than 63 fields")

    def all_fields(self):
        return (self.include.fields if self.include else []) + self.fields


class Request:
    KEYS = {"to", "from", "role", "mutates", "stream", "oneway", "inside", "deadline_ms", "doc", "include", "fields", "reply"}

    def __init__(self, verb, raw, model):
        if extra := set(raw) - self.KEYS:
            raise ModelError(f"request.{verb}: unknown key {sorted(extra)[0]!r}")
        self.verb, self.doc = verb, raw.get("doc") or ""
        self.to, self.role, self.froms = raw.get("to"), raw.get("role"), raw.get("from", [])
        self.mutates, self.stream, self.oneway, self.inside = (raw.get(k, False) for k in ("mutates", "stream", "oneway", "inside"))
        self.deadline = raw.get("deadline_ms", 0)
        self.explicit = bool(self.froms)       # an actor asks it for itself
        if not self.doc:
            raise ModelError(f"request.{verb}: has no doc")
        if self.to not in model.actors:
            raise ModelError(f"request.{verb}: goes to an unknown actor {self.to!r}")
        if self.role and self.role not in model.roles:
            raise ModelError(f"request.{verb}: unknown role {self.role!r}")
        if self.inside and (not self.role or self.stream or self.oneway):
            raise ModelError(f"request.{verb}: inside is for what clients send on the control socket")
        if not self.role and not self.froms:
            raise ModelError(f"request.{verb}: nobody may send it: give role or from")
        if bad := [a for a in self.froms if a not in model.actors]:
            raise ModelError(f"request.{verb}: from an unknown actor {bad[0]!r}")
        if self.role and "frontdoor" not in self.froms and self.to != "frontdoor":
            self.froms = ["frontdoor"] + self.froms
        if raw.get("include") and raw["include"] not in model.structs:
            raise ModelError(f"request.{verb}: includes an unknown struct {raw['include']!r}")
        self.args = Struct(c_name(verb), raw, model, model.structs.get(raw.get("include")))
        self.reply = Struct(c_name(verb) + "_reply", {"fields": raw.get("reply", [])}, model)


class Model:
    def __init__(self, raw):
        self.protocol, self.errors = raw["protocol"], raw["error"]
        self.actors, self.roles = self.protocol["actors"], self.protocol["roles"]
        ids = [e["id"] for e in self.errors.values()]
        if len(set(ids)) != len(ids):
            raise ModelError("error: two errors share an id")
        self.types = {n: Type(n, t) for n, t in raw["type"].items()}
        self.structs = {}
        for n, s in raw["struct"].items():
            if n in self.types or n in PLAIN:
                raise ModelError(f"struct.{n}: a type has that name")
            self.structs[n] = Struct(n, s, self)
        self.requests = [Request(v, r, self) for v, r in raw["request"].items()]
        self.events = {n: (e, Struct("event_" + n, e, self)) for n, e in raw["event"].items()}
        names = list(self.types) + [s.name for s in self.structs_in_order()]
        if dup := [n for n in names if names.count(n) > 1]:
            raise ModelError(f"{dup[0]}: two entries give this C name")

    def structs_in_order(self):
        yield from self.structs.values()
        for r in self.requests:
            yield r.args
            yield r.reply
        for _, s in self.events.values():
            yield s


# ------------------------------------------------------------------ C

def upper(s):
    return s.upper().replace("-", "_").replace(".", "_")


def c_type(f, m):
    if f.list or f.dict:
        return "struct wire_list"
    if f.base in m.types:
        t = m.types[f.base]
        if t.kind == "uint":
            return "uint64_t"
        return f"enum {t.name}" if t.kind == "enum" else f"struct {t.name}" if t.fixed else "struct wire_span"
    if f.base in m.structs:
        return f"struct {f.base}"
    return {"bool": "bool", "uint": "uint64_t", "int": "int64_t"}.get(f.base, "struct wire_span")


def c_read(base, target, m):
    plain = {"bool": "wire_read_bool(r, {t}, e)", "uint": "wire_read_uint(r, 0, UINT64_MAX, {t}, e)",
             "int": "wire_read_int(r, {t}, e)", "str": "wire_read_str(r, {t}, e)",
             "bytes": "wire_read_bytes(r, {t}, e)", "map": "wire_read_raw_map(r, {t}, e)",
             "id": "wire_read_id(r, {t}, e)"}
    return plain[base].format(t=target) if base in plain else f"{base}_read(r, {target}, e)"


def c_write(base, value, m):
    if base in m.types:
        t = m.types[base]
        if t.kind == "uint":
            return f"wire_put_uint(w, {value})"
        if t.kind == "enum":
            return f"wire_put_str(w, {t.name}_name({value}))"
        return f"wire_put_str(w, {value}.text)" if t.fixed else f"wire_put_span(w, {value})"
    if base in m.structs:
        return f"{base}_write(w, &{value})"
    return {"bool": f"wire_put_bool(w, {value})", "uint": f"wire_put_uint(w, {value})", "int": f"wire_put_int(w, {value})",
            "str": f"wire_put_span(w, {value})", "bytes": f"wire_put_bytes(w, {value})"}.get(base, f"wire_put_raw(w, {value})")


def c_quote(s):
    return "NULL" if s is None else '"' + s.replace("\\", "\\\\").replace('"', '\\"') + '"'


def comment(text):
    return text.replace("*/", "* /")


def c_default(f, m):
    if f.base in m.types and m.types[f.base].kind == "enum":
        return f"{upper(f.base)}_{upper(f.default)}"
    return {True: "true", False: "false"}.get(f.default, str(f.default)) if isinstance(f.default, bool) else str(f.default) + "u"


def emit_struct_decl(s, m, out):
    out.append(f"/* {comment(s.doc)} */" if s.doc else "")
    out.append(f"struct {s.name} {{")
    if s.include:
        out.append(f"    struct {s.include.name} {s.include.name};")
    for f in s.fields:
        if f.optional:
            out.append(f"    bool has_{f.c};")
        out.append(f"    {c_type(f, m)} {f.c};" + (f"   /* {comment(f.doc)} */" if f.doc else ""))
    out.append("};")
    out.append(f"int {s.name}_read(struct wire_reader *r, struct {s.name} *out, struct err *e);")
    out.append(f"void {s.name}_write(struct wire_writer *w, const struct {s.name} *m);")


def emit_field_read(f, m, out):
    if f.list:
        out.append(f"        return read_list(r, &out->{f.c}, {f.base}_item, e);")
    elif f.dict:
        out.append(f"        return read_texts(r, &out->{f.c}, e);")
    elif f.base in m.types and m.types[f.base].kind == "enum":
        out.append(f"        return {f.base}_read(r, &out->{f.c}, e);")
    else:
        out.append(f"        return {c_read(f.base, '&out->' + f.c, m)};")


def emit_struct_code(s, m, out):
    n = s.name
    out.append(f"static int {n}_field(struct wire_reader *r, const struct wire_span *key, struct {n} *out, uint64_t *seen, struct err *e)\n{{")
    out.append("    (void)r; (void)key; (void)out; (void)seen; (void)e;")
    for i, f in enumerate(s.fields):
        out.append(f'    if (wire_is(key, "{f.name}")) {{')
        out.append(f'        if (wire_seen(seen, {i}, "{f.name}", e) < 0)\n            return -1;')
        if not f.required:
            out.append("        if (wire_read_nil(r))\n            return 0;")
        if f.optional:
            out.append(f"        out->has_{f.c} = true;")
        emit_field_read(f, m, out)
        out.append("    }")
    out.append("    return wire_skip(r, e);\n}\n")
    out.append(f"static void {n}_defaults(struct {n} *out)\n{{\n    (void)out;")
    for f in s.fields:
        if f.has_default:
            out.append(f"    out->{f.c} = {c_default(f, m)};")
    out.append("}\n")
    need = [(i, f.name) for i, f in enumerate(s.fields) if f.required]
    out.append(f"static int {n}_complete(uint64_t seen, struct err *e)\n{{\n    (void)seen; (void)e;")
    for i, name in need:
        out.append(f'    if (!(seen & 1ull << {i}))\n        return err_set(e, ERR_INVALID, "{name}: missing");')
    out.append("    return 0;\n}\n")
    emit_read(s, out)
    emit_write(s, m, out)


def emit_read(s, out):
    n, inc = s.name, s.include.name if s.include else None
    out.append(f"int {n}_read(struct wire_reader *r, struct {n} *out, struct err *e)\n{{")
    out.append("    uint64_t seen = 0" + (", seen_included = 0" if inc else "") + ";\n    uint32_t pairs;\n")
    out.append(f"    memset(out, 0, sizeof *out);\n    {n}_defaults(out);")
    if inc:
        out.append(f"    {inc}_defaults(&out->{inc});")
    out.append("    if (wire_read_map(r, &pairs, e) < 0)\n        return -1;")
    out.append("    while (pairs--) {\n        struct wire_span key;\n        int result;\n")
    out.append("        if (wire_read_str(r, &key, e) < 0)\n            return -1;")
    call = f"{n}_field(r, &key, out, &seen, e)"
    if inc:
        keys = " || ".join(f'wire_is(&key, "{f.name}")' for f in s.fields) or "false"
        call = f"({keys}) ? {call}\n               : {inc}_field(r, &key, &out->{inc}, &seen_included, e)"
    out.append(f"        result = {call};")
    out.append('        if (result < 0)\n            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);')
    out.append("    }")
    if inc:
        out.append(f"    if ({inc}_complete(seen_included, e) < 0)\n        return -1;")
    out.append(f"    return {n}_complete(seen, e);\n}}\n")


def emit_write(s, m, out):
    n = s.name
    parts = [(s.include, f"m->{s.include.name}.")] if s.include else []
    parts.append((s, "m->"))
    out.append(f"void {n}_write(struct wire_writer *w, const struct {n} *m)\n{{")
    fixed = sum(1 for st, _ in parts for f in st.fields if not f.optional)
    opts = [f"{p}has_{f.c}" for st, p in parts for f in st.fields if f.optional]
    out.append(f"    (void)m;\n    wire_put_map(w, {fixed}u" + "".join(f" + (uint32_t){o}" for o in opts) + ");")
    for st, p in parts:
        for f in st.fields:
            pad = "    "
            if f.optional:
                out.append(f"    if ({p}has_{f.c}) {{")
                pad = "        "
            out.append(f'{pad}wire_put_str(w, "{f.name}");')
            if f.list or f.dict:
                out.append(f"{pad}wire_put_{'array' if f.list else 'map'}(w, {p}{f.c}.count);")
                out.append(f"{pad}wire_put_raw(w, {p}{f.c}.items);")
            else:
                out.append(f"{pad}{c_write(f.base, p + f.c, m)};")
            if f.optional:
                out.append("    }")
    out.append("}\n")


def emit_types(m, hdr, src):
    for t in m.types.values():
        if t.kind == "enum":
            values = ", ".join(f"{upper(t.name)}_{upper(v)}" for v in t.values)
            hdr += [f"/* {t.doc} */", f"enum {t.name} {{ {values} }};", f"enum {{ {upper(t.name)}_COUNT = {len(t.values)} }};",
                    f"const char *{t.name}_name(enum {t.name} v);", f"int {t.name}_read(struct wire_reader *r, enum {t.name} *out, struct err *e);"]
            names = ", ".join(f'"{v}"' for v in t.values)
            src += [f"static const char *const {t.name}_names[] = {{ {names} }};\n",
                    f"const char *{t.name}_name(enum {t.name} v)\n{{\n    return {t.name}_names[v];\n}}\n",
                    f"int {t.name}_read(struct wire_reader *r, enum {t.name} *out, struct err *e)\n{{\n    int v;\n",
                    f"    if (wire_read_enum(r, {t.name}_names, {len(t.values)}, &v, e) < 0)\n        return -1;",
                    f"    *out = (enum {t.name})v;\n    return 0;\n}}\n"]
        elif t.kind == "uint":
            hdr += [f"/* {t.doc} */", f"int {t.name}_read(struct wire_reader *r, uint64_t *out, struct err *e);"]
            src += [f"int {t.name}_read(struct wire_reader *r, uint64_t *out, struct err *e)\n{{\n"
                    f"    return wire_read_uint(r, {t.range[0]}u, {t.range[1]}u, out, e);\n}}\n"]
        else:
            hdr.append(f"/* {t.doc} */")
            hdr.append(f"extern const struct wire_rule {t.name}_rule;")
            src.append(f"const struct wire_rule {t.name}_rule = {{ {t.len[0]}, {t.len[1]}, {c_quote(t.chars)}, {c_quote(t.first)} }};\n")
            if t.fixed:
                hdr += [f"struct {t.name} {{\n    char text[{t.len[1] + 1}];\n}};", f"int {t.name}_read(struct wire_reader *r, struct {t.name} *out, struct err *e);"]
                src += [f"int {t.name}_read(struct wire_reader *r, struct {t.name} *out, struct err *e)\n{{\n"
                        f"    return wire_read_text(r, &{t.name}_rule, out->text, sizeof out->text, e);\n}}\n"]
            else:
                hdr.append(f"int {t.name}_read(struct wire_reader *r, struct wire_span *out, struct err *e);")
                src += [f"int {t.name}_read(struct wire_reader *r, struct wire_span *out, struct err *e)\n{{\n"
                        f"    return wire_read_span(r, &{t.name}_rule, out, e);\n}}\n"]


LISTS = """\
typedef int (*item_fn)(struct wire_reader *r, struct err *e);

static int read_list(struct wire_reader *r, struct wire_list *out, item_fn item, struct err *e)
{
    const uint8_t *from;

    if (wire_read_array(r, &out->count, e) < 0)
        return -1;
    from = r->at;
    for (uint32_t i = 0; i < out->count; i++)
        if (item(r, e) < 0)
            return err_add(e, "item %u", i + 1);
    out->items = (struct wire_span){ from, (size_t)(r->at - from) };
    return 0;
}

static int read_texts(struct wire_reader *r, struct wire_list *out, struct err *e)
{
    const uint8_t *from;
    struct wire_span text;

    if (wire_read_map(r, &out->count, e) < 0)
        return -1;
    from = r->at;
    for (uint64_t i = 0; i < 2ull * out->count; i++)
        if (wire_read_str(r, &text, e) < 0)
            return -1;
    out->items = (struct wire_span){ from, (size_t)(r->at - from) };
    return 0;
}
"""


def gen_messages(m):
    hdr = [f"/* {NOTE} */", "#ifndef PROTOCOL_GEN_MESSAGES_H", "#define PROTOCOL_GEN_MESSAGES_H", '#include "protocol/wire.h"\n',
           f"#define PROTOCOL_VERSION {m.protocol['version']}", f"#define PROTOCOL_FRAME_BYTES {m.protocol['frame_bytes']}u",
           f"#define PROTOCOL_CHUNK_BYTES {m.protocol['chunk_bytes']}u", f"#define PROTOCOL_MALFORMED_MAX {m.protocol['malformed_max']}\n"]
    src = [f"/* {NOTE} */", '#include "protocol/gen/messages.h"\n', "#include <string.h>\n"]
    emit_types(m, hdr, src)
    used = {f.base for s in m.structs_in_order() for f in s.all_fields() if f.list}
    src.append(LISTS)
    for s in m.structs_in_order():
        emit_struct_decl(s, m, hdr)
    for s in m.structs_in_order():
        emit_struct_code(s, m, src)
    head = []
    for b in sorted(used):
        f = Field("item", {"name": "v", "type": b, "doc": ""}, m)
        head.append(f"static int {b}_item(struct wire_reader *r, struct err *e)\n{{\n    {c_type(f, m)} v;\n\n    return {c_read(b, '&v', m)};\n}}\n")
    at = src.index(LISTS) + 1
    src[at:at] = head
    hdr.append("#endif")
    return "\n".join(hdr) + "\n", "\n".join(src)


def gen_errors(m):
    out = [f"/* {NOTE} */", "#ifndef BASE_ERRORS_H", "#define BASE_ERRORS_H\n", "enum {", "    ERR_OK = 0,"]
    out += [f"    ERR_{upper(n)} = {e['id']},   /* {e['doc']} */" for n, e in m.errors.items()]
    out += ["    ERR_COUNT\n};\n", "const char *error_name(int code);       /* as on the wire */", "int error_code(const char *name);        /* ERR_INTERNAL if unknown */",
            "int error_retryable(int code);", "int error_exit_status(int code);         /* the CLI's */\n", "#endif"]
    src = [f"/* {NOTE} */", '#include "base/errors.h"\n', "#include <string.h>\n",
           "static const struct {\n    const char *name;\n    int exit, retry;\n} errors[ERR_COUNT] = {", '    [ERR_OK] = { "ok", 0, 0 },']
    src += [f'    [ERR_{upper(n)}] = {{ "{n}", {e["exit"]}, {int(e["retry"])} }},' for n, e in m.errors.items()]
    src += ["};\n", "static int known(int code)\n{\n    return code > 0 && code < ERR_COUNT ? code : ERR_INTERNAL;\n}\n",
            "const char *error_name(int code)\n{\n    return errors[known(code)].name;\n}\n",
            "int error_code(const char *name)\n{\n    for (int i = 1; i < ERR_COUNT; i++)\n        if (!strcmp(errors[i].name, name))\n            return i;\n    return ERR_INTERNAL;\n}\n",
            "int error_retryable(int code)\n{\n    return errors[known(code)].retry;\n}\n",
            "int error_exit_status(int code)\n{\n    return errors[known(code)].exit;\n}"]
    return "\n".join(out) + "\n", "\n".join(src) + "\n"


def gen_verbs(m):
    hdr = f"""/* {NOTE} */
#ifndef PROTOCOL_GEN_VERBS_H
#define PROTOCOL_GEN_VERBS_H
#include "protocol/wire.h"

enum role {{ {", ".join("ROLE_" + upper(r) for r in ["none"] + m.roles)} }};

struct verb {{
    const char *name, *to;
    enum role role;                     /* the least that may send it */
    bool mutates, stream, oneway;
    bool inside;                        /* a container may send it on its own socket */
    int64_t deadline_ms;                /* 0: none of its own */
    int (*check)(struct wire_reader *args, struct err *e);
}};

extern const struct verb verbs[];       /* what clients may send; sorted by name */
extern const int verb_count;

const struct verb *verb_find(struct wire_span name);    /* NULL: unknown */

#endif
"""
    public = sorted((r for r in m.requests if r.role), key=lambda r: r.verb)
    src = [f"/* {NOTE} */", '#include "protocol/gen/verbs.h"\n', '#include "protocol/gen/messages.h"\n', "#include <stdlib.h>\n#include <string.h>\n"]
    for r in public:
        n = c_name(r.verb)
        src.append(f"static int {n}_check(struct wire_reader *args, struct err *e)\n{{\n    struct {n} m;\n\n    return {n}_read(args, &m, e);\n}}\n")
    src.append("const struct verb verbs[] = {")
    for r in public:
        b = lambda v: "true" if v else "false"
        src.append(f'    {{ "{r.verb}", "{r.to}", ROLE_{upper(r.role)}, {b(r.mutates)}, {b(r.stream)}, {b(r.oneway)}, {b(r.inside)}, {r.deadline}, {c_name(r.verb)}_check }},')
    src += ["};", f"const int verb_count = {len(public)};\n",
            "const struct verb *verb_find(struct wire_span name)\n{\n    for (int i = 0; i < verb_count; i++)\n        if (wire_is(&name, verbs[i].name))\n            return &verbs[i];\n    return NULL;\n}\n"]
    return hdr, "\n".join(src)


def gen_actor(m, actor):
    mine = [r for r in m.requests if r.to == actor]
    guard = f"PROTOCOL_GEN_{actor.upper()}_H"
    hdr = [f"/* {NOTE} */", f"#ifndef {guard}", f"#define {guard}", '#include "protocol/gen/messages.h"', '#include "protocol/handled.h"\n', f"struct {actor};\n"]
    src = [f"/* {NOTE} */", f'#include "protocol/gen/{actor}.h"\n']
    for r in mine:
        n = c_name(r.verb)
        sends = ", ".join((["clients"] if r.role else []) + r.froms)
        hdr.append(f"/* {comment(r.doc)}\n * From {sends}. */")
        hdr.append(f"handled on_{n}(struct {actor} *self, const struct {n} *m, struct request *req);")
        hdr.append(f"handled reply_{n}(struct request *req, const struct {n}_reply *m);")
        hdr.append(f"const struct {n} *{n}_of(const struct request *req);\n")
        src.append(f"static handled run_{n}(void *self, struct request *req, struct wire_reader *args)\n{{\n    struct {n} *m = request_room(req, sizeof *m);\n"
                   f"    struct err e = ERR_NONE;\n\n    if ({n}_read(args, m, &e) < 0)\n        return request_fail(req, &e);\n    return on_{n}(self, m, req);\n}}\n")
        src.append(f"handled reply_{n}(struct request *req, const struct {n}_reply *m)\n{{\n    struct wire_writer w;\n    handled h;\n\n    wire_writer_init(&w);\n"
                   f"    {n}_reply_write(&w, m);\n    h = request_reply(req, &w);\n    wire_writer_done(&w);\n    return h;\n}}\n")
        src.append(f"const struct {n} *{n}_of(const struct request *req)\n{{\n    return request_message(req);\n}}\n")
    hdr += [f"extern const struct dispatch_row {actor}_dispatch[];\n", "#endif"]
    src.append(f"const struct dispatch_row {actor}_dispatch[] = {{")
    for r in mine:
        froms = ", ".join(f'"{a}"' for a in r.froms)
        src.append(f'    {{ "{r.verb}", {{ {froms + ", " if froms else ""}NULL }}, run_{c_name(r.verb)} }},')
    src.append("    { NULL, { NULL }, NULL },\n};")
    return "\n".join(hdr) + "\n", "\n".join(src) + "\n"


def gen_ask(m):
    hdr = [f"/* {NOTE} */", "#ifndef PROTOCOL_GEN_ASK_H", "#define PROTOCOL_GEN_ASK_H", '#include "protocol/gen/messages.h"', '#include "protocol/handled.h"\n',
           "/* ask_x sends the request and calls `then` once: with the reply, or with `failed` (reply is NULL).\n * then may be NULL: nobody waits. */\n"]
    src = [f"/* {NOTE} */", '#include "protocol/gen/ask.h"\n']
    asked = [r for r in m.requests if r.explicit]
    for r in asked:
        n = c_name(r.verb)
        hdr.append(f"typedef void (*{n}_then)(void *self, const struct about *about, const struct {n}_reply *reply, const struct err *failed);")
        hdr.append(f"void ask_{n}(struct actor *a, const struct {n} *m, struct about about, {n}_then then);")
        src.append(f"static void {n}_answer(void *self, const struct about *about, struct wire_reader *result, const struct err *failed, void *then)\n{{\n"
                   f"    struct {n}_reply reply;\n    struct err e = ERR_NONE;\n\n    if (!then)\n        return;\n    if (!failed && {n}_reply_read(result, &reply, &e) < 0)\n        failed = &e;\n"
                   f"    (({n}_then)then)(self, about, failed ? NULL : &reply, failed);\n}}\n")
        src.append(f"void ask_{n}(struct actor *a, const struct {n} *m, struct about about, {n}_then then)\n{{\n    struct wire_writer w;\n\n    wire_writer_init(&w);\n"
                   f'    {n}_write(&w, m);\n    actor_ask(a, "{r.to}", "{r.verb}", &w, {r.deadline or 60000}, about, {n}_answer, (void *)then);\n    wire_writer_done(&w);\n}}\n')
    hdr.append("#endif")
    return "\n".join(hdr) + "\n", "\n".join(src)


# ------------------------------------------------------------------ Python

def gen_python(m):
    def kind(f):
        t = f.base if f.base not in m.types else {"str": "str", "uint": "uint", "enum": "str"}[m.types[f.base].kind]
        return ("[%s]" if f.list else "{%s}" if f.dict else "%s") % t

    out = [f'"""Messages of the Quilt protocol: {NOTE}."""\n', f"VERSION = {m.protocol['version']}\n",
           "# name -> (exit status of the CLI, whether a retry can help)"]
    out.append("ERRORS = {")
    out += [f"    {n!r}: ({e['exit']}, {e['retry']})," for n, e in m.errors.items()]
    out += ["}\n", "# type -> its rule", "TYPES = {"]
    for t in m.types.values():
        rule = {"is": t.kind, **({"len": t.len, "chars": t.chars, "first": t.first} if t.kind == "str" else {"range": t.range} if t.kind == "uint" else {"values": t.values})}
        out.append(f"    {t.name!r}: {rule!r},")
    out += ["}\n", "# struct -> {field: (type, required)}", "STRUCTS = {"]
    for s in m.structs.values():
        out.append(f"    {s.name!r}: {{" + ", ".join(f"{f.name!r}: ({f.type!r}, {f.required})" for f in s.fields) + "},")
    out += ["}\n", "# verb -> (role, socket, {field: (type, required)}, [reply fields], changes something)", "VERBS = {"]
    for r in m.requests:
        if r.role:
            fields = ", ".join(f"{f.name!r}: ({f.type!r}, {f.required})" for f in r.args.all_fields())
            out.append(f"    {r.verb!r}: ({r.role!r}, {'data' if r.stream or r.oneway else 'control'!r}, {{{fields}}}, {[f.name for f in r.reply.fields]!r}, {r.mutates}),")
    out += ["}\n", "EVENTS = {"]
    out += [f"    {n!r}: {[f.name for f in s.fields]!r}," for n, (_, s) in m.events.items()]
    out += ["}\n", open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "check.py.in")).read()]
    return "\n".join(out)


# ------------------------------------------------------------------ typed clients

def camel(name):
    return "".join(part.capitalize() for part in re.split("[._-]", name))


def py_type(f, m):
    plain = {"bool": "bool", "uint": "int", "int": "int", "str": "str", "bytes": "bytes", "map": "Dict[str, Any]", "id": "Any"}
    if f.base in m.types:
        t = m.types[f.base]
        base = "int" if t.kind == "uint" else "str" if t.kind == "str" else "Literal[" + ", ".join(f'"{v}"' for v in t.values) + "]"
    else:
        base = plain.get(f.base) or f'"{camel(f.base)}"'
    return f"List[{base}]" if f.list else f"Dict[str, {base}]" if f.dict else base


def py_struct(name, doc, fields, m):
    """Required keys in a base of their own: a TypedDict has them all or none."""
    need, may = [f for f in fields if f.required], [f for f in fields if not f.required]
    out = []

    def emit(title, total, base, fs):
        out.append(f"{title} = TypedDict({title!r}, {{" + ", ".join(f"{f.name!r}: {py_type(f, m)}" for f in fs) + f"}}, total={total})" if not base else f"class {title}({base}, total={total}):")
        if base:
            out.extend([f'    """{doc}"""'] + [f"    {f.name}: {py_type(f, m)}" for f in fs] + [""])
    if need and all(f.name.isidentifier() and not keyword.iskeyword(f.name) for f in may):
        emit(f"_{name}", True, None, need)
        emit(name, False, f"_{name}", may)
    else:
        emit(name, False, None, need + may)
    return out


def gen_python_api(m):
    out = [f'"""Verbs and structures of the Quilt protocol, typed: {NOTE}."""\n', "from typing import Any, Dict, List, Literal, TypedDict\n"]
    for s in m.structs.values():
        out += py_struct(camel(s.name), s.doc, s.fields, m)
    out += ["", "class Verbs:", '    """One method a verb; `_verb` sends it."""\n', "    def _verb(self, verb: str, args: Dict[str, Any]) -> Any:", "        raise NotImplementedError\n"]
    for r in m.requests:
        if not r.role or r.stream or r.oneway:
            continue                    # streams have methods written by hand
        fields = r.args.all_fields()
        names = [f"{f.name}_" if keyword.iskeyword(f.name) else f.name for f in fields]
        params = [f"{n}: {py_type(f, m)}" for n, f in zip(names, fields) if f.required] + [f"{n}: Any = None" for n, f in zip(names, fields) if not f.required]
        out.append(f"    def {c_name(r.verb)}(self" + (", *, " + ", ".join(params) if params else "") + ") -> Any:")
        out.append(f'        """{r.doc}"""')
        out.append("        return self._verb(" + repr(r.verb) + ", {" + ", ".join(f"{f.name!r}: {n}" for n, f in zip(names, fields)) + "})\n")
    return "\n".join(out)


def ts_type(f, m):
    plain = {"bool": "boolean", "uint": "Uint", "int": "Uint", "str": "string", "bytes": "Uint8Array", "map": "{ [key: string]: any }", "id": "any"}
    if f.base in m.types:
        t = m.types[f.base]
        base = "Uint" if t.kind == "uint" else "string" if t.kind == "str" else " | ".join(f"'{v}'" for v in t.values)
    else:
        base = plain.get(f.base) or camel(f.base)
    return f"({base})[]" if f.list else f"{{ [key: string]: {base} }}" if f.dict else base


def gen_ts(m):
    def body(fields, args):
        return "".join(f"  /** {f.doc} */\n  {f.name}{'' if f.required or (not args and f.has_default) else '?'}: {ts_type(f, m)};\n" for f in fields)
    out = [f"// {NOTE}", "/** Above 2^53 - 1 it is a bigint: times in nanoseconds are. */", "export type Uint = number | bigint;\n"]
    for s in m.structs.values():
        out.append(f"/** {s.doc} */\nexport interface {camel(s.name)} {{\n{body(s.fields, False)}}}")
    out.append("\n/** What each verb takes and answers. */\nexport interface Verbs {")
    for r in m.requests:
        if r.role and not r.oneway:
            out.append(f"  /** {r.doc} */\n  '{r.verb}': {{ args: {{\n{body(r.args.all_fields(), True)}}}; reply: {{\n{body(r.reply.fields, False)}}} }};")
    out.append("}\n")
    out.append("/** Attributes of each event. */\nexport interface Events {")
    out += [f"  /** {e['doc']} */\n  '{n}': {{\n{body(s.fields, False)}}};" for n, (e, s) in m.events.items()]
    out.append("}\n")
    return "\n".join(out)


def gen_js(m):
    out = [f"// {NOTE}", "'use strict';", f"exports.VERSION = {m.protocol['version']};", "// code -> whether a retry can help", "exports.ERRORS = {"]
    out += [f"  {n}: {str(e['retry']).lower()}," for n, e in m.errors.items()]
    out += ["};", "// verb -> whether it changes something, and the socket it belongs to", "exports.VERBS = {"]
    out += [f"  '{r.verb}': {{ mutates: {str(r.mutates).lower()}, socket: '{'data' if r.stream or r.oneway else 'control'}' }}," for r in m.requests if r.role]
    return "\n".join(out + ["};", ""])


# ------------------------------------------------------------------ documentation

def md_fields(fields, m):
    if not fields:
        return ["(none)", ""]
    out = ["| field | type | | meaning |", "|---|---|---|---|"]
    for f in fields:
        note = "required" if f.required else "optional" if f.optional else f"default `{str(f.default).lower() if isinstance(f.default, bool) else f.default}`"
        out.append(f"| `{f.name}` | {f.type} | {note} | {f.doc or m.types[f.base].doc if f.base in m.types else f.doc} |")
    return out + [""]


def gen_docs(m):
    intro = open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "intro.md")).read()
    out = [f"<!-- {NOTE} -->", intro.rstrip(), "", "## Errors", "", "| code | a retry can help | exit status of the CLI | meaning |", "|---|---|---|---|"]
    out += [f"| `{n}` | {'yes' if e['retry'] else 'no'} | {e['exit']} | {e['doc']} |" for n, e in m.errors.items()]
    out += ["", "## Types", "", "| name | rule | meaning |", "|---|---|---|"]
    for t in m.types.values():
        rule = {"str": lambda: f"text of {t.len[0]} to {t.len[1]} bytes" + (f" of `[{t.chars}]`" if t.chars else "") + (f", first `[{t.first}]`" if t.first else ""),
                "uint": lambda: f"{t.range[0]} to {t.range[1]}", "enum": lambda: " ".join(f"`{v}`" for v in t.values)}[t.kind]()
        out.append(f"| {t.name} | {rule} | {t.doc} |")
    out += ["", "## Structures", ""]
    for s in m.structs.values():
        out += [f"### {s.name}", "", s.doc, ""] + md_fields(s.fields, m)
    out += ["## Requests of clients", ""]
    for r in m.requests:
        if r.role:
            flags = [f"role {r.role}", "data socket" if r.stream or r.oneway else "control socket"] + (["containers too"] if r.inside else []) + (["changes something"] if r.mutates else []) + (["answered in parts when it streams"] if r.stream else [])
            flags += [f"at most {r.deadline} ms"] if r.deadline else []
            inc = f"The fields of [{r.args.include.name}](#{r.args.include.name}), and:\n" if r.args.include else ""
            out += [f"### `{r.verb}`", "", r.doc, "", "*" + ", ".join(flags) + "*", "", inc] + md_fields(r.args.fields, m)
            out += ["" if r.oneway else "Reply:", ""] + ([] if r.oneway else md_fields(r.reply.fields, m))
    out += ["## Requests between actors", "", "| verb | from | to | meaning |", "|---|---|---|---|"]
    out += [f"| `{r.verb}` | {', '.join(r.froms)} | {r.to} | {r.doc} |" for r in m.requests if not r.role]
    out += ["", "## Events", "", "| type | topic | attrs | meaning |", "|---|---|---|---|"]
    out += [f"| `{n}` | {e['topic']} | {', '.join(f'`{f.name}`' for f in s.fields)} | {e['doc']} |" for n, (e, s) in m.events.items()]
    return "\n".join(out) + "\n"


# ------------------------------------------------------------------ main

def outputs(m):
    files = {}
    files["protocol/gen/messages.h"], files["protocol/gen/messages.c"] = gen_messages(m)
    files["base/errors.h"], files["base/errors.c"] = gen_errors(m)
    files["protocol/gen/verbs.h"], files["protocol/gen/verbs.c"] = gen_verbs(m)
    files["protocol/gen/ask.h"], files["protocol/gen/ask.c"] = gen_ask(m)
    for actor in m.actors:
        if any(r.to == actor for r in m.requests):
            files[f"protocol/gen/{actor}.h"], files[f"protocol/gen/{actor}.c"] = gen_actor(m, actor)
    files["client/python/quilt/messages.py"] = gen_python(m)
    files["client/python/quilt/api.py"] = gen_python_api(m)
    files["client/js/messages.d.ts"], files["client/js/messages.js"] = gen_ts(m), gen_js(m)
    files["docs/protocol.md"] = gen_docs(m)
    return files


def main(argv):
    if len(argv) < 3:
        print(__doc__, file=sys.stderr)
        return 2
    try:
        with open(argv[1], "rb") as f:
            model = Model(tomllib.load(f))
    except (ModelError, tomllib.TOMLDecodeError, KeyError) as problem:
        print(f"{argv[1]}: {problem}", file=sys.stderr)
        return 1
    stale = 0
    for path, text in outputs(model).items():
        full = os.path.join(argv[2], path)
        old = open(full).read() if os.path.exists(full) else None
        if old == text:
            continue
        stale += 1
        if "--check" in argv:
            print(f"{path} is stale: run ./dev.sh gen", file=sys.stderr)
        else:
            os.makedirs(os.path.dirname(full), exist_ok=True)
            with open(full, "w") as f:
                f.write(text)
    return 1 if stale and "--check" in argv else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))
