/// The parser's messages in the words of every other message.
enum TomlWording {
  /// `Error while parsing key-value pair: expected '=', saw 'x'` is `expected '=', found 'x' (in a key-value pair)`.
  static func told(_ text: String) -> (text: String, hint: String?) {
    var message = text
    var place: Substring?
    let prefix = "Error while parsing "
    if text.hasPrefix(prefix), let colon = text.range(of: ": ", from: prefix) {
      place = text[text.index(text.startIndex, offsetBy: prefix.count)..<colon.lowerBound]
      message = String(text[colon.upperBound...])
    }
    message = String(message.drop { $0 == " " }).replacing(", saw ", with: ", found ")
      .replacing("encountered end-of-file", with: "the file ends in the middle of it")
    if let first = message.first, first.isUppercase { message = first.lowercased() + message.dropFirst() }
    if let key = redefined(message) {
      return message.hasSuffix("as array-of-tables")
        ? ("\(quoted(key)) is written as [\(key)] and as [[\(key)]]", "keep to one of the two")
        : ("\(quoted(key)) is written twice", "keep one of the two")
    }
    if message.hasPrefix("unescaped control characters") {
      return ("the text goes on behind its line, or holds a control character", "close it with a quote")
    }
    if message == "could not determine value type" { return ("the value cannot be read", "write text in quotes") }
    message = String(message.map { $0.unicodeScalars.contains(where: isControl) ? "?" : $0 }.prefix(200))
    return (place.map { "\(message) (in a \($0))" } ?? message, hint(for: message, in: place))
  }

  private static func redefined(_ message: String) -> Substring? {
    guard message.hasPrefix("cannot redefine") || message.hasPrefix("cannot insert") else { return nil }
    let parts = message.split(separator: "'", omittingEmptySubsequences: false)
    return parts.count >= 3 ? parts[1] : nil
  }

  private static func hint(for message: String, in place: Substring?) -> String? {
    if message.contains("expected '='") { return "write KEY = VALUE" }
    if place == "time" || place == "date" || place == "date-time" {
      return "write times and dates in quotes, such as \"07:30\""
    }
    return nil
  }
}

extension String {
  /// Where `mark` first stands behind `prefix`.
  fileprivate func range(of mark: String, from prefix: String) -> Range<Index>? {
    self[index(startIndex, offsetBy: prefix.count)...].firstRange(of: mark)
  }
}
