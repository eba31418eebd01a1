/*
 * str - strict readers of small values.  The whole text must be the value:
 * no sign, no blank, no rest.
 */
#ifndef BASE_STR_H
#define BASE_STR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Decimal digits only.  -1: empty, another character, or above max. */
int str_uint(const char *text, uint64_t max, uint64_t *out);
/* "512", "512b", "64k", "1.5g": powers of 1024, result in bytes. */
int str_bytes(const char *text, uint64_t *out_bytes);
/* "150ms", "10s", "5m", "2h", "1d"; a bare number is seconds. */
int str_duration(const char *text, uint64_t *out_ms);
/* "50", "1.5" -> thousandths (50000, 1500). */
int str_thousandths(const char *text, uint64_t *out);
/* "TERM", "SIGTERM", "15" -> 15; 0 if it is no signal. */
int str_signal(const char *text);
const char *str_signal_name(int number);        /* "SIGTERM", or NULL */
bool str_starts(const char *text, const char *prefix);
void str_hex(const uint8_t *bytes, size_t count, char *out);    /* 2*count characters and a NUL */
bool str_is_utf8(const uint8_t *bytes, size_t len);
void str_make_utf8(char *text);         /* what is none becomes '?': names from a disk, cut texts */
/* snprintf that must fit: paths made of parts we bounded ourselves. */
void str_fmt(char *out, size_t size, const char *fmt, ...) __attribute__((format(printf, 3, 4)));

#endif
