/// Text made fit for a screen: no control characters, no terminal commands, no reversed direction.
///
/// A name in a config may hold anything; a bubble, and above all a terminal, is to show it and not to do it.
enum PlainText {
  /// For a title: on one line.
  static func line(_ text: String) -> String {
    String(clean(text).map { $0 == "\n" ? " " : $0 })
  }

  /// For a body: line breaks stay.
  static func lines(_ text: String) -> String { clean(text) }

  /// For a server that reads markup in bodies: what would be markup says itself.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    escaped.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  private static func clean(_ text: String) -> String {
    // Most of what is said.
    if text.utf8.allSatisfy({ 0x20...0x7E ~= $0 }) { return text }
    var clean = String.UnicodeScalarView()
    var rest = Array(text.unicodeScalars)[...]
    while let scalar = rest.first {
      if let length = commandLength(rest) {
        rest = rest.dropFirst(length)
        continue
      }
      rest = rest.dropFirst()
      switch scalar {
      case "\r" where rest.first == "\n": continue
      case "\n", "\r", "\u{0B}", "\u{0C}", "\u{85}", "\u{2028}", "\u{2029}": clean.append("\n")
      case "\t": clean.append(" ")
      // Embeddings and overrides turn what follows around, the server's own words too. Isolates end with the text.
      case "\u{202A}"..."\u{202E}": continue
      // No text: some buses close the connection of whoever sends them.
      case _ where scalar.properties.isNoncharacterCodePoint: clean.append("\u{FFFD}")
      case _ where scalar.properties.generalCategory == .control: continue
      default: clean.append(scalar)
      }
    }
    return String(clean)
  }

  /// How long the terminal command is that `text` begins with; nil if it begins with none. (ECMA-48, 5.4 and 5.6)
  private static func commandLength(_ text: ArraySlice<Unicode.Scalar>) -> Int? {
    let start = text.startIndex
    switch text[start] {
    case "\u{1B}":
      guard let second = text.dropFirst().first else { return 1 }
      switch second {
      case "[": return 2 + sequenceLength(text.dropFirst(2))
      case "]", "P", "X", "^", "_": return 2 + stringLength(text.dropFirst(2))
      // Other escape sequences: intermediates, then one final.
      case " "..."/":
        let final = text.dropFirst(2).firstIndex { !(" "..."/" ~= $0) }
        return final.map { $0 - start + ("0"..."~" ~= text[$0] ? 1 : 0) } ?? text.count
      case "0"..."~": return 2
      default: return 1
      }
    case "\u{9B}": return 1 + sequenceLength(text.dropFirst())
    case "\u{90}", "\u{98}", "\u{9D}", "\u{9E}", "\u{9F}": return 1 + stringLength(text.dropFirst())
    default: return nil
    }
  }

  /// Parameters, intermediates and a final, such as `31m`; what does not fit is text again.
  private static func sequenceLength(_ text: ArraySlice<Unicode.Scalar>) -> Int {
    let afterParameters = text.drop { "0"..."?" ~= $0 }
    let afterIntermediates = afterParameters.drop { " "..."/" ~= $0 }
    let length = text.count - afterIntermediates.count
    guard let final = afterIntermediates.first, "@"..."~" ~= final else { return length }
    return length + 1
  }

  /// A string up to its terminator. One that does not end, or not soon, is no command, and its words stay.
  private static func stringLength(_ text: ArraySlice<Unicode.Scalar>) -> Int {
    for (index, scalar) in zip(text.indices, text.prefix(1024)) {
      let length = index - text.startIndex
      switch scalar {
      case "\u{07}", "\u{9C}": return length + 1
      case "\u{1B}": return text.dropFirst(length + 1).first == "\\" ? length + 2 : 0
      default: continue
      }
    }
    return 0
  }
}
