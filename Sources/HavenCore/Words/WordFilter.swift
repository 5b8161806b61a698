/// What no screen says, whoever wrote it: looked for in everything that Haven generates, and in the family's own
/// words before they are shown.
public struct WordFilter: Sendable {
  public let words: [ForbiddenWord]
  /// The same words by their first scalar, so that a text is read once; and which ASCII scalars begin any.
  private let byFirst: [UInt32: [WordMatch]]
  private let beginsWord: [Bool]

  public init(_ words: [ForbiddenWord]) {
    self.words = words
    let byFirst = Dictionary(grouping: words.map(\.match).filter { $0.first != nil }) { $0.first?.value ?? 0 }
    self.byFirst = byFirst
    beginsWord = (0..<128).map { byFirst[$0] != nil }
  }

  /// The words that a family who writes in this language should not find on a screen.
  public init(language: Language) { self.init(language.forbiddenWords) }

  /// One rule that a text breaks.
  public struct Finding: Sendable, Equatable {
    public var reason: ForbiddenWord.Reason
    /// The rule's own word, or what was found.
    public var word: String
    /// What could be said in its place; nil where there is nothing to offer but an `event-label`.
    public var instead: String?
  }

  /// Every rule that the text breaks, in the order of the list; empty for a text that may be shown.
  public func findings(in text: String) -> [Finding] {
    var findings: [Finding] = []
    if text.unicodeScalars.contains(where: ScreenText.isExclamation) {
      findings.append(Finding(reason: .exclamation, word: "!", instead: "."))
    }
    if let word = ScreenText.shouted(in: text) {
      findings.append(Finding(reason: .capitals, word: word, instead: ScreenText.calmed(word)))
    }
    let folded = FoldedText(text)
    for rule in words where rule.match.occurs(in: folded) {
      findings.append(Finding(reason: rule.reason, word: rule.match.text, instead: rule.instead))
    }
    return findings
  }

  public func allows(_ text: String) -> Bool {
    if text.unicodeScalars.contains(where: ScreenText.isExclamation) || ScreenText.shouted(in: text) != nil {
      return false
    }
    let folded = FoldedText(text)
    return !folded.scalars.indices.contains { start in
      let first = folded.scalars[start].value
      guard first >= 128 || beginsWord[Int(first)] else { return false }
      return byFirst[first]?.contains { $0.occurs(in: folded, at: start) } ?? false
    }
  }
}

/// A word that no notification has, at any level, why, and what to say instead.
public struct ForbiddenWord: Sendable, Equatable {
  public var match: WordMatch
  public var reason: Reason
  public var instead: String?

  public enum Reason: String, Sendable, CaseIterable {
    case exclamation = "an exclamation mark"
    case capitals = "capitals"
    case threat = "sounds like a threat or a bribe"
    case verdict = "sounds like a verdict"
    case pressure = "counts or presses"
    case behaviour = "describes behaviour, not a need"
    case careSystem = "tells of the family's situation"
    case identity = "tells who or where somebody is"
    case health = "tells of somebody's health"
    case body = "belongs in private"
    case harm = "tells of harm"
    case carer = "tells of a carer's own state"
  }

  init(_ text: String, _ extent: WordMatch.Extent, _ reason: Reason, instead: String? = nil) {
    match = WordMatch(text, extent)
    self.reason = reason
    self.instead = instead
  }
}
