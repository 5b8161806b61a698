/// What no screen says, whoever wrote it: looked for in everything that Haven generates, and in the family's own
/// words before they are shown.
public struct WordFilter: Sendable {
  public let words: [ForbiddenWord]
  /// Phrases in which a forbidden word means something else: a contact lens, a tennis court.
  private let harmless: [WordMatch]
  /// The same words by their first scalar, so that a text is read once.
  private let byFirst: [UInt32: [WordMatch]]
  /// Which pairs of scalars may begin one of them, where a word of the text begins and where none does.
  private let openings: Openings
  private let inner: Openings

  public init(_ words: [ForbiddenWord], harmless: [WordMatch] = []) {
    self.words = words
    self.harmless = harmless
    let matches = words.map(\.match).filter { $0.first != nil }
    byFirst = Dictionary(grouping: matches) { $0.first?.value ?? 0 }
    openings = Openings(of: matches)
    inner = Openings(of: matches.filter { !$0.onlyOpensWords })
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
    if ScreenText.hasExclamation(text) || ScreenText.shouted(in: text) != nil { return false }
    if ScreenText.telephoneNumber(in: text) != nil { return false }
    let folded = FoldedText(text)
    var isInWord = false
    for start in folded.scalars.indices {
      let candidates = isInWord ? inner : openings
      isInWord = folded.scalars[start].isPartOfWord
      guard candidates.mayBegin(at: start, of: folded), let matches = byFirst[folded.scalars[start].value] else {
        continue
      }
      let isFound = matches.contains { match in
        match.occurs(in: folded, at: start) && !isHarmless(match.range(at: start), in: folded)
      }
      if isFound { return false }
    }
    return true
  }
}

/// The first two scalars of some words, by the last five bits of each: a kilobyte that sends nearly every place of a text
/// on to the next one.
private struct Openings {
  private var table = [Bool](repeating: false, count: 1024)

  init(of matches: [WordMatch]) {
    for match in matches {
      guard let first = match.first else { continue }
      if let second = match.second {
        table[Openings.place(first, second)] = true
      } else {
        for low: UInt8 in 0..<32 { table[Openings.place(first, Unicode.Scalar(low))] = true }
      }
    }
  }

  func mayBegin(at start: Int, of text: FoldedText) -> Bool {
    let next = start + 1
    let second = next < text.scalars.count ? text.scalars[next] : "\0"
    return table[Openings.place(text.scalars[start], second)]
  }

  private static func place(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> Int {
    Int((first.value & 31) << 5 | second.value & 31)
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
