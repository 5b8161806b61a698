/// Reads one file so that every syntax fault in it is told, not only the first.
///
/// After a fault its lines are blanked, up to the next line that looks like the start of something, and the rest
/// is read again. What was left out may be named elsewhere, so findings that something is missing are held back
/// (`Findings.isPartial`) once a fault was found.
struct TomlRecovery {
  let file: String
  let order: Int
  let findings: Findings

  /// A file with more faults than these is in another language; its first ones say so well enough.
  private static let most = 20

  func read(_ bytes: [UInt8]) -> TomlDocument? {
    var bytes = bytes
    var lastLine = 0
    for _ in 0..<TomlRecovery.most {
      let fault: TomlFault
      do {
        return try TomlDocument(bytes, file: file, order: order)
      } catch {
        fault = error
      }
      findings.isPartial = true
      guard fault.line > lastLine else { return nil }
      let (text, hint) = TomlWording.told(fault.text)
      findings.error(Place(order: order, file: file, line: fault.line, column: fault.column), text, hint: hint)
      guard let last = TomlRecovery.blank(from: fault.line, in: &bytes) else { return nil }
      lastLine = last
    }
    return nil
  }

  /// Blanks the faulty line and those that go with it; returns the last of them, nil where there is no such line.
  /// Lines keep their numbers.
  static func blank(from line: Int, in bytes: inout [UInt8]) -> Int? {
    guard var start = bytes.start(ofLine: line) else { return nil }
    let isHeader = bytes[start...].firstWritten == UInt8(ascii: "[")
    var current = line
    while true {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.endIndex
      for index in start..<end { bytes[index] = UInt8(ascii: " ") }
      guard end < bytes.endIndex else { return current }
      start = end + 1
      let next = bytes[start...]
      // Under a header that cannot be read, everything up to the next header belongs nowhere.
      if isHeader ? next.firstWritten == UInt8(ascii: "[") : next.beginsSomething { return current }
      current += 1
    }
  }
}

extension [UInt8] {
  fileprivate func start(ofLine line: Int) -> Int? {
    var start = startIndex
    for _ in 1..<Swift.max(line, 1) {
      guard let newline = self[start...].firstIndex(of: UInt8(ascii: "\n")) else { return nil }
      start = newline + 1
    }
    return start < endIndex ? start : nil
  }
}

extension ArraySlice<UInt8> {
  private var firstLine: ArraySlice<UInt8> { prefix { $0 != UInt8(ascii: "\n") } }

  /// The first byte of the first line that is no space, nil on a blank line.
  fileprivate var firstWritten: UInt8? { firstLine.first { $0 > 0x20 } }

  /// Whether the first line looks like a header, a key with `=`, a comment or nothing.
  fileprivate var beginsSomething: Bool {
    let line = firstLine.drop { $0 <= 0x20 }
    guard let first = line.first else { return true }
    if first == UInt8(ascii: "#") || first == UInt8(ascii: "[") { return true }
    let key = line.prefix {
      ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A || $0 >= 0x30 && $0 <= 0x39 || $0 == 0x2D || $0 == 0x5F || $0 == 0x2E
    }
    return !key.isEmpty && line.dropFirst(key.count).first { $0 > 0x20 } == UInt8(ascii: "=")
  }
}
