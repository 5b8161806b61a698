import Logging

/// One thing to log, as the journal and as a terminal get it.
///
/// Neither form lets a text say more than itself: a journal field is one buffer with its length, so no newline in it
/// begins another field; a line is one line. Neither has control characters: journalctl would show a blob for them.
struct LogRecord {
  let level: Logger.Level
  let label: String
  var message: String
  /// Keys as the code wrote them, in order of their names.
  let details: [(key: String, value: String)]
  let file: String
  let line: UInt
  let function: String

  init(_ event: LogEvent, label: String, metadata: Logger.Metadata) {
    level = event.level
    self.label = label
    message = event.message.description
    if let error = event.error { message += ": \(error)" }
    details = metadata.sorted { $0.key < $1.key }.map { ($0.key, $0.value.description) }
    file = event.file
    line = event.line
    function = event.function
  }

  /// `NAME=value`, as systemd.journal-fields(7) has them.
  var journalFields: [[UInt8]] {
    var fields = [
      "MESSAGE=" + message, "PRIORITY=\(level.priority)", "SYSLOG_IDENTIFIER=" + label, "CODE_FILE=" + file,
      "CODE_LINE=\(line)", "CODE_FUNC=" + function,
    ]
    for (key, value) in details { fields.append("HAVEN_\(Self.fieldName(key))=\(value)") }
    return fields.map { Array(PlainText.lines($0).utf8) }
  }

  /// Capitals, digits and underscores: the journal drops a record with any other name in it.
  private static func fieldName(_ key: String) -> String {
    String(key.prefix(50).map { $0.isASCII && ($0.isLetter || $0.isNumber) ? Character($0.uppercased()) : "_" })
  }

  /// For a person at a terminal, or for a file.
  var plainLine: String {
    let urgency = level == .notice || level == .info ? "" : "\(level): "
    let trailer = details.map { " \($0.key)=\($0.value)" }.joined()
    return PlainText.line("\(label): \(urgency)\(message)\(trailer)") + "\n"
  }
}

extension Logger.Level {
  /// The number that syslog(3) has for it.
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
