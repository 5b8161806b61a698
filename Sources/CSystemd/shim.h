// The part of libsystemd that Haven uses, and what Swift cannot see of it because it is a macro or a union.
#pragma once
#ifndef _GNU_SOURCE
#define _GNU_SOURCE  // dl_iterate_phdr
#endif
#include <link.h>
#include <malloc.h>
#include <signal.h>
#include <stdint.h>
#include <sys/epoll.h>
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

// Of one loaded object: unmaps every whole page of the segments that nobody can have written to (elf(5), PF_W). They are
// files: whoever meets one finds it mapped again.
static inline int haven_let_go_of(struct dl_phdr_info *object, size_t size, void *pointer) {
  uintptr_t page = *(uintptr_t *)pointer;
  (void)size;
  for (int i = 0; i < object->dlpi_phnum; i++) {
    const ElfW(Phdr) *segment = &object->dlpi_phdr[i];
    if (segment->p_type != PT_LOAD || segment->p_flags & PF_W) continue;
    uintptr_t begin = (object->dlpi_addr + segment->p_vaddr + page - 1) / page * page;
    uintptr_t end = (object->dlpi_addr + segment->p_vaddr + segment->p_memsz) / page * page;
    if (begin < end) (void)madvise((void *)begin, end - begin, MADV_DONTNEED);
  }
  return 0;
}
static inline void haven_let_go_of_program(uintptr_t page) { (void)dl_iterate_phdr(haven_let_go_of, &page); }
