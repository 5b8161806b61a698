/// Fits a label into the room that a title has.
///
/// Room is counted in Unicode scalars, the most that any reader counts; a cut never splits a character.
enum Shortening {
  /// The text itself where it fits, else its beginning up to a word's end and "…"; nil where not one character fits.
  static func fit(_ text: String, into room: Int) -> String? {
    guard !text.fits(room) else { return text }
    if let inner = isolatedPart(of: text) { return fit(inner, into: room - 2).map { "\u{2068}\($0)\u{2069}" } }
    var kept = ""
    var size = 1  // of the "…"
    var lastWord: String?
    for character in text {
      size += character.unicodeScalars.count
      guard size <= room else { break }
      if character == " " { lastWord = kept }
      kept.append(character)
    }
    // The character after the cut may begin a word: then nothing of a word is lost.
    if kept.count < text.count, text[text.index(text.startIndex, offsetBy: kept.count)] == " " { lastWord = kept }
    var short = lastWord ?? kept
    while let last = short.last, " ,;:-–—.".contains(last) { short.removeLast() }
    return short.isEmpty ? nil : short + "…"
  }

  /// "landing: toast, den, no questions" begins with "landing": what names it in passing.
  static func firstClause(of label: String) -> String {
    if let inner = isolatedPart(of: label) { return isolated(firstClause(of: inner)) }
    var clause = label
    if let end = label.unicodeScalars.firstIndex(where: endsClause), end > label.startIndex {
      clause = String(label[..<end])
      while clause.last == " " { clause.removeLast() }
    }
    return clause.isEmpty ? label : clause
  }

  /// Keeps words that run right to left from reordering the line they stand in (Unicode's FSI and PDI).
  static func isolated(_ label: String) -> String {
    !label.isPlain && label.unicodeScalars.contains(where: runsRightToLeft) ? "\u{2068}\(label)\u{2069}" : label
  }

  private static func endsClause(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case ",", ";", ":", "(", "\u{2013}", "\u{2014}": true  // and the dashes
    default: false
    }
  }

  private static func isolatedPart(of text: String) -> String? {
    let scalars = text.unicodeScalars
    guard scalars.count > 2, scalars.first == "\u{2068}", scalars.last == "\u{2069}" else { return nil }
    return String(scalars.dropFirst().dropLast())
  }

  private static func runsRightToLeft(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x590...0x8FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFF, 0x10800...0x10FFF, 0x1E800...0x1EFFF: true
    default: false
    }
  }
}
