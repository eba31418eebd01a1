/*
 * print - what people and scripts read: tables that fit the terminal, JSON, templates.
 *
 * Text from outside is escaped on a terminal, so that a name or a label cannot move
 * the cursor.  Colour only on a terminal, and not with NO_COLOR.
 */
#ifndef CLI_PRINT_H
#define CLI_PRINT_H

#include "base/err.h"
#include "protocol/wire.h"

#include <stdbool.h>
#include <stdint.h>

/* Any msgpack object as JSON: one line, or indented. */
void print_json(struct wire_span object, bool indented);
/* "{name} {exit.code}\n": fields of a map, by path; -1 if the template is wrong. */
int print_template(const char *text, struct wire_span map, struct err *e);
/* The object at "a.b" of a map; -1: not there. */
int print_find(struct wire_span map, const char *path, struct wire_span *out);

#define COLUMNS_MAX 16
struct table;
struct table *table_new(const char *const *heads, int columns);
void table_cell(struct table *t, const char *text);             /* row by row; copied */
void table_print(struct table *t, bool with_heads);             /* and frees it */

void print_duration(char out[32], uint64_t ns);
void print_bytes(char out[32], uint64_t bytes);
void print_time(char out[40], uint64_t wall_ns);                /* RFC 3339, UTC */
/* Control characters as \xNN. */
void print_safe(char *out, size_t size, const char *text);
bool print_is_terminal(int fd);

#endif
