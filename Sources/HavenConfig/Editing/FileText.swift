import HavenCore

/// A config's file as text, for changing a line of it and no other.
struct FileText {
  /// In the config's directory.
  var name: String
  var bytes: [UInt8]

  /// Nil where it goes over more lines than one: what stands between them is the family's.
  func replacing(_ range: Range<Int>, by text: String) -> ConfigChange? {
    guard !bytes[range].contains(UInt8(ascii: "\n")) else { return nil }
    let whole = wholeLine(around: range.lowerBound)
    let after =
      Array(bytes[whole.lowerBound..<range.lowerBound]) + Array(text.utf8) + bytes[range.upperBound..<whole.upperBound]
    return ConfigChange(
      file: name, line: line(at: range.lowerBound), before: [string(bytes[whole])], after: [string(after[...])])
  }

  /// From 1.
  func line(at place: Int) -> Int { bytes[..<place].count { $0 == UInt8(ascii: "\n") } + 1 }

  func lineText(at place: Int) -> String { string(bytes[wholeLine(around: place)]) }

  private func wholeLine(around place: Int) -> Range<Int> {
    let newline = UInt8(ascii: "\n")
    let start = bytes[..<place].lastIndex(of: newline).map { $0 + 1 } ?? 0
    return start..<(bytes[place...].firstIndex(of: newline) ?? bytes.count)
  }

  private func string(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }
}

extension TomlTokens {
  /// Of a table, as the loader takes it: what is written, else its name's slug.
  static func id(of table: [Statement]) -> String? {
    func text(_ key: String) -> String? {
      guard case .text(let text)? = table.first(where: { $0.key == key })?.value.first?.kind else { return nil }
      return text
    }
    return text("id") ?? text("name").flatMap { slug(of: $0) }
  }
}
