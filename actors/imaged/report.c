#include "actors/imaged/report.h"

#include "base/errors.h"

#include <errno.h>
#include <locale.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#define PROGRESS_BYTES (1u << 20)

void report_begin(const char *name)
{
    prctl(PR_SET_NAME, name);
    prctl(PR_SET_DUMPABLE, 0);
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    signal(SIGXFSZ, SIG_IGN);
    signal(SIGPIPE, SIG_IGN);
    setlocale(LC_CTYPE, "C.UTF-8");
    umask(0);
}

/* A parent that is gone: nobody wants the rest. */
static void tell(const struct report *r, int flags)
{
    ssize_t n;

    do
        n = send(REPORT_FD, r, sizeof *r, flags | MSG_NOSIGNAL);
    while (n < 0 && errno == EINTR);
    if (n < 0 && errno != EAGAIN)
        _exit(1);
}

void report_tell(const struct report *r)
{
    struct report copy = *r;

    copy.type = REPORT_PROGRESS;
    tell(&copy, MSG_DONTWAIT);
}

void report_progress(const struct report *r)
{
    static uint64_t told;

    if (r->done_bytes < told + PROGRESS_BYTES)
        return;
    told = r->done_bytes;
    report_tell(r);
}

void report_found(const struct report *r)
{
    struct report copy = *r;

    copy.type = REPORT_FOUND;
    tell(&copy, 0);
}

_Noreturn void report_done(struct report *r)
{
    r->type = REPORT_DONE;
    tell(r, 0);
    _exit(0);
}

_Noreturn void report_failed(int code, const char *fmt, ...)
{
    static struct report r;
    va_list ap;

    r.type = REPORT_FAILED;
    r.code = (uint32_t)code;
    va_start(ap, fmt);
    vsnprintf(r.text, 420, fmt, ap);
    va_end(ap);
    tell(&r, 0);
    _exit(1);
}

int report_code(int sys, int other)
{
    return sys == ENOSPC || sys == EDQUOT || sys == EFBIG || sys == ENOMEM || sys == EMFILE ? ERR_EXHAUSTED : other;
}
