import HavenCore

/// A text that one of the small grammars does not take: what is wrong with it, and what would be right.
public struct GrammarFault: Error, Hashable, Sendable, CustomStringConvertible {
  /// `'25:00' is not a time`
  public var text: String
  /// `write hours and minutes, such as '07:30'`
  public var hint: String

  public init(_ text: String, hint: String) {
    self.text = text
    self.hint = hint
  }

  public var description: String { "\(text); \(hint)" }
}

/// A value as a message quotes it: on one line, and cut where it is long.
func quoted(_ value: some StringProtocol) -> String {
  var text = ""
  for character in value {
    if text.utf8.count > 60 { return "'\(text)…'" }
    text += isPrintable(character) ? String(character) : "?"
  }
  return "'\(text)'"
}

private func isPrintable(_ character: Character) -> Bool {
  !character.unicodeScalars.contains { isControl($0) }
}

/// What can forge a line in a terminal or a log, or turn it around.
func isControl(_ scalar: Unicode.Scalar) -> Bool { scalar.steersScreen }

/// Without spaces and tabs at the ends.
func trimmed(_ text: some StringProtocol) -> Substring {
  var text = Substring(text)
  while let first = text.first, first == " " || first == "\t" { text.removeFirst() }
  while let last = text.last, last == " " || last == "\t" { text.removeLast() }
  return text
}
