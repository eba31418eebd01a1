/*
 * upload - archives that clients bring piece by piece: a file each below <state>/uploads,
 * which is imported and goes, or goes when nobody has cared for ten minutes.
 */
#include "actors/imaged/imaged.h"
#include "base/auto.h"
#include "base/clock.h"
#include "base/fd.h"
#include "base/log.h"
#include "base/str.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define CHUNK_MAX 262144
#define IDLE_S 600
#define PARTIAL_S 86400
#define LOOK_MS 60000
#define UPLOADS_MAX 64

void upload_path(const struct imaged *self, const char *name, char out[1200])
{
    str_fmt(out, 1200, "%s/uploads%s%s", actor_options(self->actor)->state_dir, *name ? "/" : "", name);
}

void upload_forget(struct imaged *self, const char *name)
{
    char path[1200];

    upload_path(self, name, path);
    if (unlink(path) < 0 && errno != ENOENT)
        log_warn("upload_left", "%s: %s", path, strerror(errno));
}

/* Which are there; those that nobody cared for go. */
static int look(struct imaged *self)
{
    char path[1200];
    int64_t now = clock_wall_ns() / 1000000000;
    struct dirent *ent;
    struct stat st;
    int count = 0;

    upload_path(self, "", path);
    auto_dir DIR *d = opendir(path);

    while (d && (ent = readdir(d))) {
        if (ent->d_name[0] == '.' || fstatat(dirfd(d), ent->d_name, &st, AT_SYMLINK_NOFOLLOW) < 0)
            continue;
        if (st.st_mtim.tv_sec + IDLE_S < now)
            unlinkat(dirfd(d), ent->d_name, 0);
        else
            count++;
    }
    return count;
}

/* Downloads that broke off and that nobody went on with. */
static void forget_partial(struct imaged *self)
{
    int fd = openat(self->partial_fd, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    int64_t now = clock_wall_ns() / 1000000000;
    struct dirent *ent;
    struct stat st;

    auto_dir DIR *d = fdopendir(fd);

    while (d && (ent = readdir(d)))
        if (ent->d_name[0] != '.' && fstatat(dirfd(d), ent->d_name, &st, AT_SYMLINK_NOFOLLOW) == 0 && st.st_mtim.tv_sec + PARTIAL_S < now)
            unlinkat(dirfd(d), ent->d_name, 0);
}

static void on_look(void *arg)
{
    struct imaged *self = arg;

    self->upload_timer = loop_after(actor_loop(self->actor), LOOK_MS, on_look, self);
    look(self);
    forget_partial(self);
    images_settle(self->images);
}

void uploads_begin(struct imaged *self)
{
    char path[1200];

    upload_path(self, "", path);
    if (fd_make_path(path, 0700) < 0)
        log_error("uploads", "%s: %s", path, strerror(errno));
    on_look(self);
}

static int take(int fd, const struct image_upload *m, struct stat *st, struct err *e)
{
    if (fstat(fd, st) < 0)
        return err_sys(e, "upload %s", m->upload.text);
    if (m->offset > (uint64_t)st->st_size)
        return err_set(e, ERR_INVALID, "upload %s: has %lld bytes, these begin at %llu", m->upload.text, (long long)st->st_size, (unsigned long long)m->offset);
    for (size_t at = 0; at < m->data.len;) {
        ssize_t n = pwrite(fd, m->data.data + at, m->data.len - at, (off_t)(m->offset + at));

        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0)
            return err_sys(e, "upload %s", m->upload.text);
        at += (size_t)n;
    }
    return fstat(fd, st) < 0 ? err_sys(e, "upload %s", m->upload.text) : 0;
}

handled on_image_upload(struct imaged *self, const struct image_upload *m, struct request *req)
{
    struct err e = ERR_NONE;
    char path[1200];
    struct stat st;
    auto_fd int fd = -1;

    if (m->data.len > CHUNK_MAX)
        return request_error(req, ERR_INVALID, "upload %s: data: at most %d bytes at a time", m->upload.text, CHUNK_MAX);
    if (m->upload.text[0] == '.')
        return request_error(req, ERR_INVALID, "upload %s: must not begin with a dot", m->upload.text);
    upload_path(self, m->upload.text, path);
    fd = open(path, O_RDWR | O_CLOEXEC | O_NOFOLLOW);
    if (fd < 0 && errno == ENOENT && look(self) >= UPLOADS_MAX)
        return request_error(req, ERR_EXHAUSTED, "upload %s: there are %d already", m->upload.text, UPLOADS_MAX);
    if (fd < 0 && errno == ENOENT)
        fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (fd < 0) {
        err_sys(&e, "upload %s", m->upload.text);
        return request_fail(req, &e);
    }
    return take(fd, m, &st, &e) < 0 ? request_fail(req, &e) : reply_image_upload(req, &(struct image_upload_reply){ .size = (uint64_t)st.st_size });
}
