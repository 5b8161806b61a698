/// How some words begin, so that a text is gone through once and nearly every place of it is passed over.
///
/// The first six scalars of each count, and of a scalar its kind alone: which letter of a to z, a digit, another letter,
/// or part of no word. What is found by them may be there; what is not found is not. (Of four, "together" would have to be
/// looked at for `therapist`, and "last one" for `last chance`.)
struct WordOpenings: Sendable {
  /// In the order of their first two kinds.
  private var entries: [Entry] = []
  /// Where the entries of each pair of kinds begin, and after the last where they end.
  private var starts = [UInt32](repeating: 0, count: 1025)
  /// For each kind, a bit for every second one of the words that may stand where no word of the text begins.
  private var inner = [UInt32](repeating: 0, count: 32)

  private struct Entry {
    var key: UInt32
    /// Of the key's bits, those that count: a word may be shorter than six scalars.
    var mask: UInt32
    var word: UInt32
    var onlyOpensWords: Bool

    var pair: Int { Int(key >> WordOpenings.afterPair) }

    @inline(__always)
    func fits(_ other: UInt32, opens: Bool) -> Bool { (key ^ other) & mask == 0 && (opens || !onlyOpensWords) }
  }

  init(of words: [WordMatch]) {
    for (number, word) in words.enumerated() where word.length > 0 {
      var kinds = word.scalars.prefix(WordOpenings.length).map(WordOpenings.kind)
      if word.extent == .whole, kinds.count < WordOpenings.length { kinds.append(0) }
      let unused = UInt32((WordOpenings.length - kinds.count) * 5)
      var entry = Entry(
        key: kinds.reduce(0) { $0 << 5 | $1 } << unused, mask: (WordOpenings.wholeKey >> unused) << unused,
        word: UInt32(number), onlyOpensWords: word.onlyOpensWords)
      guard kinds.count == 1 else {
        entries.append(entry)
        continue
      }
      // What is one scalar long may go on with any.
      for second: UInt32 in 0..<32 {
        entry.key = kinds[0] << WordOpenings.afterPair + 5 | second << WordOpenings.afterPair
        entries.append(entry)
      }
    }
    entries.sort { ($0.pair, $0.word) < ($1.pair, $1.word) }
    for pair in entries.map(\.pair) {
      starts[pair + 1] += 1
    }
    for entry in entries where !entry.onlyOpensWords { inner[entry.pair >> 5] |= 1 << UInt32(entry.pair & 31) }
    for pair in 1..<starts.count { starts[pair] += starts[pair - 1] }
  }

  /// So many kinds of five bits each make a key.
  static let length = 6
  static let wholeKey: UInt32 = 0x3FFF_FFFF
  /// Bits of a key after its first two kinds.
  private static let afterPair: UInt32 = 20
  static let digit: UInt32 = 27
  static let otherLetter: UInt32 = 28

  /// 0 for what is part of no word, and for what lies beyond a text's end.
  static func kind(_ scalar: Unicode.Scalar) -> UInt32 {
    switch scalar {
    case "a"..."z", "A"..."Z": scalar.value & 31
    case "0"..."9": digit
    default: scalar.isPartOfWord ? otherLetter : 0
    }
  }

  /// Whether one of the words may begin with these kinds.
  ///
  /// - Parameter opens: whether a word of the text begins there.
  @inline(__always)
  func mayBegin(_ key: UInt32, opens: Bool) -> Bool {
    let pair = Int(key >> WordOpenings.afterPair)
    guard opens || inner[pair >> 5] >> UInt32(pair & 31) & 1 == 1 else { return false }
    let end = Int(starts[pair + 1])
    var place = Int(starts[pair])
    while place < end {
      if entries[place].fits(key, opens: opens) { return true }
      place += 1
    }
    return false
  }

  /// Which of the words may begin so.
  func candidates(_ key: UInt32, opens: Bool) -> some Sequence<Int> {
    let pair = Int(key >> WordOpenings.afterPair)
    return entries[Int(starts[pair])..<Int(starts[pair + 1])].lazy.filter { $0.fits(key, opens: opens) }.map {
      Int($0.word)
    }
  }
}
