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
    _ = try JSON.decode(Sample.self, from: nested(JSONOutline.deepest).utf8)
    #expect(throws: JSONFault("nested too deep")) {
      try JSON.decode(Sample.self, from: nested(JSONOutline.deepest + 1).utf8)
    }
  }

  @Test("an outline finds each member's text, strings with brackets and escapes included")
  func outline() throws {
    let text = Array(#" { "a" : "}\"]" , "b":[1,{"c":"{"}] ,"d":-1.5e3,"e":null}  "#.utf8)
    let outline = try JSONOutline(of: text)
    let found = outline.members.map { "\($0.key)=\(String(decoding: text[$0.value], as: UTF8.self))" }
    #expect(found == [#"a="}\"]""#, #"b=[1,{"c":"{"}]"#, "d=-1.5e3", "e=null"])
  }

  private func fault(_ text: String, _ field: String) -> JSONFault {
    var fault = JSONFault(text)
    fault.field = field
    return fault
  }
}
