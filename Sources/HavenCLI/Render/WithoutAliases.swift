import HavenCore

/// Takes children's aliases out of a family's own sentences, for a screen that others see: "Otter: den" is "child 1: den".
struct WithoutAliases {
  /// Each alias as the words it is written with, and what stands for it; the longest first, so that "red-fox" is not
  /// taken for "red".
  private let aliases: [(words: [String], instead: String)]

  init(_ children: [ChildID]) {
    aliases = children.enumerated().map { (WithoutAliases.words($1), "child \($0 + 1)") }
      .filter { !$0.words.isEmpty }.sorted { $0.words.count > $1.words.count }
  }

  func text(_ text: String) -> String {
    var rest = Substring(text)
    var result = ""
    while let first = rest.first {
      guard isPartOfWord(first) else {
        result.append(rest.removeFirst())
        continue
      }
      if let (length, instead) = alias(at: rest) {
        result += instead
        rest = rest.dropFirst(length)
      } else {
        let word = rest.prefix(while: isPartOfWord)
        result += word
        rest = rest.dropFirst(word.count)
      }
    }
    return result
  }

  /// How many characters of the text are an alias.
  private func alias(at text: Substring) -> (length: Int, instead: String)? {
    for (words, instead) in aliases {
      var rest = text
      var isWhole = true
      for (index, word) in words.enumerated() {
        if index > 0 { rest = rest.drop { $0 == " " || $0 == "-" || $0 == "_" } }
        let found = rest.prefix(while: isPartOfWord)
        guard found.lowercased() == word else {
          isWhole = false
          break
        }
        rest = rest.dropFirst(found.count)
      }
      if isWhole { return (text.distance(from: text.startIndex, to: rest.startIndex), instead) }
    }
    return nil
  }

  private static func words(_ alias: ChildID) -> [String] { alias.split(separator: "-").map { $0.lowercased() } }

  private func isPartOfWord(_ character: Character) -> Bool { character.isLetter || character.isNumber }
}
