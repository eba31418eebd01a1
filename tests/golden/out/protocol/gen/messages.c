/* generated from protocol/quilt.toml by protocol/generate.py; do not edit */
#include "protocol/gen/messages.h"

#include <string.h>

const struct wire_rule name_rule = { 1, 8, "a-z", NULL };

int name_read(struct wire_reader *r, struct name *out, struct err *e)
{
    return wire_read_text(r, &name_rule, out->text, sizeof out->text, e);
}

int digit_read(struct wire_reader *r, uint64_t *out, struct err *e)
{
    return wire_read_uint(r, 1u, 9u, out, e);
}

static const char *const colour_names[] = { "red", "dark-blue" };

const char *colour_name(enum colour v)
{
    return colour_names[v];
}

int colour_read(struct wire_reader *r, enum colour *out, struct err *e)
{
    int v;

    if (wire_read_enum(r, colour_names, 2, &v, e) < 0)
        return -1;
    *out = (enum colour)v;
    return 0;
}

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

static int digit_item(struct wire_reader *r, struct err *e)
{
    uint64_t v;

    return digit_read(r, &v, e);
}

static int pair_field(struct wire_reader *r, const struct wire_span *key, struct pair *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "colour")) {
        if (wire_seen(seen, 0, "colour", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        return colour_read(r, &out->colour, e);
    }
    if (wire_is(key, "digits")) {
        if (wire_seen(seen, 1, "digits", e) < 0)
            return -1;
        return read_list(r, &out->digits, digit_item, e);
    }
    return wire_skip(r, e);
}

static void pair_defaults(struct pair *out)
{
    (void)out;
    out->colour = COLOUR_RED;
}

static int pair_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 1))
        return err_set(e, ERR_INVALID, "digits: missing");
    return 0;
}

int pair_read(struct wire_reader *r, struct pair *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    pair_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = pair_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return pair_complete(seen, e);
}

void pair_write(struct wire_writer *w, const struct pair *m)
{
    (void)m;
    wire_put_map(w, 2u);
    wire_put_str(w, "colour");
    wire_put_str(w, colour_name(m->colour));
    wire_put_str(w, "digits");
    wire_put_array(w, m->digits.count);
    wire_put_raw(w, m->digits.items);
}

static int thing_do_field(struct wire_reader *r, const struct wire_span *key, struct thing_do *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "name")) {
        if (wire_seen(seen, 0, "name", e) < 0)
            return -1;
        return name_read(r, &out->name, e);
    }
    if (wire_is(key, "count")) {
        if (wire_seen(seen, 1, "count", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_count = true;
        return wire_read_uint(r, 0, UINT64_MAX, &out->count, e);
    }
    return wire_skip(r, e);
}

static void thing_do_defaults(struct thing_do *out)
{
    (void)out;
}

static int thing_do_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "name: missing");
    return 0;
}

int thing_do_read(struct wire_reader *r, struct thing_do *out, struct err *e)
{
    uint64_t seen = 0, seen_included = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    thing_do_defaults(out);
    pair_defaults(&out->pair);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = (wire_is(&key, "name") || wire_is(&key, "count")) ? thing_do_field(r, &key, out, &seen, e)
               : pair_field(r, &key, &out->pair, &seen_included, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    if (pair_complete(seen_included, e) < 0)
        return -1;
    return thing_do_complete(seen, e);
}

void thing_do_write(struct wire_writer *w, const struct thing_do *m)
{
    (void)m;
    wire_put_map(w, 3u + (uint32_t)m->has_count);
    wire_put_str(w, "colour");
    wire_put_str(w, colour_name(m->pair.colour));
    wire_put_str(w, "digits");
    wire_put_array(w, m->pair.digits.count);
    wire_put_raw(w, m->pair.digits.items);
    wire_put_str(w, "name");
    wire_put_str(w, m->name.text);
    if (m->has_count) {
        wire_put_str(w, "count");
        wire_put_uint(w, m->count);
    }
}

static int thing_do_reply_field(struct wire_reader *r, const struct wire_span *key, struct thing_do_reply *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "pair")) {
        if (wire_seen(seen, 0, "pair", e) < 0)
            return -1;
        return pair_read(r, &out->pair, e);
    }
    return wire_skip(r, e);
}

static void thing_do_reply_defaults(struct thing_do_reply *out)
{
    (void)out;
}

static int thing_do_reply_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "pair: missing");
    return 0;
}

int thing_do_reply_read(struct wire_reader *r, struct thing_do_reply *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    thing_do_reply_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = thing_do_reply_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return thing_do_reply_complete(seen, e);
}

void thing_do_reply_write(struct wire_writer *w, const struct thing_do_reply *m)
{
    (void)m;
    wire_put_map(w, 1u);
    wire_put_str(w, "pair");
    pair_write(w, &m->pair);
}

static int event_done_field(struct wire_reader *r, const struct wire_span *key, struct event_done *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "name")) {
        if (wire_seen(seen, 0, "name", e) < 0)
            return -1;
        return name_read(r, &out->name, e);
    }
    return wire_skip(r, e);
}

static void event_done_defaults(struct event_done *out)
{
    (void)out;
}

static int event_done_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "name: missing");
    return 0;
}

int event_done_read(struct wire_reader *r, struct event_done *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    event_done_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = event_done_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return event_done_complete(seen, e);
}

void event_done_write(struct wire_writer *w, const struct event_done *m)
{
    (void)m;
    wire_put_map(w, 1u);
    wire_put_str(w, "name");
    wire_put_str(w, m->name.text);
}
