import Glibc

/// A terminal taken over for a live view, and given back as it was found.
final class Terminal {
  private let before: termios
  private var isTaken = false

  /// Nil where input or output is no terminal.
  init?() {
    var settings = termios()
    guard isatty(STDOUT_FILENO) == 1, tcgetattr(STDIN_FILENO, &settings) == 0 else { return nil }
    before = settings
    TerminalRescue.install(settings)
  }

  deinit { giveBack() }

  /// Keys arrive one at a time and unseen; `^C` and `^Z` stay signals.
  func take() {
    var settings = before
    settings.c_lflag &= ~tcflag_t(ICANON | ECHO)
    tcsetattr(STDIN_FILENO, TCSADRAIN, &settings)
    // The alternate screen, so that what stood there comes back; no cursor; no line wrapping while redrawing.
    put("\u{1B}[?1049h\u{1B}[?25l\u{1B}[?7l\u{1B}[2J")
    isTaken = true
    TerminalRescue.isNeeded = true
  }

  func giveBack() {
    guard isTaken else { return }
    isTaken = false
    TerminalRescue.isNeeded = false
    put(Terminal.leaving)
    var settings = before
    tcsetattr(STDIN_FILENO, TCSADRAIN, &settings)
  }

  /// Lines wrap, the cursor shows, and the screen of before comes back.
  static let leaving = "\u{1B}[?7h\u{1B}[?25h\u{1B}[?1049l"

  /// Stops as any program does on `^Z`, and takes the terminal again when it is continued.
  func pause() {
    giveBack()
    raise(SIGSTOP)
    take()
  }

  var size: (columns: Int, rows: Int) {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0, size.ws_row > 0 else { return (80, 24) }
    return (Int(size.ws_col), Int(size.ws_row))
  }

  /// Draws over what is there, line by line, so that nothing flickers.
  func draw(_ lines: [String]) {
    // Each line is cleared before it is written: after a line as wide as the screen, its last character would go.
    let rows = lines.prefix(size.rows).map { "\u{1B}[K" + gated($0) }
    put("\u{1B}[H" + rows.joined(separator: "\r\n") + "\u{1B}[J")
  }

  /// What was typed; empty where nothing was, nil at the end of input. A key that is several bytes comes whole, even
  /// where a slow line brings them one after another.
  func keys() -> [UInt8]? {
    guard var bytes = typed() else { return nil }
    while WatchKey.isCutShort(bytes) {
      var more = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
      guard poll(&more, 1, Terminal.keyPatience) > 0, let rest = typed(), !rest.isEmpty else { break }
      bytes += rest
    }
    return bytes
  }

  /// Milliseconds between the bytes of one key, as editors have it.
  private static let keyPatience: Int32 = 50

  private func typed() -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: 64)
    let count = read(STDIN_FILENO, &bytes, bytes.count)
    if count < 0 { return errno == EINTR || errno == EAGAIN ? [] : nil }
    return count == 0 ? nil : Array(bytes[..<count])
  }

  /// Straight to the descriptor; a terminal that is gone is noticed by its hang-up.
  private func put(_ text: String) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(STDOUT_FILENO, $0.baseAddress, $0.count) }
      if count < 0 && errno != EINTR { return }
      rest = rest.dropFirst(max(0, count))
    }
  }
}
