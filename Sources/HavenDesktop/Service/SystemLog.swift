import CSystemd
import Glibc
import Logging

/// Writes log records to the journal with their fields where stderr is connected to it, else to stderr as plain lines.
///
/// Ids and counts are logged, names and texts never: others with rights on the log can read it.
public struct SystemLog: LogHandler {
  public var metadata: Logger.Metadata = [:]
  public var logLevel = Logger.Level.notice
  private let label: String
  private let isJournal: Bool

  public init(label: String) {
    self.label = label
    isJournal = SystemLog.isStandardErrorTheJournal
  }

  public subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  public func log(event: LogEvent) {
    write("\(event.message)", level: event.level)
  }

  public func log(
    level: Logger.Level, message: Logger.Message, metadata: Logger.Metadata?, source: String, file: String,
    function: String, line: UInt
  ) {
    write("\(message)", level: level)
  }

  private func write(_ text: String, level: Logger.Level) {
    isJournal ? sendToJournal(text, level: level) : writeLine(text, level: level)
  }

  /// Each field is one buffer with its length, so that no newline in a text begins another field.
  private func sendToJournal(_ text: String, level: Logger.Level) {
    let fields = ["MESSAGE=" + text, "PRIORITY=\(level.priority)", "SYSLOG_IDENTIFIER=" + label].map { Array($0.utf8) }
    var vectors: [iovec] = []
    let copies = fields.map { field in
      let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: field.count, alignment: 1)
      copy.copyBytes(from: field)
      vectors.append(iovec(iov_base: copy.baseAddress, iov_len: field.count))
      return copy
    }
    defer { for copy in copies { copy.deallocate() } }
    haven_journal_send(&vectors, Int32(vectors.count))
  }

  private func writeLine(_ text: String, level: Logger.Level) {
    let clean = text.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? " " : Character($0) }
    let line = Array("\(label): \(level == .notice || level == .info ? "" : "\(level): ")\(String(clean))\n".utf8)
    _ = Glibc.write(STDERR_FILENO, line, line.count)
  }

  /// systemd.exec(5): JOURNAL_STREAM holds the device and inode of the journal's socket.
  private static var isStandardErrorTheJournal: Bool {
    guard let variable = getenv("JOURNAL_STREAM") else { return false }
    var status = stat()
    guard fstat(STDERR_FILENO, &status) == 0 else { return false }
    return String(cString: variable) == "\(status.st_dev):\(status.st_ino)"
  }
}

extension Logger.Level {
  /// syslog(3)'s.
  fileprivate var priority: Int {
    switch self {
    case .trace, .debug: 7
    case .info: 6
    case .notice: 5
    case .warning: 4
    case .error: 3
    case .critical: 2
    }
  }
}
