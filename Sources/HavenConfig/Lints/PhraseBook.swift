/// Finds phrases in short texts, word by word, whatever the letter case.
///
/// Words are kept as hashes, so that looking over a whole config makes no strings. A phrase that is `allowed` hides
/// what lies in it: `tennis court` hides `court`.
struct PhraseBook<Rule: Sendable>: Sendable {
  private struct Phrase {
    var words: [UInt64]
    var text: String
    /// Nil where it is allowed.
    var rule: Rule?
  }

  private var byFirst: [UInt64: [Phrase]] = [:]

  mutating func add(_ rule: Rule, _ phrases: String...) { phrases.forEach { add($0, rule) } }
  mutating func allow(_ phrases: String...) { phrases.forEach { add($0, nil) } }

  private mutating func add(_ text: String, _ rule: Rule?) {
    let words = Words(text).hashes
    guard let first = words.first else { return }
    byFirst[first, default: []].append(Phrase(words: words, text: text, rule: rule))
    // The longest first, so that `tennis court` is seen before `court`.
    byFirst[first]?.sort { $0.words.count > $1.words.count }
  }

  /// What is found, in order; one phrase a place, the longest.
  func matches(in words: Words) -> [(phrase: String, rule: Rule)] {
    var found: [(phrase: String, rule: Rule)] = []
    var index = 0
    while index < words.hashes.count {
      guard let phrase = byFirst[words.hashes[index]]?.first(where: { words.hashes[index...].starts(with: $0.words) })
      else {
        index += 1
        continue
      }
      if let rule = phrase.rule { found.append((phrase.text, rule)) }
      index += phrase.words.count
    }
    return found
  }
}

/// The words of a text, as hashes of their lower-case letters. A hyphen parts words, an apostrophe does not.
struct Words: Sendable {
  private(set) var hashes: [UInt64] = []

  init(_ text: String) {
    var hash = Words.start
    var isInWord = false
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): (hash, isInWord) = (Words.add(byte | 0x20, hash), true)
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "'"), 0x80...:
        (hash, isInWord) = (Words.add(byte, hash), true)
      default:
        if isInWord { hashes.append(hash) }
        (hash, isInWord) = (Words.start, false)
      }
    }
    if isInWord { hashes.append(hash) }
  }

  /// The hash of one word, given in lower case.
  static func hash(_ word: String) -> UInt64 { word.utf8.reduce(start) { add($1, $0) } }

  // FNV-1a.
  private static let start: UInt64 = 0xCBF2_9CE4_8422_2325
  private static func add(_ byte: UInt8, _ hash: UInt64) -> UInt64 { (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
}
