import CSystemd
import Glibc
import Logging

/// Writes log records to the journal with their fields where stderr is connected to it, else to stderr as plain lines.
///
/// Ids and counts are logged, names and texts never: others with rights on the log can read it. A level that is off
/// costs a comparison; its message is not even made.
public struct SystemLog: LogHandler {
  public var metadata: Logger.Metadata = [:]
  public var metadataProvider: Logger.MetadataProvider?
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
    // What is said with the event wins over what the logger says always.
    var all = metadataProvider?.get() ?? [:]
    for (key, value) in metadata { all[key] = value }
    for (key, value) in event.metadata ?? [:] { all[key] = value }
    let record = LogRecord(event, label: label, metadata: all)
    if isJournal { sendToJournal(record) } else { writeLine(record) }
  }

  private func sendToJournal(_ record: LogRecord) {
    let fields = record.journalFields
    // One buffer for all; each vector points to its part of it.
    var bytes = fields.flatMap { $0 }
    bytes.withUnsafeMutableBytes { buffer in
      guard var start = buffer.baseAddress else { return }
      let vectors = fields.map { field in
        defer { start += field.count }
        return iovec(iov_base: start, iov_len: field.count)
      }
      _ = haven_journal_send(vectors, Int32(vectors.count))
    }
  }

  private func writeLine(_ record: LogRecord) {
    // A terminal that was stopped with Ctrl-S is to cost a line of the log, not the loop.
    var question = pollfd(fd: STDERR_FILENO, events: Int16(POLLOUT), revents: 0)
    guard poll(&question, 1, 0) > 0 else { return }
    let line = Array(record.plainLine.utf8)
    _ = Glibc.write(STDERR_FILENO, line, line.count)
  }

  /// systemd.exec(5): JOURNAL_STREAM holds the device and inode of the journal's socket.
  private static var isStandardErrorTheJournal: Bool {
    var status = stat()
    guard let stream = BusAddress.variable("JOURNAL_STREAM"), fstat(STDERR_FILENO, &status) == 0 else { return false }
    return stream == "\(status.st_dev):\(status.st_ino)"
  }
}
