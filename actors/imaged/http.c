#include "actors/imaged/http.h"

#include "actors/imaged/json.h"
#include "actors/imaged/report.h"
#include "base/auto.h"
#include "base/errors.h"
#include "base/must.h"
#include "base/str.h"

#include <curl/curl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define BODY_MAX (4u << 20)
#define CONNECT_S 15L
#define STALL_S 30L                     /* no byte for so long: it is begun again */

struct http {
    CURLM *multi;
    char host[256], scheme[8], scope[400];
    char *user, *authorization;         /* "user:password" from the file; "Authorization: …" once it was asked for */
    char *ca;
    size_t ca_len;
};

struct exchange {
    struct http_result result;
    char challenge[1024];
    char *body;
    size_t len;
    bool wants_body;
    CURL *easy;
};

struct http_transfer {
    struct http *http;
    struct exchange x;
    struct curl_slist *headers;
    uint64_t offset;
    bool (*take)(void *arg, const void *data, size_t len);
    void *arg;
    bool over, authorized;
    CURLcode code;
    char url[1024], error[CURL_ERROR_SIZE];
};

/* ---------------------------------------------------------------- who we are */

static char *read_all(int fd, size_t *out_len)
{
    struct stat st;
    char *text;

    if (fstat(fd, &st) < 0 || st.st_size <= 0 || st.st_size > (1 << 20))
        return NULL;
    text = xalloc((size_t)st.st_size + 1);
    *out_len = (size_t)st.st_size;
    return pread(fd, text, *out_len, 0) == st.st_size ? text : NULL;
}

static int base64_value(int c)
{
    static const char set[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    const char *at = c ? strchr(set, c) : NULL;

    return at ? (int)(at - set) : -1;
}

static char *base64_decode(const char *text)
{
    char *out = xalloc(strlen(text) + 1);
    unsigned bits = 0, have = 0;
    size_t n = 0;

    for (; *text && *text != '='; text++) {
        int v = base64_value(*text);

        if (v < 0)
            continue;
        bits = bits << 6 | (unsigned)v;
        have += 6;
        if (have >= 8) {
            have -= 8;
            out[n++] = (char)(bits >> have);
        }
    }
    return out;
}

/* {"auths": {"HOST": {"auth": base64 of user:password}}} */
static char *find_user(int fd, const char *host)
{
    struct json_file f = { 0 };
    json_t *auths, *one;
    const char *auth;

    f.bytes = read_all(fd, &f.len);
    if (!f.bytes)
        return NULL;
    auths = json_object_get(json_parse(f, "the file with credentials"), "auths");
    one = json_object_get(auths, host);
    auth = json_text(one, "auth");
    return auth ? base64_decode(auth) : NULL;
}

struct http *http_new(const char *host, const char *scheme, int auth_fd, int ca_fd, const char *name, bool pull)
{
    struct http *h = xalloc(sizeof *h);

    if (curl_global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK)
        report_failed(ERR_INTERNAL, "libcurl does not start");
    h->multi = curl_multi_init();
    must(h->multi != NULL);
    str_fmt(h->host, sizeof h->host, "%s", host);
    str_fmt(h->scheme, sizeof h->scheme, "%s", scheme);
    str_fmt(h->scope, sizeof h->scope, "repository:%s:%s", name, pull ? "pull" : "pull,push");
    h->user = find_user(auth_fd, host);
    h->ca = read_all(ca_fd, &h->ca_len);
    return h;
}

/* ---------------------------------------------------------------- one exchange */

static size_t on_header(char *data, size_t size, size_t count, void *arg)
{
    struct exchange *x = arg;
    size_t len = size * count;
    char line[2048];
    char *value;

    if (len >= sizeof line)
        return len;
    memcpy(line, data, len);
    line[len] = '\0';
    line[strcspn(line, "\r\n")] = '\0';
    value = strchr(line, ':');
    if (!value)
        return len;
    *value++ = '\0';
    value += strspn(value, " \t");
    if (!strcasecmp(line, "content-type"))
        str_fmt(x->result.media, sizeof x->result.media, "%.*s", (int)(strcspn(value, "; ") < 120 ? strcspn(value, "; ") : 120), value);
    else if (!strcasecmp(line, "location"))
        str_fmt(x->result.location, sizeof x->result.location, "%.1500s", value);
    else if (!strcasecmp(line, "www-authenticate"))
        str_fmt(x->challenge, sizeof x->challenge, "%.1000s", value);
    return len;
}

static size_t on_body(char *data, size_t size, size_t count, void *arg)
{
    struct exchange *x = arg;
    size_t len = size * count;

    if (x->len + len > BODY_MAX)
        return 0;                       /* no manifest is that long */
    x->body = xrealloc(x->body, x->len + len + 1);
    memcpy(x->body + x->len, data, len);
    x->len += len;
    x->body[x->len] = '\0';
    return len;
}

static CURL *easy_new(struct http *h, const char *url, struct exchange *x)
{
    CURL *c = curl_easy_init();
    struct curl_blob ca = { h->ca, h->ca_len, CURL_BLOB_NOCOPY };

    must(c != NULL);
    curl_easy_setopt(c, CURLOPT_URL, url);
    curl_easy_setopt(c, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(c, CURLOPT_REDIR_PROTOCOLS_STR, strcmp(h->scheme, "https") ? "http,https" : "https");
    curl_easy_setopt(c, CURLOPT_FOLLOWLOCATION, 1L);
    curl_easy_setopt(c, CURLOPT_MAXREDIRS, 5L);
    curl_easy_setopt(c, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(c, CURLOPT_CONNECTTIMEOUT, CONNECT_S);
    curl_easy_setopt(c, CURLOPT_LOW_SPEED_LIMIT, 1L);
    curl_easy_setopt(c, CURLOPT_LOW_SPEED_TIME, STALL_S);
    curl_easy_setopt(c, CURLOPT_USERAGENT, "quilt/" QUILT_VERSION);
    curl_easy_setopt(c, CURLOPT_HEADERFUNCTION, on_header);
    curl_easy_setopt(c, CURLOPT_HEADERDATA, x);
    curl_easy_setopt(c, CURLOPT_WRITEFUNCTION, on_body);
    curl_easy_setopt(c, CURLOPT_WRITEDATA, x);
    if (h->ca)
        curl_easy_setopt(c, CURLOPT_CAINFO_BLOB, &ca);
    x->easy = c;
    return c;
}

/* What the registry says, in a sentence: its errors are {"errors": [{"code", "message"}]}. */
static void explain(struct exchange *x, CURLcode code, const char *curl_error)
{
    json_t *j = x->body && x->len < 65536 ? json_loadb(x->body, x->len, 0, NULL) : NULL;
    json_t *first = json_array_get(json_object_get(j, "errors"), 0);
    const char *said = json_text(first, "message"), *kind = json_text(first, "code");

    curl_easy_getinfo(x->easy, CURLINFO_RESPONSE_CODE, &x->result.status);
    if (code != CURLE_OK)
        str_fmt(x->result.error, sizeof x->result.error, "%.250s", curl_error && *curl_error ? curl_error : curl_easy_strerror(code));
    else
        str_fmt(x->result.error, sizeof x->result.error, "the registry answers %ld%s%.100s%s%.120s", x->result.status, kind ? " " : "", kind ? kind : "", said ? ": " : "", said ? said : "");
    if (code != CURLE_OK && x->result.status < 400)
        x->result.status = 0;
    json_decref(j);
}

static struct curl_slist *headers_of(const struct http *h, const char *header)
{
    struct curl_slist *list = header ? curl_slist_append(NULL, header) : NULL;

    list = curl_slist_append(list, "Expect:");
    return h->authorization ? curl_slist_append(list, h->authorization) : list;
}

/* ---------------------------------------------------------------- a token */

static bool parameter(const char *challenge, const char *name, char *out, size_t size)
{
    char key[40];
    const char *at;
    size_t len;

    str_fmt(key, sizeof key, "%s=\"", name);
    at = strcasestr(challenge, key);
    if (!at)
        return false;
    at += strlen(key);
    len = strcspn(at, "\"");
    if (len >= size)
        return false;
    memcpy(out, at, len);
    out[len] = '\0';
    return true;
}

static void set_authorization(struct http *h, const char *kind, const char *value)
{
    size_t room = strlen(kind) + strlen(value) + 20;

    free(h->authorization);
    h->authorization = xalloc(room);
    str_fmt(h->authorization, room, "Authorization: %s %s", kind, value);
}

static char *encode64(const char *text)
{
    static const char set[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    size_t len = strlen(text), n = 0;
    char *out = xalloc(len * 2 + 5);

    for (size_t i = 0; i < len; i += 3) {
        unsigned v = (unsigned)(uint8_t)text[i] << 16 | (i + 1 < len ? (unsigned)(uint8_t)text[i + 1] << 8 : 0) | (i + 2 < len ? (uint8_t)text[i + 2] : 0);

        out[n++] = set[v >> 18];
        out[n++] = set[v >> 12 & 63];
        out[n++] = i + 1 < len ? set[v >> 6 & 63] : '=';
        out[n++] = i + 2 < len ? set[v & 63] : '=';
    }
    return out;
}

/* The password goes to the registry's own realm alone, and over TLS unless the registry itself is not. */
static bool get_token(struct http *h, const char *challenge)
{
    char realm[512], service[256] = "", url[1600], *escaped_service, *escaped_scope;
    struct exchange x = { 0 };
    const char *token;
    CURLcode code;
    json_t *j;
    CURL *c;

    if (!parameter(challenge, "realm", realm, sizeof realm) || (!str_starts(realm, "https://") && strcmp(h->scheme, "http")))
        return false;
    parameter(challenge, "service", service, sizeof service);
    c = easy_new(h, realm, &x);
    escaped_service = curl_easy_escape(c, service, 0);
    escaped_scope = curl_easy_escape(c, h->scope, 0);
    str_fmt(url, sizeof url, "%s%cservice=%.400s&scope=%.500s", realm, strchr(realm, '?') ? '&' : '?', escaped_service, escaped_scope);
    curl_easy_setopt(c, CURLOPT_URL, url);
    if (h->user)
        curl_easy_setopt(c, CURLOPT_USERPWD, h->user);
    code = curl_easy_perform(c);
    j = code == CURLE_OK && x.body ? json_loadb(x.body, x.len, 0, NULL) : NULL;
    token = json_text(j, "token") ? json_text(j, "token") : json_text(j, "access_token");
    if (token)
        set_authorization(h, "Bearer", token);
    curl_free(escaped_service);
    curl_free(escaped_scope);
    curl_easy_cleanup(c);
    free(x.body);
    json_decref(j);
    return token != NULL;
}

/* True: asked again it may be answered. */
static bool authorize(struct http *h, const char *challenge)
{
    if (!strncasecmp(challenge, "Bearer", 6))
        return get_token(h, challenge);
    if (!strncasecmp(challenge, "Basic", 5) && h->user && !h->authorization) {
        auto_free char *encoded = encode64(h->user);

        set_authorization(h, "Basic", encoded);
        return true;
    }
    return false;
}

/* ---------------------------------------------------------------- requests */

static struct http_result perform(struct http *h, CURL *c, struct exchange *x, const char *header)
{
    char error[CURL_ERROR_SIZE] = "";
    CURLcode code = CURLE_OK;

    for (int turn = 0; turn < 2; turn++) {
        struct curl_slist *headers = headers_of(h, header);

        x->len = 0;
        x->challenge[0] = x->result.location[0] = '\0';
        curl_easy_setopt(c, CURLOPT_HTTPHEADER, headers);
        curl_easy_setopt(c, CURLOPT_ERRORBUFFER, error);
        code = curl_easy_perform(c);
        explain(x, code, error);
        curl_slist_free_all(headers);
        if (x->result.status != 401 || !authorize(h, x->challenge))
            break;
    }
    return x->result;
}

/* A place without a host is the registry's. */
static void complete_location(const struct http *h, struct http_result *r)
{
    char full[1600];

    if (r->location[0] != '/')
        return;
    str_fmt(full, sizeof full, "%s://%s%.1200s", h->scheme, h->host, r->location);
    str_fmt(r->location, sizeof r->location, "%s", full);
}

struct http_result http_text(struct http *h, const char *method, const char *url, const char *header, const char *body, size_t len, char **out, size_t *out_len)
{
    struct exchange x = { 0 };
    CURL *c = easy_new(h, url, &x);
    struct http_result r;

    if (!strcmp(method, "HEAD"))
        curl_easy_setopt(c, CURLOPT_NOBODY, 1L);
    else
        curl_easy_setopt(c, CURLOPT_CUSTOMREQUEST, method);
    if (body) {
        curl_easy_setopt(c, CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t)len);
        curl_easy_setopt(c, CURLOPT_POSTFIELDS, body);
    }
    r = perform(h, c, &x, header);
    complete_location(h, &r);
    curl_easy_cleanup(c);
    if (out) {
        *out = x.body ? x.body : xalloc(1);
        *out_len = x.len;
    } else {
        free(x.body);
    }
    return r;
}

struct sending {
    int fd;
    uint64_t at;
    bool (*on_sent)(void *arg, uint64_t done);
    void *arg;
};

static size_t on_read(char *room, size_t size, size_t count, void *arg)
{
    struct sending *s = arg;
    ssize_t n = pread(s->fd, room, size * count, (off_t)s->at);

    if (n < 0)
        return CURL_READFUNC_ABORT;
    s->at += (uint64_t)n;
    s->on_sent(s->arg, s->at);
    return (size_t)n;
}

static int on_seek(void *arg, curl_off_t offset, int origin)
{
    struct sending *s = arg;

    if (origin != SEEK_SET)
        return CURL_SEEKFUNC_CANTSEEK;
    s->at = (uint64_t)offset;
    return CURL_SEEKFUNC_OK;
}

struct http_result http_put(struct http *h, const char *url, int fd, uint64_t size, bool (*on_sent)(void *arg, uint64_t done), void *arg)
{
    struct sending s = { .fd = fd, .on_sent = on_sent, .arg = arg };
    struct exchange x = { 0 };
    CURL *c = easy_new(h, url, &x);
    struct http_result r;

    curl_easy_setopt(c, CURLOPT_UPLOAD, 1L);
    curl_easy_setopt(c, CURLOPT_INFILESIZE_LARGE, (curl_off_t)size);
    curl_easy_setopt(c, CURLOPT_READFUNCTION, on_read);
    curl_easy_setopt(c, CURLOPT_READDATA, &s);
    curl_easy_setopt(c, CURLOPT_SEEKFUNCTION, on_seek);
    curl_easy_setopt(c, CURLOPT_SEEKDATA, &s);
    r = perform(h, c, &x, "Content-Type: application/octet-stream");
    curl_easy_cleanup(c);
    free(x.body);
    return r;
}

/* ---------------------------------------------------------------- downloads beside each other */

static size_t on_data(char *data, size_t size, size_t count, void *arg)
{
    struct http_transfer *t = arg;
    size_t len = size * count;
    long status = 0;

    curl_easy_getinfo(t->x.easy, CURLINFO_RESPONSE_CODE, &status);
    if (status == 200 && t->offset) {   /* it does not go on where we were */
        t->x.result.restarted = true;
        return 0;
    }
    if (status != 200 && status != 206)
        return on_body(data, size, count, &t->x);
    return t->take(t->arg, data, len) ? len : 0;
}

static void begin(struct http_transfer *t)
{
    CURL *c = easy_new(t->http, t->url, &t->x);
    char range[40];

    t->over = false;
    t->headers = headers_of(t->http, NULL);
    curl_easy_setopt(c, CURLOPT_HTTPHEADER, t->headers);
    curl_easy_setopt(c, CURLOPT_ERRORBUFFER, t->error);
    curl_easy_setopt(c, CURLOPT_WRITEFUNCTION, on_data);
    curl_easy_setopt(c, CURLOPT_WRITEDATA, t);
    curl_easy_setopt(c, CURLOPT_PRIVATE, t);
    if (t->offset) {
        str_fmt(range, sizeof range, "%llu-", (unsigned long long)t->offset);
        curl_easy_setopt(c, CURLOPT_RANGE, range);
    }
    must(curl_multi_add_handle(t->http->multi, c) == CURLM_OK);
}

static void stop(struct http_transfer *t)
{
    curl_multi_remove_handle(t->http->multi, t->x.easy);
    curl_easy_cleanup(t->x.easy);
    curl_slist_free_all(t->headers);
    t->x.easy = NULL;
}

struct http_transfer *http_get(struct http *h, const char *url, uint64_t offset, bool (*take)(void *arg, const void *data, size_t len), void *arg)
{
    struct http_transfer *t = xalloc(sizeof *t);

    *t = (struct http_transfer){ .http = h, .offset = offset, .take = take, .arg = arg };
    str_fmt(t->url, sizeof t->url, "%s", url);
    begin(t);
    return t;
}

static void settle(struct http *h)
{
    CURLMsg *m;
    int left;

    while ((m = curl_multi_info_read(h->multi, &left))) {
        struct http_transfer *t = NULL;

        if (m->msg != CURLMSG_DONE)
            continue;
        curl_easy_getinfo(m->easy_handle, CURLINFO_PRIVATE, &t);
        t->code = m->data.result;
        explain(&t->x, t->code, t->error);
        t->over = true;
        if (t->x.result.status == 401 && !t->authorized && authorize(h, t->x.challenge)) {
            t->authorized = true;
            stop(t);
            free(t->x.body);
            t->x = (struct exchange){ 0 };
            begin(t);
        }
    }
}

void http_wait(struct http *h, int ms)
{
    int running;

    curl_multi_perform(h->multi, &running);
    settle(h);
    curl_multi_poll(h->multi, NULL, 0, ms, NULL);
    curl_multi_perform(h->multi, &running);
    settle(h);
}

bool http_is_over(const struct http_transfer *t)
{
    return t->over;
}

struct http_result http_end(struct http_transfer *t)
{
    struct http_result r = t->x.result;

    if (t->x.result.restarted)
        str_fmt(r.error, sizeof r.error, "the registry cannot go on where it was");
    stop(t);
    free(t->x.body);
    free(t);
    return r;
}
