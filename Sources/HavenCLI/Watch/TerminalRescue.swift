import Glibc

/// Gives a terminal back after a fault of our own, of which no pipe could tell any more: the handler only does what
/// POSIX allows in one (`write`, `tcsetattr`, `signal`, `raise`; signal-safety(7)).
enum TerminalRescue {
  /// Whether the terminal is not as it was found.
  nonisolated(unsafe) static var isNeeded = false

  private nonisolated(unsafe) static var settings = termios()
  private nonisolated(unsafe) static let leaving = UnsafeMutableBufferPointer<UInt8>.allocate(
    capacity: Terminal.leaving.utf8.count)

  static let faults = [SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGSEGV, SIGSYS]

  /// - Parameter before: what the terminal was found like.
  static func install(_ before: termios) {
    settings = before
    // Made now: a handler allocates nothing.
    _ = leaving.initialize(from: Terminal.leaving.utf8)
    for fault in faults {
      var action = sigaction()
      action.__sigaction_handler.sa_handler = { number in
        if TerminalRescue.isNeeded {
          _ = write(STDOUT_FILENO, TerminalRescue.leaving.baseAddress, TerminalRescue.leaving.count)
          tcsetattr(STDIN_FILENO, TCSANOW, &TerminalRescue.settings)
        }
        signal(number, SIG_DFL)
        raise(number)
      }
      sigaction(fault, &action, nil)
    }
  }
}
