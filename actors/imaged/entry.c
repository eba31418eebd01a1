#include "actors/imaged/entry.h"

#include "actors/imaged/unpack.h"
#include "base/str.h"

#include <archive.h>
#include <string.h>
#include <sys/stat.h>

/* Steps over "./" and says what is wrong with the rest, or NULL. */
static const char *judge_path(const char **path)
{
    const char *p = *path;
    size_t depth = 0;

    if (*p == '/')
        return "an absolute path";
    while (p[0] == '.' && p[1] == '/')
        for (p += 2; *p == '/'; p++)
            ;
    *path = p;
    if (strlen(p) >= 4096)
        return "a path of more than 4095 bytes";
    for (const char *part = p; *part;) {
        size_t len = strcspn(part, "/");

        if (len == 2 && part[0] == '.' && part[1] == '.')
            return "a path with \"..\"";
        if (len > 255)
            return "a name of more than 255 bytes";
        if (++depth > UNPACK_DEPTH_MAX)
            return "a path that is nested too deeply";
        part += len;
        part += strspn(part, "/");
    }
    return NULL;
}

static const char *judge_link(const char *target)
{
    const char *p = target, *wrong = judge_path(&p);

    return wrong ? "a hard link that points outside" : NULL;
}

/* Only attributes that mean something in a layer. */
void entry_filter_xattrs(struct archive_entry *entry)
{
    const char *name;
    const void *value;
    size_t size;
    uint8_t caps[64];
    size_t caps_len = 0;

    archive_entry_xattr_reset(entry);
    while (archive_entry_xattr_next(entry, &name, &value, &size) == ARCHIVE_OK)
        if (name && !strcmp(name, "security.capability") && size <= sizeof caps) {
            memcpy(caps, value, size);
            caps_len = size;
        }
    archive_entry_xattr_clear(entry);
    if (caps_len)
        archive_entry_xattr_add_entry(entry, "security.capability", caps, caps_len);
}

/* NULL: write it; "": leave it out; else why the archive is refused. */
const char *entry_judge(struct archive_entry *entry, uint64_t max_bytes, const char **out_path)
{
    const char *path = archive_entry_pathname(entry), *link = archive_entry_hardlink(entry), *wrong;
    mode_t type = archive_entry_filetype(entry);

    *out_path = path;
    if (!path || !*path)
        return "an entry without a usable name";
    wrong = judge_path(out_path);
    if (wrong)
        return wrong;
    if (!**out_path || !strcmp(*out_path, "."))
        return type == AE_IFDIR ? "" : "an entry that is the root and no directory";
    if (link)
        return judge_link(link);
    if (type == AE_IFCHR || type == AE_IFBLK)
        return str_starts(*out_path, "dev/") ? "" : "a device node";
    if (type == AE_IFSOCK)
        return "";
    if (type != AE_IFREG && type != AE_IFDIR && type != AE_IFLNK && type != AE_IFIFO)
        return "an entry of an unknown type";
    if (archive_entry_uid(entry) < 0 || archive_entry_uid(entry) > 4294967294ll || archive_entry_gid(entry) < 0 || archive_entry_gid(entry) > 4294967294ll)
        return "an owner that is out of range";
    if (archive_entry_size_is_set(entry) && (archive_entry_size(entry) < 0 || (uint64_t)archive_entry_size(entry) > max_bytes))
        return "a file that is larger than the limit";
    return NULL;
}
