import Testing

@testable import HavenAPI

@Suite("JSON as it is read")
struct JSONReadingTests {
  struct Sample: Codable, Equatable {
    var name: String
    var secondsLeft: Int?
    var tags: [String]?
  }

  @Test("keys that are not known are passed over")
  func unknownKeys() throws {
    let text = #"{"name":"tea","later":{"deep":[1,2,{"x":null}]},"seconds_left":5}"#
    #expect(try JSON.decode(Sample.self, from: text.utf8) == Sample(name: "tea", secondsLeft: 5))
  }

  @Test("a fault names its field and never quotes the text around it")
  func field() {
    #expect(throws: fault("wrong type", "name")) { try JSON.decode(Sample.self, from: #"{"name":5}"#.utf8) }
    #expect(throws: fault("wrong type", "tags.1")) {
      try JSON.decode(Sample.self, from: #"{"name":"x","tags":["a",2]}"#.utf8)
    }
    #expect(throws: fault("missing", "name")) { try JSON.decode(Sample.self, from: "{}".utf8) }
    #expect(throws: fault("wrong type", "seconds_left")) {
      try JSON.decode(Sample.self, from: #"{"name":"x","seconds_left":"5"}"#.utf8)
    }
  }

  @Test("a fault in a view that is read field by field names its field too")
  func plainField() throws {
    let item =
      #"{"at":"2026-03-10T17:10:00Z","what":"step","step":"tea","name":"tea","children":["otter"],"seconds_left":60}"#
    let whole = #"{"version":1,"kind":"next","at":"2026-03-10T17:05:00Z","items":[\#(item)]}"#
    #expect(try JSON.decode(NextView.self, from: whole.utf8).items.map(\.what) == [.step])
    func expect(_ text: String, at field: String, of other: String, as replaced: String) {
      #expect(throws: fault(text, field)) {
        try JSON.decode(NextView.self, from: whole.replacing(other, with: replaced).utf8)
      }
    }
    expect("missing", at: "items.0.name", of: #""name":"tea","#, as: "")
    expect("wrong type", at: "items.0.name", of: #""name":"tea""#, as: #""name":5"#)
    expect("wrong type", at: "items.0.children.0", of: #"["otter"]"#, as: "[5]")
    expect("wrong type", at: "items.0.seconds_left", of: ":60", as: #":"60""#)
    expect("wrong type", at: "items", of: "[\(item)]", as: "5")
    #expect(throws: JSONFault.self) {
      try JSON.decode(NextView.self, from: whole.replacing(#""what":"step""#, with: #""what":"tea""#).utf8)
    }
  }

  @Test(
    "what is not one JSON object is refused",
    arguments: [
      "", " ", "hello", "[]", "5", "null", "\"x\"", "{", "}", "{}}", "{} {}", "{\"a\"}", "{\"a\":}", "{\"a\":1,}",
      "{,}", "{a:1}", "{\"a\":1 \"b\":2}", "{\"a\":[}", "{\"a\":[1}", "{\"a\":\"x}", "{\"a\":\"x\\\"}",
      "{\"name\":\"x\",\"name\":\"y\"}", "{\"name\":tru}", "{\"name\":'x'}", "{\"name\":\"\u{1}\"}",
      "{\"name\":\"\\ud800\"}", "{\"name\":\"\\q\"}",
    ])
  func notAnObject(text: String) {
    #expect(throws: JSONFault.self) { try JSON.decode(Sample.self, from: text.utf8) }
  }

  @Test("bytes that are not UTF-8 are refused")
  func notUTF8() {
    for bad in [[0xFF], [0xC3, 0x28], [0xED, 0xA0, 0x80], [0xC0, 0xAF]] as [[UInt8]] {
      let text = Array("{\"name\":\"".utf8) + bad + Array("\"}".utf8)
      #expect(throws: JSONFault.self) { try JSON.decode(Sample.self, from: text) }
    }
  }

  @Test("a depth bomb is refused before any decoder sees it")
  func depth() {
    for bracket in ["[", "{\"a\":"] {
      let bomb = "{\"name\":" + String(repeating: bracket, count: 30_000)
      #expect(throws: JSONFault("nested too deep")) { try JSON.decode(Sample.self, from: bomb.utf8) }
    }
  }

  @Test("nesting is taken up to the limit and not beyond")
  func depthLimit() throws {
    func nested(_ depth: Int) -> String {
      "{\"name\":\"x\",\"y\":" + String(repeating: "[", count: depth - 1) + String(repeating: "]", count: depth - 1)
        + "}"
    }
    _ = try JSON.decode(Sample.self, from: nested(JSONParser.deepest).utf8)
    #expect(throws: JSONFault("nested too deep")) {
      try JSON.decode(Sample.self, from: nested(JSONParser.deepest + 1).utf8)
    }
  }

  @Test("a value is read as it is written, numbers to the last digit")
  func values() throws {
    let text = #" { "a" : "}\"]" , "b":[1,{"c":"{"}] ,"d":-1.5e3,"e":null,"f":[ ],"g":{ },"h":true}  "#
    #expect(
      try JSONParser.parse(text.utf8)
        == .object([
          .init(key: "a", value: .string("}\"]")),
          .init(key: "b", value: .array([.number("1"), .object([.init(key: "c", value: .string("{"))])])),
          .init(key: "d", value: .number("-1.5e3")), .init(key: "e", value: .null), .init(key: "f", value: .array([])),
          .init(key: "g", value: .object([])), .init(key: "h", value: .bool(true)),
        ]))
  }

  @Test(
    "strings are read with every escape, pairs of surrogates included",
    arguments: [
      (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{C}\n\r\t"), (#""\u0041\u00e9\u20AC""#, "Aé€"), (#""\ud83e\udda6""#, "🦦"),
      ("\"🦦é\u{7F}\"", "🦦é\u{7F}"), (#""\u0000""#, "\u{0}"),
    ])
  func strings(json: String, text: String) throws { #expect(try JSONParser.parse(json.utf8) == .string(text)) }

  @Test(
    "what RFC 8259 does not have is refused",
    arguments: [
      "01", "+1", ".5", "1.", "1e", "1e+", "-", "0x10", "NaN", "Infinity", "tru", "nul", "truex", "'a'", "\"\\ud83e\"",
      "\"\\ud83ex\"", "\"\\udda6\"", "\"\\ud83e\\u0041\"", "\"\\u12\"", "\"\\u12g4\"", "\"\\x41\"", "\"\n\"", "[1,]",
      "[,1]",
      "[1 2]", "{\"a\":1,}", "{1:2}", "{\"a\" 1}", "[}", "{]", "\u{FEFF}{}", "1 2", "// x\n1", "\"\\",
    ])
  func notJSON(text: String) { #expect(throws: JSONFault.self) { try JSONParser.parse(text.utf8) } }

  @Test("whole numbers are read exactly, in any way of writing them, or refused")
  func integers() throws {
    func read<Number: FixedWidthInteger & Decodable>(_ text: String, _ type: Number.Type) -> Number? {
      return (try? JSON.decode([Number].self, from: "[\(text)]".utf8))?.first
    }
    #expect(read("9223372036854775807", Int.self) == .max)
    #expect(read("-9223372036854775808", Int.self) == .min)
    #expect(read("9223372036854775808", Int.self) == nil)
    #expect(read("10.0", Int.self) == 10)
    #expect(read("1e3", Int.self) == 1000)
    #expect(read("1.5", Int.self) == nil)
    #expect(read("1e999", Int.self) == nil)
    #expect(read("300", UInt8.self) == nil)
    #expect(read("-1", UInt.self) == nil)
    #expect(read("\"1\"", Int.self) == nil)
    #expect(read("true", Int.self) == nil)
  }

  @Test("what was written is read back, whatever it is")
  func noise() throws {
    var random = Seeded(7)
    func value(_ depth: Int) -> JSONValue {
      switch Int.random(in: 0..<(depth < 5 ? 7 : 5), using: &random) {
      case 0: return .null
      case 1: return .bool(Bool.random(using: &random))
      case 2: return .number(String(Int.random(in: -1000...1000, using: &random)))
      case 3, 4:
        let scalars = (0..<Int.random(in: 0..<8, using: &random)).compactMap { _ in
          Unicode.Scalar(UInt32.random(in: 0..<0x3000, using: &random))
        }
        return .string(String(String.UnicodeScalarView(scalars)))
      case 5: return .array((0..<Int.random(in: 0..<4, using: &random)).map { _ in value(depth + 1) })
      default:
        let keys = Set((0..<Int.random(in: 0..<4, using: &random)).map { _ in Int.random(in: 0..<100, using: &random) })
        return .object(keys.sorted().map { .init(key: "k\($0)", value: value(depth + 1)) })
      }
    }
    for _ in 0..<500 {
      let written = value(0)
      #expect(try JSONParser.parse(written.bytes) == written)
    }
  }

  @Test("noise is refused or read, and never crashes")
  func hostileNoise() {
    var random = Seeded(8)
    let alphabet = Array("{}[]\",:\\u0d8e-+.EtrufalsnNUL \n".utf8) + [0, 0x7F, 0xC3, 0xED, 0xFF]
    for _ in 0..<20_000 {
      let bytes = (0..<Int.random(in: 0..<40, using: &random)).map { _ in alphabet.randomElement(using: &random) ?? 0 }
      _ = try? JSONParser.parse(bytes)
    }
  }

  private func fault(_ text: String, _ field: String) -> JSONFault {
    var fault = JSONFault(text)
    fault.field = field
    return fault
  }
}
