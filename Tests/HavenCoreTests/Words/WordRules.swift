import HavenCore

/// Every rule that words keep, written a second time and apart from the code that keeps them.
struct WordRules {
  var words: Words
  var avoid: [String] = []
  var mayHaveDigits = true
  /// What a generic line may not say: labels and names.
  var secrets: [String] = []
  var language = Language.english

  private nonisolated(unsafe) static let never =
    #/
    streak|overdue|\bfail(ed|ure)?\b|\bbad\b|\bshould\b|!|last\ chance|or\ else|tantrum|meltdown|\brisk\b|\bcontact\b|
    family\ time|\bcourt\b|social\ worker|respite|placement|diagnos|medicat|therapy|capacity|anniversar|
    \bgood\b|\bnow\b|\bred\b|\bshall\ we\b|hurry|you\ deserve
  /#.ignoresCase().wordBoundaryKind(.simple).matchingSemantics(.unicodeScalar)
  private nonisolated(unsafe) static let shouting = #/\b(?!TV\b|OK\b)[A-Z]{3,}\b/#
    .wordBoundaryKind(.simple).matchingSemantics(.unicodeScalar)
  private nonisolated(unsafe) static let digit = #/\p{Nd}|\p{No}|\p{Nl}/#.matchingSemantics(.unicodeScalar)

  /// What is wrong, in words; empty where all is well. `generated` texts keep a rule more than a family's own words.
  func faults(isGenerated: Bool) -> [String] {
    var faults: [String] = []
    let text = "\(words.title)\n\(words.body)"
    let length = words.title.unicodeScalars.count
    if length < 1 || length > 60 { faults.append("a title of \(length)") }
    if words.title.allSatisfy(\.isWhitespace) { faults.append("an empty title") }
    if words.title.contains(where: \.isNewline) { faults.append("a title of two lines") }
    for hit in text.matches(of: Self.never) where isGenerated || !Self.isMannerOnly(String(hit.output.0)) {
      if language == .german, hit.output.0.lowercased() == "bad" { continue }  // a bath
      faults.append("'\(hit.output.0)'")
    }
    if let hit = (words.title + words.body).firstMatch(of: Self.shouting) { faults.append("shouts '\(hit.output)'") }
    if !mayHaveDigits, let hit = text.firstMatch(of: Self.digit) { faults.append("the digit '\(hit.output)'") }
    if let first = words.title.first, first.isLowercase, first.uppercased() != String(first) {
      faults.append("begins small")
    }
    for line in words.body.split(separator: "\n") where line.first?.isWhitespace == true || line.isEmpty {
      faults.append("a ragged line")
    }
    if text.unicodeScalars.contains(where: Self.isHidden) { faults.append("a hidden mark") }
    let lower = " " + text.lowercased() + " "
    for word in avoid where !word.isEmpty {
      // As a whole word, with nothing but letters counting as part of one.
      let pieces = lower.split { !$0.isLetter && !$0.isNumber && $0 != "→" }.map(String.init)
      let target = word.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "→" }.map(String.init)
      guard !target.isEmpty, pieces.count >= target.count else { continue }
      if (0...(pieces.count - target.count)).contains(where: { Array(pieces[$0..<($0 + target.count)]) == target }) {
        faults.append("the avoided '\(word)'")
      }
    }
    for secret in secrets where !secret.isEmpty && text.lowercased().contains(secret.lowercased()) {
      faults.append("tells '\(secret)'")
    }
    return faults
  }

  /// Rules of manner that bind Haven's words; a family's own may say "good night".
  private static func isMannerOnly(_ hit: String) -> Bool {
    ["good", "now", "red", "shall we", "hurry", "you deserve"].contains(hit.lowercased())
  }

  /// Controls and marks that reorder text, but for the isolates around a label and the joiners inside one.
  private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\n", "\u{2068}", "\u{2069}", "\u{200C}", "\u{200D}": false
    default: [.control, .format, .privateUse, .surrogate].contains(scalar.properties.generalCategory)
    }
  }
}
