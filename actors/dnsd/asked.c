#include "actors/dnsd/asked.h"

#include "base/must.h"
#include "base/str.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

#define SLOT_BYTES 1024
#define SLOTS (ASKED_BYTES / SLOT_BYTES)
#define LOOKED_AT 64                    /* slots, for a free one */
#define WAITED_MS 10000                 /* the longest that a client waits */

struct slot {
    uint32_t used;                      /* written last, cleared first */
    uint32_t from_len, len;
    int64_t time_ms;                    /* of the boot clock */
    uint64_t life;                      /* of which process */
    char listener[CHANNEL_NAME];
    struct sockaddr_storage from;
    uint8_t query[SLOT_BYTES - 32 - CHANNEL_NAME - sizeof(struct sockaddr_storage)];
};
_Static_assert(sizeof(struct slot) == SLOT_BYTES, "a slot is what asked.h divides by");

struct asked {
    struct slot *slots;
    uint32_t next;
    uint64_t life;
};

struct asked *asked_open(int fd)
{
    struct stat st;
    struct asked *a;
    void *at = fstat(fd, &st) == 0 && st.st_size == ASKED_BYTES ? mmap(NULL, ASKED_BYTES, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0) : MAP_FAILED;

    close(fd);
    if (at == MAP_FAILED)
        return NULL;
    a = xalloc(sizeof *a);
    a->slots = at;
    must(getrandom(&a->life, sizeof a->life, 0) == (ssize_t)sizeof a->life);
    return a;
}

void asked_close(struct asked *a)
{
    if (!a)
        return;
    munmap(a->slots, ASKED_BYTES);
    free(a);
}

static struct slot *free_slot(struct asked *a, uint32_t *out)
{
    for (int i = 0; i < LOOKED_AT; i++) {
        *out = a->next++ % SLOTS;
        if (!a->slots[*out].used)
            return &a->slots[*out];
    }
    return NULL;
}

uint32_t asked_put(struct asked *a, const struct asked_question *q, int64_t now_ms)
{
    uint32_t at;
    struct slot *s = a && q->len <= sizeof s->query ? free_slot(a, &at) : NULL;

    if (!s)
        return 0;
    s->time_ms = now_ms;
    s->life = a->life;
    str_fmt(s->listener, sizeof s->listener, "%s", q->listener);
    s->from = q->from;
    s->from_len = q->from_len;
    s->len = (uint32_t)q->len;
    memcpy(s->query, q->query, q->len);
    __atomic_store_n(&s->used, 1, __ATOMIC_RELEASE);
    return at + 1;
}

void asked_done(struct asked *a, uint32_t number)
{
    if (a && number)
        __atomic_store_n(&a->slots[number - 1].used, 0, __ATOMIC_RELEASE);
}

/* What was written by a process that may have gone mad is looked at once more. */
static bool is_sound(struct slot *s, int64_t now_ms)
{
    s->listener[sizeof s->listener - 1] = '\0';
    return s->len <= sizeof s->query && s->from_len <= sizeof s->from && s->time_ms <= now_ms && now_ms - s->time_ms < WAITED_MS;
}

void asked_again(struct asked *a, int64_t now_ms, asked_fn fn, void *arg)
{
    for (uint32_t i = 0; a && i < SLOTS; i++) {
        struct slot s;

        if (!a->slots[i].used || a->slots[i].life == a->life)
            continue;                   /* asked again just now */
        s = a->slots[i];
        asked_done(a, i + 1);
        if (is_sound(&s, now_ms)) {
            struct asked_question q = { .from = s.from, .from_len = s.from_len, .query = s.query, .len = s.len };

            str_fmt(q.listener, sizeof q.listener, "%s", s.listener);
            fn(arg, &q);
        }
    }
}
