#include "actors/monitor/policy.h"

#include "base/str.h"

#include <errno.h>
#include <signal.h>
#include <string.h>

static enum exit_reason reason_of(const struct exit_record *r, const enum exit_reason *stop)
{
    bool well = r->known == EXIT_CODE && r->code == 0;

    if (r->known == EXIT_UNKNOWN)
        return stop && *stop == EXIT_REASON_HOST ? EXIT_REASON_HOST : EXIT_REASON_UNKNOWN;
    if (r->oom_kills && !well)
        return EXIT_REASON_OOM;
    if (stop)
        return *stop;
    return r->known == EXIT_SIGNAL ? EXIT_REASON_SIGNAL : EXIT_REASON_EXITED;
}

struct container_exit policy_exit(const struct exit_record *r, const enum exit_reason *stop)
{
    struct container_exit x = {
        .reason = reason_of(r, stop), .has_code = r->known == EXIT_CODE, .code = (uint64_t)r->code & 255, .has_signal = r->known == EXIT_SIGNAL,
        .signal = (uint64_t)r->signal, .oom_kills = r->oom_kills, .has_time_ns = r->ended_wall_ns > 0, .time_ns = (uint64_t)r->ended_wall_ns,
        .has_run_ns = r->started_boot_ns > 0, .run_ns = (uint64_t)(r->ended_boot_ns - r->started_boot_ns),
        .has_memory_peak_bytes = r->memory_peak_bytes > 0, .memory_peak_bytes = r->memory_peak_bytes, .has_cpu_ns = r->cpu_ns > 0,
        .cpu_ns = r->cpu_ns, .log_dropped_bytes = r->log_dropped_bytes, .output_complete = r->output_complete,
    };

    return x;
}

void policy_failure(const struct launch_failure *f, struct err *out)
{
    bool exec = !strcmp(f->stage, "exec");
    int code = exec && (f->sys == ENOENT || f->sys == ENOTDIR) ? ERR_NO_COMMAND : exec ? ERR_NOT_EXECUTABLE : ERR_FAILED;

    if (!strcmp(f->stage, "cgroup") && strstr(f->detail, "cannot set it"))
        code = ERR_UNSUPPORTED;
    if (!strcmp(f->stage, "user") && strstr(f->detail, "no such"))
        code = ERR_INVALID;
    if (code == ERR_NO_COMMAND)
        err_set(out, code, "command %s: not found in the container", f->detail);
    else if (code == ERR_NOT_EXECUTABLE)
        err_set(out, code, "command %s: cannot be executed: %s", f->detail, strerror(f->sys));
    else if (!strcmp(f->stage, "setup"))
        err_set(out, code, "setup: %s", f->detail);
    else if (f->detail[0])
        err_set(out, code, "step %s: %s: %s", f->stage, f->detail, strerror(f->sys));
    else
        err_set(out, code, "step %s: %s", f->stage, strerror(f->sys));
    out->sys = f->sys;
    str_fmt(out->step, sizeof out->step, "%s", f->stage);
}

bool policy_restarts(enum restart_policy policy, uint64_t max, uint64_t restarts, enum want want, const struct container_exit *exit)
{
    bool well = exit->has_code && exit->code == 0;

    if (want != WANT_RUNNING || exit->reason == EXIT_REASON_TIMEOUT)
        return false;
    switch (policy) {
    case RESTART_POLICY_ON_FAILURE:
        return !well && (max == 0 || restarts < max);
    case RESTART_POLICY_ALWAYS:
    case RESTART_POLICY_UNLESS_STOPPED:
        return true;
    default:
        return false;
    }
}

int64_t policy_backoff_ms(int64_t last_ms, uint64_t ran_ns)
{
    if (last_ms == 0 || ran_ns > 10000000000ull)
        return 100;
    return last_ms * 2 > 60000 ? 60000 : last_ms * 2;
}

bool policy_health(const struct health_check_spec *spec, bool ok, bool counts, uint64_t *failures, enum health_status *status)
{
    enum health_status before = *status;

    if (ok) {
        *failures = 0;
        *status = HEALTH_STATUS_HEALTHY;
    } else if (counts || before != HEALTH_STATUS_STARTING) {
        ++*failures;
        if (*failures >= spec->retries)
            *status = HEALTH_STATUS_UNHEALTHY;
    }
    return *status != before;
}
