/// TOML's text cut into tokens with their places, for taking something out of a file and leaving the rest as it is:
/// comments, blank lines, the order of things. What the file means is toml++'s to say.
struct TomlTokens {
  enum Kind: Equatable {
    /// A quoted text, without its quotes; escapes stay as written, since no id has one.
    case text(String)
    /// A key, a number, a date: `routine.step`, `otter`, `5`.
    case bare(String)
    /// `[`, `]`, `{`, `}`, `,` or `=`.
    case mark(UInt8)
    case comment, newline
  }

  struct Token: Equatable {
    var kind: Kind
    /// In bytes.
    var range: Range<Int>
  }

  private let bytes: [UInt8]
  private var at = 0
  private(set) var tokens: [Token] = []

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    while at < bytes.count { next() }
  }

  private mutating func next() {
    let start = at
    switch bytes[at] {
    case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"): at += 1
    case UInt8(ascii: "\n"):
      at += 1
      add(.newline, from: start)
    case UInt8(ascii: "#"):
      while at < bytes.count, bytes[at] != UInt8(ascii: "\n") { at += 1 }
      add(.comment, from: start)
    case UInt8(ascii: "\""), UInt8(ascii: "'"): quoted()
    case let byte where TomlTokens.marks.contains(byte):
      at += 1
      add(.mark(byte), from: start)
    default:
      while at < bytes.count, !TomlTokens.ends.contains(bytes[at]) { at += 1 }
      add(.bare(String(decoding: bytes[start..<at], as: UTF8.self)), from: start)
    }
  }

  private mutating func quoted() {
    let start = at
    let quote = bytes[at]
    let isLong = bytes[at...].starts(with: [quote, quote, quote])
    let width = isLong ? 3 : 1
    at += width
    let first = at
    while at < bytes.count {
      if bytes[at] == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
        at = min(at + 2, bytes.count)
      } else if bytes[at...].starts(with: Array(repeating: quote, count: width)) {
        break
      } else if !isLong, bytes[at] == UInt8(ascii: "\n") {
        break  // not TOML; the loader says so
      } else {
        at += 1
      }
    }
    let text = String(decoding: bytes[first..<at], as: UTF8.self)
    at = min(at + width, bytes.count)
    add(.text(text), from: start)
  }

  private mutating func add(_ kind: Kind, from start: Int) { tokens.append(Token(kind: kind, range: start..<at)) }

  private static let marks = Set("[]{},=".utf8)
  private static let ends = Set("[]{},=#\"' \t\r\n".utf8)
}

extension TomlTokens {
  /// A header, or a key with its value; a value may go over several lines.
  struct Statement {
    var tokens: [Token]

    var isHeader: Bool { tokens.first?.kind == .mark(UInt8(ascii: "[")) }
    /// `child` for `[[child]]`; nil for a key.
    var header: String? { isHeader ? name(tokens.first { $0.kind != .mark(UInt8(ascii: "[")) }) : nil }
    /// `who` of `who = ["otter"]`; nil for a header.
    var key: String? { isHeader ? nil : name(tokens.first) }
    /// What stands behind the `=`, comments and newlines left out.
    var value: [Token] {
      guard let equals = tokens.firstIndex(where: { $0.kind == .mark(UInt8(ascii: "=")) }) else { return [] }
      return tokens[(equals + 1)...].filter { $0.kind != .comment && $0.kind != .newline }
    }
    var range: Range<Int> { (tokens.first?.range.lowerBound ?? 0)..<(tokens.last?.range.upperBound ?? 0) }

    private func name(_ token: Token?) -> String? {
      switch token?.kind {
      case .bare(let text), .text(let text): text
      default: nil
      }
    }
  }

  /// Tables in order: each header with its keys; the first has no header where keys stand before any.
  var tables: [[Statement]] {
    var tables: [[Statement]] = [[]]
    for statement in statements {
      if statement.isHeader { tables.append([]) }
      tables[tables.count - 1].append(statement)
    }
    return tables
  }

  private var statements: [Statement] {
    var statements: [Statement] = []
    var current: [Token] = []
    var depth = 0
    for token in tokens {
      switch token.kind {
      case .newline where depth <= 0:
        if !current.isEmpty { statements.append(Statement(tokens: current)) }
        current = []
        depth = 0
        continue
      case .comment where current.isEmpty: continue
      case .mark(UInt8(ascii: "[")), .mark(UInt8(ascii: "{")): depth += 1
      case .mark(UInt8(ascii: "]")), .mark(UInt8(ascii: "}")): depth -= 1
      default: break
      }
      current.append(token)
    }
    if !current.isEmpty { statements.append(Statement(tokens: current)) }
    return statements
  }
}
