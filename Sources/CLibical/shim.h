#pragma once

#include <errno.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>

#include <libical/ical.h>

#if defined(__x86_64__)
#define HAVEN_AUDIT_ARCH AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define HAVEN_AUDIT_ARCH AUDIT_ARCH_AARCH64
#endif

// What a program that has read its one file still needs is memory and standard output. So the ways to another
// machine, another program and another file are refused with EPERM, whatever is found in libical one day.
// Returns 0, or -1 where the kernel has no seccomp: the limits below hold all the same.
static inline int haven_ics_refuse_system_calls(void) {
#ifdef HAVEN_AUDIT_ARCH
#define HAVEN_REFUSE(number) \
  BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (number), 0, 1), BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM)
  struct sock_filter filter[] = {
      BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, arch)),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, HAVEN_AUDIT_ARCH, 1, 0),
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS),
      BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
      // The x32 numbers on x86-64.
      BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, 0x40000000, 0, 1),
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM),
      HAVEN_REFUSE(SYS_socket),
      HAVEN_REFUSE(SYS_socketpair),
      HAVEN_REFUSE(SYS_connect),
      HAVEN_REFUSE(SYS_execve),
      HAVEN_REFUSE(SYS_execveat),
      HAVEN_REFUSE(SYS_clone),
      HAVEN_REFUSE(SYS_clone3),
#ifdef SYS_fork
      HAVEN_REFUSE(SYS_fork),
      HAVEN_REFUSE(SYS_vfork),
      HAVEN_REFUSE(SYS_open),
      HAVEN_REFUSE(SYS_creat),
      HAVEN_REFUSE(SYS_unlink),
      HAVEN_REFUSE(SYS_rename),
#endif
      HAVEN_REFUSE(SYS_openat),
#ifdef SYS_openat2
      HAVEN_REFUSE(SYS_openat2),
#endif
      HAVEN_REFUSE(SYS_unlinkat),
      HAVEN_REFUSE(SYS_renameat2),
      HAVEN_REFUSE(SYS_kill),
      HAVEN_REFUSE(SYS_tkill),
      HAVEN_REFUSE(SYS_ptrace),
      HAVEN_REFUSE(SYS_process_vm_readv),
      HAVEN_REFUSE(SYS_process_vm_writev),
      HAVEN_REFUSE(SYS_io_uring_setup),
      HAVEN_REFUSE(SYS_bpf),
      HAVEN_REFUSE(SYS_unshare),
      HAVEN_REFUSE(SYS_setns),
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
  };
#undef HAVEN_REFUSE
  struct sock_fprog program = {.len = sizeof filter / sizeof filter[0], .filter = filter};
  return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program);
#else
  return -1;
#endif
}

static inline int haven_ics_limit(int resource, rlim_t most) {
  struct rlimit limit = {.rlim_cur = most, .rlim_max = most};
  return setrlimit((__rlimit_resource_t)resource, &limit);
}

// No new privileges by any means, no core dump of a family's calendar, no tracing; little time and memory.
static inline void haven_ics_confine(void) {
  prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
  haven_ics_limit(RLIMIT_CORE, 0);
  haven_ics_limit(RLIMIT_CPU, 4);
  haven_ics_limit(RLIMIT_AS, (rlim_t)512 << 20);
  haven_ics_limit(RLIMIT_NOFILE, 16);
  haven_ics_limit(RLIMIT_FSIZE, (rlim_t)64 << 20);
  haven_ics_refuse_system_calls();
}

// By value, because a union is awkward from Swift.
static inline struct icaltimetype haven_ics_rdate_start(const icalproperty *property) {
  struct icaldatetimeperiodtype value = icalproperty_get_rdate(property);
  return icaltime_is_null_time(value.time) ? value.period.start : value.time;
}
