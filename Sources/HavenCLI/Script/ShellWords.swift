/// Splits a line into words as a shell would: blanks part words, quotes and a backslash keep them together, and `#`
/// at the start of a word begins a comment. Nothing is expanded.
struct ShellWords {
  enum Fault: Error, Equatable {
    case openQuote(Character)
    case trailingBackslash

    var text: String {
      switch self {
      case .openQuote(let quote): "a \(quote) has no end"
      case .trailingBackslash: "a backslash has nothing behind it"
      }
    }
  }

  static func split(_ line: some StringProtocol) throws(Fault) -> [String] {
    var splitter = ShellWords(rest: Substring(line))
    return try splitter.words()
  }

  private var rest: Substring

  private mutating func words() throws(Fault) -> [String] {
    var words: [String] = []
    var word: String?
    while let character = rest.popFirst() {
      switch character {
      case " ", "\t", "\r":
        if let word { words.append(word) }
        word = nil
      case "#" where word == nil: return words
      case "'", "\"": word = (word ?? "") + (try quoted(by: character))
      case "\\":
        guard let next = rest.popFirst() else { throw .trailingBackslash }
        word = (word ?? "") + String(next)
      default: word = (word ?? "") + String(character)
      }
    }
    if let word { words.append(word) }
    return words
  }

  /// Up to the closing quote. Between double quotes a backslash escapes a quote or a backslash, between single ones
  /// it is a backslash.
  private mutating func quoted(by quote: Character) throws(Fault) -> String {
    var text = ""
    while let character = rest.popFirst() {
      if character == quote { return text }
      if quote == "\"", character == "\\", let next = rest.first, next == "\"" || next == "\\" {
        text.append(next)
        rest.removeFirst()
      } else {
        text.append(character)
      }
    }
    throw .openQuote(quote)
  }
}
