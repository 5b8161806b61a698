/// What one pass over a text's bytes tells of it: for nearly every text enough to know that no rule is broken.
///
/// It is never wrong about a text that it calls plain; whatever it does not know at sight is to be read properly.
struct Glance {
  /// Nothing in it is shouted or called out, is long enough to be dialled, or may begin one of the words.
  private(set) var isPlain: Bool
  /// Of a plain text: whether it has any digit.
  private(set) var hasDigits = false

  init(at text: String, for words: WordOpenings) {
    isPlain = true
    var text = text
    text.withUTF8 { look(at: $0, for: words) }
  }

  private mutating func look(at bytes: UnsafeBufferPointer<UInt8>, for words: WordOpenings) {
    var trail = Trail()
    var place = 0
    while isPlain, place < bytes.count {
      let byte = bytes[place]
      place += 1
      switch byte {
      case 0x61...0x7A: isPlain = trail.add(UInt32(byte & 31), in: words)  // a to z
      case 0x20, 0x2D, 0x5F, 0x09...0x0D: isPlain = trail.separate(in: words)  // space, - and _, tab to return
      case 0x41...0x5A: isPlain = trail.add(UInt32(byte & 31), isCapital: true, in: words)
      case 0x30...0x39: isPlain = trail.add(WordOpenings.digit, isDigit: true, in: words)
      case 0x22...0x7E: isPlain = trail.add(0, in: words)  // any other mark, but for !
      case 0xC3 where place < bytes.count:
        isPlain = trail.addLatin(bytes[place], in: words)
        place += 1
      case 0xE2 where place + 1 < bytes.count:
        isPlain = trail.addMark(bytes[place], bytes[place + 1], in: words)
        place += 2
      default: isPlain = false
      }
    }
    // What lies beyond the end is part of no word.
    for _ in 1..<WordOpenings.length where isPlain { isPlain = trail.add(0, in: words) }
    hasDigits = trail.digits > 0
  }
}

/// The last six scalars of a text that is folded as it is gone through: see `FoldedText`.
private struct Trail {
  var digits = 0
  /// Their kinds, five bits each.
  private var key: UInt32 = 0
  /// A bit for each: whether a word may begin there.
  private var opens = 0b11_1111
  private var capitals = 0
  private var isAfterWord = false
  private var isAfterSeparator = true

  /// False where the text has to be read properly.
  @inline(__always)
  mutating func add(_ kind: UInt32, isCapital: Bool = false, isDigit: Bool = false, in words: WordOpenings) -> Bool {
    opens = opens << 1 | (isAfterWord ? 0 : 1)
    isAfterWord = kind != 0
    isAfterSeparator = false
    key = (key << 5 | kind) & WordOpenings.wholeKey
    capitals = isCapital ? capitals + 1 : 0
    if isDigit { digits += 1 }
    // Three capitals may be a shout, five digits a telephone number.
    return capitals < 3 && digits < 5 && !words.mayBegin(key, opens: opens & 0b10_0000 != 0)
  }

  /// Every run of spaces and hyphens is one; none stands at the beginning.
  @inline(__always)
  mutating func separate(in words: WordOpenings) -> Bool {
    if isAfterSeparator { return true }
    let isFine = add(0, in: words)
    isAfterSeparator = true
    return isFine
  }

  /// U+00C0 to U+00FF by its second byte: letters of which folding makes one each, but for ß, and × and ÷.
  mutating func addLatin(_ byte: UInt8, in words: WordOpenings) -> Bool {
    switch byte {
    case 0x9F: add(19, in: words) && add(19, in: words)  // ß is ss
    case 0x97, 0xB7: add(0, in: words)
    case 0x80..<0x9F: add(WordOpenings.otherLetter, isCapital: true, in: words)
    case 0xA0...0xBF: add(WordOpenings.otherLetter, in: words)
    default: false
    }
  }

  /// What Haven's own texts have of U+2000 to U+2FFF, by the last two bytes: dashes, quotation marks, … and arrows.
  mutating func addMark(_ second: UInt8, _ third: UInt8, in words: WordOpenings) -> Bool {
    switch (second, third) {
    case (0x80, 0x90...0x95): separate(in: words)
    case (0x80, 0x98...0x9F), (0x80, 0xA6), (0x86, 0x90...0xBF), (0x87, 0x80...0xBF): add(0, in: words)
    default: false
    }
  }
}
