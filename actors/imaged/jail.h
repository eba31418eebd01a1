/*
 * jail - where archives are read and written: one directory as the root (and by Landlock, where the
 * kernel has it), only the capabilities that ownership needs, no network, nothing executed, mounted, traced, and
 * no memory that runs, so that no library of the tree's is ever loaded.
 */
#ifndef IMAGED_JAIL_H
#define IMAGED_JAIL_H

/* For ever.  -1 with errno. */
int jail_enter(int root_fd);
/* The same without a root of its own: nothing but what is below these directories (Landlock). */
int jail_confine(const int *dir_fds, int count);
/*
 * With the network, and no capability: writes below the first directories, reads below the second ones
 * and these paths (those that are missing are left out), and executes nothing.
 */
int jail_network(const int *writable, int writable_count, const int *readable, int readable_count, const char *const *paths);

#endif
