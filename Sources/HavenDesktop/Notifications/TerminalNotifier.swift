import Glibc

/// Prints each notification on a terminal or into a pipe: for machines without a desktop, and for trying things out.
///
///     17:05  Otter: tablet ends in 20 minutes
///            Next: supper
@LoopActor
public final class TerminalNotifier: Notifier {
  public var onEvent: (@LoopActor (NotifierEvent) -> Void)?
  public var state: NotifierState { .terminal }
  public var isAvailable: Bool { true }
  public var isInhibited: Bool { false }
  public var inhibitionSource: String? { nil }

  private let descriptor: Int32
  private let time: @LoopActor () -> String

  /// - Parameters:
  ///   - descriptor: where to print; standard output if not given. It stays the caller's.
  ///   - time: what the clock on the wall shows, such as `17:05`.
  public init(to descriptor: Int32 = STDOUT_FILENO, time: @escaping @LoopActor () -> String) {
    self.descriptor = descriptor
    self.time = time
  }

  public func show(_ notification: DesktopNotification) async throws(NotifierError) {
    let margin = String(repeating: " ", count: time().count + 2)
    var text = time() + "  " + bold(PlainText.line(notification.title)) + "\n"
    for line in PlainText.lines(notification.body).split(separator: "\n") { text += margin + line + "\n" }
    try write(Array(text.utf8))
  }

  /// What is printed stays printed.
  public func close(key: String) async {}
  public func closeAll() {}

  private func bold(_ text: String) -> String { isatty(descriptor) == 1 ? "\u{1B}[1m\(text)\u{1B}[0m" : text }

  /// Writes all of it, without ever waiting for a reader: a pager that is not paged would stop the loop.
  private func write(_ bytes: [UInt8]) throws(NotifierError) {
    var rest = bytes[...]
    while !rest.isEmpty {
      var question = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
      guard poll(&question, 1, 0) > 0 else { throw .noAnswer }
      guard question.revents & Int16(POLLERR | POLLHUP | POLLNVAL) == 0 else { throw .gone }
      // A pipe that is writable takes this much at once (pipe(7), PIPE_BUF).
      let written = rest.prefix(4096).withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      guard written > 0 || errno == EINTR else { throw errno == EAGAIN ? .noAnswer : .gone }
      rest = rest.dropFirst(max(0, written))
    }
  }
}
