/*
 * fill - a new volume gets what the image has where it is mounted: files, directories, links,
 * with their owners, modes and times.  By descriptor, never through a symlink.
 */
#ifndef RUNTIME_FILL_H
#define RUNTIME_FILL_H

/*
 * image_fd: the directory that the volume will cover (O_PATH); source_fd: the volume's own
 * directory, whose parent gets the mark `filled` when all is there; base: what the ids of the
 * image are shifted by here and are not to be there.  One that was cut off is gone on with; one
 * that has something in it from elsewhere stays as it is.  0, or -1 with errno.
 */
int fill_volume(int image_fd, int source_fd, unsigned base);

#endif
