/*
 * df, prune, doctor - what takes how much, what can go, and whether all is as it should be.
 */
#include "base/str.h"
#include "client/cli/print.h"
#include "client/cli/verbs.h"
#include "client/cli/words.h"

#include <stdio.h>
#include <string.h>

#define LONG_MS 1800000

/* ---------------------------------------------------------------- df */

static const char *const kinds[] = { "image", "container", "volume", "snapshot", "partial", "upload", "trash" };
enum { KINDS = sizeof kinds / sizeof *kinds };

struct sum {
    uint64_t count, bytes, loose;
};

static void add_row(struct table *t, const char *kind, const struct sum *s)
{
    char text[32];

    table_cell(t, kind);
    snprintf(text, sizeof text, "%llu", (unsigned long long)s->count);
    table_cell(t, text);
    print_bytes(text, s->bytes);
    table_cell(t, text);
    print_bytes(text, s->loose);
    table_cell(t, text);
}

static void print_sums(const struct disk_usage_reply *reply)
{
    static const char *const heads[] = { "KIND", "COUNT", "SIZE", "CAN GO" };
    struct wire_reader r = wire_reader(reply->items.items);
    struct table *t = table_new(heads, 4);
    struct sum sums[KINDS] = { { 0 } };
    char layers[32], blobs[32], left[32];
    struct disk_use u;

    for (uint32_t i = 0; i < reply->items.count && disk_use_read(&r, &u, NULL) == 0; i++)
        for (int k = 0; k < KINDS; k++)
            if (!strcmp(u.kind.text, kinds[k])) {
                sums[k].count++;
                sums[k].bytes += u.bytes;
                sums[k].loose += u.used ? 0 : u.bytes;
            }
    sums[0].bytes = reply->layer_bytes + reply->blob_bytes;     /* what several share counts once */
    for (int k = 0; k < KINDS; k++)
        if (k < 4 || sums[k].count)
            add_row(t, kinds[k], &sums[k]);
    table_print(t, true);
    print_bytes(layers, reply->layer_bytes);
    print_bytes(blobs, reply->blob_bytes);
    print_bytes(left, reply->free_bytes);
    printf("images: %s unpacked, %s as they came; %s free\n", layers, blobs, left);
}

static void print_items(const struct disk_usage_reply *reply)
{
    static const char *const heads[] = { "KIND", "NAME", "SIZE", "FILES", "USED" };
    struct wire_reader r = wire_reader(reply->items.items);
    struct table *t = table_new(heads, 5);
    struct disk_use u;

    for (uint32_t i = 0; i < reply->items.count && disk_use_read(&r, &u, NULL) == 0; i++) {
        char text[300];

        table_cell(t, u.kind.text);
        wire_copy(text, !strcmp(u.kind.text, "image") ? 13 : sizeof text, u.name);
        table_cell(t, text);
        print_bytes(text, u.bytes);
        table_cell(t, text);
        snprintf(text, sizeof text, "%llu", (unsigned long long)u.files);
        table_cell(t, text);
        table_cell(t, u.used ? "yes" : "");
    }
    table_print(t, true);
}

int cli_df(const struct args *a, struct err *e)
{
    const char *format = words_format(a);
    struct disk_usage_reply reply;
    struct wire_writer room;
    struct wire_reader r;
    int result;

    wire_writer_init(&room);
    result = words_ask(a, "disk.usage", NULL, &room, e);
    r = wire_reader(wire_written(&room));
    if (result == 0)
        result = disk_usage_reply_read(&r, &reply, e);
    if (result == 0 && format)
        result = words_print(format, wire_written(&room), e);
    else if (result == 0 && args_has(a, "verbose"))
        print_items(&reply);
    else if (result == 0)
        print_sums(&reply);
    wire_writer_done(&room);
    return result;
}

/* ---------------------------------------------------------------- doctor */

static void print_finding(const struct finding *f)
{
    char name[500], text[1000], safe[600];

    wire_copy(name, sizeof name, f->name);
    wire_copy(text, sizeof text, f->text);
    print_safe(safe, sizeof safe, name);
    printf("%s %s: %s%s\n", f->what.text, safe, text, f->mended ? " (mended)" : "");
}

static int check_actors(const struct args *a, struct err *e)
{
    struct health_reply reply;
    struct wire_writer room;
    struct wire_reader r;
    int result, sick = 0;

    wire_writer_init(&room);
    result = words_ask(a, "health", NULL, &room, e);
    r = wire_reader(wire_written(&room));
    if (result == 0)
        result = health_reply_read(&r, &reply, e);
    r = wire_reader(result == 0 ? reply.actors.items : (struct wire_span){ 0 });
    for (uint32_t i = 0; result == 0 && i < reply.actors.count; i++) {
        struct actor_status s;

        if (actor_status_read(&r, &s, e) < 0) {
            result = -1;
        } else if (s.state != ACTOR_STATE_READY) {
            printf("%s is %s\n", s.name.text, actor_state_name(s.state));
            sick++;
        }
    }
    wire_writer_done(&room);
    return result < 0 ? -1 : sick;
}

int cli_doctor(const struct args *a, struct err *e)
{
    struct disk_check m = { .mend = args_has(a, "mend"), .deep = args_has(a, "deep") };
    struct disk_check_reply reply;
    struct wire_writer w, room;
    struct wire_reader r;
    int sick = check_actors(a, e), result, open = 0;

    if (sick < 0)
        return -1;
    wire_writer_init(&w);
    wire_writer_init(&room);
    disk_check_write(&w, &m);
    result = cli_ask(a, "disk.check", &w, LONG_MS, &room, e);
    r = wire_reader(wire_written(&room));
    if (result == 0)
        result = disk_check_reply_read(&r, &reply, e);
    r = wire_reader(result == 0 ? reply.findings.items : (struct wire_span){ 0 });
    for (uint32_t i = 0; result == 0 && i < reply.findings.count; i++) {
        struct finding f;

        if (finding_read(&r, &f, e) < 0) {
            result = -1;
            break;
        }
        print_finding(&f);
        open += !f.mended;
    }
    if (result == 0)
        printf("%llu things looked at, %u findings%s\n", (unsigned long long)reply.checked, reply.findings.count, reply.findings.count && !open ? ", all mended" : "");
    wire_writer_done(&w);
    wire_writer_done(&room);
    return result < 0 ? -1 : open || sick ? 1 : 0;
}

/* ---------------------------------------------------------------- prune */

static bool is_over(enum state s)
{
    return s == STATE_EXITED || s == STATE_FAILED;
}

static int remove_container(const struct args *a, const char *id, struct err *e)
{
    struct container_remove m = { 0 };
    struct wire_writer w, room;
    int r;

    str_fmt(m.container.text, sizeof m.container.text, "%s", id);
    wire_writer_init(&w);
    wire_writer_init(&room);
    container_remove_write(&w, &m);
    r = cli_ask(a, "container.remove", &w, 60000, &room, e);
    wire_writer_done(&w);
    wire_writer_done(&room);
    return r;
}

static bool is_old(const struct container_view *v, uint64_t before_ns)
{
    return !before_ns || (v->has_exit && v->exit.has_time_ns ? v->exit.time_ns : v->created_ns) < before_ns;
}

static int prune_page(const struct args *a, uint64_t before_ns, uint64_t *after, unsigned *failed, struct err *e)
{
    struct container_list m = { .all = true, .after = *after };
    struct container_list_reply reply;
    struct wire_writer w, room;
    struct container_view v;
    struct wire_reader r;
    int result;

    wire_writer_init(&w);
    wire_writer_init(&room);
    container_list_write(&w, &m);
    result = cli_ask(a, "container.list", &w, 10000, &room, e);
    r = wire_reader(wire_written(&room));
    if (result == 0)
        result = container_list_reply_read(&r, &reply, e);
    *after = result == 0 && reply.has_next ? reply.next : 0;
    r = wire_reader(result == 0 ? reply.containers.items : (struct wire_span){ 0 });
    for (uint32_t i = 0; result == 0 && i < reply.containers.count && container_view_read(&r, &v, e) == 0; i++) {
        struct err one = ERR_NONE;

        if (!is_over(v.state) || !is_old(&v, before_ns))
            continue;
        if (!args_has(a, "dry-run") && remove_container(a, v.id.text, &one) < 0) {
            fprintf(stderr, "quilt: %s\n", one.text);
            ++*failed;
            continue;
        }
        printf("container %s\n", v.id.text);
    }
    wire_writer_done(&w);
    wire_writer_done(&room);
    return result;
}

/* 1: one of them stays, and it was said why. */
static int prune_containers(const struct args *a, uint64_t before_ns, struct err *e)
{
    uint64_t after = 0;
    unsigned failed = 0;

    do
        if (prune_page(a, before_ns, &after, &failed, e) < 0)
            return -1;
    while (after);
    return failed ? 1 : 0;
}

static void print_names(const char *kind, const struct wire_list *names)
{
    struct wire_reader r = wire_reader(names->items);
    struct wire_span one;

    for (uint32_t i = 0; i < names->count && wire_read_str(&r, &one, NULL) == 0; i++)
        printf("%s %.*s\n", kind, (int)one.len, (const char *)one.data);
}

static int prune_images(const struct args *a, uint64_t before_ns, struct err *e)
{
    struct image_prune m = { .all = args_has(a, "all"), .has_before_ns = before_ns > 0, .before_ns = before_ns, .has_label = args_has(a, "label"), .label = wire_text(args_get(a, "label")),
                             .dry_run = args_has(a, "dry-run") };
    struct image_prune_reply reply;
    struct wire_writer w, room;
    struct wire_reader r;
    int result;

    wire_writer_init(&w);
    wire_writer_init(&room);
    image_prune_write(&w, &m);
    result = words_ask(a, "image.prune", &w, &room, e);
    r = wire_reader(wire_written(&room));
    if (result == 0 && (result = image_prune_reply_read(&r, &reply, e)) == 0)
        print_names("image", &reply.images);
    wire_writer_done(&w);
    wire_writer_done(&room);
    return result;
}

static int prune_volumes(const struct args *a, uint64_t before_ns, struct err *e)
{
    struct volume_prune m = { .dry_run = args_has(a, "dry-run"), .has_before_ns = before_ns > 0, .before_ns = before_ns, .has_label = args_has(a, "label"), .label = wire_text(args_get(a, "label")) };
    struct volume_prune_reply reply;
    struct wire_writer w, room;
    struct wire_reader r;
    int result;

    wire_writer_init(&w);
    wire_writer_init(&room);
    volume_prune_write(&w, &m);
    result = words_ask(a, "volume.prune", &w, &room, e);
    r = wire_reader(wire_written(&room));
    if (result == 0 && (result = volume_prune_reply_read(&r, &reply, e)) == 0)
        print_names("volume", &reply.volumes);
    wire_writer_done(&w);
    wire_writer_done(&room);
    return result;
}

int cli_prune(const struct args *a, struct err *e)
{
    uint64_t before_ns = 0;
    int result = 0;

    if (args_has(a, "until") && cli_time_of("until", args_get(a, "until"), &before_ns, e) < 0)
        return -1;
    if (!args_has(a, "label"))
        result = prune_containers(a, before_ns, e);
    if (result < 0 || prune_images(a, before_ns, e) < 0)
        return -1;
    if (args_has(a, "dry-run"))
        fputs("quilt: images and volumes that only these containers have would go with them\n", stderr);
    return args_has(a, "volumes") && prune_volumes(a, before_ns, e) < 0 ? -1 : result;
}
