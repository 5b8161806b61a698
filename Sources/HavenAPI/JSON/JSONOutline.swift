/// Where the members of one JSON object stand in its text, found without recursion and without reading the values.
///
/// What arrives on a socket passes through here before any decoder that recurses: an outline bounds the depth, and
/// lets `parameters` be read by the type that its method asks for. It checks brackets, strings and the top level's
/// commas and colons; what stands inside a value is the decoder's to check.
struct JSONOutline {
  private(set) var members: [(key: String, value: Range<Int>)] = []

  /// Deeper than any message of ours, and shallow enough for any decoder.
  static let deepest = 32

  /// Positions are counted from the start of `text`.
  init(of text: some Collection<UInt8>) throws(JSONFault) {
    var cursor = Cursor(bytes: Array(text))
    try cursor.expect(UInt8(ascii: "{"))
    if cursor.peek() != UInt8(ascii: "}") {
      repeat {
        let key = try cursor.string()
        guard !members.contains(where: { $0.key == key }) else { throw JSONFault("'\(key)' comes twice") }
        try cursor.expect(UInt8(ascii: ":"))
        members.append((key, try cursor.skipValue()))
      } while cursor.take(UInt8(ascii: ","))
    }
    try cursor.expect(UInt8(ascii: "}"))
    guard cursor.peek() == nil else { throw JSONFault("more follows the object") }
  }

  subscript(key: String) -> Range<Int>? { members.first { $0.key == key }?.value }
}

/// What is wrong with a text that should be JSON.
public struct JSONFault: Error, Sendable, Equatable {
  /// The key it is about, `items.0.id` inside others; empty where it is about the whole.
  public var field = ""
  /// Lower case.
  public var text: String
  public init(_ text: String) { self.text = text }
}

extension JSONOutline {
  private struct Cursor {
    let bytes: [UInt8]
    var position = 0

    /// The next byte that is no white space.
    mutating func peek() -> UInt8? {
      while position < bytes.count, [0x20, 0x0A, 0x0D, 0x09].contains(bytes[position]) { position += 1 }
      return position < bytes.count ? bytes[position] : nil
    }

    mutating func take(_ byte: UInt8) -> Bool {
      guard peek() == byte else { return false }
      position += 1
      return true
    }

    mutating func expect(_ byte: UInt8) throws(JSONFault) {
      guard take(byte) else { throw JSONFault("'\(Character(Unicode.Scalar(byte)))' missing") }
    }

    /// A key. Escapes are kept as they are written: no key of ours has one, so none is mistaken for another.
    mutating func string() throws(JSONFault) -> String {
      guard peek() == UInt8(ascii: "\"") else { throw JSONFault("a key is missing") }
      let start = position + 1
      try skipString()
      return String(decoding: bytes[start..<position - 1], as: UTF8.self)
    }

    /// From the opening quote to behind the closing one.
    mutating func skipString() throws(JSONFault) {
      position += 1
      while position < bytes.count {
        switch bytes[position] {
        case UInt8(ascii: "\\"): position += 2
        case UInt8(ascii: "\""):
          position += 1
          return
        default: position += 1
        }
      }
      throw JSONFault("a string has no end")
    }

    mutating func skipValue() throws(JSONFault) -> Range<Int> {
      guard peek() != nil else { throw JSONFault("a value is missing") }
      let start = position
      var open: [UInt8] = []
      repeat {
        guard let byte = peek() else { throw JSONFault("a bracket has no end") }
        switch byte {
        case UInt8(ascii: "\""): try skipString()
        case UInt8(ascii: "{"), UInt8(ascii: "["):
          // An object inside another is one deeper than `open` counts.
          guard open.count + 1 < JSONOutline.deepest else { throw JSONFault("nested too deep") }
          open.append(byte == UInt8(ascii: "{") ? UInt8(ascii: "}") : UInt8(ascii: "]"))
          position += 1
        case UInt8(ascii: "}"), UInt8(ascii: "]"):
          guard open.popLast() == byte else { throw JSONFault("brackets do not match") }
          position += 1
        case UInt8(ascii: ","), UInt8(ascii: ":"):
          guard !open.isEmpty else { throw JSONFault("a value is missing") }
          position += 1
        default: skipWord()
        }
      } while !open.isEmpty
      return start..<position
    }

    /// A number, `true`, `false`, `null`, or what is none of them and fails in the decoder.
    mutating func skipWord() {
      let ends: [UInt8] = [0x20, 0x0A, 0x0D, 0x09] + Array("{}[],:\"".utf8)
      while position < bytes.count, !ends.contains(bytes[position]) { position += 1 }
    }
  }
}
