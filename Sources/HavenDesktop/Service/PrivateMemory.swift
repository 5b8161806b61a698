import CSystemd
import Glibc

/// Keeps what this process has in memory, a family's day, out of core files and of other programs' hands.
public enum PrivateMemory {
  /// No core is written, by the limit, nor piped to a crash reporter, which the kernel does whatever the limit
  /// (core(5)); no other process of this login may trace this one or read its memory (prctl(2), PR_SET_DUMPABLE).
  public static func keep() {
    var none = rlimit(rlim_cur: 0, rlim_max: 0)
    setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &none)
    _ = haven_forbid_dumps()
  }

  /// After a busy moment, such as a config read or years looked back on: what it needed and needs no more is the
  /// machine's again.
  public static func giveBack() { haven_give_memory_back() }
}
