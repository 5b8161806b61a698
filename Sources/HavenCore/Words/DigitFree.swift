/// Says a family's own numbers in words, where a child under six reads along.
enum DigitFree {
  static func hasDigits(_ text: String) -> Bool { text.unicodeScalars.contains(where: isDigit) }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return ("0"..."9").contains(scalar) }
    return switch scalar.properties.generalCategory {
    case .decimalNumber, .otherNumber, .letterNumber: true
    default: false
    }
  }

  /// "room 12" is "room twelve", "tablet till 17:30" is "tablet till half past five"; nil where there is no such way.
  static func text(_ text: String, in catalogue: any Catalogue) -> String? {
    guard hasDigits(text) else { return text }
    var words: [String] = []
    for word in text.split(separator: " ", omittingEmptySubsequences: false) {
      guard hasDigits(String(word)) else {
        words.append(String(word))
        continue
      }
      // A word's own marks stay around it: "(17:30)," has three.
      let opening = word.prefix { !$0.isLetter && !hasDigits(String($0)) }
      let closing = word.dropFirst(opening.count).reversed().prefix { !$0.isLetter && !hasDigits(String($0)) }
      let core = word.dropFirst(opening.count).dropLast(closing.count)
      guard let spoken = spoken(core, in: catalogue) else { return nil }
      words.append(opening + spoken + String(closing.reversed()))
    }
    return words.joined(separator: " ")
  }

  private static func spoken(_ word: Substring, in catalogue: any Catalogue) -> String? {
    if let time = TimeOfDay(word) { return catalogue.clock(time, .words) }
    // "fox-2" and "2nd": letters may stand beside a number, but it is read on its own.
    var parts: [String] = []
    var rest = word.unicodeScalars[...]
    while let first = rest.first {
      let digits = rest.prefix { ("0"..."9").contains($0) }
      if digits.isEmpty {
        guard !isDigit(first) else { return nil }
        let letters = rest.prefix { !isDigit($0) }
        parts.append(String(letters).trimmed("-"))
        rest = rest.dropFirst(letters.count)
      } else {
        guard digits.count <= 2, let number = decimal(String(String.UnicodeScalarView(digits)).utf8) else { return nil }
        parts.append(catalogue.spelled(number))
        rest = rest.dropFirst(digits.count)
      }
    }
    guard parts.allSatisfy({ part in part.unicodeScalars.allSatisfy { $0.isPartOfWord || $0 == " " || $0 == "-" } })
    else { return nil }
    return parts.filter { !$0.isEmpty }.joined(separator: " ")
  }
}

extension String {
  fileprivate func trimmed(_ mark: Character) -> String {
    var text = self[...]
    while text.first == mark { text = text.dropFirst() }
    while text.last == mark { text = text.dropLast() }
    return String(text)
  }
}
