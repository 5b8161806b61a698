/// The id that a name gives where none is written: `Café & Tee` is `cafe-tee`.
///
/// The name is decomposed (Unicode NFKD) and stripped to ASCII: é becomes e, ½ becomes 12, ß, emoji and – vanish. Then
/// it is lower-cased, every run of other characters becomes one hyphen, and hyphens at the ends go. Nil where
/// nothing is left.
public func slug(of name: String) -> String? {
  var slug: [UInt8] = []
  var gap = false
  func keep(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): keep(byte | 0x20)
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      if gap, !slug.isEmpty { slug.append(UInt8(ascii: "-")) }
      gap = false
      slug.append(byte)
    default: gap = true
    }
  }
  for scalar in name.unicodeScalars {
    if scalar.isASCII { keep(UInt8(scalar.value)) } else { asciiOf[scalar.value]?.utf8.forEach(keep) }
  }
  return slug.isEmpty ? nil : String(decoding: slug, as: UTF8.self)
}

/// By code point; made at the first name that is not ASCII.
private let asciiOf: [UInt32: Substring] = {
  var values: [UInt32: Substring] = [:]
  for line in slugTable.split(separator: "\n") {
    let words = line.split(separator: " ")
    guard let start = words.first.flatMap({ UInt32($0, radix: 16) }) else { continue }
    for (index, value) in words.dropFirst().enumerated() { values[start + UInt32(index)] = value }
  }
  return values
}()
