import Glibc

/// Where text goes: a descriptor, or a test's memory. Written out at the end, when it is much, and on `flush`.
public final class Output {
  /// Somebody looks at it; not a file or a pipe.
  public let isTerminal: Bool
  /// Columns of the terminal; without end where there is none: what is read by a program is not cut.
  public let width: Int
  private var buffer: [UInt8] = []
  private let limit: Int
  private let sink: ([UInt8]) -> Void

  /// - Parameters:
  ///   - limit: bytes kept before they are written out.
  ///   - sink: takes everything it is given.
  public init(isTerminal: Bool = false, width: Int = .max, limit: Int = 64 * 1024, sink: @escaping ([UInt8]) -> Void) {
    self.isTerminal = isTerminal
    self.width = width
    self.limit = limit
    self.sink = sink
  }

  public func line(_ text: String = "") { write(text + "\n") }

  /// Words: what a terminal would obey is shown as a question mark.
  public func write(_ text: String) {
    buffer += gated(text).utf8
    if buffer.count >= limit { flush() }
  }

  /// Bytes of a file, just as they are.
  public func write(_ bytes: [UInt8]) {
    buffer += bytes
    if buffer.count >= limit { flush() }
  }

  public func flush() {
    guard !buffer.isEmpty else { return }
    sink(buffer)
    buffer = []
  }
}

extension Output {
  static func standardOutput() -> Output { descriptor(STDOUT_FILENO) }
  /// Nothing that goes wrong is kept back.
  static func standardError() -> Output { descriptor(STDERR_FILENO, limit: 1) }

  private static func descriptor(_ descriptor: Int32, limit: Int = 64 * 1024) -> Output {
    let isTerminal = isatty(descriptor) == 1
    return Output(isTerminal: isTerminal, width: isTerminal ? columns(of: descriptor) : .max, limit: limit) { bytes in
      writeAll(bytes, to: descriptor)
    }
  }

  private static func columns(of descriptor: Int32) -> Int {
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }
}

/// Writes every byte, or ends the program where that cannot be done: a pipe whose reader has gone ends it quietly,
/// a full disk says so, because a script must not take half an answer for a whole one.
private func writeAll(_ bytes: [UInt8], to descriptor: Int32) {
  var rest = bytes[...]
  while !rest.isEmpty {
    let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    if count >= 0 {
      rest = rest.dropFirst(count)
    } else if errno != EINTR {
      if errno != EPIPE, descriptor != STDERR_FILENO {
        let text = "havenctl: the output cannot be written: \(String(cString: strerror(errno)))\n"
        _ = Array(text.utf8).withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
      }
      _exit(CommandStatus.internalFault.rawValue)
    }
  }
}
