/*
 * auto - cleanup attributes, and the visible word that hands ownership over.
 *
 * A local that owns something is declared with one of these; `steal(x)` empties it
 * and gives the value to somebody else, so that leaving the scope frees nothing.
 */
#ifndef BASE_AUTO_H
#define BASE_AUTO_H

#include <dirent.h>
#include <stdlib.h>
#include <unistd.h>

#define auto_of(fn) __attribute__((cleanup(fn)))
#define auto_free auto_of(auto_free_)
#define auto_fd auto_of(auto_fd_)
#define auto_dir auto_of(auto_dir_)

#define steal(x)                                                                                   \
    ({                                                                                             \
        __typeof__(x) stolen_ = (x);                                                               \
        (x) = (__typeof__(x)){ 0 };                                                                \
        stolen_;                                                                                   \
    })

/* A descriptor's empty value is -1, not 0. */
static inline int steal_fd(int *fd)
{
    int was = *fd;

    *fd = -1;
    return was;
}

static inline void auto_free_(void *p)
{
    free(*(void **)p);
}

static inline void auto_fd_(int *fd)
{
    if (*fd >= 0)
        close(*fd);
}

static inline void auto_dir_(DIR **d)
{
    if (*d)
        closedir(*d);
}

#endif
