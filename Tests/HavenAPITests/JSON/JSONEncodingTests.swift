import HavenCore
import Testing

@testable import HavenAPI

@Suite("JSON as it is written")
struct JSONEncodingTests {
  @Test("keys come in the order of declaration, in snake case, without spaces")
  func order() throws {
    struct Sample: Encodable {
      var version = 1
      var kind = "sample"
      var zebra = true
      var secondsLeft = -120
      var apple = ["a", "b"]
    }
    #expect(
      try JSON.text(Sample())
        == #"{"version":1,"kind":"sample","zebra":true,"seconds_left":-120,"apple":["a","b"]}"#)
  }

  @Test("a nil is left out, unless its absence is to be said")
  func absence() throws {
    struct Sample: Encodable {
      var gone: String?
      @ExplicitNull var to: String?
      @ExplicitNull var until: String?
    }
    #expect(try JSON.text(Sample(until: "x")) == #"{"to":null,"until":"x"}"#)
  }

  @Test("an explicit null is read back, as a null, as a value, and where the key is missing")
  func absenceReadBack() throws {
    struct Sample: Codable, Equatable {
      @ExplicitNull var to: String?
    }
    #expect(try JSON.decode(Sample.self, from: #"{"to":null}"#.utf8).to == nil)
    #expect(try JSON.decode(Sample.self, from: #"{"to":"ros"}"#.utf8).to == "ros")
    #expect(try JSON.decode(Sample.self, from: "{}".utf8).to == nil)
  }

  @Test(
    "text is escaped so that no control character, line end or terminal sequence survives",
    arguments: [
      ("plain", #""plain""#),
      ("say \"hi\" \\ /", #""say \"hi\" \\ /""#),
      ("a\nb\rc\td", #""a\nb\rc\td""#),
      ("\u{0}\u{1}\u{8}\u{C}\u{1B}[31m", #""\u0000\u0001\u0008\u000c\u001b[31m""#),
      ("\u{7F}\u{9B}31m", #""\u007f\u009b31m""#),
      ("\u{2028}\u{2029}", #""\u2028\u2029""#),
      ("é 🦦 e\u{301}", "\"é 🦦 e\u{301}\""),
    ])
  func escapes(text: String, json: String) throws {
    #expect(try JSON.text([text]) == "[\(json)]")
    struct Sample: Codable { var text: String }
    let back = try JSON.decode(Sample.self, from: try JSON.encode(Sample(text: text)))
    #expect(Array(back.text.unicodeScalars) == Array(text.unicodeScalars))
  }

  @Test("integers are exact to the last bit")
  func integers() throws {
    struct Sample: Codable, Equatable {
      var low = Int.min
      var high = Int.max
      var wide = UInt64.max
      var narrow = Int8.min
    }
    let text = try JSON.text(Sample())
    #expect(
      text
        == #"{"low":-9223372036854775808,"high":9223372036854775807,"wide":18446744073709551615,"narrow":-128}"#)
    #expect(try JSON.decode(Sample.self, from: text.utf8) == Sample())
  }

  @Test("a number that JSON has no word for is refused, not written")
  func infinity() {
    #expect(throws: EncodingError.self) { try JSON.text([Double.infinity]) }
    #expect(throws: EncodingError.self) { try JSON.text([Float.nan]) }
  }

  @Test("containers filled by turns end up in their own places")
  func interleaved() throws {
    struct Sample: Encodable {
      enum Keys: String, CodingKey { case first, second, list }
      func encode(to encoder: any Encoder) throws {
        var outer = encoder.container(keyedBy: Keys.self)
        var first = outer.nestedContainer(keyedBy: Keys.self, forKey: .first)
        var list = outer.nestedUnkeyedContainer(forKey: .list)
        try list.encode(1)
        try first.encode("a", forKey: .first)
        var inner = list.nestedContainer(keyedBy: Keys.self)
        try list.encodeNil()
        try outer.encode(2, forKey: .second)
        try inner.encode(false, forKey: .second)
        try first.encodeNil(forKey: .second)
      }
    }
    #expect(
      try JSON.text(Sample()) == #"{"first":{"first":"a","second":null},"list":[1,{"second":false},null],"second":2}"#)
  }

  @Test("a value that encodes nothing is an empty object")
  func nothing() throws {
    struct Nothing: Encodable { func encode(to encoder: any Encoder) {} }
    #expect(try JSON.text(["x": Nothing()]) == #"{"x":{}}"#)
  }
}
