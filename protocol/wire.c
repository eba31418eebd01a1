#include "protocol/wire.h"

#include "base/must.h"
#include "base/str.h"

#include <string.h>

/* ---------------------------------------------------------------- one object's head */

struct head {
    char kind;                          /* n b u i f s y a m, x: extension, ?: never used byte */
    uint64_t value;                     /* the number, or the count of bytes, items or pairs */
    int64_t negative;
};

static uint64_t big_endian(const uint8_t *p, size_t n)
{
    uint64_t v = 0;

    for (size_t i = 0; i < n; i++)
        v = v << 8 | p[i];
    return v;
}

static int64_t sign_extend(uint64_t v, size_t n)
{
    unsigned shift = 64 - 8 * (unsigned)n;

    return (int64_t)(v << shift) >> shift;
}

/* The bytes that follow the first one before the content, by first byte 0xc0 + i. */
static const struct {
    char kind;
    uint8_t more;
} heads[32] = {
    { 'n', 0 }, { '?', 0 }, { 'b', 0 }, { 'b', 0 }, { 'y', 1 }, { 'y', 2 }, { 'y', 4 }, { 'x', 0 },
    { 'x', 0 }, { 'x', 0 }, { 'f', 4 }, { 'f', 8 }, { 'u', 1 }, { 'u', 2 }, { 'u', 4 }, { 'u', 8 },
    { 'i', 1 }, { 'i', 2 }, { 'i', 4 }, { 'i', 8 }, { 'x', 0 }, { 'x', 0 }, { 'x', 0 }, { 'x', 0 },
    { 'x', 0 }, { 's', 1 }, { 's', 2 }, { 's', 4 }, { 'a', 2 }, { 'a', 4 }, { 'm', 2 }, { 'm', 4 },
};

static struct head short_head(uint8_t c)
{
    if (c < 0x80)
        return (struct head){ 'u', c, 0 };
    if (c < 0x90)
        return (struct head){ 'm', c & 15, 0 };
    if (c < 0xa0)
        return (struct head){ 'a', c & 15, 0 };
    if (c < 0xc0)
        return (struct head){ 's', c & 31, 0 };
    return (struct head){ 'i', 0, (int8_t)c };
}

/* Reads a head and steps behind it; -1 when the bytes end first. */
static int read_head(struct wire_reader *r, struct head *out)
{
    uint8_t c;
    size_t more;

    if (r->at == r->end)
        return -1;
    c = *r->at++;
    if (c < 0xc0 || c >= 0xe0) {
        *out = short_head(c);
        return 0;
    }
    more = heads[c - 0xc0].more;
    if ((size_t)(r->end - r->at) < more)
        return -1;
    *out = (struct head){ heads[c - 0xc0].kind, big_endian(r->at, more), 0 };
    if (out->kind == 'b')
        out->value = c == 0xc3;
    if (out->kind == 'i') {
        out->negative = sign_extend(out->value, more);
        if (out->negative >= 0)
            *out = (struct head){ 'u', (uint64_t)out->negative, 0 };
    }
    r->at += more;
    return 0;
}

static int take(struct wire_reader *r, uint64_t len, struct wire_span *out)
{
    if (len > (uint64_t)(r->end - r->at))
        return -1;
    *out = (struct wire_span){ r->at, (size_t)len };
    r->at += len;
    return 0;
}

/* ---------------------------------------------------------------- the scan */

static int bad(struct err *e, const char *what)
{
    return err_set(e, ERR_INVALID, "malformed message: %s", what);
}

static int scan_text(struct wire_reader *r, const struct head *h, struct err *e)
{
    struct wire_span s;

    if (take(r, h->value, &s) < 0)
        return bad(e, "a text is longer than the frame");
    if (!str_is_utf8(s.data, s.len))
        return bad(e, "a text is not UTF-8");
    if (memchr(s.data, 0, s.len))
        return bad(e, "a text holds a NUL");
    return 0;
}

int wire_scan(const void *data, size_t len, struct err *e)
{
    struct wire_reader r = { data, (const uint8_t *)data + len };
    uint64_t left[WIRE_DEPTH + 1] = { 1 };      /* objects still to come, by level */
    bool is_map[WIRE_DEPTH + 1] = { false };
    int level = 0;

    for (;;) {
        struct head h;
        struct wire_span bytes;
        bool key;

        while (level >= 0 && left[level] == 0)
            level--;
        if (level < 0)
            return r.at == r.end ? 0 : bad(e, "bytes after its end");
        key = is_map[level] && left[level] % 2 == 0;
        left[level]--;
        if (read_head(&r, &h) < 0)
            return bad(e, "it ends too early");
        if (key && h.kind != 's')
            return bad(e, "a key is not a text");
        if (h.kind == 's' && scan_text(&r, &h, e) < 0)
            return -1;
        if (h.kind == 'y' && take(&r, h.value, &bytes) < 0)
            return bad(e, "bytes are longer than the frame");
        if (h.kind == 'x' || h.kind == '?')
            return bad(e, "an extension type");
        if (h.kind != 'a' && h.kind != 'm')
            continue;
        if (h.value > (uint64_t)(r.end - r.at) / (h.kind == 'm' ? 2 : 1))
            return bad(e, "a count is larger than the frame");
        if (level == WIRE_DEPTH)
            return bad(e, "nested too deeply");
        level++;
        left[level] = h.kind == 'm' ? 2 * h.value : h.value;
        is_map[level] = h.kind == 'm';
    }
}

/* ---------------------------------------------------------------- readers */

static const char *kind_name(char kind)
{
    switch (kind) {
    case 'n': return "nil";
    case 'b': return "a boolean";
    case 'u': return "an unsigned integer";
    case 'i': return "a negative integer";
    case 'f': return "a float";
    case 's': return "text";
    case 'y': return "bytes";
    case 'a': return "a list";
    case 'm': return "a map";
    default: return "an unknown type";
    }
}

static int expect(struct wire_reader *r, char kind, struct head *out, struct err *e)
{
    if (read_head(r, out) < 0)
        return err_set(e, ERR_INVALID, "expected %s, got the end of the message", kind_name(kind));
    if (out->kind != kind)
        return err_set(e, ERR_INVALID, "expected %s, got %s", kind_name(kind), kind_name(out->kind));
    return 0;
}

struct wire_reader wire_reader(struct wire_span bytes)
{
    return (struct wire_reader){ bytes.data, bytes.data + bytes.len };
}

char wire_peek(const struct wire_reader *r)
{
    struct wire_reader copy = *r;
    struct head h;

    return read_head(&copy, &h) < 0 ? 0 : h.kind;
}

bool wire_read_nil(struct wire_reader *r)
{
    if (r->at == r->end || *r->at != 0xc0)
        return false;
    r->at++;
    return true;
}

int wire_read_bool(struct wire_reader *r, bool *out, struct err *e)
{
    struct head h;

    if (expect(r, 'b', &h, e) < 0)
        return -1;
    *out = h.value;
    return 0;
}

int wire_read_uint(struct wire_reader *r, uint64_t min, uint64_t max, uint64_t *out, struct err *e)
{
    struct head h;

    if (expect(r, 'u', &h, e) < 0)
        return -1;
    if (h.value < min || h.value > max)
        return err_set(e, ERR_INVALID, "%llu is out of range: %llu to %llu", (unsigned long long)h.value,
                       (unsigned long long)min, (unsigned long long)max);
    *out = h.value;
    return 0;
}

int wire_read_int(struct wire_reader *r, int64_t *out, struct err *e)
{
    struct head h;

    if (wire_peek(r) == 'i' && read_head(r, &h) == 0) {
        *out = h.negative;
        return 0;
    }
    if (expect(r, 'u', &h, e) < 0)
        return -1;
    if (h.value > INT64_MAX)
        return err_set(e, ERR_INVALID, "the integer is out of range");
    *out = (int64_t)h.value;
    return 0;
}

static int read_sized(struct wire_reader *r, char kind, struct wire_span *out, struct err *e)
{
    struct head h;

    if (expect(r, kind, &h, e) < 0)
        return -1;
    if (take(r, h.value, out) < 0)
        return err_set(e, ERR_INVALID, "%s longer than the message", kind_name(kind));
    return 0;
}

int wire_read_str(struct wire_reader *r, struct wire_span *out, struct err *e)
{
    return read_sized(r, 's', out, e);
}

int wire_read_bytes(struct wire_reader *r, struct wire_span *out, struct err *e)
{
    return read_sized(r, 'y', out, e);
}

static int read_count(struct wire_reader *r, char kind, uint32_t *out_count, struct err *e)
{
    struct head h;

    if (expect(r, kind, &h, e) < 0)
        return -1;
    if (h.value > (uint64_t)(r->end - r->at))
        return err_set(e, ERR_INVALID, "%s longer than the message", kind_name(kind));
    *out_count = (uint32_t)h.value;
    return 0;
}

int wire_read_array(struct wire_reader *r, uint32_t *out_count, struct err *e)
{
    return read_count(r, 'a', out_count, e);
}

int wire_read_map(struct wire_reader *r, uint32_t *out_count, struct err *e)
{
    return read_count(r, 'm', out_count, e);
}

int wire_skip(struct wire_reader *r, struct err *e)
{
    uint64_t left = 1;

    while (left) {
        struct head h;
        struct wire_span bytes;

        left--;
        if (read_head(r, &h) < 0 || h.kind == 'x' || h.kind == '?')
            return err_set(e, ERR_INVALID, "malformed message");
        if ((h.kind == 's' || h.kind == 'y') && take(r, h.value, &bytes) < 0)
            return err_set(e, ERR_INVALID, "malformed message");
        if (h.kind == 'a' || h.kind == 'm')
            left += h.kind == 'm' ? 2 * h.value : h.value;
        if (left > (uint64_t)(r->end - r->at))
            return err_set(e, ERR_INVALID, "malformed message");
    }
    return 0;
}

int wire_read_raw(struct wire_reader *r, struct wire_span *out, struct err *e)
{
    const uint8_t *from = r->at;

    if (wire_skip(r, e) < 0)
        return -1;
    *out = (struct wire_span){ from, (size_t)(r->at - from) };
    return 0;
}

int wire_read_raw_map(struct wire_reader *r, struct wire_span *out, struct err *e)
{
    char kind = wire_peek(r);

    if (kind != 'm')
        return err_set(e, ERR_INVALID, "expected a map, got %s", kind_name(kind));
    return wire_read_raw(r, out, e);
}

int wire_read_id(struct wire_reader *r, struct wire_span *out, struct err *e)
{
    char kind = wire_peek(r);

    if (kind != 's' && kind != 'u')
        return err_set(e, ERR_INVALID, "expected text or an unsigned integer, got %s", kind_name(kind));
    if (wire_read_raw(r, out, e) < 0)
        return -1;
    if (out->len > 66)
        return err_set(e, ERR_INVALID, "longer than 64 bytes");
    return 0;
}

/* ---------------------------------------------------------------- constrained values */

static bool class_has(const char *chars, char c)
{
    for (; *chars; chars++) {
        if (chars[1] == '-' && chars[2]) {
            if (c >= chars[0] && c <= chars[2])
                return true;
            chars += 2;
        } else if (c == *chars) {
            return true;
        }
    }
    return false;
}

int wire_check_text(struct wire_span text, const struct wire_rule *rule, struct err *e)
{
    if (text.len < rule->min || text.len > rule->max)
        return err_set(e, ERR_INVALID, "has %zu bytes, allowed are %zu to %zu", text.len, rule->min, rule->max);
    for (size_t i = 0; rule->chars && i < text.len; i++)
        if (!class_has(rule->chars, (char)text.data[i]))
            return err_set(e, ERR_INVALID, "the character at %zu is not one of [%s]", i + 1, rule->chars);
    if (rule->first && text.len && !class_has(rule->first, (char)text.data[0]))
        return err_set(e, ERR_INVALID, "must begin with one of [%s]", rule->first);
    return 0;
}

int wire_read_span(struct wire_reader *r, const struct wire_rule *rule, struct wire_span *out, struct err *e)
{
    return wire_read_str(r, out, e) < 0 ? -1 : wire_check_text(*out, rule, e);
}

int wire_read_text(struct wire_reader *r, const struct wire_rule *rule, char *out, size_t size, struct err *e)
{
    struct wire_span s;

    if (wire_read_span(r, rule, &s, e) < 0)
        return -1;
    must(s.len < size);
    memcpy(out, s.data, s.len);
    out[s.len] = '\0';
    return 0;
}

int wire_read_enum(struct wire_reader *r, const char *const *names, int count, int *out, struct err *e)
{
    struct wire_span s;

    if (wire_read_str(r, &s, e) < 0)
        return -1;
    for (int i = 0; i < count; i++)
        if (wire_is(&s, names[i])) {
            *out = i;
            return 0;
        }
    return err_set(e, ERR_INVALID, "\"%.*s\" is not one of its values", s.len > 40 ? 40 : (int)s.len, (const char *)s.data);
}

int wire_seen(uint64_t *seen, int n, const char *key, struct err *e)
{
    if (*seen & 1ull << n)
        return err_set(e, ERR_INVALID, "%s: given twice", key);
    *seen |= 1ull << n;
    return 0;
}

bool wire_is(const struct wire_span *text, const char *other)
{
    return text->len == strlen(other) && !memcmp(text->data, other, text->len);
}

char *wire_dup(struct wire_span text)
{
    char *s = xalloc(text.len + 1);

    if (text.len)
        memcpy(s, text.data, text.len);
    return s;
}

void wire_copy(char *out, size_t size, struct wire_span text)
{
    size_t n = text.len < size ? text.len : size - 1;

    if (n)
        memcpy(out, text.data, n);
    out[n] = '\0';
}

struct wire_span wire_text(const char *text)
{
    return (struct wire_span){ (const uint8_t *)text, text ? strlen(text) : 0 };
}

/* ---------------------------------------------------------------- writer */

static int append(void *arg, const char *bytes, size_t len)
{
    struct wire_writer *w = arg;

    if (w->len + len > w->room) {
        w->room = 2 * (w->len + len) + 256;
        w->data = xrealloc(w->data, w->room);
    }
    if (len)
        memcpy(w->data + w->len, bytes, len);
    w->len += len;
    return 0;
}

void wire_writer_init(struct wire_writer *w)
{
    *w = (struct wire_writer){ 0 };
    msgpack_packer_init(&w->pk, w, append);
}

void wire_writer_done(struct wire_writer *w)
{
    free(w->data);
    wire_writer_init(w);
}

void wire_writer_reset(struct wire_writer *w)
{
    w->len = 0;
}

void wire_put_nil(struct wire_writer *w)
{
    msgpack_pack_nil(&w->pk);
}

void wire_put_bool(struct wire_writer *w, bool b)
{
    if (b)
        msgpack_pack_true(&w->pk);
    else
        msgpack_pack_false(&w->pk);
}

void wire_put_uint(struct wire_writer *w, uint64_t n)
{
    msgpack_pack_uint64(&w->pk, n);
}

void wire_put_int(struct wire_writer *w, int64_t n)
{
    msgpack_pack_int64(&w->pk, n);
}

void wire_put_span(struct wire_writer *w, struct wire_span text)
{
    msgpack_pack_str(&w->pk, text.len);
    msgpack_pack_str_body(&w->pk, text.data, text.len);
}

void wire_put_str(struct wire_writer *w, const char *text)
{
    wire_put_span(w, wire_text(text));
}

void wire_put_bytes(struct wire_writer *w, struct wire_span bytes)
{
    msgpack_pack_bin(&w->pk, bytes.len);
    msgpack_pack_bin_body(&w->pk, bytes.data, bytes.len);
}

void wire_put_array(struct wire_writer *w, uint32_t count)
{
    msgpack_pack_array(&w->pk, count);
}

void wire_put_map(struct wire_writer *w, uint32_t pairs)
{
    msgpack_pack_map(&w->pk, pairs);
}

void wire_put_raw(struct wire_writer *w, struct wire_span object)
{
    append(w, (const char *)object.data, object.len);
}

struct wire_span wire_written(const struct wire_writer *w)
{
    return (struct wire_span){ w->data, w->len };
}

struct wire_list wire_list_of(const struct wire_writer *w, uint32_t count)
{
    return (struct wire_list){ wire_written(w), count };
}
