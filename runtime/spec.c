#include "runtime/spec.h"

#include "base/must.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

static uint32_t reserve(struct spec_builder *b, size_t len)
{
    size_t at = (b->len + 7) & ~(size_t)7;

    if (at + len > b->room) {
        b->room = 2 * (at + len) + 4096;
        b->data = xrealloc(b->data, b->room);
        memset(b->data + b->len, 0, b->room - b->len);
    }
    b->len = at + len;
    must(b->len < UINT32_MAX);
    return (uint32_t)at;
}

void spec_begin(struct spec_builder *b)
{
    *b = (struct spec_builder){ 0 };
    reserve(b, sizeof(struct spec));
    spec_of(b)->magic = SPEC_MAGIC;
}

void spec_free(struct spec_builder *b)
{
    if (b->data)
        explicit_bzero(b->data, b->len);        /* environments hold secrets */
    free(b->data);
    *b = (struct spec_builder){ 0 };
}

struct spec *spec_of(struct spec_builder *b)
{
    return (struct spec *)b->data;
}

uint32_t spec_add_text(struct spec_builder *b, const char *text, size_t len)
{
    uint32_t at = reserve(b, len + 1);

    memcpy(b->data + at, text, len);
    b->data[at + len] = '\0';
    return at;
}

uint32_t spec_add_str(struct spec_builder *b, const char *text)
{
    return spec_add_text(b, text, strlen(text));
}

struct spec_list spec_add_texts(struct spec_builder *b, const uint32_t *texts, uint32_t count)
{
    uint32_t at = reserve(b, 8 * ((size_t)count + 1));

    for (uint32_t i = 0; i < count; i++)
        ((uint64_t *)(b->data + at))[i] = texts[i];
    ((uint64_t *)(b->data + at))[count] = 0;
    return (struct spec_list){ at, count };
}

struct spec_list spec_add_array(struct spec_builder *b, const void *items, size_t item_size, uint32_t count)
{
    uint32_t at = reserve(b, item_size * count);

    if (count)
        memcpy(b->data + at, items, item_size * count);
    return (struct spec_list){ at, count };
}

int spec_seal(struct spec_builder *b, struct err *e)
{
    int fd = memfd_create("quilt-spec", MFD_CLOEXEC | MFD_ALLOW_SEALING);

    if (fd < 0)
        return err_sys(e, "launch spec");
    spec_of(b)->size = (uint32_t)b->len;
    if (write(fd, b->data, b->len) != (ssize_t)b->len ||
        fcntl(fd, F_ADD_SEALS, F_SEAL_SEAL | F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE) < 0) {
        err_sys(e, "launch spec");
        close(fd);
        return -1;
    }
    return fd;
}

/* ---------------------------------------------------------------- reading */

static bool text_ok(const struct spec *s, uint64_t at)
{
    return at == 0 || (at >= sizeof *s && at < s->size && memchr((const char *)s + at, 0, s->size - at));
}

static bool list_ok(const struct spec *s, struct spec_list l, size_t item)
{
    return l.count == 0 || (l.at >= sizeof *s && l.at % 8 == 0 && l.at <= s->size && l.count <= (s->size - l.at) / item);
}

static bool texts_ok(const struct spec *s, struct spec_list l)
{
    const uint64_t *slots = (const uint64_t *)((const char *)s + l.at);

    if (l.count && (l.count == UINT32_MAX || !list_ok(s, (struct spec_list){ l.at, l.count + 1 }, 8)))
        return false;
    for (uint32_t i = 0; i < l.count; i++)
        if (!slots[i] || !text_ok(s, slots[i]))
            return false;
    return true;
}

static bool mounts_ok(const struct spec *s)
{
    const struct spec_mount *m = spec_array(s, s->mounts);

    if (!list_ok(s, s->mounts, sizeof *m))
        return false;
    for (uint32_t i = 0; i < s->mounts.count; i++)
        if (!text_ok(s, m[i].source) || !text_ok(s, m[i].target) || !m[i].target)
            return false;
    return true;
}

static bool spec_ok(const struct spec *s)
{
    const uint32_t texts[] = { s->id,  s->hostname, s->user,    s->workdir, s->cgroup,
                               s->cpuset, s->run_dir, s->log_dir, s->upper,   s->work,    s->leaf };

    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        if (!text_ok(s, texts[i]))
            return false;
    return texts_ok(s, s->lower) && texts_ok(s, s->argv) && texts_ok(s, s->env) && texts_ok(s, s->setup) && texts_ok(s, s->dirs) && mounts_ok(s) &&
           list_ok(s, s->rlimits, sizeof(struct spec_rlimit)) && list_ok(s, s->bpf, 8) && s->argv.count > 0;
}

struct spec *spec_open(int fd)
{
    struct stat st;
    struct spec *s;

    if (fstat(fd, &st) < 0)
        return NULL;
    if (st.st_size < (off_t)sizeof *s || st.st_size > UINT32_MAX) {
        errno = EINVAL;
        return NULL;
    }
    s = mmap(NULL, (size_t)st.st_size, PROT_READ | PROT_WRITE, MAP_PRIVATE, fd, 0);
    if (s == MAP_FAILED)
        return NULL;
    if (s->magic != SPEC_MAGIC || s->size != (uint32_t)st.st_size || !spec_ok(s)) {
        munmap(s, (size_t)st.st_size);
        errno = EINVAL;
        return NULL;
    }
    return s;
}

const char *spec_text(const struct spec *s, uint32_t at)
{
    return at ? (const char *)s + at : "";
}

const void *spec_array(const struct spec *s, struct spec_list list)
{
    return (const char *)s + list.at;
}

char **spec_pointers(struct spec *s, struct spec_list list)
{
    static char *none[1];
    uint64_t *slots = (uint64_t *)((char *)s + list.at);

    if (!list.count)
        return none;
    for (uint32_t i = 0; i < list.count; i++)
        slots[i] = (uint64_t)(uintptr_t)((char *)s + slots[i]);
    return (char **)slots;
}
