/*
 * record - what a keeper leaves on disk and says on its socket: fixed structures,
 * native byte order (writer and reader share a kernel).
 *
 * The exit record is the fact; KEEPER_EXIT is only its doorbell.  Files, in the
 * container's run directory (or the exec session's):
 *     keeper.sock   SOCK_SEQPACKET, one struct keeper_message a packet
 *     init          init_record, written by process 1 when its command ends
 *     exit          exit_record, renamed into place before the doorbell
 */
#ifndef RUNTIME_RECORD_H
#define RUNTIME_RECORD_H

#include <stdint.h>

#define RECORD_MAGIC 0x51520001u

struct init_record {
    uint32_t magic;
    int32_t status;                     /* as waitpid(2) gives it */
    uint64_t incarnation;
};

enum exit_known { EXIT_UNKNOWN, EXIT_CODE, EXIT_SIGNAL, EXIT_FAILED };

struct launch_failure {
    char stage[24];                     /* name of the step */
    int32_t sys;                        /* errno */
    char detail[100];                   /* the path or name it was about, or "" */
};

struct launch_times {                   /* nanoseconds of each phase */
    uint64_t cgroup_ns, clone_ns, rootfs_ns, exec_ns;
};

struct exit_record {
    uint32_t magic;
    uint32_t known;                     /* enum exit_known */
    int32_t code, signal;
    uint64_t incarnation, oom_kills;
    int64_t started_wall_ns, started_boot_ns, ended_wall_ns, ended_boot_ns;
    uint64_t memory_peak_bytes, cpu_ns, log_dropped_bytes, log_last_seq;
    uint32_t output_complete, pad;
    struct launch_failure failure;      /* EXIT_FAILED */
};

enum keeper_type {
    KEEPER_RUNNING = 1,                 /* with up to 3 descriptors: pidfd, stdout, stderr (read ends), or pidfd and a terminal's master */
    KEEPER_EXIT = 2,                    /* read the exit record */
    KEEPER_LOG = 3,                     /* records were appended */
    KEEPER_FOLLOW = 4,                  /* to the keeper: send KEEPER_LOG (number 1) or do not (0) */
    KEEPER_TRIM = 7,                    /* to it: output before byte log_last_seq is not needed any more */
    KEEPER_FULL = 8,                    /* from it: the log is full and the container waits (number 1), or goes on (0) */
    KEEPER_KILL = 9,                    /* to it: kill its process */
    KEEPER_RESIZE = 6,                  /* to it: number is rows << 16 | columns */
    KEEPER_INPUT = 5,                   /* to it: bytes behind the message, at offset log_last_seq; number 1: and then the end.
                                           From it: all before log_last_seq are in the pipe; number 1: the pipe is closed */
};

#define KEEPER_INPUT_BYTES 65536        /* at most, in one message */

struct keeper_message {
    uint32_t type, number;
    int32_t pid, pad;
    uint64_t incarnation, log_last_seq;
    uint64_t input_bytes;               /* KEEPER_INPUT, from it: taken, in the pipe or not */
    int64_t started_wall_ns, started_boot_ns;
    struct launch_times times;
};

/* ---- log segments: %08u.log, records one after another */
#define LOG_MAGIC 0x4c52u
#define LOG_SEGMENT_BYTES (4u << 20)

enum { LOG_STDOUT = 1, LOG_STDERR = 2 };

struct log_record {
    uint16_t magic;
    uint8_t stream, flags;
    uint32_t len;                       /* bytes that follow */
    uint64_t seq;                       /* counts from 1 over all segments */
    uint64_t at;                        /* bytes of output before this record; one that was dropped leaves a gap */
    int64_t wall_ns, boot_ns;
};

#endif
