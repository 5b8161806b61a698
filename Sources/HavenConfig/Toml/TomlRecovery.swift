/// Reads one file so that every syntax fault in it is told, not only the first.
///
/// After a fault its statement is blanked, up to the next line that looks like the start of one, and the rest is read
/// again. What was left out may be named elsewhere, so findings that something is missing are held back
/// (`Findings.isPartial`) once a fault was found.
struct TomlRecovery {
  let file: String
  let order: Int
  let findings: Findings

  /// A file with more faults than these is in another language; its first ones say so well enough.
  private static let most = 20
  /// A larger file is no family's, and each fault costs another reading: the first one must do.
  private static let largestMended = 1 << 18

  func read(_ bytes: [UInt8]) -> TomlDocument? {
    var bytes = bytes
    repair(&bytes)
    var lastLine = 0
    for _ in 0..<(bytes.count > TomlRecovery.largestMended ? 1 : TomlRecovery.most) {
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

  /// Tells of bytes that are not UTF-8, a finding a line, and puts question marks in their place.
  private func repair(_ bytes: inout [UInt8]) {
    guard !bytes.withUnsafeBufferPointer({ $0.isValidUTF8 }) else { return }
    var line = 1
    var column = 0
    var lastLine = 0
    var index = 0
    while index < bytes.count {
      column += 1
      let length = bytes[index...].lengthOfScalar
      if length == 0 {
        if line > lastLine, !findings.isFull {
          findings.error(
            Place(order: order, file: file, line: line, column: column),
            "the byte 0x\(String(bytes[index], radix: 16, uppercase: true)) is not UTF-8",
            hint: "save the file as UTF-8")
        }
        lastLine = line
        bytes[index] = UInt8(ascii: "?")
      }
      if bytes[index] == UInt8(ascii: "\n") { (line, column) = (line + 1, 0) }
      index += max(1, length)
    }
  }

  /// Blanks the faulty statement, from the line it begins on to the line before the next; returns the last line
  /// blanked, nil where there is no such line. Lines keep their numbers.
  static func blank(from line: Int, in bytes: inout [UInt8]) -> Int? {
    guard var start = bytes.start(ofLine: line) else { return nil }
    // A fault in the middle of a list goes back to the key that it is the value of.
    while start > 0, !bytes[start...].beginsStatement { start = bytes.startOfLine(before: start) }
    let isHeader = bytes[start...].firstWritten == UInt8(ascii: "[")
    var current = bytes[..<start].count { $0 == UInt8(ascii: "\n") } + 1
    let isOneLine = current == line && !isHeader && !bytes[start...].opensMore
    while true {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.endIndex
      for index in start..<end { bytes[index] = UInt8(ascii: " ") }
      guard end < bytes.endIndex else { return current }
      start = end + 1
      let next = bytes[start...]
      // Under a header that cannot be read, everything up to the next header belongs nowhere.
      let isNext = isHeader ? next.firstWritten == UInt8(ascii: "[") : next.beginsStatement
      if isOneLine || isNext && current >= line { return current }
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

  /// The start of the line that ends just before `start`.
  fileprivate func startOfLine(before start: Int) -> Int {
    self[..<(start - 1)].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
  }
}

extension UnsafeBufferPointer<UInt8> {
  fileprivate var isValidUTF8: Bool {
    // Nearly every file is; the standard library's check is a fast one.
    String(validating: self, as: UTF8.self) != nil
  }
}

extension ArraySlice<UInt8> {
  /// The bytes of the scalar that begins the slice (Unicode 15, table 3-7), 0 where none does.
  fileprivate var lengthOfScalar: Int {
    guard let first else { return 0 }
    let bounds: (length: Int, second: ClosedRange<UInt8>)
    switch first {
    case 0x00...0x7F: return 1
    case 0xC2...0xDF: bounds = (2, 0x80...0xBF)
    case 0xE0: bounds = (3, 0xA0...0xBF)
    case 0xED: bounds = (3, 0x80...0x9F)
    case 0xE1...0xEF: bounds = (3, 0x80...0xBF)
    case 0xF0: bounds = (4, 0x90...0xBF)
    case 0xF1...0xF3: bounds = (4, 0x80...0xBF)
    case 0xF4: bounds = (4, 0x80...0x8F)
    default: return 0
    }
    guard count >= bounds.length, bounds.second.contains(self[startIndex + 1]) else { return 0 }
    return self[(startIndex + 2)..<(startIndex + bounds.length)].allSatisfy { (0x80...0xBF).contains($0) }
      ? bounds.length : 0
  }

  private var firstLine: ArraySlice<UInt8> { prefix { $0 != UInt8(ascii: "\n") } }

  /// The first byte of the first line that is no space, nil on a blank line.
  fileprivate var firstWritten: UInt8? { firstLine.first { $0 > 0x20 } }

  /// Whether the first line has what may go on in the next: a list, an inline table, a long text.
  fileprivate var opensMore: Bool {
    let line = String(decoding: firstLine, as: UTF8.self)
    return ["[", "{", "\"\"\"", "'''"].contains { line.contains($0) }
  }

  /// Whether the first line looks like a header or a key with `=`.
  fileprivate var beginsStatement: Bool {
    let line = firstLine.drop { $0 <= 0x20 }
    if line.first == UInt8(ascii: "[") { return true }
    let key = line.prefix(while: \.isOfBareKey)
    return !key.isEmpty && line.dropFirst(key.count).first { $0 > 0x20 } == UInt8(ascii: "=")
  }
}

extension UInt8 {
  /// A letter, digit, `-`, `_` or the dot between two keys.
  fileprivate var isOfBareKey: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."):
      true
    default: false
    }
  }
}
