import Glibc

/// A picture that changes, on a screen of its own, until it is over, a key is pressed or a signal comes; the terminal is
/// then as it was.
final class LiveScreen {
  private let terminal: Terminal
  private let signals: SignalPipe

  private static let ending = [SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGUSR1, SIGUSR2, SIGALRM, SIGPIPE]

  /// Nil where input or output is no terminal.
  init?() {
    guard let terminal = Terminal(), let signals = SignalPipe(LiveScreen.ending + [SIGTSTP, SIGWINCH, SIGCONT]) else {
      return nil
    }
    self.terminal = terminal
    self.signals = signals
  }

  struct Frame {
    var lines: [String]
    /// Until the next one.
    var milliseconds: Int
  }

  enum End { case over, key }

  /// - Parameters:
  ///   - descriptor: what else to listen to, such as a daemon's connection; -1 for nothing.
  ///   - heard: called when something can be read there; false where there is nothing more to listen to.
  ///   - frame: the picture for so many columns and rows; nil when it is over.
  func show(
    listeningTo descriptor: Int32 = -1, heard: () -> Bool = { false }, frame: (Int, Int) -> Frame?
  ) -> End {
    var listened = descriptor
    terminal.take()
    defer { terminal.giveBack() }
    while true {
      let size = terminal.size
      guard let next = frame(size.columns, size.rows) else { return .over }
      terminal.draw(next.lines)
      var watched = [signals.descriptor, STDIN_FILENO, listened].map {
        pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
      }
      _ = poll(&watched, nfds_t(watched.count), Int32(clamping: next.milliseconds))
      for signal in signals.take() {
        if signal == SIGTSTP { terminal.pause() }
        if LiveScreen.ending.contains(signal) { end(by: signal) }
      }
      // A key, or the end of input.
      if watched[1].revents != 0, terminal.keys().map({ !$0.isEmpty }) ?? true { return .key }
      if watched[2].revents != 0, !heard() { listened = -1 }
    }
  }

  /// The shell is told by which signal it ended, as of any other program.
  private func end(by signal: Int32) {
    terminal.giveBack()
    Glibc.signal(signal, SIG_DFL)
    raise(signal)
  }
}
