/// Reads JSON (RFC 8259), strictly: one value, nested at most `deepest`, every key once, every string sound Unicode.
///
/// Ours because the library's costs every command two milliseconds, most of them spent on asking the runtime which types
/// conform to what: docs/decisions/0006-json-of-our-own.md.
struct JSONParser {
  /// Deeper than any message of ours, and shallow enough for a parser that recurses.
  static let deepest = 32

  private let bytes: [UInt8]
  private var position = 0

  static func parse(_ text: some Collection<UInt8>) throws(JSONFault) -> JSONValue {
    var parser = JSONParser(bytes: Array(text))
    let value = try parser.value(depth: 0)
    parser.skipSpace()
    guard parser.position == parser.bytes.count else { throw JSONFault("more follows the value") }
    return value
  }

  /// The line, from 1, at which a text ceases to be JSON; nil where it is JSON.
  static func lineOfFault(in text: some Collection<UInt8>) -> Int? {
    var parser = JSONParser(bytes: Array(text))
    do throws(JSONFault) {
      _ = try parser.value(depth: 0)
      parser.skipSpace()
      if parser.position == parser.bytes.count { return nil }
    } catch {}
    return 1 + parser.bytes[..<min(parser.position, parser.bytes.count)].count { $0 == UInt8(ascii: "\n") }
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private mutating func value(depth: Int) throws(JSONFault) -> JSONValue {
    skipSpace()
    guard position < bytes.count else { throw JSONFault("a value is missing") }
    switch bytes[position] {
    case UInt8(ascii: "{"): return try object(depth: depth + 1)
    case UInt8(ascii: "["): return try array(depth: depth + 1)
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: return try number()
    }
  }

  private mutating func object(depth: Int) throws(JSONFault) -> JSONValue {
    guard depth <= JSONParser.deepest else { throw JSONFault("nested too deep") }
    position += 1
    var members: [JSONValue.Member] = []
    if take(UInt8(ascii: "}")) { return .object(members) }
    repeat {
      skipSpace()
      guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else { throw JSONFault("a key is missing") }
      let key = try string()
      guard !members.contains(where: { $0.key == key }) else { throw JSONFault("a key comes twice") }
      guard take(UInt8(ascii: ":")) else { throw JSONFault("':' is missing") }
      members.append(JSONValue.Member(key: key, value: try value(depth: depth)))
    } while take(UInt8(ascii: ","))
    guard take(UInt8(ascii: "}")) else { throw JSONFault("'}' is missing") }
    return .object(members)
  }

  private mutating func array(depth: Int) throws(JSONFault) -> JSONValue {
    guard depth <= JSONParser.deepest else { throw JSONFault("nested too deep") }
    position += 1
    var values: [JSONValue] = []
    if take(UInt8(ascii: "]")) { return .array(values) }
    repeat { values.append(try value(depth: depth)) } while take(UInt8(ascii: ","))
    guard take(UInt8(ascii: "]")) else { throw JSONFault("']' is missing") }
    return .array(values)
  }

  private mutating func word(_ word: StaticString, _ value: JSONValue) throws(JSONFault) -> JSONValue {
    let end = position + word.utf8CodeUnitCount
    let matches = end <= bytes.count && word.withUTF8Buffer { $0.elementsEqual(bytes[position..<end]) }
    guard matches else { throw JSONFault("not JSON") }
    position = end
    return value
  }

  /// `-? (0 | [1-9][0-9]*) (. [0-9]+)? ([eE] [+-]? [0-9]+)?`, kept as it is written.
  private mutating func number() throws(JSONFault) -> JSONValue {
    let start = position
    takeRaw("-")
    if !takeRaw("0") { try digits() }
    if takeRaw(".") { try digits() }
    if takeRaw("eE") {
      takeRaw("+-")
      try digits()
    }
    return .number(String(decoding: bytes[start..<position], as: UTF8.self))
  }

  private mutating func digits() throws(JSONFault) {
    let start = position
    while position < bytes.count, (0x30...0x39).contains(bytes[position]) { position += 1 }
    guard position > start else { throw JSONFault("not JSON") }
  }

  private mutating func skipSpace() {
    while position < bytes.count, [0x20, 0x0A, 0x0D, 0x09].contains(bytes[position]) { position += 1 }
  }

  /// After white space.
  private mutating func take(_ byte: UInt8) -> Bool {
    skipSpace()
    guard position < bytes.count, bytes[position] == byte else { return false }
    position += 1
    return true
  }

  /// One of these, right here.
  @discardableResult
  private mutating func takeRaw(_ choices: String) -> Bool {
    guard position < bytes.count, choices.utf8.contains(bytes[position]) else { return false }
    position += 1
    return true
  }
}

extension JSONParser {
  /// From the opening quote to behind the closing one.
  private mutating func string() throws(JSONFault) -> String {
    position += 1
    // Nearly every text stands there as it is.
    let start = position
    while position < bytes.count, bytes[position].isPlain { position += 1 }
    if position < bytes.count, bytes[position] == UInt8(ascii: "\"") {
      defer { position += 1 }
      return try Self.text(bytes[start..<position])
    }
    var text = Array(bytes[start..<position])
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      switch byte {
      case UInt8(ascii: "\""):
        return try Self.text(text[...])
      case UInt8(ascii: "\\"): try escape(into: &text)
      case 0..<0x20: throw JSONFault("a control character in a string")
      default: text.append(byte)
      }
    }
    throw JSONFault("a string has no end")
  }

  private static func text(_ bytes: ArraySlice<UInt8>) throws(JSONFault) -> String {
    guard let text = String(validating: bytes, as: UTF8.self) else { throw JSONFault("not UTF-8") }
    return text
  }

  private mutating func escape(into text: inout [UInt8]) throws(JSONFault) {
    guard position < bytes.count else { throw JSONFault("a string has no end") }
    let byte = bytes[position]
    position += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "u"):
      var code = try hex()
      if (0xD800...0xDBFF).contains(code) {
        // The first half of a pair; its other half has to follow (RFC 8259 §7).
        guard takeRaw("\\"), takeRaw("u") else { throw JSONFault("half a character") }
        let low = try hex()
        guard (0xDC00...0xDFFF).contains(low) else { throw JSONFault("half a character") }
        code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
      }
      guard let scalar = Unicode.Scalar(code) else { throw JSONFault("half a character") }
      text += Array(UTF8.encode(scalar)!)  // every Unicode scalar has UTF-8
    default: throw JSONFault("an escape that JSON does not have")
    }
  }

  private mutating func hex() throws(JSONFault) -> UInt32 {
    guard position + 4 <= bytes.count else { throw JSONFault("a string has no end") }
    var code: UInt32 = 0
    for byte in bytes[position..<position + 4] {
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { throw JSONFault("not JSON") }
      code = code << 4 | UInt32(digit)
    }
    position += 4
    return code
  }
}

extension UInt8 {
  /// Stands for itself in a string of JSON: neither its end, nor an escape, nor a control character.
  fileprivate var isPlain: Bool { self >= 0x20 && self != UInt8(ascii: "\"") && self != UInt8(ascii: "\\") }
}
