import Glibc

/// A picture that changes, on a screen of its own, until it is over, a key ends it or a signal comes; the terminal is
/// then as it was.
final class LiveScreen {
  private let terminal: Terminal
  private let signals: SignalPipe

  /// What ends a program that does not handle it, the signals of a fault apart: those are `Terminal`'s.
  static let ending =
    [
      SIGHUP, SIGINT, SIGQUIT, SIGUSR1, SIGUSR2, SIGPIPE, SIGALRM, SIGTERM, SIGSTKFLT, SIGXCPU, SIGXFSZ, SIGVTALRM,
      SIGPROF, SIGIO, SIGPWR,
    ] + Array(__libc_current_sigrtmin()...__libc_current_sigrtmax())

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
  ///   - descriptor: what else to listen to, such as a daemon's connection; -1 for nothing. Asked for at every turn.
  ///   - heard: called when something can be read there; false where there is nothing more to listen to.
  ///   - typed: what to do with the keys; false where they end it, as any key does unless something else is said.
  ///   - frame: the picture for so many columns and rows; nil when it is over.
  func show(
    listeningTo descriptor: @autoclosure () -> Int32 = -1, heard: () -> Bool = { false },
    typed: ([UInt8]) -> Bool = { _ in false }, frame: (Int, Int) -> Frame?
  ) -> End {
    var isDeaf = false
    terminal.take()
    defer { terminal.giveBack() }
    while true {
      let size = terminal.size
      guard let next = frame(size.columns, size.rows) else { return .over }
      terminal.draw(next.lines)
      var watched = [signals.descriptor, STDIN_FILENO, isDeaf ? -1 : descriptor()].map {
        pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
      }
      _ = poll(&watched, nfds_t(watched.count), Int32(clamping: next.milliseconds))
      // Signals first, then keys: what a person does is never behind what a daemon tells.
      for signal in signals.take() {
        if signal == SIGTSTP { terminal.pause() }
        if LiveScreen.ending.contains(signal) { end(by: signal) }
      }
      if watched[1].revents != 0 {
        guard let keys = terminal.keys() else { return .key }  // the end of input
        if !keys.isEmpty, !typed(keys) { return .key }
      }
      if watched[2].revents != 0, !heard() { isDeaf = true }
    }
  }

  /// The shell is told by which signal it ended, as of any other program.
  private func end(by signal: Int32) {
    terminal.giveBack()
    Glibc.signal(signal, SIG_DFL)
    raise(signal)
  }
}
