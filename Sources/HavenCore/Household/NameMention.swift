/// Finds a name in text, a child's alias above all: as a word of its own, whatever its case.
///
/// `otter` stands in `2026-03-10/tea/otter/L2`, in `sibling:otter`, in `otter-swim` and in "Otter left the room"; not in
/// `otterly`, and, where another child is called `sea-otter`, not in that.
public struct NameMention: Sendable {
  public let name: String
  private let folded: [UInt8]
  /// Other names that this one may be a part of.
  private let longer: [[UInt8]]

  public init(_ name: String, others: some Sequence<String> = []) {
    self.name = name
    folded = NameMention.folded(name)
    longer = others.filter { $0 != name }.map { NameMention.folded($0) }.filter { $0.count > name.utf8.count }
  }

  public func occurs(in text: String) -> Bool { !places(in: NameMention.folded(text)).isEmpty }

  /// The text with other words in the name's place.
  public func replaced(in text: String, by words: String) -> String {
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    var start = 0
    for place in places(in: NameMention.folded(text)) {
      result += bytes[start..<place.lowerBound]
      result += words.utf8
      start = place.upperBound
    }
    return String(decoding: result + bytes[start...], as: UTF8.self)
  }

  private func places(in text: [UInt8]) -> [Range<Int>] {
    let taken = longer.flatMap { NameMention.words($0, in: text) }
    return NameMention.words(folded, in: text).filter { place in
      !taken.contains { $0.lowerBound <= place.lowerBound && place.upperBound <= $0.upperBound }
    }
  }

  /// Where `word` stands between things that are no letters and no digits.
  private static func words(_ word: [UInt8], in text: [UInt8]) -> [Range<Int>] {
    guard !word.isEmpty, text.count >= word.count else { return [] }
    var places: [Range<Int>] = []
    var start = 0
    while start + word.count <= text.count {
      let end = start + word.count
      let opens = start == 0 || !text[start - 1].isPartOfWord
      let closes = end == text.count || !text[end].isPartOfWord
      if opens, closes, text[start..<end].elementsEqual(word) {
        places.append(start..<end)
        start = end
      } else {
        start += 1
      }
    }
    return places
  }

  /// ASCII letters small: an alias has no others.
  private static func folded(_ text: String) -> [UInt8] {
    text.utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
  }
}

extension UInt8 {
  /// A letter or a digit, or a part of one beyond ASCII.
  fileprivate var isPartOfWord: Bool {
    self >= 0x80 || (0x30...0x39).contains(self) || (0x41...0x5A).contains(self) || (0x61...0x7A).contains(self)
  }
}
