#include "tests/unit/unit.h"

#include "actors/imaged/plan.h"
#include "actors/imaged/registry.h"
#include "actors/monitor/imageconfig.h"
#include "base/str.h"

#include <signal.h>
#include <string.h>

/* ---------------------------------------------------------------- names in registries */

static void names(void **state)
{
    static const struct {
        const char *text, *host, *name, *reference, *tag;
    } rows[] = {
        { "localhost:5000/a:1", "localhost:5000", "a", "1", "localhost:5000/a:1" },
        { "docker://r.example/team/app", "r.example", "team/app", "latest", "r.example/team/app:latest" },
        { "r.example:443/a/b/c:v1.2-x", "r.example:443", "a/b/c", "v1.2-x", "r.example:443/a/b/c:v1.2-x" },
        { "r.example/a@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef", "r.example", "a", "sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef", "" },
        { "r.example/a:1@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef", "r.example", "a", "sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef", "r.example/a:1" },
    };
    static const char *const wrong[] = { "", "a", "a:1", "host/a", "r.example/", "r.example/A", "r.example//a", "r.example/../a", "r.example/a:", "r.example/a: ", "r.example/a@sha256:12", "r.example/a@md5:1",
                                         "r example/a", "/a", "r.example/a b", "r.example/a\n" };
    struct registry_name n;
    struct err e;

    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        assert_int_equal(registry_parse(rows[i].text, &n, &e), 0);
        assert_string_equal(n.host, rows[i].host);
        assert_string_equal(n.name, rows[i].name);
        assert_string_equal(n.reference, rows[i].reference);
        assert_string_equal(n.tag, rows[i].tag);
    }
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        assert_int_equal(registry_parse(wrong[i], &n, &e), -1);
}

static void own_registries(void **state)
{
    (void)state;
    assert_true(registry_is_loopback("localhost") && registry_is_loopback("localhost:5000") && registry_is_loopback("127.0.0.1:1") && registry_is_loopback("127.9.9.9") && registry_is_loopback("[::1]:5000"));
    assert_false(registry_is_loopback("localhost.example") || registry_is_loopback("127") || registry_is_loopback("10.0.0.1") || registry_is_loopback("[::1"));
}

/* ---------------------------------------------------------------- plans */

static void platforms(void **state)
{
    static const char *const wrong[] = { "linux", "linux/", "/amd64", "linux/arm/", "windows/amd64", "linux//v7", "linux/amd64/v7/x", "linux/AMD64", "linux/amd 64", "linux/\xff",
                                         "linux/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "linux/arm/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" };
    struct platform p;
    struct err e;

    (void)state;
    assert_int_equal(platform_parse("", &p, &e), 0);
    assert_true(p.arch[0] && !strcmp(p.os, "linux") && !p.variant[0]);
    assert_int_equal(platform_parse("linux/arm/v7", &p, &e), 0);
    assert_true(!strcmp(p.arch, "arm") && !strcmp(p.variant, "v7"));
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        assert_int_equal(platform_parse(wrong[i], &p, &e), -1);
}

static bool is_tag(const char *text)
{
    char out[256];

    return plan_tag(wire_text(text), out);
}

static void names_of_layouts(void **state)
{
    (void)state;
    assert_true(is_tag("app:1") && is_tag("localhost/app") && is_tag("a/b/c:latest"));
    assert_false(is_tag("latest") || is_tag("") || is_tag("../x") || is_tag("a b:1") || is_tag("\x1b[2J:1"));
}

/* The same archive is the same image, whoever imports it and when. */
static void a_root_filesystem_s_image(void **state)
{
    struct report r = { .flags = 1, .total_bytes = 100, .bytes = 300, .entries = 3 };
    struct plan a = { 0 }, b = { 0 };

    (void)state;
    memset(r.blob, 'b', 64);
    memset(r.diff, 'd', 64);
    plan_rootfs(&a, &r, "linux/amd64");
    plan_rootfs(&b, &r, "linux/amd64");
    assert_string_equal(a.digest, b.digest);
    assert_int_equal(a.record.layers.count, 1);
    assert_non_null(memmem(a.manifest.data, a.manifest.len, "layer.v1.tar+gzip", 17));
    assert_non_null(memmem(a.config.data, a.config.len, "diff_ids\":[\"sha256:dddd", 23));
    plan_done(&b);
    memset(r.blob, 'c', 64);
    plan_rootfs(&b, &r, "linux/amd64");
    assert_string_not_equal(a.digest, b.digest);
    assert_string_equal(a.config_digest, b.config_digest);
    plan_done(&a);
    plan_done(&b);
}

/* ---------------------------------------------------------------- what an image says of containers */

static struct wire_list texts(struct wire_writer *w, const char *const *list)
{
    uint32_t n = 0;

    wire_writer_init(w);
    for (; list[n]; n++)
        wire_put_str(w, list[n]);
    return wire_list_of(w, n);
}

static struct wire_writer spec_room;

static int apply(const struct container_spec *wish, const struct image_config *image, struct container_spec *out, struct err *e)
{
    struct wire_reader r;

    wire_writer_done(&spec_room);
    if (imageconfig_apply(wish, image, &spec_room, e) < 0)
        return -1;
    r = wire_reader(wire_written(&spec_room));
    return container_spec_read(&r, out, e);
}

static void assert_list(const struct wire_list *list, const char *joined)
{
    struct wire_reader r = wire_reader(list->items);
    char all[200] = "";
    struct wire_span s;
    size_t n = 0;

    while (wire_peek(&r) && wire_read_str(&r, &s, NULL) == 0)
        n += (size_t)snprintf(all + n, sizeof all - n, "%s%.*s", n ? " " : "", (int)s.len, (const char *)s.data);
    assert_string_equal(all, joined);
}

static void the_request_goes_before_the_image(void **state)
{
    struct wire_writer entry, cmd, env, argv, own_env, own_entry;
    struct image_config image = { .has_entrypoint = true, .entrypoint = texts(&entry, (const char *const[]){ "/entry", "-x", NULL }), .has_cmd = true,
                                  .cmd = texts(&cmd, (const char *const[]){ "usual", NULL }), .has_env = true, .has_user = true, .user = wire_text("web"), .has_stop_signal = true,
                                  .stop_signal = SIGINT, .has_workdir = true, .workdir = wire_text("/srv"), .has_health = true, .health.retries = 3 };
    struct container_spec wish = { .image = wire_text("i"), .shm_bytes = 1, .tty_rows = 1, .tty_columns = 1 }, out;
    struct err e = ERR_NONE;

    (void)state;
    wire_writer_init(&spec_room);
    image.env = texts(&env, (const char *const[]){ "A", "1", "B", "2", NULL });
    image.env.count = 2;
    image.health.argv = image.cmd;
    assert_int_equal(apply(&wish, &image, &out, &e), 0);
    assert_list(&out.argv, "/entry -x usual");
    assert_true(wire_is(&out.user, "web") && wire_is(&out.workdir, "/srv") && out.stop_signal == SIGINT && out.has_health);

    wish.has_argv = true;
    wish.argv = texts(&argv, (const char *const[]){ "mine", NULL });
    wish.has_env = true;
    wish.env = texts(&own_env, (const char *const[]){ "B", "3", NULL });
    wish.env.count = 1;
    wish.has_user = true;
    wish.user = wire_text("0");
    wish.no_health = true;
    wish.has_stop_signal = true;
    wish.stop_signal = SIGTERM;
    assert_int_equal(apply(&wish, &image, &out, &e), 0);
    assert_list(&out.argv, "/entry -x mine");
    assert_list(&out.env, "A 1 B 3");
    assert_true(wire_is(&out.user, "0") && out.stop_signal == SIGTERM && !out.has_health);

    wish.has_entrypoint = true;
    wish.entrypoint = texts(&own_entry, (const char *const[]){ "/other", NULL });
    wish.has_argv = false;
    assert_int_equal(apply(&wish, &image, &out, &e), 0);
    assert_list(&out.argv, "/other");   /* its command was for its own entrypoint */

    image.has_entrypoint = image.has_cmd = wish.has_entrypoint = false;
    assert_int_equal(apply(&wish, &image, &out, &e), -1);
    assert_non_null(strstr(e.text, "argv"));
    wire_writer_done(&entry);
    wire_writer_done(&cmd);
    wire_writer_done(&env);
    wire_writer_done(&argv);
    wire_writer_done(&own_env);
    wire_writer_done(&own_entry);
    wire_writer_done(&spec_room);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names),
        cmocka_unit_test(own_registries),
        cmocka_unit_test(platforms),
        cmocka_unit_test(names_of_layouts),
        cmocka_unit_test(a_root_filesystem_s_image),
        cmocka_unit_test(the_request_goes_before_the_image),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
