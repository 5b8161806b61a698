/// Makes a family's own words fit to show: one line, no marks that reorder or hide text, nothing shouted.
enum ScreenText {
  /// Nil where nothing is left to see.
  static func cleaned(_ raw: String) -> String? {
    if isPlain(raw) { return raw }
    var text = ""
    var isSpaceDue = false
    for scalar in raw.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .spaceSeparator, .lineSeparator, .paragraphSeparator, .control:
        isSpaceDue = true
        continue
      case .format where scalar != "\u{200D}" && scalar != "\u{200C}":
        continue  // bidirectional controls, zero-width marks; the joiners belong to letters and emoji
      case .surrogate, .privateUse:
        continue
      default: break
      }
      if isSpaceDue, !text.isEmpty { text.append(" ") }
      isSpaceDue = false
      if isExclamation(scalar) {
        while text.last == " " { text.removeLast() }
        if let last = text.last, !".…?,;:".contains(last) { text.append(".") }
      } else {
        text.unicodeScalars.append(scalar)
      }
    }
    return isVisible(text) ? calmed(text) : nil
  }

  /// Nearly every label: ASCII words with single spaces, where there is nothing to clean and nothing to calm.
  private static func isPlain(_ text: String) -> Bool {
    var last = UInt8(ascii: " ")
    var hasWord = false
    var capitals = 0
    for byte in text.utf8 {
      switch byte {
      case 0x61...0x7A, 0x30...0x39:  // a to z, 0 to 9
        hasWord = true
        capitals = 0
      case 0x41...0x5A:
        hasWord = true
        capitals += 1
        if capitals == 3 { return false }
      case 0x20 where last == 0x20: return false
      case 0x20, 0x22...0x7E: capitals = 0  // any other mark, but for !
      default: return false
      }
      last = byte
    }
    return hasWord && last != 0x20
  }

  /// Whether anything of it is to be seen, once it is cleaned.
  static func isVisible(_ text: String) -> Bool { text.unicodeScalars.contains(where: isVisible) }

  /// A label has no full stop at its end.
  static func label(_ raw: String) -> String? {
    guard var text = cleaned(raw) else { return nil }
    guard let end = text.utf8.last, end < 0x30 || end == UInt8(ascii: ":") || end == UInt8(ascii: ";") else {
      return text
    }
    while let last = text.last, ".,;: ".contains(last) { text.removeLast() }
    return text.isEmpty ? nil : text
  }

  static func hasExclamation(_ text: String) -> Bool {
    text.utf8.contains { $0 == UInt8(ascii: "!") || $0 >= 0x80 } && text.unicodeScalars.contains(where: isExclamation)
  }

  static func isExclamation(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return scalar == "!" }
    return switch scalar {
    case "\u{A1}", "\u{1C3}", "\u{203C}", "\u{2048}", "\u{2049}", "\u{2755}", "\u{2757}", "\u{FE57}", "\u{FF01}":
      true
    default: false
    }
  }

  /// The first run of digits that is long enough to be dialled: five and more, or two and more groups of three to
  /// five ("0800 1111", "116-123"); nil where there is none. Dates, times and years are none.
  static func telephoneNumber(in text: String) -> String? {
    // Nearly every text: fewer digits than any number has.
    guard text.utf8.count(where: isDigit) >= 5 else { return nil }
    var groups: [String] = []
    var group = ""
    func number() -> String? {
      guard groups.count > 1 || (groups.last?.count ?? 0) >= 5 else { return nil }
      return groups.joined(separator: " ")
    }
    for scalar in text.unicodeScalars where scalar.isASCII || !scalar.properties.isDefaultIgnorableCodePoint {
      if ("0"..."9").contains(scalar) {
        group.unicodeScalars.append(scalar)
        continue
      }
      let joins = " -()/.\u{A0}".unicodeScalars.contains(scalar)
      if !group.isEmpty {
        if group.count < 3 {
          if let number = number() { return number }
          groups = []
        } else {
          groups.append(group)
        }
        group = ""
      }
      guard !joins else { continue }
      if let number = number() { return number }
      groups = []
    }
    if group.count >= 3 { groups.append(group) }
    return number()
  }

  /// The first run of three or more capitals that stands as a word; nil where nothing is shouted. TV and OK are fine.
  static func shouted(in text: String) -> String? {
    guard mayShout(text) else { return nil }
    let scalars = text.unicodeScalars
    var start = scalars.startIndex
    var capitals = 0
    var isShouted = true
    for index in scalars.indices {
      let scalar = scalars[index]
      guard scalar.isPartOfWord else {
        if isShouted, capitals >= 3 { return String(scalars[start..<index]) }
        (start, capitals, isShouted) = (scalars.index(after: index), 0, true)
        continue
      }
      if isShouted, scalar.isCapital { capitals += 1 } else { isShouted = false }
    }
    return isShouted && capitals >= 3 ? String(scalars[start...]) : nil
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  /// False for nearly every text: it has no three scalars in a row of which each may be a capital.
  private static func mayShout(_ text: String) -> Bool {
    var count = 0
    for byte in text.utf8 {
      switch byte {
      case 0x41...0x5A, 0xC0...: count += 1  // A to Z, or the first byte of something beyond ASCII
      case 0x80..<0xC0: continue
      default: count = 0
      }
      if count == 3 { return true }
    }
    return false
  }

  /// "TEETH, then PE kit" is "Teeth, then PE kit".
  static func calmed(_ text: String) -> String {
    guard shouted(in: text) != nil else { return text }
    var calm = ""
    var run = ""
    func endRun() {
      calm += shouted(in: run) == nil ? run : run.prefix(1) + run.dropFirst().lowercased()
      run = ""
    }
    for scalar in text.unicodeScalars {
      if scalar.isPartOfWord {
        run.unicodeScalars.append(scalar)
      } else {
        endRun()
        calm.unicodeScalars.append(scalar)
      }
    }
    endRun()
    return calm
  }

  private static func isVisible(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII, scalar.isPartOfWord { return true }
    return switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control, .unassigned, .privateUse: false
    case .dashPunctuation, .connectorPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
      .finalPunctuation, .otherPunctuation:
      false
    default: !scalar.properties.isDefaultIgnorableCodePoint && !scalar.properties.isWhitespace
    }
  }
}

extension String {
  /// The first letter in upper case, as a sentence begins.
  var sentenceCased: String {
    let start = utf8.prefix(2)
    // Nearly every sentence: a letter of a to z that nothing joins.
    if let letter = start.first, (0x61...0x7A).contains(letter), start.last.map({ $0 < 0x80 }) == true {
      return String(unsafeUninitializedCapacity: utf8.count) { bytes in
        let end = bytes.initialize(fromContentsOf: utf8)
        bytes[0] = letter & ~0x20
        return end
      }
    }
    guard let first, first.isLowercase else { return self }
    return first.uppercased() + dropFirst()
  }

  /// Whether it has no more scalars than a title, or a part of one, has room for.
  func fits(_ room: Int) -> Bool { utf8.count <= room || unicodeScalars.count <= room }
}
