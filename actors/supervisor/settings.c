#include "actors/supervisor/settings.h"

#include "base/auto.h"
#include "base/log.h"
#include "base/str.h"

#include <errno.h>
#include <getopt.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define DEFAULT_RUN "/run/quilt"
#define DEFAULT_STATE "/var/lib/quilt"
#define DEFAULT_CONFIG "/etc/quilt/quilt.conf"

static const char usage[] =
    "quiltd - the Quilt container daemon\n\n"
    "  --run-dir DIR      sockets and what runs now        (" DEFAULT_RUN ")\n"
    "  --state-dir DIR    images, containers, database     (" DEFAULT_STATE ")\n"
    "  --config FILE      settings                         (" DEFAULT_CONFIG ", if it exists)\n"
    "  --instance NAME    part of kernel objects' names    (derived from the run directory)\n"
    "  --log-level LEVEL  debug, info, warn or error       (info)\n"
    "  --log-format FORM  text or json                     (text)\n"
    "  --version, --help\n\n"
    "It stays in the foreground.  SIGTERM ends it and leaves the containers running;\n"
    "the next start finds them again.\n";

struct name {
    const char *name;
    char *to;
    size_t size;
};

static int set_text(const char *name, const char *value, char *to, size_t size, struct err *e)
{
    if (strlen(value) >= size)
        return err_set(e, ERR_INVALID, "%s: longer than %zu characters", name, size - 1);
    str_fmt(to, size, "%s", value);
    return 0;
}

/* Names that the command line and the file share. */
static int set(struct settings *s, const char *name, const char *value, struct err *e)
{
    const struct name names[] = {
        { "run-dir", s->run_dir, sizeof s->run_dir },          { "state-dir", s->state_dir, sizeof s->state_dir },
        { "instance", s->instance, sizeof s->instance },        { "config", s->config, sizeof s->config },
        { "log-level", s->log_level, sizeof s->log_level },     { "log-format", s->log_format, sizeof s->log_format },
    };

    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (!strcmp(name, names[i].name))
            return set_text(name, value, names[i].to, names[i].size, e);
    if (str_starts(name, "role-") || str_starts(name, "network-") || str_starts(name, "dns-") || str_starts(name, "metrics-"))   /* front door, netd and dnsd read these */
        return 0;
    return err_set(e, ERR_INVALID, "%s: unknown setting", name);
}

static char *trim(char *s)
{
    char *end;

    s += strspn(s, " \t");
    end = s + strlen(s);
    while (end > s && strchr(" \t\r\n", end[-1]))
        *--end = '\0';
    return s;
}

static int read_file(struct settings *s, bool must_exist, struct err *e)
{
    FILE *f = fopen(s->config, "re");
    char line[2048], config[1024];
    int number = 0, result = 0;

    if (!f)
        return errno == ENOENT && !must_exist ? 0 : err_sys(e, "%s", s->config);
    str_fmt(config, sizeof config, "%s", s->config);
    while (result == 0 && fgets(line, sizeof line, f)) {
        char *text = trim(line), *eq = strchr(text, '=');

        number++;
        if (!*text || *text == '#')
            continue;
        if (!eq) {
            result = err_set(e, ERR_INVALID, "%s:%d: not \"name = value\"", config, number);
            continue;
        }
        *eq = '\0';
        result = set(s, trim(text), trim(eq + 1), e);
        if (result < 0)
            err_add(e, "%s:%d", config, number);
    }
    fclose(f);
    return result;
}

static int parse(struct settings *s, int argc, char **argv, bool only_config, struct err *e)
{
    static const struct option options[] = {
        { "run-dir", 1, NULL, 'r' },   { "state-dir", 1, NULL, 's' },  { "config", 1, NULL, 'c' },     { "instance", 1, NULL, 'i' },
        { "log-level", 1, NULL, 'l' }, { "log-format", 1, NULL, 'f' }, { "version", 0, NULL, 'V' },    { "help", 0, NULL, 'h' },
        { NULL, 0, NULL, 0 },
    };
    int c, index = 0;

    optind = 1;
    while ((c = getopt_long(argc, argv, "", options, &index)) != -1) {
        if (c == 'V' || c == 'h') {
            fputs(c == 'h' ? usage : "quiltd " QUILT_VERSION "\n", stdout);
            return 1;
        }
        if (c == '?')
            return err_set(e, ERR_INVALID, "see quiltd --help");
        if ((!only_config || c == 'c') && set(s, options[index].name, optarg, e) < 0)
            return err_add(e, "--%s", options[index].name);
    }
    if (optind < argc)
        return err_set(e, ERR_INVALID, "%s: unexpected argument", argv[optind]);
    return 0;
}

/* The tree is the same below build/ and below a prefix: everything is found from the program. */
static int find_tree(struct settings *s, struct err *e)
{
    char here[1024];
    ssize_t n = readlink("/proc/self/exe", here, sizeof here - 1);
    char *slash;

    if (n < 0)
        return err_sys(e, "/proc/self/exe");
    here[n] = '\0';
    for (int up = 0; up < 2; up++) {
        slash = strrchr(here, '/');
        if (!slash)
            return err_set(e, ERR_INTERNAL, "cannot tell where the program is");
        *slash = '\0';
    }
    str_fmt(s->libexec_dir, sizeof s->libexec_dir, "%.1000s/libexec/quilt", here);
    str_fmt(s->share_dir, sizeof s->share_dir, "%.1000s/share/quilt", here);
    return 0;
}

static void name_instance(struct settings *s)
{
    uint64_t h = 14695981039346656037ull;

    if (s->instance[0])
        return;
    if (!strcmp(s->run_dir, DEFAULT_RUN)) {
        str_fmt(s->instance, sizeof s->instance, "quilt");
        return;
    }
    for (const char *p = s->run_dir; *p; p++)
        h = (h ^ (uint8_t)*p) * 1099511628211ull;
    str_fmt(s->instance, sizeof s->instance, "quilt-%08x", (unsigned)(h ^ h >> 32));
}

static int check(const struct settings *s, struct err *e)
{
    if (s->run_dir[0] != '/' || s->state_dir[0] != '/')
        return err_set(e, ERR_INVALID, "%s: must be an absolute path", s->run_dir[0] != '/' ? s->run_dir : s->state_dir);
    if (strlen(s->run_dir) > RUN_DIR_MAX)
        return err_set(e, ERR_INVALID, "%s: longer than %d characters", s->run_dir, RUN_DIR_MAX);
    if (strpbrk(s->instance, "/. ") || !str_starts(s->instance, "quilt"))
        return err_set(e, ERR_INVALID, "instance %s: must begin with quilt and hold no '/', '.' or blank", s->instance);
    if (log_level_parse(s->log_level) < 0)
        return err_set(e, ERR_INVALID, "log-level %s: not debug, info, warn or error", s->log_level);
    if (strcmp(s->log_format, "text") && strcmp(s->log_format, "json"))
        return err_set(e, ERR_INVALID, "log-format %s: not text or json", s->log_format);
    return 0;
}

int settings_read(struct settings *s, int argc, char **argv, struct err *e)
{
    int result;

    *s = (struct settings){ .run_dir = DEFAULT_RUN, .state_dir = DEFAULT_STATE, .log_level = "info", .log_format = "text" };
    result = parse(s, argc, argv, true, e);
    if (result)
        return result;
    if (s->config[0] ? read_file(s, true, e) < 0 : (str_fmt(s->config, sizeof s->config, DEFAULT_CONFIG), read_file(s, false, e) < 0))
        return -1;
    if (parse(s, argc, argv, false, e) < 0 || find_tree(s, e) < 0)
        return -1;
    name_instance(s);
    return check(s, e);
}
