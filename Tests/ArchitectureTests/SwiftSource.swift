/// A Swift file taken apart just far enough that a rule about code is not tripped by a comment or a string.
struct SwiftSource {
  struct Line {
    var number: Int
    /// What the compiler sees, each string literal emptied to `""`.
    var code = ""
    var comment = ""
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

  static func all(under folder: String) throws -> [SwiftSource] {
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

/// Carries what crosses line ends: a block comment or a string of several lines.
private struct Scanner {
  private enum State { case code, blockComment, longString(hashes: Int) }
  private var state = State.code

  mutating func scan(_ text: Substring, number: Int) -> SwiftSource.Line {
    var line = SwiftSource.Line(number: number)
    var rest = text[...]
    while let character = rest.first {
      switch state {
      case .blockComment:
        if rest.hasPrefix("*/") {
          state = .code
          rest = rest.dropFirst(2)
        } else {
          line.comment.append(character)
          rest = rest.dropFirst()
        }
      case .longString(let hashes):
        let end = "\"\"\"" + String(repeating: "#", count: hashes)
        if rest.hasPrefix(end) {
          state = .code
          rest = rest.dropFirst(end.count)
        } else {
          rest = rest.dropFirst(character == "\\" && hashes == 0 ? 2 : 1)
        }
      case .code:
        rest = scanCode(rest, into: &line)
      }
    }
    return line
  }

  private mutating func scanCode(_ text: Substring, into line: inout SwiftSource.Line) -> Substring {
    if text.hasPrefix("//") {
      line.comment += text
      return text.dropFirst(text.count)
    }
    if text.hasPrefix("/*") {
      state = .blockComment
      return text.dropFirst(2)
    }
    let hashes = text.prefix { $0 == "#" }.count
    let quoted = text.dropFirst(hashes)
    if quoted.hasPrefix("\"\"\"") {
      line.code += "\"\""
      state = .longString(hashes: hashes)
      return quoted.dropFirst(3)
    }
    if quoted.hasPrefix("\"") {
      line.code += "\"\""
      return afterString(quoted.dropFirst(), hashes: hashes)
    }
    line.code.append(text[text.startIndex])
    return text.dropFirst()
  }

  private func afterString(_ text: Substring, hashes: Int) -> Substring {
    let end = "\"" + String(repeating: "#", count: hashes)
    var rest = text
    while !rest.isEmpty, !rest.hasPrefix(end) {
      rest = rest.dropFirst(rest.first == "\\" && hashes == 0 ? 2 : 1)
    }
    return rest.dropFirst(end.count)
  }
}
