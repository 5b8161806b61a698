import CSystemd
import Glibc

/// The pages of this program and of its libraries. They are files, but what is mapped of them counts as this process's,
/// whether or not it is ever looked at again.
public enum ProgramPages {
  /// After the start, most of which never runs again: lets go of all of them.
  ///
  /// What is needed is mapped again as it is met, out of the machine's own cache of files. Of the rest a machine that is
  /// short of memory can do without before it takes anything from anybody (madvise(2), MADV_DONTNEED).
  public static func letGo() { haven_let_go_of_program(UInt(sysconf(Int32(_SC_PAGESIZE)))) }
}
