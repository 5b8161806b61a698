import HavenCore

/// A step's short form: `HH:MM NAME`, optionally `, SIZE`.
struct ShortStep {
  var at: TimeOfDay
  var name: String
  /// Nil where no size is written; `.some(nil)` for `none`.
  var size: Size??
  /// A last word that looks like a slip of the pen for a size: it is taken as part of the name.
  var doubt: (word: String, meant: String)?

  init(parsing text: String) throws(GrammarFault) {
    let whole = trimmed(text)
    let parts = whole.split(separator: " ", maxSplits: 1)
    guard parts.count == 2 else {
      throw GrammarFault("\(quoted(text)) is not a step", hint: "write a time and a name, such as '17:45 tea'")
    }
    at = try TimeOfDay(parsing: parts[0])
    name = String(trimmed(parts[1]))
    guard let comma = name.lastIndex(of: ",") else { return }
    let last = String(trimmed(name[name.index(after: comma)...]))
    if let size = ShortStep.size(last) {
      self.size = .some(size)
      name = String(trimmed(name[..<comma]))
    } else if let meant = ShortStep.slip(last) {
      doubt = (last, meant)
    }
    guard !name.isEmpty else {
      throw GrammarFault("\(quoted(text)) has no name", hint: "write a time and a name, such as '17:45 tea'")
    }
  }

  private static func size(_ word: String) -> Size?? {
    if word == "none" { return .some(nil) }
    return Size(rawValue: word).map { .some($0) }
  }

  /// Only slips that are no words themselves: `hrad`, `Hard`, `very hard`; never `card`.
  private static func slip(_ word: String) -> String? {
    let letters = word.lowercased().filter { $0.isLetter }
    for name in Size.allCases.map(\.rawValue) + ["none"] {
      let wanted = name.filter { $0 != "-" }
      if letters == wanted { return name }
      if letters.count == wanted.count, letters.sorted() == wanted.sorted(),
        editDistance(Array(letters.utf8), Array(wanted.utf8)) == 1
      {
        return name
      }
    }
    return nil
  }
}
