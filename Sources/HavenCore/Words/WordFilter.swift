/// What no screen says, whoever wrote it: looked for in everything that Haven generates, and in the family's own
/// words before they are shown.
public struct WordFilter: Sendable {
  public let words: [ForbiddenWord]
  /// Phrases in which a forbidden word means something else: a contact lens, a tennis court.
  private let harmless: [WordMatch]
  /// How the words begin, so that a text is read once.
  let openings: WordOpenings

  public init(_ words: [ForbiddenWord], harmless: [WordMatch] = []) {
    self.words = words
    self.harmless = harmless
    openings = WordOpenings(of: words.map(\.match))
  }

  /// The words that a family who writes in this language should not find on a screen.
  public init(language: Language) {
    self.init(language.forbiddenWords, harmless: language.harmlessPhrases)
  }

  /// One rule that a text breaks.
  public struct Finding: Sendable, Equatable {
    public var reason: ForbiddenWord.Reason
    /// What was found, in small letters: "tantrums" for the rule's "tantrum".
    public var word: String
    /// What could be said in its place; nil where there is nothing to offer but an `event-label`.
    public var instead: String?
  }

  /// Every rule that the text breaks, in the order of the list; empty for a text that may be shown.
  public func findings(in text: String) -> [Finding] {
    var findings: [Finding] = []
    if ScreenText.hasExclamation(text) {
      findings.append(Finding(reason: .exclamation, word: "!", instead: "."))
    }
    if let word = ScreenText.shouted(in: text) {
      findings.append(Finding(reason: .capitals, word: word, instead: ScreenText.calmed(word)))
    }
    if let number = ScreenText.telephoneNumber(in: text) {
      findings.append(Finding(reason: .telephone, word: number, instead: nil))
    }
    let folded = FoldedText(text)
    for rule in words {
      guard let start = start(of: rule.match, in: folded) else { continue }
      let word = folded.words(from: start, atLeast: rule.match.length)
      findings.append(Finding(reason: rule.reason, word: word, instead: rule.instead))
    }
    return findings
  }

  /// Where the word first stands outside every harmless phrase; nil where it does not.
  private func start(of match: WordMatch, in text: FoldedText) -> Int? {
    text.scalars.indices.first { match.occurs(in: text, at: $0) && !isHarmless(match.range(at: $0), in: text) }
  }

  private func isHarmless(_ range: Range<Int>, in text: FoldedText) -> Bool {
    harmless.contains { phrase in
      phrase.length >= range.count
        && (max(0, range.upperBound - phrase.length)...range.lowerBound).contains { start in
          phrase.occurs(in: text, at: start)
        }
    }
  }

  public func allows(_ text: String) -> Bool {
    Glance(at: text, for: openings).isPlain || allowsReading(text)
  }

  /// The same for a text that is not plain at sight.
  func allowsReading(_ text: String) -> Bool {
    if ScreenText.hasExclamation(text) || ScreenText.shouted(in: text) != nil { return false }
    if ScreenText.telephoneNumber(in: text) != nil { return false }
    let folded = FoldedText(text)
    return !folded.places(for: openings).contains { start, number in
      words[number].match.occurs(in: folded, at: start) && !isHarmless(words[number].match.range(at: start), in: folded)
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
    case telephone = "looks like a telephone number"
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
