/*
 * imaged - images on the disk: finds them, unpacks them once, repairs what is broken.
 *
 * Answers    image.resolve (monitor), image.import, image.progress (clients)
 * Asks       store: what it unpacked
 *
 * A layer is <state>/layers/<sha256>/{root,repair,image,source}; it appears by one
 * rename, so that a half-made one is never named.  What a killed worker left
 * (.unpack-*) is swept away at start.  Unpacking is quilt-unpack's, in its jail.
 *
 *     asked --known--> answered
 *        `--> UNPACKING (all who ask for the same file wait here)
 *               --done, renamed, recorded--> answered    --failed, 20 min--> error to all
 */
#include "actors/actor.h"
#include "actors/imaged/repair.h"
#include "actors/imaged/unpack.h"
#include "base/auto.h"
#include "base/clock.h"
#include "base/fault.h"
#include "base/fd.h"
#include "base/log.h"
#include "base/map.h"
#include "base/must.h"
#include "base/str.h"
#include "protocol/gen/ask.h"
#include "protocol/gen/imaged.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#define WAITERS_MAX 256
#define UNPACK_MS (20 * 60 * 1000)
#define JOBS_MAX 4

struct known {
    struct digest digest;
    char *source;
    char tag[201];
    uint64_t bytes, entries, repaired, created_ns;
};

struct job {
    struct imaged *imaged;
    char *source;
    char stamp[160], tmp[40];
    uint64_t total_bytes, done_bytes;
    pid_t pid;
    int talk_fd;
    struct watch *watch;
    struct timer *deadline;
    uint64_t waiters[WAITERS_MAX];
    int waiter_count;
    char tag[201];
    uint64_t number;
    struct known *known;                /* once it is published */
};

struct imaged {
    struct actor *actor;
    int layers_fd;
    struct map *images;                 /* digest -> struct known, owned */
    struct map *sources;                /* "path\nstamp" -> struct known */
    struct map *jobs;                   /* path -> struct job, owned */
    uint64_t counter;
};

/* ---------------------------------------------------------------- what is known */

/* What changes when a file's content may have. */
static void stamp_of(const struct stat *st, char out[160])
{
    str_fmt(out, 160, "%llu.%llu.%lld.%lld.%ld.%lld.%ld", (unsigned long long)st->st_dev, (unsigned long long)st->st_ino, (long long)st->st_size,
            (long long)st->st_mtim.tv_sec, st->st_mtim.tv_nsec, (long long)st->st_ctim.tv_sec, st->st_ctim.tv_nsec);
}

static char *source_key(const char *path, const char *stamp)
{
    char *key = xalloc(strlen(path) + strlen(stamp) + 2);

    sprintf(key, "%s\n%s", path, stamp);        /* NOLINT: sized above */
    return key;
}

static struct known *find_reference(struct imaged *self, const char *ref)
{
    struct map_iter it = map_iter(self->images);
    struct known *k, *hit = NULL;
    size_t len = strlen(ref);

    while ((k = map_next(&it, NULL))) {
        if (!strcmp(k->tag, ref) || (!strchr(ref, ':') && str_starts(k->tag, ref) && !strcmp(k->tag + len, ":latest")))
            return k;
        if (len >= 12 && str_starts(k->digest.text, ref))
            hit = k;
    }
    return hit;
}

static struct image describe(const struct known *k)
{
    struct image m = { .digest = k->digest, .source = wire_text(k->source), .has_tag = k->tag[0], .bytes = k->bytes, .entries = k->entries,
                       .repaired = k->repaired, .created_ns = k->created_ns };

    str_fmt(m.tag.text, sizeof m.tag.text, "%s", k->tag);
    return m;
}

static void set_tag(struct imaged *self, struct known *k, const char *tag)
{
    struct map_iter it = map_iter(self->images);
    struct known *other;

    if (!tag[0])
        return;
    while ((other = map_next(&it, NULL)))
        if (!strcmp(other->tag, tag))
            other->tag[0] = '\0';
    str_fmt(k->tag, sizeof k->tag, "%s", tag);
}

/* ---------------------------------------------------------------- beside the layer on disk */

static int save(struct imaged *self, const struct known *k, const char *stamp, struct err *e)
{
    auto_fd int dir = openat(self->layers_fd, k->digest.text, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    struct image m = describe(k);
    struct wire_writer w;
    int r;

    if (dir < 0)
        return err_sys(e, "layer %s", k->digest.text);
    wire_writer_init(&w);
    image_write(&w, &m);
    r = fd_replace_file(dir, "image", w.data, w.len, 0600);
    wire_writer_done(&w);
    if (r == 0 && stamp)
        r = fd_replace_file(dir, "source", stamp, strlen(stamp), 0600);
    return r < 0 ? err_sys(e, "layer %s", k->digest.text) : 0;
}

static void discard(struct imaged *self, const char *name);
static void sweep(struct imaged *self);

static void load_one(struct imaged *self, const char *name)
{
    auto_fd int dir = openat(self->layers_fd, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    char bytes[8192], stamp[200];
    ssize_t n = dir < 0 ? -1 : fd_read_file(dir, "image", bytes, sizeof bytes);
    struct wire_reader r = { (uint8_t *)bytes, (uint8_t *)bytes + (n < 0 ? 0 : n) };
    struct known *k;
    struct image m;
    auto_free char *key = NULL;

    if (n < 0 || wire_scan(bytes, (size_t)n, NULL) < 0 || image_read(&r, &m, NULL) < 0 || strcmp(m.digest.text, name)) {
        log_warn("layer_unreadable", "%s has no description: removed", name);
        discard(self, name);
        return;
    }
    k = xalloc(sizeof *k);
    *k = (struct known){ .digest = m.digest, .source = wire_dup(m.source), .bytes = m.bytes, .entries = m.entries, .repaired = m.repaired, .created_ns = m.created_ns };
    if (m.has_tag)
        str_fmt(k->tag, sizeof k->tag, "%s", m.tag.text);
    map_put(self->images, k->digest.text, k);
    if (fd_read_file(dir, "source", stamp, sizeof stamp) > 0) {
        key = source_key(k->source, stamp);
        map_put(self->sources, key, k);
    }
    ask_store_image(self->actor, &(struct store_image){ .image = describe(k) }, (struct about){ 0 }, NULL);
}

static void load_all(struct imaged *self)
{
    int fd = openat(self->layers_fd, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    auto_dir DIR *d = fdopendir(fd);
    struct dirent *ent;

    while (d && (ent = readdir(d))) {
        if (str_starts(ent->d_name, ".unpack-"))
            discard(self, ent->d_name);
        else if (str_starts(ent->d_name, "trash-"))
            sweep(self);
        else if (ent->d_name[0] != '.')
            load_one(self, ent->d_name);
    }
}

/* ---------------------------------------------------------------- answering */

static void answer(struct imaged *self, uint64_t number, const struct known *k)
{
    struct request *req = request_find(self->actor, number);

    if (!req)
        return;
    if (!strcmp(request_verb(req), "image.resolve"))
        reply_image_resolve(req, &(struct image_resolve_reply){ .digest = k->digest, .repair = k->repaired > 0 });
    else
        reply_image_import(req, &(struct image_import_reply){ .image = describe(k) });
}

/* ---------------------------------------------------------------- deleting, in a process of its own */

struct sweep {
    struct loop *loop;
    pid_t pid;
    int pidfd;
    struct watch *watch;
};

static void on_swept(void *arg, uint32_t events)
{
    struct sweep *s = arg;

    (void)events;
    waitpid(s->pid, NULL, 0);
    loop_unwatch(s->loop, s->watch);
    close(s->pidfd);
    free(s);
}

static void sweep(struct imaged *self)
{
    const struct actor_options *o = actor_options(self->actor);
    struct sweep *s = xalloc(sizeof *s);
    char program[1100], layers[1100];
    char *argv[] = { program, layers, NULL }, *envp[] = { NULL };

    str_fmt(program, sizeof program, "%s/quilt-sweep", o->libexec_dir);
    str_fmt(layers, sizeof layers, "%s/layers", o->state_dir);
    s->loop = actor_loop(self->actor);
    if (posix_spawn(&s->pid, program, NULL, NULL, argv, envp) != 0) {
        log_error("sweep_failed", "%s: %s", program, strerror(errno));
        free(s);
        return;
    }
    s->pidfd = (int)syscall(SYS_pidfd_open, s->pid, 0);
    must(s->pidfd >= 0);
    s->watch = loop_watch(s->loop, s->pidfd, EPOLLIN, on_swept, s);
}

/* A half-made layer is out of the way at once; deleting it may take as long as it likes. */
static void discard(struct imaged *self, const char *name)
{
    char trash[80];

    str_fmt(trash, sizeof trash, "trash-%.70s", name);
    for (char *p = trash; *p; p++)
        if (*p == '.')
            *p = '-';
    if (renameat(self->layers_fd, name, self->layers_fd, trash) == 0)
        sweep(self);
}

static void job_free(struct job *j)
{
    struct imaged *self = j->imaged;

    map_remove(self->jobs, j->source);
    loop_unwatch(actor_loop(self->actor), j->watch);
    loop_cancel(actor_loop(self->actor), j->deadline);
    if (j->talk_fd >= 0)
        close(j->talk_fd);
    if (j->pid > 0) {
        kill(j->pid, SIGKILL);
        waitpid(j->pid, NULL, 0);
    }
    discard(self, j->tmp);
    free(j->source);
    free(j);
}

static void job_fail(struct job *j, int code, const char *text)
{
    log_warn("unpack_failed", "%s: %s", j->source, text);
    if (j->pid > 0)
        kill(j->pid, SIGKILL);
    discard(j->imaged, j->tmp);         /* before anybody is told that it failed */
    for (int i = 0; i < j->waiter_count; i++) {
        struct request *req = request_find(j->imaged->actor, j->waiters[i]);

        if (req)
            request_error(req, code, "image %s: %s", j->source, text);
    }
    job_free(j);
}

static struct job *job_by_number(struct imaged *self, uint64_t number)
{
    struct map_iter it = map_iter(self->jobs);
    struct job *j;

    while ((j = map_next(&it, NULL)) && j->number != number)
        ;
    return j;
}

/* The store knows: now the image exists for everybody. */
static void on_recorded(void *arg, const struct about *about, const struct store_image_reply *reply, const struct err *failed)
{
    struct imaged *self = arg;
    struct job *j = job_by_number(self, about->number);

    (void)reply;
    if (!j)
        return;
    if (failed) {
        job_fail(j, failed->code, failed->text);
        return;
    }
    for (int i = 0; i < j->waiter_count; i++)
        answer(self, j->waiters[i], j->known);
    job_free(j);
}

/* ---------------------------------------------------------------- a worker's end */

static struct known *known_new(const struct job *j, const struct unpack_message *m, int repaired)
{
    struct known *k = xalloc(sizeof *k);

    *k = (struct known){ .source = xstrdup(j->source), .bytes = m->bytes, .entries = m->entries, .repaired = (uint64_t)repaired,
                         .created_ns = (uint64_t)clock_wall_ns() };
    str_fmt(k->digest.text, sizeof k->digest.text, "%.64s", m->digest);
    return k;
}

/* Repair, description, rename: in this order, so that a layer that has its name is whole. */
static int publish(struct imaged *self, struct job *j, const struct unpack_message *m, struct err *e)
{
    auto_fd int dir = openat(self->layers_fd, j->tmp, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    char busybox[1100];
    struct known *k;
    int repaired;

    str_fmt(busybox, sizeof busybox, "%s/repair/busybox", actor_options(self->actor)->share_dir);
    if (dir < 0)
        return err_sys(e, "layer");
    repaired = repair_make(dir, busybox, e);
    if (repaired < 0)
        return -1;
    if (fault_at("imaged.publish"))
        return err_sys(e, "layer");
    k = known_new(j, m, repaired);
    if (renameat(self->layers_fd, j->tmp, self->layers_fd, k->digest.text) < 0) {
        err_sys(e, "layer %s", k->digest.text);
        free(k->source);
        free(k);
        return -1;
    }
    set_tag(self, k, j->tag);
    map_put(self->images, k->digest.text, k);
    j->known = k;
    return save(self, k, j->stamp, e);
}

static void on_unpacked(struct job *j, const struct unpack_message *m)
{
    struct imaged *self = j->imaged;
    struct err e = ERR_NONE;
    auto_free char *key = source_key(j->source, j->stamp);

    j->known = map_get(self->images, m->digest);
    if (j->known) {                     /* the same bytes under another name */
        set_tag(self, j->known, j->tag);
        free(j->known->source);
        j->known->source = xstrdup(j->source);
        if (save(self, j->known, j->stamp, &e) < 0) {
            job_fail(j, e.code, e.text);
            return;
        }
    } else if (publish(self, j, m, &e) < 0) {
        job_fail(j, e.code, e.text);
        return;
    }
    map_put(self->sources, key, j->known);
    log_info("unpacked", "%s: %s, %llu entries, %llu bytes", j->source, j->known->digest.text, (unsigned long long)m->entries, (unsigned long long)m->bytes);
    ask_store_image(self->actor, &(struct store_image){ .image = describe(j->known) }, (struct about){ .number = j->number }, on_recorded);
}

static bool is_digest(const char *text)
{
    return strlen(text) == 64 && !text[strspn(text, "0123456789abcdef")];
}

static void on_talk(void *arg, uint32_t events)
{
    struct job *j = arg;
    struct unpack_message m;
    ssize_t n;

    (void)events;
    while ((n = recv(j->talk_fd, &m, sizeof m, MSG_DONTWAIT)) == (ssize_t)sizeof m) {
        j->done_bytes = m.read_bytes;
        m.text[sizeof m.text - 1] = m.digest[64] = '\0';
        if (m.type == UNPACK_PROGRESS)
            continue;
        loop_unwatch(actor_loop(j->imaged->actor), j->watch);
        j->watch = NULL;
        kill(j->pid, SIGKILL);          /* it has said all; what it says is not trusted to end it */
        waitpid(j->pid, NULL, 0);
        j->pid = 0;
        if (m.type == UNPACK_DONE && !is_digest(m.digest))
            job_fail(j, ERR_INTERNAL, "the worker's digest is not one");
        else if (m.type == UNPACK_DONE)
            on_unpacked(j, &m);
        else
            job_fail(j, m.exhausted ? ERR_EXHAUSTED : ERR_INVALID, m.text);
        return;
    }
    if (n == 0)
        job_fail(j, ERR_FAILED, "the unpacking process ended without a result");
}

static void on_unpack_deadline(void *arg)
{
    struct job *j = arg;

    j->deadline = NULL;
    job_fail(j, ERR_DEADLINE, "unpacking took longer than 20 minutes");
}

/* ---------------------------------------------------------------- starting a worker */

static _Noreturn void exec_worker(struct imaged *self, int archive, int root, int talk)
{
    const struct actor_options *o = actor_options(self->actor);
    const char *max = getenv("QUILT_IMAGE_BYTES_MAX");
    char path[1100], env[80] = "QUILT_NONE=";
    char *argv[] = { path, NULL }, *envp[] = { env, NULL };
    const int fds[3] = { archive, root, talk };
    sigset_t none;

    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    str_fmt(path, sizeof path, "%s/quilt-unpack", o->libexec_dir);
    if (max && strlen(max) < 40)
        str_fmt(env, sizeof env, "QUILT_IMAGE_BYTES_MAX=%s", max);
    for (int i = 0; i < 3; i++)
        if (dup2(fds[i], 50 + i) < 0)
            _exit(126);
    for (int i = 0; i < 3; i++)
        if (dup2(50 + i, 3 + i) < 0)
            _exit(126);
    close_range(6, ~0u, 0);
    execve(path, argv, envp);
    _exit(127);
}

static int start_worker(struct imaged *self, struct job *j, int archive, struct err *e)
{
    auto_fd int dir = -1, root = -1, mine = -1, theirs = -1;
    int pair[2];

    str_fmt(j->tmp, sizeof j->tmp, ".unpack-%llu", (unsigned long long)j->number);
    dir = fd_make_dir(self->layers_fd, j->tmp, 0700);
    root = dir < 0 ? -1 : fd_make_dir(dir, "root", 0755);
    if (root < 0 || socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, pair) < 0)
        return err_sys(e, "making a layer");
    mine = pair[0];
    theirs = pair[1];
    j->pid = fork();
    if (j->pid < 0)
        return err_sys(e, "starting quilt-unpack");
    if (j->pid == 0)
        exec_worker(self, archive, root, theirs);
    j->talk_fd = steal_fd(&mine);
    j->watch = loop_watch(actor_loop(self->actor), j->talk_fd, EPOLLIN, on_talk, j);
    j->deadline = loop_after(actor_loop(self->actor), UNPACK_MS, on_unpack_deadline, j);
    return 0;
}

static int open_archive(const char *path, struct stat *st, struct err *e)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);

    if (fd < 0 && errno == ENOENT)
        return err_set(e, ERR_NOT_FOUND, "image %s: no such file", path);
    if (fd < 0 || fstat(fd, st) < 0) {
        err_sys(e, "image %s", path);
        if (fd >= 0)
            close(fd);
        return -1;
    }
    if (!S_ISREG(st->st_mode)) {
        close(fd);
        return err_set(e, ERR_INVALID, "image %s: not a regular file", path);
    }
    return fd;
}

static struct job *job_new(struct imaged *self, const char *path, const struct stat *st)
{
    struct job *j = xalloc(sizeof *j);

    j->imaged = self;
    j->number = ++self->counter;
    j->source = xstrdup(path);
    j->talk_fd = -1;
    j->total_bytes = (uint64_t)st->st_size;
    stamp_of(st, j->stamp);
    map_put(self->jobs, path, j);
    return j;
}

static handled join(struct job *j, struct request *req, const char *tag)
{
    if (j->waiter_count == WAITERS_MAX)
        return request_error(req, ERR_EXHAUSTED, "image %s: too many requests wait for it", j->source);
    if (tag[0])
        str_fmt(j->tag, sizeof j->tag, "%s", tag);
    j->waiters[j->waiter_count++] = request_number(req);
    return HANDLED_LATER;
}

static handled unpack(struct imaged *self, const char *path, const char *tag, struct request *req)
{
    struct stat st;
    struct err e = ERR_NONE;
    auto_fd int fd = open_archive(path, &st, &e);
    char stamp[160];
    auto_free char *key = NULL;
    struct known *k;
    struct job *j;

    if (fd < 0)
        return request_fail(req, &e);
    stamp_of(&st, stamp);
    key = source_key(path, stamp);
    k = map_get(self->sources, key);
    if (k && !tag[0]) {
        answer(self, request_number(req), k);
        return (handled){ 1 };
    }
    j = map_get(self->jobs, path);
    if (j)
        return join(j, req, tag);
    if (map_count(self->jobs) >= JOBS_MAX)
        return request_error(req, ERR_EXHAUSTED, "image %s: %d images are being unpacked already, try again", path, JOBS_MAX);
    j = job_new(self, path, &st);
    if (start_worker(self, j, fd, &e) < 0) {
        job_free(j);
        return request_fail(req, &e);
    }
    return join(j, req, tag);
}

/* ---------------------------------------------------------------- handlers */

handled on_image_resolve(struct imaged *self, const struct image_resolve *m, struct request *req)
{
    auto_free char *ref = wire_dup(m->image);
    struct known *k;

    if (ref[0] == '/')
        return unpack(self, ref, "", req);
    k = find_reference(self, ref);
    if (!k)
        return request_error(req, ERR_NOT_FOUND, "image %s: neither a tag nor a digest that is known; a path begins with '/'", ref);
    return reply_image_resolve(req, &(struct image_resolve_reply){ .digest = k->digest, .repair = k->repaired > 0 });
}

handled on_image_import(struct imaged *self, const struct image_import *m, struct request *req)
{
    auto_free char *path = wire_dup(m->path);

    return unpack(self, path, m->has_tag ? m->tag.text : "", req);
}

handled on_image_progress(struct imaged *self, const struct image_progress *m, struct request *req)
{
    struct map_iter it = map_iter(self->jobs);
    struct wire_writer items;
    uint32_t count = 0;
    struct job *j;
    handled h;

    (void)m;
    wire_writer_init(&items);
    for (; (j = map_next(&it, NULL)); count++)
        progress_write(&items, &(struct progress){ .source = wire_text(j->source), .done_bytes = j->done_bytes, .total_bytes = j->total_bytes });
    h = reply_image_progress(req, &(struct image_progress_reply){ .images = wire_list_of(&items, count) });
    wire_writer_done(&items);
    return h;
}

/* ---------------------------------------------------------------- life */

static void *imaged_start(struct actor *a, struct err *e)
{
    struct imaged *self = xalloc(sizeof *self);
    char path[1060];

    self->actor = a;
    self->images = map_new();
    self->sources = map_new();
    self->jobs = map_new();
    str_fmt(path, sizeof path, "%s/layers", actor_options(a)->state_dir);
    self->layers_fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (self->layers_fd < 0) {
        err_sys(e, "%s", path);
        return NULL;
    }
    load_all(self);
    actor_ready(a);
    return self;
}

static void imaged_stop(void *arg)
{
    struct imaged *self = arg;
    struct map_iter it = map_iter(self->jobs);
    struct job *j;
    struct known *k;

    while ((j = map_next(&it, NULL)))
        job_free(j);
    for (it = map_iter(self->images); (k = map_next(&it, NULL));) {
        free(k->source);
        free(k);
    }
    map_free(self->images);
    map_free(self->sources);
    map_free(self->jobs);
    close(self->layers_fd);
    free(self);
}

int main(int argc, char **argv)
{
    return actor_main(argc, argv, &(struct actor_spec){
        .name = "imaged", .dispatch = imaged_dispatch, .start = imaged_start, .stop = imaged_stop,
    });
}
