import HavenCore

extension HardMoment {
  /// Reads `{"hard":{"_0":{…}}}` in a fraction of the time that a JSON decoder takes: looking back on half a year reads
  /// hundreds of them.
  ///
  /// Nil for words that JSON must escape, for a moment with a time of its own, and for keys of a later Haven; what it
  /// reads, a decoder reads just so.
  init?(plainJSON json: String) {
    var scanner = PlainScanner(json)
    var moment = HardMoment(size: 0)
    var seen = Set<String>()
    guard scanner.take(#"{"hard":{"_0":{"#) else { return nil }
    repeat {
      guard let key = scanner.word(), seen.insert(key).inserted, scanner.take(":") else { return nil }
      switch key {
      case "child": moment.child = scanner.word()
      case "step": moment.step = scanner.word()
      case "note": moment.note = scanner.word()
      case "settle": moment.settle = scanner.integer()
      case "size":
        guard let size = scanner.integer() else { return nil }
        moment.size = size
      case "tags", "helped":
        guard let words = scanner.words() else { return nil }
        if key == "tags" { moment.tags = words } else { moment.helped = words }
      default: return nil
      }
    } while scanner.take(",")
    guard scanner.take("}}}"), scanner.isAtEnd, seen.isSuperset(of: ["size", "tags", "helped"]) else { return nil }
    self = moment
  }
}

/// Goes through JSON without spaces, and stops at whatever is not plain: what stands there is not taken.
private struct PlainScanner {
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
}
