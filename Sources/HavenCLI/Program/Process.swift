import Glibc
import HavenCore

/// This process's surroundings.
enum Process {
  static func environment(_ name: String) -> String? {
    guard let value = getenv(name), value.pointee != 0 else { return nil }
    return String(cString: value)
  }

  /// A pipe or a file stands at standard input: what a person sends along. A terminal, `/dev/null` and the sockets that
  /// services have there are none.
  static var hasPipedInput: Bool {
    var status = stat()
    guard fstat(STDIN_FILENO, &status) == 0 else { return false }
    return status.st_mode & S_IFMT == S_IFIFO || status.st_mode & S_IFMT == S_IFREG
  }

  /// Standard input is a terminal.
  static var hasTerminal: Bool { isatty(STDIN_FILENO) == 1 }

  static func now() -> Instant {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Instant(seconds: time.tv_sec)
  }

  /// From no beginning in particular, whatever happens to the wall clock.
  static func milliseconds() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
  }
}
