// What Swift cannot see of sd-journal.h: sd_journal_sendv is a macro that adds the caller's place in the C source.
#pragma once
#define SD_JOURNAL_SUPPRESS_LOCATION
#include <sys/uio.h>
#include <systemd/sd-journal.h>

static inline int haven_journal_send(const struct iovec *fields, int count) { return sd_journal_sendv(fields, count); }
