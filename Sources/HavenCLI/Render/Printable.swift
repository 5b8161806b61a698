import HavenCore

/// Text that a terminal may be given: what would move the cursor, change colours or reverse the direction of what
/// follows is a question mark.
func printable(_ text: some StringProtocol) -> String { String(unsteered: text) }

/// The last gate before a terminal, a pipe or a file. Every renderer makes its words `printable`; should one forget, what
/// came from a config, a ledger or a socket is still shown and never obeyed. Lines and tabs stay, and so do the marks
/// that `Style` itself writes.
func gated(_ text: String) -> String {
  // Nearly everything that is said.
  guard text.unicodeScalars.contains(where: { $0.steersScreen && $0 != "\n" && $0 != "\t" }) else { return text }
  var result = ""
  var rest = text[...]
  while let escape = rest.unicodeScalars.firstIndex(of: "\u{1B}") {
    result += String(unsteered: rest[..<escape], keepingLines: true)
    rest = rest[escape...]
    let mark = Style.marks.first { rest.unicodeScalars.starts(with: $0.unicodeScalars) }
    result += mark ?? "?"
    rest = Substring(rest.unicodeScalars.dropFirst(mark?.unicodeScalars.count ?? 1))
  }
  return result + String(unsteered: rest, keepingLines: true)
}
