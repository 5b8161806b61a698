/// Goes through JSON without spaces, and stops at whatever is not plain: what stands there is not taken.
struct PlainScanner {
  private var rest: Substring.UTF8View

  init(_ text: String) { rest = text[...].utf8 }

  var isAtEnd: Bool { rest.isEmpty }

  mutating func take(_ text: String) -> Bool {
    guard rest.starts(with: text.utf8) else { return false }
    rest = rest.dropFirst(text.utf8.count)
    return true
  }

  /// The text between two quotes; nil where anything in it is escaped.
  mutating func word() -> String? {
    guard rest.first == UInt8(ascii: "\"") else { return nil }
    let text = rest.dropFirst()
    guard let end = text.firstIndex(where: { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") || $0 < 0x20 }),
      text[end] == UInt8(ascii: "\"")
    else { return nil }
    rest = text[text.index(after: end)...]
    return String(Substring(text[..<end]))
  }

  /// Up to nine digits.
  mutating func integer() -> Int? {
    let digits = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    guard (1...9).contains(digits.count), digits.count == 1 || digits.first != UInt8(ascii: "0") else { return nil }
    rest = rest[digits.endIndex...]
    return Int(String(Substring(digits)))
  }

  mutating func words() -> [String]? {
    guard take("[") else { return nil }
    var words: [String] = []
    if take("]") { return words }
    repeat {
      guard let word = word() else { return nil }
      words.append(word)
    } while take(",")
    return take("]") ? words : nil
  }

  mutating func flag() -> Bool? { take("true") ? true : take("false") ? false : nil }
}
