/*
 * tree - writes entries of somebody's archive into the directory that is the process's
 * root: by descriptor, one component at a time, never through a symlink.
 *
 * An entry that is there already is replaced, as tar does; a directory stays and takes
 * the new one's attributes.  In a layer, whiteouts become what overlay mounts read: a
 * character device 0:0, or user.overlay.opaque on a directory.
 * Ends the process through report_failed, naming the entry.
 * Sources: OCI image specification, layer.md; Documentation/filesystems/overlayfs.rst
 */
#ifndef IMAGED_TREE_H
#define IMAGED_TREE_H

#include <archive.h>
#include <archive_entry.h>
#include <stdbool.h>
#include <stdint.h>

struct tree;

/* root_fd stays the caller's. */
struct tree *tree_new(int root_fd);
/* An entry that entry_judge accepted, and its data from `in`. */
void tree_put(struct tree *t, struct archive *in, struct archive_entry *entry, const char *path);
/* If it is a whiteout: does what it says. */
bool tree_whiteout(struct tree *t, const char *path);
/* The times of directories, at the end: what is made in one changes them. */
void tree_finish(struct tree *t);
uint64_t tree_bytes(const struct tree *t);

#endif
