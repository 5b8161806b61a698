/// Words for a record that the child may read one day: what was seen, and what may lie underneath; no verdicts.
public enum NeutralWords {
  /// What may lie underneath a hard moment. Other words are taken as well.
  public static let underneath = [
    "hungry", "thirsty", "tired", "change", "separation", "shame", "sensory", "pain", "missing-someone", "unknown",
  ]

  /// A tag as it is kept: lower case, hyphens for spaces; nil for what is no short word or two.
  public static func tag(_ text: String) -> String? {
    let words = text.lowercased().split { $0 == " " || $0 == "-" || $0 == "_" }
    let tag = words.joined(separator: "-")
    guard (1...40).contains(tag.count), tag.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "-" }) else { return nil }
    return tag
  }

  /// What to say for a tag that judges: `not-able-to-yet` for `defiant`; nil for one that does not.
  public static func gentler(tag text: String) -> String? {
    guard let instead = verdicts(in: text).first?.instead else { return nil }
    return tag(instead.filter { $0 != "," })
  }

  /// Each word of a note that judges, as it was written, with what could be said instead.
  public static func verdicts(in text: String) -> [(word: String, instead: String)] {
    let folded = FoldedText(text)
    var found: [(word: String, instead: String)] = []
    for rule in list {
      guard rule.match.occurs(in: folded), let instead = rule.instead else { continue }
      let written = text.split { !$0.isLetter && $0 != "-" && $0 != "'" }
      let word = written.first { rule.match.occurs(in: FoldedText(String($0))) }.map(String.init) ?? rule.match.text
      // Languages share words; one answer to each is enough.
      if !found.contains(where: { $0.word == word }) { found.append((word, instead)) }
    }
    return found
  }

  private static let list = Language.allCases.flatMap(\.forbiddenWords).filter { rule in
    (rule.reason == .behaviour || rule.reason == .verdict) && rule.instead != nil
  }
}
