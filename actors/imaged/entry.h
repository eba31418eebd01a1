/*
 * entry - whether an entry of somebody's archive may be written: pure judgement.
 */
#ifndef IMAGED_ENTRY_H
#define IMAGED_ENTRY_H

#include <archive_entry.h>
#include <stdint.h>

/* NULL: write it at *out_path; "": leave it out; else why it is refused. */
const char *entry_judge(struct archive_entry *entry, uint64_t max_bytes, const char **out_path);
/* Leaves only attributes that mean something in another tree. */
void entry_filter_xattrs(struct archive_entry *entry);

#endif
