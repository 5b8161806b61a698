import HavenConfig
import HavenCore

/// What somebody looks for in words of their own, and where in Haven it is.
struct Subject {
  var words: [String]
  var places: [Place]

  enum Place {
    /// What to type behind `havenctl`; with what for, where the command's own summary does not say it.
    case command(String, String? = nil)
    /// A key of a table of the config.
    case key(table: String, String)
    /// A page of the documentation, by its file in `docs`, and what it has.
    case page(String, String)
  }
}

/// Where a person's own words lead: the commands, keys and pages of a subject, and the cards that are about it.
///
/// Looked up whole first, then word by word, so that "he is lying again" finds what "lying" does.
struct WordIndex {
  let words: String
  /// All the words together are known, and not only one of them.
  let isWhole: Bool
  private let rows: [(place: String, about: String)]

  init(_ words: String) {
    self.words = words
    var rows = WordIndex.rows(about: words)
    isWhole = !WordIndex.subjects(about: words).isEmpty
    if !isWhole {
      for word in words.split(separator: " ") where word.count > 2 && !WordIndex.small.contains(word.lowercased()) {
        for row in WordIndex.rows(about: String(word)) where !rows.contains(where: { $0.place == row.place }) {
          rows.append(row)
        }
      }
    }
    self.rows = Array(rows.prefix(WordIndex.most))
  }

  var isEmpty: Bool { rows.isEmpty }
  var places: [String] { rows.map(\.place) }

  /// A line each; what is long goes on under itself.
  var lines: [String] {
    let column = 2 + (rows.map { columns(of: $0.place) }.max() ?? 0) + 2
    return rows.flatMap { row in
      wrapped(row.about, 80 - column).enumerated().map { index, line in
        padded(index == 0 ? "  \(row.place)" : "", column) + line
      }
    }
  }

  /// More than these nobody reads who is tired.
  private static let most = 9
  private static let small: Set<String> = [
    "the", "and", "for", "with", "his", "her", "our", "too", "not", "has", "was", "are", "who", "how", "what", "when",
    "again", "child", "children", "does", "always", "never", "won't", "will", "about", "all", "can", "can't",
  ]

  private static func subjects(about words: String) -> [Subject] {
    let wanted = folded(words)
    guard !wanted.isEmpty else { return [] }
    var subjects = Subject.all.filter { $0.words.contains { folded($0) == wanted } }
    // "meltdowns" is "meltdown", and "regress" begins "regression".
    if subjects.isEmpty, wanted.count > 3 {
      subjects = Subject.all.filter { subject in
        subject.words.contains { word in
          let word = folded(word)
          return word.hasPrefix(wanted) || word.count > 3 && wanted.hasPrefix(word) && wanted.count - word.count < 3
        }
      }
    }
    return subjects
  }

  private static func rows(about words: String) -> [(place: String, about: String)] {
    var rows: [(place: String, about: String)] = []
    for place in subjects(about: words).flatMap(\.places) {
      guard let row = row(of: place), !rows.contains(where: { $0.place == row.place }) else { continue }
      rows.append(row)
    }
    switch CardBox().answer(to: words) {
    case .card(let card): rows.append(("card \(card.topic)", card.text))
    case .several(let cards) where cards.count < 4: rows += cards.map { ("card \($0.topic)", $0.text) }
    case .programmes: rows.append(("card programmes", "What each named approach asks, and how well it is tested."))
    case .several, .none: break
    }
    return rows
  }

  /// Nil where there is no such command or key: a test looks that there is.
  static func row(of place: Subject.Place) -> (place: String, about: String)? {
    switch place {
    case .command(let typed, let about):
      let parts = typed.split(separator: " ").map(String.init)
      guard let entry = CommandTable.entry(named: parts[0], parts.count > 1 ? parts[1] : nil) else { return nil }
      return (typed, about ?? entry.summary)
    case .key(let table, let name):
      let reference = ConfigurationReference.tables.first { $0.name == table }
      guard let reference, let key = reference.keys.first(where: { $0.name == name }) else { return nil }
      return ("\(reference.header) \(name)", key.meaning.replacing("`", with: ""))
    case .page(let file, let about): return ("docs/\(file)", about)
    }
  }

  /// As the cards do: "Time-in", "time_in" and "time in" are one.
  private static func folded(_ text: String) -> String {
    text.lowercased().map { $0 == "-" || $0 == "_" ? " " : String($0) }.joined()
  }
}
