#include "actors/imaged/sha256.h"

#include "base/must.h"
#include "base/str.h"

#include <openssl/evp.h>

/* Only a build without SHA-256 fails here. */
struct sha256 *sha256_new(void)
{
    EVP_MD_CTX *h = EVP_MD_CTX_new();

    must(h && EVP_DigestInit_ex(h, EVP_sha256(), NULL) == 1);
    return (struct sha256 *)h;
}

void sha256_add(struct sha256 *h, const void *data, size_t len)
{
    must(EVP_DigestUpdate((EVP_MD_CTX *)h, data, len) == 1);
}

void sha256_end(struct sha256 *h, char out[65])
{
    uint8_t digest[EVP_MAX_MD_SIZE];
    unsigned len = 0;

    must(EVP_DigestFinal_ex((EVP_MD_CTX *)h, digest, &len) == 1 && len == 32);
    str_hex(digest, 32, out);
    EVP_MD_CTX_free((EVP_MD_CTX *)h);
}

void sha256_of(const void *data, size_t len, char out[65])
{
    struct sha256 *h = sha256_new();

    sha256_add(h, data, len);
    sha256_end(h, out);
}
