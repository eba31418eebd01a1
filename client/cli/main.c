/*
 * quilt - the command line.  verbs.h is its table; this file is the table's text and
 * what every verb shares: asking the daemon, saying what failed, the exit status.
 */
#include "base/str.h"
#include "client/cli/netopts.h"
#include "client/cli/print.h"
#include "client/cli/verbs.h"

#include <stdio.h>
#include <string.h>

const struct option_def global_options[] = {
    { "run-dir", 0, "DIR", "the daemon's run directory (QUILT_RUN_DIR, /run/quilt)" },
    { "help", 0, NULL, "say what the verb does" },
    { "version", 0, NULL, "print the version" },
    { NULL, 0, NULL, NULL },
};

#define FORMAT { "format", 0, "json|TEMPLATE|table", "one line of JSON each, or a template like '{id} {state}'" }
#define LIMITS                                                                                                                             \
    { "memory", 'm', "SIZE", "memory limit" }, { "memory-limit", 0, "MIB", "memory limit in MiB, or with a unit" },                        \
        { "swap", 0, "SIZE", "swap in addition to memory" }, { "cpus", 0, "N", "CPU limit in CPUs" },                                      \
        { "cpu-limit", 0, "PERCENT", "CPU limit in percent of one CPU" }, { "cpu-weight", 0, "N", "share when CPUs are contended" },       \
        { "cpuset-cpus", 0, "LIST", "CPUs it may use" }, { "pids-limit", 0, "N", "processes and threads" },                                \
        { "io-weight", 0, "N", "share of disk time" }
#define END { NULL, 0, NULL, NULL }

static const struct option_def none[] = { END };
static const struct option_def format_only[] = { FORMAT, END };
static const struct option_def stop_options[] = {
    { "time", 't', "DURATION", "between the signal and KILL" }, { "signal", 's', "SIGNAL", "instead of the container's own" }, END };
static const struct option_def kill_options[] = { { "signal", 's', "SIGNAL", "instead of KILL" }, END };
static const struct option_def restart_options[] = { { "time", 't', "DURATION", "between the signal and KILL" }, END };
static const struct option_def remove_options[] = { { "force", 'f', NULL, "kill it first if it runs" }, END };
static const struct option_def update_options[] = { LIMITS, END };
static const struct option_def wait_options[] = {
    { "for", 0, "running|ready|healthy|exited|removed", "what to wait for (exited)" }, { "timeout", 0, "DURATION", "give up after this time (exit status 124)" }, END };
static const struct option_def list_options[] = {
    { "all", 'a', NULL, "also those that do not run" }, { "quiet", 'q', NULL, "only ids" },
    { "filter", 0, "KEY=VALUE", "state=, label=KEY[=VALUE], name=PART" },
    { "at", 0, "TIME", "as it was then: a duration ago, or a time; from the event log" }, FORMAT, END };
static const struct option_def logs_options[] = {
    { "follow", 'f', NULL, "go on until the container ends" }, { "tail", 'n', "LINES", "only the last lines" },
    { "since", 0, "TIME", "a duration ago, or a time" }, { "until", 0, "TIME", "up to a time" },
    { "timestamps", 't', NULL, "each line with its time" }, { "stream", 0, "stdout|stderr", "only one of the two" },
    { "grep", 0, "PATTERN", "only lines that match (extended regular expression), of what the other options leave" }, END };
static const struct option_def exec_options[] = {
    { "env", 'e', "KEY=VALUE", "environment, beside the container's" }, { "workdir", 'w', "DIR", "working directory" }, { "user", 'u', "USER[:GROUP]", "who runs it" },
    { "interactive", 'i', NULL, "our standard input is its" }, { "tty", 't', NULL, "give it a terminal" },
    { "detach-keys", 0, "KEYS", "leave it running (ctrl-p,ctrl-q); with a terminal" },
    { "detach", 'd', NULL, "print the session's id when it runs, and return" }, { "id", 0, "SESSION", "an id of your own: the same one again is the same session" },
    { "timeout", 0, "DURATION", "kill its process after this time" }, END };
static const struct option_def attach_options[] = {
    { "no-stdin", 0, NULL, "only its output" }, { "detach-keys", 0, "KEYS", "leave it running (ctrl-p,ctrl-q); with a terminal" }, END };
static const struct option_def session_options[] = {
    { "interactive", 'i', NULL, "attach: our standard input is its" }, { "detach-keys", 0, "KEYS", "leave it running (ctrl-p,ctrl-q); with a terminal" }, FORMAT, END };
static const struct option_def stats_options[] = {
    { "once", 0, NULL, "print once" }, { "interval", 0, "DURATION", "between two (1s)" }, { "history", 0, NULL, "the last hour of one container" }, FORMAT, END };
static const struct option_def top_options[] = {
    { "once", 0, NULL, "print one screen as text" }, { "interval", 0, "DURATION", "between two (1s)" }, { "sort", 0, "cpu|memory|pids|net|io|name", "first by (cpu)" }, END };
static const struct option_def events_options[] = {
    { "since", 0, "SEQ|TIME", "only events after this number or time" }, { "follow", 'f', NULL, "wait for more" },
    { "container", 0, "CONTAINER", "only this one's" },
    { "filter", 0, "KEY=VALUE", "type=, verb=, uid=, or a container's id=; of one key any, of several all" }, FORMAT, END };
static const struct option_def image_options[] = {
    { "tag", 't', "NAME[:TAG]", "import: a name for the image" }, { "ref", 0, "NAME", "import: which image of a layout that holds several" },
    { "platform", 0, "OS/ARCH[/VARIANT]", "import, pull: another than this host's" }, { "as", 0, "auto|rootfs|layout", "import: what the archive is (by its first entry)" },
    { "output", 'o', "FILE", "save: instead of standard output" }, { "save-format", 0, "oci|docker", "save: what can read it (oci); --format means the same here" },
    { "force", 'f', NULL, "remove: all its tags too" }, { "all", 'a', NULL, "prune: also images with tags" }, { "quiet", 'q', NULL, "only digests" },
    { "until", 0, "TIME", "prune: only what came before: a duration ago, or a time" }, { "label", 'l', "KEY[=VALUE]", "prune: only with this label" },
    { "dry-run", 0, NULL, "prune: only say what would go" },
    { "auth-file", 0, "FILE", "pull, push: credentials as docker login writes them" }, { "ca-file", 0, "FILE", "pull, push: certificates to trust" },
    { "plain-http", 0, NULL, "pull, push: without TLS (a registry of this machine's own is asked so always, unless --ca-file is given)" }, FORMAT, END };
static const struct option_def fork_options[] = {
    { "name", 0, "NAME", "of several: NAME-1, NAME-2 …" }, { "count", 'n', "N", "so many (1)" }, { "no-start", 0, NULL, "only create them" },
    { "secrets", 0, NULL, "its secrets come along" }, { "quiet", 'q', NULL, "only ids" }, END };
static const struct option_def snapshot_options[] = { { "label", 'l', "KEY=VALUE", "kept with the snapshot" }, { "quiet", 'q', NULL, "only names" }, FORMAT, END };
static const struct option_def commit_options[] = {
    { "message", 0, "TEXT", "for the history" }, { "author", 0, "TEXT", "for the history" }, { "cmd", 0, "WORD", "the command; once for each word" }, { "entrypoint", 0, "WORD", "the entrypoint; once for each word" },
    { "env", 'e', "KEY=VALUE", "environment, beside the image's" }, { "label", 'l', "KEY=VALUE", "label of the image" }, { "user", 'u', "USER[:GROUP]", "who runs it" }, { "workdir", 'w', "DIR", "working directory" }, END };
static const struct option_def export_options[] = { { "output", 'o', "FILE", "instead of standard output" }, END };
static const struct option_def volume_options[] = {
    { "label", 'l', "KEY=VALUE", "create: kept with the volume" }, { "filter", 0, "label=KEY[=VALUE]", "list, prune: only those" },
    { "until", 0, "TIME", "prune: only those made before: a duration ago, or a time" }, { "dry-run", 0, NULL, "prune: only say which" }, { "quiet", 'q', NULL, "only names" }, FORMAT, END };
static const struct option_def secret_options[] = { { "label", 'l', "KEY=VALUE", "create: kept with the secret" }, { "quiet", 'q', NULL, "only names" }, FORMAT, END };
static const struct option_def df_options[] = { { "verbose", 'v', NULL, "each thing" }, FORMAT, END };
static const struct option_def prune_options[] = {
    { "all", 'a', NULL, "also images with tags" }, { "volumes", 0, NULL, "also volumes that no container has" }, { "until", 0, "TIME", "only what came or ended before: a duration ago, or a time" },
    { "label", 'l', "KEY[=VALUE]", "only images and volumes with this label" }, { "dry-run", 0, NULL, "only say what would go" }, END };
static const struct option_def doctor_options[] = { { "mend", 0, NULL, "put right what can be" }, { "deep", 0, NULL, "also whether every blob has its digest" }, END };
static const struct option_def network_options[] = {
    { "subnet", 0, "CIDR", "IPv4 of a new network (a free one)" }, { "gateway", 0, "ADDRESS", "its gateway (the first address)" },
    { "ipv6", 0, NULL, "also IPv6" }, { "subnet6", 0, "CIDR", "a /64 of your own" }, { "internal", 0, NULL, "no way out" },
    { "label", 'l', "KEY=VALUE", "kept with the network" }, { "ip", 0, "ADDRESS", "connect: a fixed address" },
    { "mac-address", 0, "MAC", "connect: of the interface" }, { "alias", 0, "NAME", "connect: a further name" },
    { "container", 0, NULL, "policy: of a container" }, { "clear", 0, NULL, "policy: none" }, POLICY_OPTIONS, FORMAT, END };
static const struct option_def icc_options[] = {
    { "count", 'c', "N", "ping: how many (4)" }, { "interval", 0, "DURATION", "ping: between two (200ms)" }, { "timeout", 0, "DURATION", "ping: for each (1s)" },
    { "label", 'l', "KEY[=VALUE]", "publish: to all with this label" }, { "from", 0, "CONTAINER", "publish: the sender" }, { "topic", 0, "WORD", "publish" },
    { "wait", 0, "DURATION", "inbox: wait for a message" }, { "env", 'e', "KEY=VALUE", "exec: environment" }, { "workdir", 'w', "DIR", "exec: working directory" },
    { "user", 'u', "USER[:GROUP]", "exec: who runs it" }, FORMAT, END };
static const struct option_def shutdown_options[] = { { "containers", 0, NULL, "stop them first; else they run on" }, END };
static const struct option_def man_options[] = { { "list", 0, NULL, "print the verbs" }, END };

const struct verb_def cli_verbs[] = {
    { "run", "IMAGE COMMAND [ARG…]", "Create a container and start it.",
      "In the foreground its output is written here, signals are forwarded, and its exit status is quilt's. IMAGE is a file (.tar, .tar.gz, .tar.zst), a tag or a digest.",
      run_options, 0, -1, true, cli_run },
    { "create", "IMAGE COMMAND [ARG…]", "Create a container without starting it; print its id.",
      "With --image-path FILE everything after -- is the command.", create_options, 0, -1, true, cli_create },
    { "start", "CONTAINER…", "Start containers that were created or have ended.", "", none, 1, -1, false, cli_start },
    { "stop", "CONTAINER…", "Signal, wait, kill.", "The kill comes when its time has passed, whatever happens to the daemon meanwhile.", stop_options, 1, -1, false, cli_stop },
    { "kill", "CONTAINER…", "Send a signal; KILL reaches every process at once.", "", kill_options, 1, -1, false, cli_kill },
    { "restart", "CONTAINER…", "Stop, then start.", "", restart_options, 1, -1, false, cli_restart },
    { "pause", "CONTAINER…", "Freeze every process.", "", none, 1, -1, false, cli_pause },
    { "resume", "CONTAINER…", "Undo pause.", "", none, 1, -1, false, cli_resume },
    { "remove", "CONTAINER…", "Forget containers and everything they had.", "A tombstone keeps how each ended.", remove_options, 1, -1, false, cli_remove },
    { "rename", "CONTAINER NAME", "Give a container another name.", "", none, 2, 2, false, cli_rename },
    { "update", "CONTAINER", "Change limits, at once if it runs.", "", update_options, 1, 1, false, cli_update },
    { "wait", "CONTAINER…", "Wait for containers to end; print their exit codes.", "Works for removed ones too.", wait_options, 1, -1, false, cli_wait },
    { "list", "", "List containers (also ps, ls).", "", list_options, 0, 0, false, cli_list },
    { "status", "CONTAINER…", "Print a container's state.", "", format_only, 1, -1, false, cli_status },
    { "inspect", "CONTAINER…", "Print everything that is known of a container, as JSON.", "", format_only, 1, -1, false, cli_inspect },
    { "logs", "CONTAINER", "Print a container's output.", "", logs_options, 1, 1, false, cli_logs },
    { "exec", "CONTAINER COMMAND [ARG…]", "Run a further command in a running container.", "Its output, its signals, its exit status.", exec_options, 2, -1, true, cli_exec },
    { "attach", "CONTAINER", "Output, input and terminal of a container that runs.", "Its exit status is quilt's. With a terminal, the detach keys leave it running.", attach_options, 1, 1, false, cli_attach },
    { "session", "list CONTAINER | attach CONTAINER SESSION | wait CONTAINER SESSION | signal CONTAINER SESSION [SIGNAL] | history CONTAINER", "Exec sessions: find, follow, wait for, signal.",
      "A session is there while it runs, and for five minutes after its end. attach prints its output from the beginning; its exit status is quilt's.", session_options, 2, 4, false, cli_session },
    { "cp", "CONTAINER:PATH LOCAL | LOCAL CONTAINER:PATH | CONTAINER:PATH CONTAINER:PATH", "Copy files and directories out of, into, or between containers.",
      "The container need not run and needs no tool. LOCAL may be -, a tar archive. A target that is a directory gets the thing inside; one that does not exist is its new name. "
      "Devices and sockets are left out or refused, names that point out are refused, ids are kept as numbers.", none, 2, 2, false, cli_copy },
    { "diff", "CONTAINER", "Print what changed in a container's file system.", "A added, C changed, D deleted; mounts are not part of it.", none, 1, 1, false, cli_diff },
    { "stats", "[CONTAINER…]", "Print what containers use: CPU, memory, processes, network, disks.",
      "Again and again on a terminal, once elsewhere. Rates are of the last interval; what the host does not count is shown as -. With --history the points of the last hour, a line each ten seconds.",
      stats_options, 0, -1, false, cli_stats },
    { "top", "", "Show what containers use, live.", "Keys: c m p n i a sort, r reverses, up and down scroll, q ends.", top_options, 0, 0, false, cli_top },
    { "events", "", "Print what happened.", "", events_options, 0, 0, false, cli_events },
    { "why", "CONTAINER", "Say why a container is as it is: who asked, which signal, out of memory, its own end.",
      "With the events of its last start and the last lines of its output. Works for removed ones too.", format_only, 1, 1, false, cli_why },
    { "history", "CONTAINER", "Print everything that happened to a container.", "", none, 1, 1, false, cli_history },
    { "image", "import PATH|- | pull NAME | push IMAGE [NAME] | list | inspect IMAGE… | history IMAGE | tag IMAGE NAME[:TAG] | save IMAGE | remove IMAGE… | prune", "Images: take in, look, name, give out, remove.",
      "import takes a root filesystem archive (.tar, and with gzip, zstd, xz or bzip2), an OCI layout (a directory or a tar of it) or a docker archive, from a file or standard input. "
      "save writes an archive that skopeo, podman, docker and import read, with the digests that the image came with. An image that a container is made from is not removed.",
      image_options, 1, -1, false, cli_image },
    { "fork", "CONTAINER|snapshot:NAME", "New containers with the files of one as they are now.",
      "A running one is frozen while they are taken: by a btrfs snapshot, by sharing blocks, or by a copy, which is said. Limits, policy and labels come along; published ports, fixed addresses and, "
      "without --secrets, secrets do not.", fork_options, 1, 1, false, cli_fork },
    { "snapshot", "CONTAINER NAME | list | remove NAME…", "Keep the files of a container as they are now, under a name.", "quilt fork snapshot:NAME makes containers of it.", snapshot_options, 1, -1, false, cli_snapshot },
    { "commit", "CONTAINER [NAME[:TAG]]", "Make an image of a container.", "Its image, and what it changed as one more layer. Image volumes and mounts are not part of it.", commit_options, 1, 2, false, cli_commit },
    { "export", "CONTAINER", "Write all files of a container as a tar archive.", "Without what is mounted in it; running or not.", export_options, 1, 1, false, cli_export },
    { "volume", "create NAME | list | inspect NAME… | remove NAME… | prune", "Volumes: directories that outlive containers.",
      "A volume that a container names and that is not there is made, and gets what the image has where it is mounted. One that a container has, running or not, is not removed; "
      "and none is ever removed but by remove and prune.", volume_options, 1, -1, false, cli_volume },
    { "secret", "create NAME FILE|- | list | remove NAME…", "Secrets: files for containers, in memory there, and in no inspect, event or log.", "", secret_options, 1, -1, false, cli_secret },
    { "df", "", "Print what takes how much on the disk.", "", df_options, 0, 0, false, cli_df },
    { "prune", "", "Remove what nobody needs: containers that have ended, images without a tag that nothing is made from.", "Volumes only with --volumes; what a container has, never.", prune_options, 0, 0, false, cli_prune },
    { "doctor", "", "Say whether everything runs, and whether the disk holds what it should and nothing else.", "Exit status 1 if something is wrong and not mended.", doctor_options, 0, 0, false, cli_doctor },
    { "network", "create NAME | list | inspect NAME | remove NAME | connect NETWORK CONTAINER | disconnect NETWORK CONTAINER | policy NETWORK | allocations | ports | topology | health",
      "Networks: make, connect, restrict, look.",
      "policy prints a network's policy (a container's with --container); with --egress, --ingress, --rule or --audit it replaces it, with --clear it takes it away. "
      "topology draws who is on what (--format text, json or dot for Graphviz).",
      network_options, 1, -1, false, cli_network },
    { "dns", "list", "Names that containers are answered.", "", format_only, 1, 1, false, cli_dns },
    { "icc", "ping [A] B | exec A -- COMMAND | connections [A] | publish B TEXT | inbox [A] | ack [A] ID", "Talk between containers.",
      "Messages are kept until they are acknowledged. ping needs no tool in the image. In a container with --icc, A is that container and is left out.", icc_options, 1, -1, false, cli_icc },
    { "health", "", "Exit status 0 when every actor is ready.", "", format_only, 0, 0, false, cli_health },
    { "info", "", "Print counts.", "", format_only, 0, 0, false, cli_info },
    { "operations", "", "List recent requests that carried an idempotency key.", "", format_only, 0, 0, false, cli_operations },
    { "shutdown", "", "End the daemon.", "", shutdown_options, 0, 0, false, cli_shutdown },
    { "completion", "bash|zsh|fish", "Print a completion script.", "", none, 1, 1, false, cli_completion },
    { "man", "[VERB]", "Print a man page (roff).", "", man_options, 0, 1, false, cli_man },
    { "help", "[VERB]", "Say what there is.", "", none, 0, 1, false, cli_help },
    { NULL, NULL, NULL, NULL, NULL, 0, 0, false, NULL },
};

/* ---------------------------------------------------------------- asking */

static int ask_on(struct quilt *q, const char *verb, const struct wire_writer *request, int64_t deadline_ms, struct wire_writer *room, struct err *e)
{
    struct quilt_reply reply;

    if (quilt_call(q, verb, request, NULL, deadline_ms, &reply, e) < 0)
        return -1;
    wire_put_raw(room, reply.result);
    return 0;
}

int cli_ask(const struct args *a, const char *verb, const struct wire_writer *request, int64_t deadline_ms, struct wire_writer *room, struct err *e)
{
    struct quilt *q = quilt_open(quilt_run_dir(a->run_dir), QUILT_CONTROL, e);
    int r;

    if (!q)
        return -1;
    r = ask_on(q, verb, request, deadline_ms, room, e);
    quilt_close(q);
    return r;
}

static void complain(const struct err *e)
{
    char safe[600];

    print_safe(safe, sizeof safe, e->text);
    fprintf(stderr, "quilt: %s%s\n", safe, e->code == ERR_UNAVAILABLE && !strstr(e->text, "quiltd") ? " (try again)" : "");
}

int cli_each(const struct args *a, const char *verb, int64_t deadline_ms, void (*fill)(const struct args *a, const char *ref, struct wire_writer *w))
{
    struct err e = ERR_NONE;
    struct quilt *q = quilt_open(quilt_run_dir(a->run_dir), QUILT_CONTROL, &e);
    int worst = 0;

    if (!q) {
        complain(&e);
        return error_exit_status(e.code);
    }
    for (char **ref = a->rest; *ref; ref++) {
        struct wire_writer w, room;

        wire_writer_init(&w);
        wire_writer_init(&room);
        fill(a, *ref, &w);
        if (ask_on(q, verb, &w, deadline_ms, &room, &e) < 0) {
            complain(&e);
            worst = error_exit_status(e.code);
        } else {
            puts(*ref);
        }
        wire_writer_done(&w);
        wire_writer_done(&room);
    }
    quilt_close(q);
    return worst;
}

/* ---------------------------------------------------------------- exit statuses */

int cli_exit_status(const struct container_exit *x)
{
    return x->has_code ? (int)x->code : x->has_signal ? 128 + (int)x->signal : 125;
}

void cli_explain_exit(const char *id, const struct container_exit *x)
{
    char peak[32];

    print_bytes(peak, x->memory_peak_bytes);
    if (x->reason == EXIT_REASON_OOM)
        fprintf(stderr, "quilt: container %s: out of memory: the kernel killed %llu of its processes at its memory limit (peak %s)\n", id,
                (unsigned long long)x->oom_kills, peak);
    else if (x->reason == EXIT_REASON_TIMEOUT)
        fprintf(stderr, "quilt: container %s: stopped by its timeout\n", id);
    else if (x->reason == EXIT_REASON_UNKNOWN || x->reason == EXIT_REASON_HOST)
        fprintf(stderr, "quilt: container %s: how it ended is not known (%s)\n", id, exit_reason_name(x->reason));
    if (x->log_dropped_bytes)
        fprintf(stderr, "quilt: container %s: %llu bytes of its output were dropped by rotation\n", id, (unsigned long long)x->log_dropped_bytes);
    if (!x->output_complete && (x->has_code || x->has_signal))
        fprintf(stderr, "quilt: container %s: a descendant kept the output open; what it wrote later is missing\n", id);
}

/* ---------------------------------------------------------------- main */

static int run_verb(int argc, char **argv, struct err *e)
{
    struct args a = { 0 };
    const struct verb_def *v;

    if (args_parse(&a, NULL, argc - 1, argv + 1, e) < 0)
        return -1;
    if (args_has(&a, "version")) {
        puts("quilt " QUILT_VERSION);
        return 0;
    }
    if (!a.rest_count || args_has(&a, "help"))
        return cli_help(&a, e);
    v = cli_find(a.rest[0]);
    if (!v)
        return err_set(e, ERR_INVALID, "%s: unknown verb; see quilt help", a.rest[0]);
    if (args_parse(&a, v, a.rest_count - 1, a.rest + 1, e) < 0)
        return -1;
    if (args_has(&a, "help")) {
        a.rest = (char *[]){ (char *)(uintptr_t)v->name, NULL };
        a.rest_count = 1;
        return cli_help(&a, e);
    }
    return v->run(&a, e);
}

int main(int argc, char **argv)
{
    struct err e = ERR_NONE;
    int r = run_verb(argc, argv, &e);

    if (r < 0)
        complain(&e);
    if (fflush(stdout) != 0 && r == 0)
        r = 125;
    return r < 0 ? error_exit_status(e.code) : r;
}
