/* sha256 - OpenSSL's, in one place. */
#ifndef IMAGED_SHA256_H
#define IMAGED_SHA256_H

#include <stddef.h>

struct sha256;

struct sha256 *sha256_new(void);
void sha256_add(struct sha256 *h, const void *data, size_t len);
/* In hexadecimal; frees it. */
void sha256_end(struct sha256 *h, char out[65]);
void sha256_of(const void *data, size_t len, char out[65]);

#endif
