#include "actors/monitor/imageconfig.h"

#include <signal.h>

static void add_texts(struct wire_writer *w, uint32_t *count, bool has, const struct wire_list *list)
{
    if (!has)
        return;
    wire_put_raw(w, list->items);
    *count += list->count;
}

/* A new entrypoint makes the image's command meaningless. */
static struct wire_list argv(const struct container_spec *wish, const struct image_config *image, struct wire_writer *w)
{
    uint32_t count = 0;

    if (wish->has_entrypoint)
        add_texts(w, &count, true, &wish->entrypoint);
    else
        add_texts(w, &count, image->has_entrypoint, &image->entrypoint);
    if (wish->has_argv && wish->argv.count)
        add_texts(w, &count, true, &wish->argv);
    else if (!wish->has_entrypoint)
        add_texts(w, &count, image->has_cmd, &image->cmd);
    return wire_list_of(w, count);
}

static bool has_key(const struct wire_list *env, const struct wire_span *key)
{
    struct wire_reader r = wire_reader(env->items);

    for (uint32_t i = 0; i < env->count; i++) {
        struct wire_span k, v;

        if (wire_read_str(&r, &k, NULL) < 0 || wire_read_str(&r, &v, NULL) < 0)
            return false;
        if (k.len == key->len && !__builtin_memcmp(k.data, key->data, k.len))
            return true;
    }
    return false;
}

static struct wire_list env(const struct container_spec *wish, const struct image_config *image, struct wire_writer *w)
{
    struct wire_reader r = wire_reader(image->env.items);
    uint32_t count = 0;

    for (uint32_t i = 0; image->has_env && i < image->env.count; i++) {
        struct wire_span k, v;

        if (wire_read_str(&r, &k, NULL) < 0 || wire_read_str(&r, &v, NULL) < 0)
            break;
        if (wish->has_env && has_key(&wish->env, &k))
            continue;
        wire_put_span(w, k);
        wire_put_span(w, v);
        count++;
    }
    add_texts(w, &count, wish->has_env, &wish->env);
    return wire_list_of(w, count);
}

int imageconfig_apply(const struct container_spec *wish, const struct image_config *image, struct wire_writer *out, struct err *e)
{
    struct container_spec s = *wish;
    struct wire_writer argv_room, env_room;

    wire_writer_init(&argv_room);
    wire_writer_init(&env_room);
    s.has_argv = true;
    s.argv = argv(wish, image, &argv_room);
    s.argv.items = wire_written(&argv_room);
    s.env = env(wish, image, &env_room);
    s.env.items = wire_written(&env_room);
    s.has_env = s.env.count > 0;
    if (!s.has_user && image->has_user) {
        s.has_user = true;
        s.user = image->user;
    }
    if (!s.has_workdir && image->has_workdir) {
        s.has_workdir = true;
        s.workdir = image->workdir;
    }
    if (!s.has_stop_signal)
        s.stop_signal = image->has_stop_signal ? image->stop_signal : SIGTERM;
    s.has_stop_signal = true;
    if (!s.has_health && !s.no_health && image->has_health) {
        s.has_health = true;
        s.health = image->health;
    }
    s.has_image_volumes = image->has_volumes;
    s.image_volumes = image->volumes;
    if (s.argv.count)
        container_spec_write(out, &s);
    wire_writer_done(&argv_room);
    wire_writer_done(&env_room);
    return s.argv.count ? 0 : err_set(e, ERR_INVALID, "argv: neither the request nor the image names a command");
}
