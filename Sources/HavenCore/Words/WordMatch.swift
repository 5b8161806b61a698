/// A word or phrase to look for in a text, whatever its letters' case and whatever separates its words.
public struct WordMatch: Sendable, Equatable {
  public enum Extent: Sendable, Equatable {
    /// The whole word: `bad`, not `badge`.
    case whole
    /// The beginning of a word: `hurry` in `hurrying`.
    case beginning
    /// Any part of a word: `placement` in `replacements`.
    case anywhere
  }

  public var text: String
  public var extent: Extent
  /// Folded, as the text is that it is looked for in.
  let scalars: [Unicode.Scalar]

  public init(_ text: String, _ extent: Extent) {
    self.text = text
    self.extent = extent
    scalars = FoldedText(text).scalars
  }

  func occurs(in text: FoldedText) -> Bool {
    text.scalars.indices.contains { occurs(in: text, at: $0) }
  }

  func occurs(in text: FoldedText, at start: Int) -> Bool {
    let all = text.scalars
    let end = start + scalars.count
    guard let first, all[start] == first, end <= all.count, all[start..<end].elementsEqual(scalars) else {
      return false
    }
    let opens = start == 0 || !all[start - 1].isPartOfWord || !first.isPartOfWord
    let closes = end == all.count || !all[end].isPartOfWord
    switch extent {
    case .whole: return opens && closes
    case .beginning: return opens
    case .anywhere: return true
    }
  }

  /// What the word itself takes of a text in which it begins at `start`.
  func range(at start: Int) -> Range<Int> { start..<(start + scalars.count) }

  /// In scalars of a folded text.
  var length: Int { scalars.count }

  /// Nil for a match that has nothing to look for.
  private var first: Unicode.Scalar? { scalars.first }

  /// It stands nowhere but where a word of the text begins.
  var onlyOpensWords: Bool { extent != .anywhere && first?.isPartOfWord == true }
}

/// A text made ready for looking in: case folded, accents that stand on their own dropped, every run of spaces,
/// hyphens and underscores one space.
struct FoldedText {
  private(set) var scalars: [Unicode.Scalar] = []

  init(_ text: String) {
    scalars.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      if scalar.isASCII, scalar > " ", scalar != "_", scalar != "-" {
        scalars.append(("A"..."Z").contains(scalar) ? Unicode.Scalar(UInt8(scalar.value) | 0x20) : scalar)
      } else if scalar.isArrow {
        scalars.append(scalar)
      } else if scalar.separatesWords {
        if let last = scalars.last, last != " " { scalars.append(" ") }
      } else if scalar.properties.generalCategory == .nonspacingMark || scalar.properties.isDefaultIgnorableCodePoint {
        continue
      } else {
        // Upper, then lower: folds the long s, the Kelvin sign and ß, which lower-casing alone leaves.
        for upper in scalar.properties.uppercaseMapping.unicodeScalars {
          scalars.append(contentsOf: upper.properties.lowercaseMapping.unicodeScalars)
        }
      }
    }
    while scalars.last == " " { scalars.removeLast() }
  }
}

extension FoldedText {
  /// Where one of some words may begin, and which of them.
  func places(for words: WordOpenings) -> [(start: Int, word: Int)] {
    // What lies beyond the end is part of no word.
    let kinds = scalars.map(WordOpenings.kind) + Array(repeating: 0, count: WordOpenings.length)
    var places: [(start: Int, word: Int)] = []
    for start in scalars.indices {
      let key = kinds[start..<start + WordOpenings.length].reduce(0) { $0 << 5 | $1 }
      let opens = start == 0 || kinds[start - 1] == 0
      guard words.mayBegin(key, opens: opens) else { continue }
      places += words.candidates(key, opens: opens).map { (start, $0) }
    }
    return places
  }

  /// So many scalars from `start`, and on to the end of the word.
  func words(from start: Int, atLeast length: Int) -> String {
    var end = start + length
    while end < scalars.count, scalars[end].isPartOfWord { end += 1 }
    return String(String.UnicodeScalarView(scalars[start..<end]))
  }
}

extension Unicode.Scalar {
  fileprivate var separatesWords: Bool {
    self == " " || self == "_" || properties.isWhitespace || properties.generalCategory == .dashPunctuation
  }

  var isCapital: Bool {
    isASCII ? ("A"..."Z").contains(self) : properties.generalCategory == .uppercaseLetter
  }

  /// Most titles have one; it has no case, and is not worth a look into Unicode's tables.
  fileprivate var isArrow: Bool { (0x2190...0x21FF).contains(value) }

  /// A letter or a number.
  var isPartOfWord: Bool {
    if isASCII { return ("a"..."z").contains(self) || ("A"..."Z").contains(self) || ("0"..."9").contains(self) }
    if isArrow { return false }
    return switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber, .otherNumber:
      true
    default: false
    }
  }
}
