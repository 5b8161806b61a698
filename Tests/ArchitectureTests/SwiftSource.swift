/// A Swift file taken apart just far enough that a rule about code is not tripped by a comment or a string.
struct SwiftSource {
  struct Line {
    var number: Int
    /// What the compiler sees, each string literal emptied to `""`.
    var code = ""
    var comment = ""
    /// Inside a string of several lines: data, not code.
    var isLiteral = false
  }

  let path: String
  let lines: [Line]

  init(path: String, text: String) {
    self.path = path
    var scanner = Scanner()
    self.lines = text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().map { index, line in
      scanner.scan(line, number: index + 1)
    }
  }

  /// Read once for all tests.
  static let sources = Result { try all(under: "Sources") }
  static let tests = Result { try all(under: "Tests") }

  private static func all(under folder: String) throws -> [SwiftSource] {
    try Repository.files(under: folder, endingIn: [".swift"]).map { path in
      SwiftSource(path: path, text: try Repository.text(of: path))
    }
  }

  /// The folder below `Sources`.
  var target: String { String(path.split(separator: "/").dropFirst().first ?? "") }

  /// Names of the modules imported, each with its line.
  var imports: [(module: String, line: Int)] {
    lines.compactMap { line in
      var words = line.code.split(whereSeparator: \.isWhitespace)
      while let first = words.first, first.hasPrefix("@") || Self.accessLevels.contains(String(first)) {
        words.removeFirst()
      }
      guard words.first == "import", words.count > 1 else { return nil }
      let path = Self.importKinds.contains(String(words[1])) && words.count > 2 ? words[2] : words[1]
      return (String(path.prefix { $0 != "." && $0 != ";" }), line.number)
    }
  }

  private static let accessLevels: Set<String> = ["public", "package", "internal", "fileprivate", "private"]
  private static let importKinds: Set<String> = [
    "struct", "class", "enum", "protocol", "func", "var", "let", "typealias", "actor",
  ]
}

/// Carries what crosses line ends: a block comment or a string of several lines. Over bytes, because every rule waits for it.
private struct Scanner {
  private enum State { case code, blockComment, longString(hashes: Int) }
  private typealias Bytes = Substring.UTF8View
  private var state = State.code
  private var code: [UInt8] = []
  private var comment: [UInt8] = []

  mutating func scan(_ text: Substring, number: Int) -> SwiftSource.Line {
    var line = SwiftSource.Line(number: number)
    if case .longString = state { line.isLiteral = true }
    code.removeAll(keepingCapacity: true)
    comment.removeAll(keepingCapacity: true)
    var rest = text.utf8
    while !rest.isEmpty {
      switch state {
      case .blockComment: rest = scanBlockComment(rest)
      case .longString(let hashes): rest = scanLongString(rest, hashes: hashes)
      case .code: rest = scanCode(rest)
      }
    }
    line.code = String(decoding: code, as: UTF8.self)
    line.comment = String(decoding: comment, as: UTF8.self)
    return line
  }

  private mutating func scanBlockComment(_ text: Bytes) -> Bytes {
    if text.starts(with: "*/".utf8) {
      state = .code
      return text.dropFirst(2)
    }
    comment.append(text[text.startIndex])
    return text.dropFirst()
  }

  private mutating func scanLongString(_ text: Bytes, hashes: Int) -> Bytes {
    if text.starts(with: "\"\"\"".utf8), text.dropFirst(3).prefix(hashes).elementsEqual(Self.hashes(hashes)) {
      state = .code
      return text.dropFirst(3 + hashes)
    }
    return text.dropFirst(text.first == Self.backslash && hashes == 0 ? 2 : 1)
  }

  private mutating func scanCode(_ text: Bytes) -> Bytes {
    switch text[text.startIndex] {
    case UInt8(ascii: "/") where text.starts(with: "//".utf8):
      comment += text
      return text.dropFirst(text.count)
    case UInt8(ascii: "/") where text.starts(with: "/*".utf8):
      state = .blockComment
      return text.dropFirst(2)
    case UInt8(ascii: "#"), Self.quote:
      let hashes = text.prefix { $0 == UInt8(ascii: "#") }.count
      let quoted = text.dropFirst(hashes)
      guard quoted.first == Self.quote else { break }
      code += "\"\"".utf8
      if quoted.starts(with: "\"\"\"".utf8) {
        state = .longString(hashes: hashes)
        return quoted.dropFirst(3)
      }
      return afterString(quoted.dropFirst(), hashes: hashes)
    default: break
    }
    code.append(text[text.startIndex])
    return text.dropFirst()
  }

  private func afterString(_ text: Bytes, hashes: Int) -> Bytes {
    var rest = text
    while let byte = rest.first {
      if byte == Self.quote, rest.dropFirst().prefix(hashes).elementsEqual(Self.hashes(hashes)) { break }
      rest = rest.dropFirst(byte == Self.backslash && hashes == 0 ? 2 : 1)
    }
    return rest.dropFirst(1 + hashes)
  }

  private static func hashes(_ count: Int) -> some Sequence<UInt8> { repeatElement(UInt8(ascii: "#"), count: count) }
  private static let quote = UInt8(ascii: "\"")
  private static let backslash = UInt8(ascii: "\\")
}
