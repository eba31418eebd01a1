/*
 * terminal - the pseudo terminal of a container's command or of an exec session.
 *
 * The command's process makes it in the container's own devpts, so that its name is true
 * inside, and sends both ends out; the keeper reads and writes the master, and holds the
 * slave open so that a command that closes its own ends is not hung up on.
 * Source: pts(4), ioctl_tty(2).
 */
#ifndef RUNTIME_TERMINAL_H
#define RUNTIME_TERMINAL_H

#include <stdint.h>

/* In the command's process, a session leader: makes it, sends master and slave over `channel`, makes it stdin, stdout, stderr. */
int terminal_make(int channel, uint32_t size);

/* Outside: both ends as they were sent, owned.  -1 with errno. */
int terminal_receive(int channel, int *out_master, int *out_slave);

int terminal_slave(int master);         /* once more; owned, or -1 */
int terminal_resize(int master, uint32_t size);         /* rows << 16 | columns */
/* The character that ends an input (^D, unless it was changed). */
char terminal_end_character(int master);

#endif
