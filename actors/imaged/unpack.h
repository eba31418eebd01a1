/*
 * unpack - bounds of what an archive may hold, and what quilt-unpack's report means: blob and
 * diff are its digests, total_bytes what was kept, flags the kind kept (source.h) and:
 */
#ifndef IMAGED_UNPACK_H
#define IMAGED_UNPACK_H

#define UNPACK_KIND 3u
#define UNPACK_LAYOUT 4u                /* it looks as an image layout does, and was not kept */

#define UNPACK_BYTES_MAX (64ull << 30)
#define UNPACK_ENTRIES_MAX 1000000u
#define UNPACK_DEPTH_MAX 200u

#endif
