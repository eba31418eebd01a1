/*
 * wire - msgpack, bounded: every length is checked against the bytes that are
 * there before anything is done with it, and nothing is allocated.
 *
 * Bytes from outside pass wire_scan first (one object, depth, UTF-8, no NUL in
 * text, text keys, no extension types); the readers below then walk the same
 * bytes.  Spans point into them.  Writing is msgpack-c's.  Source: the msgpack
 * specification, https://github.com/msgpack/msgpack/blob/master/spec.md
 */
#ifndef PROTOCOL_WIRE_H
#define PROTOCOL_WIRE_H

#include "base/err.h"

#include <msgpack/pack.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define WIRE_DEPTH 16

struct wire_span {
    const uint8_t *data;
    size_t len;
};

struct wire_list {
    struct wire_span items;             /* the elements' bytes, one after another */
    uint32_t count;                     /* pairs, for a map */
};

struct wire_reader {
    const uint8_t *at, *end;
};

/* ---- outside bytes */
int wire_scan(const void *data, size_t len, struct err *e);

/* ---- reading; all: 0, or -1 with ERR_INVALID saying what was expected */
struct wire_reader wire_reader(struct wire_span bytes);
bool wire_read_nil(struct wire_reader *r);      /* true: it was nil, and is behind us */
int wire_read_bool(struct wire_reader *r, bool *out, struct err *e);
int wire_read_uint(struct wire_reader *r, uint64_t min, uint64_t max, uint64_t *out, struct err *e);
int wire_read_int(struct wire_reader *r, int64_t *out, struct err *e);
int wire_read_str(struct wire_reader *r, struct wire_span *out, struct err *e);
int wire_read_bytes(struct wire_reader *r, struct wire_span *out, struct err *e);
int wire_read_array(struct wire_reader *r, uint32_t *out_count, struct err *e);
int wire_read_map(struct wire_reader *r, uint32_t *out_count, struct err *e);
int wire_read_raw(struct wire_reader *r, struct wire_span *out, struct err *e);     /* any one object */
int wire_read_raw_map(struct wire_reader *r, struct wire_span *out, struct err *e);
int wire_read_id(struct wire_reader *r, struct wire_span *out, struct err *e);      /* str <= 64 or uint, raw */
int wire_skip(struct wire_reader *r, struct err *e);
char wire_peek(const struct wire_reader *r);    /* n b u i f s y a m (str s, bytes y), or 0 at the end */

/* A constrained text: length, characters, first character (NULL: any).  Classes are like "a-z0-9_". */
struct wire_rule {
    size_t min, max;
    const char *chars, *first;
};
int wire_check_text(struct wire_span text, const struct wire_rule *rule, struct err *e);
int wire_read_text(struct wire_reader *r, const struct wire_rule *rule, char *out, size_t size, struct err *e);
int wire_read_span(struct wire_reader *r, const struct wire_rule *rule, struct wire_span *out, struct err *e);
int wire_read_enum(struct wire_reader *r, const char *const *names, int count, int *out, struct err *e);

/* For generated readers: marks bit `n` of a map's keys; a second time is an error. */
int wire_seen(uint64_t *seen, int n, const char *key, struct err *e);
bool wire_is(const struct wire_span *text, const char *other);
char *wire_dup(struct wire_span text);          /* a C string the caller frees */
void wire_copy(char *out, size_t size, struct wire_span text);      /* truncates */
struct wire_span wire_text(const char *text);   /* NULL: empty */

/* ---- writing */
struct wire_writer {
    struct msgpack_packer pk;
    uint8_t *data;
    size_t len, room;
};

void wire_writer_init(struct wire_writer *w);
void wire_writer_done(struct wire_writer *w);
void wire_writer_reset(struct wire_writer *w);
void wire_put_nil(struct wire_writer *w);
void wire_put_bool(struct wire_writer *w, bool b);
void wire_put_uint(struct wire_writer *w, uint64_t n);
void wire_put_int(struct wire_writer *w, int64_t n);
void wire_put_str(struct wire_writer *w, const char *text);
void wire_put_span(struct wire_writer *w, struct wire_span text);
void wire_put_bytes(struct wire_writer *w, struct wire_span bytes);
void wire_put_array(struct wire_writer *w, uint32_t count);
void wire_put_map(struct wire_writer *w, uint32_t pairs);
void wire_put_raw(struct wire_writer *w, struct wire_span object);
struct wire_span wire_written(const struct wire_writer *w);
struct wire_list wire_list_of(const struct wire_writer *w, uint32_t count);     /* w holds the items */

#endif
