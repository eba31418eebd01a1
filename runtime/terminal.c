#include "runtime/terminal.h"

#include "base/auto.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/magic.h>
#include <linux/openat2.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/sysmacros.h>
#include <sys/vfs.h>
#include <termios.h>
#include <unistd.h>

/* /dev may be the container's own by now: it has to be the multiplexer of a devpts. */
static int open_master(void)
{
    struct open_how how = { .flags = O_RDWR | O_CLOEXEC | O_NOCTTY | O_NONBLOCK, .resolve = RESOLVE_NO_SYMLINKS };
    auto_fd int fd = (int)syscall(SYS_openat2, AT_FDCWD, "/dev/pts/ptmx", &how, sizeof how);
    struct statfs fs;
    struct stat st;

    if (fd < 0 || fstat(fd, &st) < 0 || fstatfs(fd, &fs) < 0)
        return -1;
    if (!S_ISCHR(st.st_mode) || st.st_rdev != makedev(5, 2) || fs.f_type != DEVPTS_SUPER_MAGIC) {
        errno = ENODEV;
        return -1;
    }
    return steal_fd(&fd);
}

static int send_ends(int channel, int master, int slave)
{
    const int fds[2] = { master, slave };
    char byte = 0;
    struct iovec v = { &byte, 1 };
    union {
        struct cmsghdr align;
        char room[CMSG_SPACE(sizeof fds)];
    } control = { 0 };
    struct msghdr h = { .msg_iov = &v, .msg_iovlen = 1, .msg_control = control.room, .msg_controllen = sizeof control.room };
    struct cmsghdr *c = CMSG_FIRSTHDR(&h);

    c->cmsg_level = SOL_SOCKET;
    c->cmsg_type = SCM_RIGHTS;
    c->cmsg_len = CMSG_LEN(sizeof fds);
    memcpy(CMSG_DATA(c), fds, sizeof fds);
    return sendmsg(channel, &h, MSG_NOSIGNAL) < 0 ? -1 : 0;
}

int terminal_slave(int master)
{
    return ioctl(master, TIOCGPTPEER, O_RDWR | O_NOCTTY | O_CLOEXEC);
}

int terminal_make(int channel, uint32_t size)
{
    auto_fd int master = open_master(), slave = -1;
    int unlocked = 0;

    if (master < 0 || ioctl(master, TIOCSPTLCK, &unlocked) < 0)
        return -1;
    slave = terminal_slave(master);
    if (slave < 0 || terminal_resize(master, size) < 0 || send_ends(channel, master, slave) < 0 || ioctl(slave, TIOCSCTTY, 0) < 0)
        return -1;
    return dup2(slave, 0) < 0 || dup2(slave, 1) < 0 || dup2(slave, 2) < 0 ? -1 : 0;
}

int terminal_receive(int channel, int *out_master, int *out_slave)
{
    char byte, control[CMSG_SPACE(2 * sizeof(int))];
    struct iovec v = { &byte, 1 };
    struct msghdr h = { .msg_iov = &v, .msg_iovlen = 1, .msg_control = control, .msg_controllen = sizeof control };
    struct cmsghdr *c;
    int fds[2];

    if (recvmsg(channel, &h, MSG_DONTWAIT | MSG_CMSG_CLOEXEC) <= 0)
        return -1;
    c = CMSG_FIRSTHDR(&h);
    if (!c || c->cmsg_type != SCM_RIGHTS || c->cmsg_len != CMSG_LEN(sizeof fds)) {
        errno = EPROTO;
        return -1;
    }
    memcpy(fds, CMSG_DATA(c), sizeof fds);
    *out_master = fds[0];
    *out_slave = fds[1];
    return 0;
}

int terminal_resize(int master, uint32_t size)
{
    struct winsize w = { .ws_row = (unsigned short)(size >> 16), .ws_col = (unsigned short)size };

    return ioctl(master, TIOCSWINSZ, &w);
}

char terminal_end_character(int master)
{
    struct termios t;

    return tcgetattr(master, &t) == 0 && t.c_cc[VEOF] ? (char)t.c_cc[VEOF] : 4;
}
