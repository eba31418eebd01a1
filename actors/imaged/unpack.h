/*
 * unpack - what the jailed worker (quilt-unpack) says to imaged, over descriptor 5:
 * fixed structures on SOCK_SEQPACKET, any number of progress, then one result.
 * Descriptor 3 is the archive, 4 the empty directory that becomes its root.
 */
#ifndef IMAGED_UNPACK_H
#define IMAGED_UNPACK_H

#include <stdint.h>

enum { UNPACK_ARCHIVE_FD = 3, UNPACK_ROOT_FD = 4, UNPACK_TALK_FD = 5 };
enum { UNPACK_PROGRESS = 1, UNPACK_DONE = 2, UNPACK_FAILED = 3 };

/* Bounds of what an archive may hold. */
#define UNPACK_BYTES_MAX (64ull << 30)
#define UNPACK_ENTRIES_MAX 1000000u
#define UNPACK_DEPTH_MAX 200u
#define UNPACK_RATIO_MAX 250u           /* unpacked to packed, once it is beyond UNPACK_RATIO_FROM */
#define UNPACK_RATIO_FROM (64ull << 20)

struct unpack_message {
    uint32_t type, exhausted;           /* exhausted: a limit or the disk, not the archive's form */
    uint64_t read_bytes, bytes, entries;
    char digest[65];
    char text[400];                     /* why it failed, naming the entry */
};

#endif
