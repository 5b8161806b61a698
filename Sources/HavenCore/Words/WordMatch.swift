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
  private let folded: [Unicode.Scalar]

  public init(_ text: String, _ extent: Extent) {
    self.text = text
    self.extent = extent
    folded = FoldedText(text).scalars
  }

  func occurs(in text: FoldedText) -> Bool {
    text.scalars.indices.contains { occurs(in: text, at: $0) }
  }

  func occurs(in text: FoldedText, at start: Int) -> Bool {
    let scalars = text.scalars
    let end = start + folded.count
    guard let first, scalars[start] == first, end <= scalars.count, scalars[start..<end].elementsEqual(folded) else {
      return false
    }
    let opens = start == 0 || !scalars[start - 1].isPartOfWord || !first.isPartOfWord
    let closes = end == scalars.count || !scalars[end].isPartOfWord
    switch extent {
    case .whole: return opens && closes
    case .beginning: return opens
    case .anywhere: return true
    }
  }

  /// What the word itself takes of a text in which it begins at `start`.
  func range(at start: Int) -> Range<Int> { start..<(start + folded.count) }

  /// In scalars of a folded text.
  var length: Int { folded.count }

  /// Nil for a match that has nothing to look for.
  var first: Unicode.Scalar? { folded.first }

  /// Nil for a match of one scalar.
  var second: Unicode.Scalar? { folded.count > 1 ? folded[1] : nil }

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
