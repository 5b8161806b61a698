// The part of libsystemd that Haven uses, and what Swift cannot see of it because it is a macro or a union.
#pragma once
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

// dl_iterate_phdr(3), by a name of our own: to ask for the library's would be to ask for _GNU_SOURCE, with which the
// library's other structures are not those that Swift's own module has.
struct haven_object {
  ElfW(Addr) base;
  const char *name;
  const ElfW(Phdr) *segments;
  ElfW(Half) count;
};
extern int haven_each_object(int (*each)(struct haven_object *, size_t, void *), void *own) __asm__("dl_iterate_phdr");

// Unmaps every whole page of an object's segments that nobody can have written to (elf(5), PF_W). They are a file: whoever
// meets one finds it mapped again.
static inline int haven_let_go_of_object(struct haven_object *object, size_t size, void *own) {
  uintptr_t page = *(uintptr_t *)own;
  (void)size;
  for (int i = 0; i < object->count; i++) {
    const ElfW(Phdr) *segment = &object->segments[i];
    if (segment->p_type != PT_LOAD || segment->p_flags & PF_W) continue;
    uintptr_t begin = (object->base + segment->p_vaddr + page - 1) / page * page;
    uintptr_t end = (object->base + segment->p_vaddr + segment->p_memsz) / page * page;
    if (begin < end) (void)madvise((void *)begin, end - begin, MADV_DONTNEED);
  }
  return 0;
}
static inline void haven_let_go_of_program(uintptr_t page) { (void)haven_each_object(haven_let_go_of_object, &page); }
