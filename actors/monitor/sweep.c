/*
 * quilt-sweep - deletes trash-* below the directories it is given, and ends: deleting
 * a tree may take long, and so is never done by an actor.
 */
#include "base/fd.h"

#include "base/auto.h"
#include "base/str.h"

#include <fcntl.h>
#include <stdio.h>
#include <sys/prctl.h>
#include <errno.h>
#include <string.h>

static int sweep(const char *path)
{
    int fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC), failed = 0;
    auto_dir DIR *d = fdopendir(fd);
    struct dirent *ent;

    while (d && (ent = readdir(d)))
        if (str_starts(ent->d_name, "trash-") && fd_remove_tree(dirfd(d), ent->d_name) < 0) {
            fprintf(stderr, "quilt-sweep: %s/%s: %s\n", path, ent->d_name, strerror(errno));
            failed = 1;
        }
    return failed || !d;
}

int main(int argc, char **argv)
{
    int failed = 0;

    prctl(PR_SET_NAME, "quilt-sweep");
    prctl(PR_SET_DUMPABLE, 0);
    for (int i = 1; i < argc; i++)
        failed |= sweep(argv[i]);
    return failed;
}
