/*
 * clock - the two clocks of every record: wall time as data, boot time for durations
 * and deadlines (it counts suspend and never jumps).  Nanoseconds unless the name says ms.
 */
#ifndef BASE_CLOCK_H
#define BASE_CLOCK_H

#include <stdint.h>

int64_t clock_wall_ns(void);
int64_t clock_boot_ns(void);
int64_t clock_boot_ms(void);

/* The kernel's boot id as 36 characters and a NUL; "" if it cannot be read. */
void clock_boot_id(char out_id[37]);

#endif
