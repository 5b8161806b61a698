/// A child's `avoid` words, which no text about that child says.
///
/// Short words (up to three letters) are avoided whole, others with their endings ("hurry" stops "hurrying"), and
/// from six letters on inside longer words too, for languages that join them.
public struct AvoidList: Sendable, Equatable {
  private(set) var matches: [WordMatch]
  /// Words with accents, in lower case: the same letter may be written as one scalar or as two.
  private(set) var accented: [String]

  public init(_ words: [String]) {
    matches = words.map { word in
      let letters = word.unicodeScalars.count
      return WordMatch(word, letters <= 3 ? .whole : letters < 6 ? .beginning : .anywhere)
    }
    accented = words.filter { word in word.count > 3 && !word.utf8.allSatisfy { $0 < 0x80 } }.map { $0.lowercased() }
  }

  /// The words of several children.
  static func + (a: AvoidList, b: AvoidList) -> AvoidList {
    var both = a
    both.matches += b.matches
    both.accented += b.accented
    return both
  }

  /// The first avoided word that the text has; nil where it has none.
  public func word(in text: String) -> String? {
    guard !matches.isEmpty else { return nil }
    let folded = FoldedText(text)
    if let match = matches.first(where: { $0.occurs(in: folded) }) { return match.text }
    guard !accented.isEmpty else { return nil }
    let lower = text.lowercased()  // compared by character: canonical equivalence
    return accented.first { lower.contains($0) }
  }

  public func allows(_ text: String) -> Bool { word(in: text) == nil }
}
