// The part of libsystemd that Haven uses, and what Swift cannot see of it because it is a macro or a union.
#pragma once
#include <malloc.h>
#include <signal.h>
#include <stdint.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/inotify.h>
#include <sys/prctl.h>
#include <sys/timerfd.h>
#include <sys/wait.h>
#define SD_JOURNAL_SUPPRESS_LOCATION
#include <systemd/sd-bus.h>
#include <systemd/sd-daemon.h>
#include <systemd/sd-event.h>
#include <systemd/sd-journal.h>

// si_status is a macro over a union: an exit code, or the number of the signal that ended the child.
static inline int haven_child_status(const siginfo_t *ended) { return ended->si_status; }

// glibc keeps what was freed. Gives it back to the kernel.
static inline void haven_give_memory_back(void) { (void)malloc_trim(0); }

// prctl takes what follows the option as variable arguments.
static inline int haven_forbid_dumps(void) { return prctl(PR_SET_DUMPABLE, 0, 0, 0, 0); }
