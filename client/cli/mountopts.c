#include "client/cli/mountopts.h"

#include "base/str.h"

#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

void mountopts_init(struct mountopts *o)
{
    *o = (struct mountopts){ 0 };
    wire_writer_init(&o->mounts);
    wire_writer_init(&o->secrets);
}

void mountopts_done(struct mountopts *o)
{
    wire_writer_done(&o->mounts);
    wire_writer_done(&o->secrets);
}

void mountopts_finish(const struct mountopts *o, struct container_spec *s)
{
    s->has_mounts = o->mount_count;
    s->mounts = wire_list_of(&o->mounts, o->mount_count);
    s->has_secrets = o->secret_count;
    s->secrets = wire_list_of(&o->secrets, o->secret_count);
}

static int bad(const char *option, const char *value, const char *wanted, struct err *e)
{
    return err_set(e, ERR_INVALID, "--%s %s: not %s", option, value, wanted);
}

static void put_mount(struct mountopts *o, const struct mount *m)
{
    mount_write(&o->mounts, m);
    o->mount_count++;
}

/* A path is a file of this host; anything else is a volume's name. */
static int set_source(struct mount *m, const char *option, const char *text, char room[PATH_MAX], struct err *e)
{
    if (m->type == MOUNT_TYPE_VOLUME) {
        m->has_volume = strlen(text) < sizeof m->volume.text;
        str_fmt(m->volume.text, sizeof m->volume.text, "%s", m->has_volume ? text : "");
        return m->has_volume ? 0 : bad(option, text, "a volume's name", e);
    }
    if (!realpath(text, room))
        return err_sys(e, "--%s: %s", option, text);
    m->has_source = true;
    m->source = wire_text(room);
    return 0;
}

static int volume_option(struct mount *m, const char *word)
{
    if (!strcmp(word, "ro"))
        m->read_only = true;
    else if (!strcmp(word, "rslave") || !strcmp(word, "slave"))
        m->propagation = PROPAGATION_SLAVE;
    else if (!strcmp(word, "noidmap"))
        m->idmap = false;
    else if (strcmp(word, "rw") && strcmp(word, "rprivate") && strcmp(word, "private"))
        return -1;
    return 0;
}

static int add_volume(struct mountopts *o, const char *text, struct err *e)
{
    struct mount m = { .idmap = true };
    char copy[2 * PATH_MAX], source[PATH_MAX], *target, *words, *save = NULL;

    if (strlen(text) >= sizeof copy || !strchr(text, ':'))
        return bad("volume", text, "SOURCE:TARGET[:OPTION,…]", e);
    strcpy(copy, text);
    target = strchr(copy, ':');
    *target++ = '\0';
    words = strchr(target, ':');
    if (words)
        *words++ = '\0';
    if (target[0] != '/')
        return bad("volume", text, "SOURCE:TARGET[:OPTION,…]", e);
    for (char *word = words ? strtok_r(words, ",", &save) : NULL; word; word = strtok_r(NULL, ",", &save))
        if (volume_option(&m, word) < 0)
            return bad("volume", text, "with the options ro, rw, rslave, rprivate or noidmap", e);
    m.type = strchr(copy, '/') || copy[0] == '.' ? MOUNT_TYPE_BIND : MOUNT_TYPE_VOLUME;
    if (set_source(&m, "volume", copy, source, e) < 0)
        return -1;
    m.target = wire_text(target);
    put_mount(o, &m);
    return 0;
}

/* ---------------------------------------------------------------- --mount, --tmpfs */

static int set_type(struct mount *m, const char *option, const char *value, struct err *e)
{
    for (int i = 0; i < MOUNT_TYPE_COUNT; i++)
        if (!strcmp(value, mount_type_name((enum mount_type)i))) {
            m->type = (enum mount_type)i;
            return 0;
        }
    return bad(option, value, "bind, volume or tmpfs", e);
}

static int flag_field(struct mount *m, const char *key)
{
    if (!strcmp(key, "readonly") || !strcmp(key, "ro"))
        m->read_only = true;
    else if (!strcmp(key, "allow-host"))
        m->allow_host = true;
    else
        return -1;
    return 0;
}

static int propagation_field(struct mount *m, const char *option, const char *value, struct err *e)
{
    if (!strcmp(value, "shared") || !strcmp(value, "rshared"))
        return err_set(e, ERR_UNSUPPORTED, "--%s: propagation %s: what a container mounts never reaches the host", option, value);
    return volume_option(m, value) < 0 ? bad(option, value, "private or slave", e) : 0;
}

static int value_field(struct mount *m, const char *option, const char *key, const char *value, struct err *e)
{
    if (!strcmp(key, "type"))
        return set_type(m, option, value, e);
    if (!strcmp(key, "target") || !strcmp(key, "dst") || !strcmp(key, "destination")) {
        m->target = wire_text(value);
        return 0;
    }
    if (!strcmp(key, "propagation") || !strcmp(key, "bind-propagation"))
        return propagation_field(m, option, value, e);
    if (!strcmp(key, "idmap")) {
        m->idmap = !strcmp(value, "true");
        return m->idmap || !strcmp(value, "false") ? 0 : bad(option, value, "true or false", e);
    }
    if (!strcmp(key, "size")) {
        m->has_size_bytes = true;
        return str_bytes(value, &m->size_bytes) < 0 ? bad(option, value, "a size", e) : 0;
    }
    if (!strcmp(key, "mode")) {
        char *end;

        m->has_mode = true;
        m->mode = strtoull(value, &end, 8);
        return *end || end == value || m->mode > 07777 ? bad(option, value, "permission bits in octal", e) : 0;
    }
    return bad(option, key, "a mount option", e);
}

static bool is_source(const char *key)
{
    return !strcmp(key, "source") || !strcmp(key, "src") || !strcmp(key, "volume");
}

static int add_mount(struct mountopts *o, const char *option, const char *text, const char *target, struct err *e)
{
    struct mount m = { .type = target ? MOUNT_TYPE_TMPFS : MOUNT_TYPE_BIND, .target = wire_text(target), .idmap = true };
    char copy[2 * PATH_MAX], room[PATH_MAX], *save = NULL;
    const char *source = NULL;

    if (strlen(text) >= sizeof copy)
        return bad(option, text, "a mount", e);
    strcpy(copy, text);
    for (char *key = strtok_r(copy, ",", &save); key; key = strtok_r(NULL, ",", &save)) {
        char *value = strchr(key, '=');

        if (value)
            *value++ = '\0';
        if (value && is_source(key))
            source = value;
        else if (value ? value_field(&m, option, key, value, e) < 0 : flag_field(&m, key) < 0)
            return e->code ? -1 : bad(option, key, "a mount option", e);
    }
    if (!m.target.len)
        return bad(option, text, "a mount with a target", e);
    if (source && m.type == MOUNT_TYPE_TMPFS)
        return bad(option, text, "a tmpfs: that has no source", e);
    if (source && set_source(&m, option, source, room, e) < 0)
        return -1;
    put_mount(o, &m);
    return 0;
}

static int add_tmpfs(struct mountopts *o, const char *text, struct err *e)
{
    char target[PATH_MAX];
    size_t len = strcspn(text, ":");

    str_fmt(target, sizeof target, "%.*s", (int)(len < PATH_MAX ? len : PATH_MAX - 1), text);
    return add_mount(o, "tmpfs", text[len] ? text + len + 1 : "", target, e);
}

/* ---------------------------------------------------------------- --secret */

static int secret_field(struct secret_mount *m, const char *key, const char *value, struct err *e)
{
    char *end;

    if (!strcmp(key, "target")) {
        m->has_target = true;
        m->target = wire_text(value);
        return 0;
    }
    if (!strcmp(key, "mode")) {
        m->mode = strtoull(value, &end, 8);
        return *end || end == value ? bad("secret", value, "permission bits in octal", e) : 0;
    }
    if (!strcmp(key, "uid") || !strcmp(key, "gid"))
        return str_uint(value, 4294967294u, *key == 'u' ? &m->uid : &m->gid) < 0 ? bad("secret", value, "an id", e) : 0;
    return bad("secret", key, "target, mode, uid or gid", e);
}

static int add_secret(struct mountopts *o, const char *text, struct err *e)
{
    struct secret_mount m = { .mode = 0400 };
    char copy[2 * PATH_MAX], *save = NULL, *name;

    if (strlen(text) >= sizeof copy)
        return bad("secret", text, "a secret's name", e);
    strcpy(copy, text);
    name = strtok_r(copy, ",", &save);
    if (!name || strchr(name, '=') || strlen(name) >= sizeof m.secret.text)
        return bad("secret", text, "NAME[,target=…,mode=…,uid=…,gid=…]", e);
    str_fmt(m.secret.text, sizeof m.secret.text, "%s", name);
    for (char *key = strtok_r(NULL, ",", &save); key; key = strtok_r(NULL, ",", &save)) {
        char *value = strchr(key, '=');

        if (value)
            *value++ = '\0';
        if (!value || secret_field(&m, key, value, e) < 0)
            return e->code ? -1 : bad("secret", key, "target=, mode=, uid= or gid=", e);
    }
    secret_mount_write(&o->secrets, &m);
    o->secret_count++;
    return 0;
}

int mountopts_apply(struct mountopts *o, const char *name, const char *text, struct err *e)
{
    int r;

    if (!strcmp(name, "volume"))
        r = add_volume(o, text, e);
    else if (!strcmp(name, "mount"))
        r = add_mount(o, name, text, NULL, e);
    else if (!strcmp(name, "tmpfs"))
        r = add_tmpfs(o, text, e);
    else if (!strcmp(name, "secret"))
        r = add_secret(o, text, e);
    else
        return 0;
    return r < 0 ? -1 : 1;
}
