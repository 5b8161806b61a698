// The part of libsystemd that Haven uses, and what Swift cannot see of it because it is a macro or a union.
#pragma once
#include <link.h>
#include <malloc.h>
#include <signal.h>
#include <stdint.h>
#include <sys/epoll.h>
#include <sys/auxv.h>
#include <sys/eventfd.h>
#include <sys/inotify.h>
#include <sys/mman.h>
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

// Unmaps every whole page of the program's segments that nobody can have written to (elf(5), PF_W). They are a file: whoever
// meets one finds it mapped again. Where its headers are, the kernel has said (getauxval(3)).
static inline void haven_let_go_of_program(uintptr_t page) {
  const ElfW(Phdr) *segments = (const ElfW(Phdr) *)getauxval(AT_PHDR);
  unsigned long count = getauxval(AT_PHNUM);
  uintptr_t base = 0;  // of a program that lies where it was linked to
  for (unsigned long i = 0; i < count; i++) {
    if (segments[i].p_type == PT_PHDR) base = (uintptr_t)segments - segments[i].p_vaddr;
  }
  for (unsigned long i = 0; i < count; i++) {
    if (segments[i].p_type != PT_LOAD || segments[i].p_flags & PF_W) continue;
    uintptr_t begin = (base + segments[i].p_vaddr + page - 1) / page * page;
    uintptr_t end = (base + segments[i].p_vaddr + segments[i].p_memsz) / page * page;
    if (begin < end) (void)madvise((void *)begin, end - begin, MADV_DONTNEED);
  }
}
