#include "actors/imaged/registry.h"

#include "base/str.h"

#include <string.h>

static int bad(const char *text, const char *why, struct err *e)
{
    return err_set(e, ERR_INVALID, "image %.200s: %s: HOST[:PORT]/NAME[:TAG][@sha256:DIGEST] is needed", text, why);
}

static int is_name(const char *text)
{
    return *text && *text != '/' && !text[strspn(text, "abcdefghijklmnopqrstuvwxyz0123456789._-/")] && !strstr(text, "//") && !strstr(text, "..");
}

static int is_host(const char *text)
{
    return *text && !text[strspn(text, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-:[]")] && (strpbrk(text, ".:") || !strcmp(text, "localhost"));
}

static int is_digest(const char *text)
{
    return str_starts(text, "sha256:") && strlen(text) == 71 && !text[7 + strspn(text + 7, "0123456789abcdef")];
}

static int is_tag(const char *text)
{
    return *text && strlen(text) <= 128 && !text[strspn(text, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-")];
}

int registry_parse(const char *text, struct registry_name *out, struct err *e)
{
    const char *given = text;
    char rest[600], *slash, *at, *colon;

    if (str_starts(text, "docker://"))
        text += 9;
    if (strlen(text) >= 400)
        return bad(given, "too long", e);
    str_fmt(rest, sizeof rest, "%s", text);
    slash = strchr(rest, '/');
    if (!slash)
        return bad(given, "names no registry", e);
    *slash = '\0';
    str_fmt(out->host, sizeof out->host, "%.250s", rest);
    at = strchr(slash + 1, '@');
    if (at)
        *at++ = '\0';
    colon = strrchr(slash + 1, ':');
    if (colon)
        *colon++ = '\0';
    str_fmt(out->name, sizeof out->name, "%.250s", slash + 1);
    if (strlen(text) + 8 > 255)         /* with ":latest" */
        return bad(given, "too long", e);
    if (!is_host(out->host))
        return bad(given, "names no registry", e);
    if (!is_name(out->name))
        return bad(given, "is no name", e);
    if ((colon && !is_tag(colon)) || (at && !is_digest(at)))
        return bad(given, "is no tag or digest", e);
    str_fmt(out->reference, sizeof out->reference, "%s", at ? at : colon ? colon : "latest");
    out->tag[0] = '\0';                 /* a digest names nothing that could move */
    if (!at || colon)
        str_fmt(out->tag, sizeof out->tag, "%s/%s:%s", out->host, out->name, colon ? colon : "latest");
    return 0;
}

int registry_is_loopback(const char *host)
{
    static const char *const own[] = { "localhost", "127.", "[::1]" };

    for (int i = 0; i < 3; i++) {
        size_t len = strlen(own[i]);

        if (!strncmp(host, own[i], len) && (i == 1 || !host[len] || host[len] == ':'))
            return 1;
    }
    return 0;
}
