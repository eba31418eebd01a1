/*
 * log - one line an event on stderr: key=value, or JSON with QUILT_LOG=json.
 *
 * Values are escaped, so that nothing from outside can forge a line or move a
 * terminal's cursor.  Library code (base, protocol, runtime) does not log.
 */
#ifndef BASE_LOG_H
#define BASE_LOG_H

enum log_level { LEVEL_DEBUG, LEVEL_INFO, LEVEL_WARN, LEVEL_ERROR };

/* `actor` must live as long as the process. */
void log_open(const char *actor, enum log_level least, int json);
/* level from "debug" | "info" | "warn" | "error"; -1 if it is none of them */
int log_level_parse(const char *text);

/* One line: the event's name in lower case with underscores, then what happened. */
void log_line(enum log_level level, const char *event, const char *fmt, ...)
    __attribute__((format(printf, 3, 4)));

#define log_debug(event, ...) log_line(LEVEL_DEBUG, event, __VA_ARGS__)
#define log_info(event, ...) log_line(LEVEL_INFO, event, __VA_ARGS__)
#define log_warn(event, ...) log_line(LEVEL_WARN, event, __VA_ARGS__)
#define log_error(event, ...) log_line(LEVEL_ERROR, event, __VA_ARGS__)

#endif
