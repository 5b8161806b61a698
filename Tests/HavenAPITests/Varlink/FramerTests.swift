import Testing

@testable import HavenAPI

@Suite("Cutting a stream into messages")
struct FramerTests {
  /// Messages as `text` and how they ended; then what is left.
  private func cut(_ chunks: [String], longest: Int = 64) throws -> (messages: [String], isInside: Bool) {
    var framer = Framer(longest: longest)
    var messages: [String] = []
    for chunk in chunks {
      framer.append(chunk.utf8)
      while let message = try framer.next() {
        messages.append(String(decoding: message.text, as: UTF8.self) + (message.terminator == .nul ? "␀" : "⏎"))
      }
    }
    return (messages, framer.isInsideMessage)
  }

  @Test(
    "messages end in a NUL or a newline, each on its own terms",
    arguments: [
      ("{}\0", ["{}␀"]),
      ("{}\n", ["{}⏎"]),
      ("{}\r\n", ["{}⏎"]),
      ("{}\0{\"a\":1}\0", ["{}␀", "{\"a\":1}␀"]),
      ("{}\n{}\n", ["{}⏎", "{}⏎"]),
      ("{}\n{}\0", ["{}⏎", "{}␀"]),
      ("{}\0{}\n", ["{}␀", "{}⏎"]),
      ("  {}  \0", ["{}␀"]),
      ("hello\n", ["hello⏎"]),
      ("hello\0", ["hello␀"]),
      ("}\n", ["}⏎"]),
      ("\"\n", ["\"⏎"]),
    ])
  func terminators(stream: String, messages: [String]) throws {
    #expect(try cut([stream]).messages == messages)
    #expect(try cut(stream.utf8.map { String(decoding: [$0], as: UTF8.self) }).messages == messages, "byte by byte")
  }

  @Test("a newline inside an object is white space, so a client may pretty-print between NULs")
  func prettyPrinted() throws {
    #expect(try cut(["{\n \"a\": [\n1]\n}\0"]).messages == ["{\n \"a\": [\n1]\n}␀"])
    #expect(try cut(["{\n}\n\0{}\0"]).messages == ["{\n}␀", "{}␀"])
  }

  @Test("brackets and quotes inside a string are text")
  func strings() throws {
    #expect(try cut([#"{"a":"}\"{\\"}"# + "\n"]).messages == [#"{"a":"}\"{\\"}⏎"#])
  }

  @Test("white space and empty messages between messages are nothing")
  func nothing() throws {
    let (messages, isInside) = try cut(["\n\r\n \0\0\t\0"])
    #expect(messages.isEmpty)
    #expect(!isInside)
  }

  @Test("a message begun and not ended is inside")
  func inside() throws {
    #expect(try cut(["{}\0 {\"a"]).isInside)
    #expect(try cut(["{}\0 "]).isInside == false)
  }

  @Test("a message of the limit is taken, one longer is not, whole or not")
  func tooLong() throws {
    #expect(try cut([String(repeating: "x", count: 64) + "\0"]).messages.count == 1)
    #expect(throws: Framer.Fault.tooLong) { try cut([String(repeating: "x", count: 65) + "\0"]) }
    #expect(throws: Framer.Fault.tooLong) { try cut([String(repeating: "x", count: 65)]) }
  }

  @Test("the limit is each message's own, however many come at once")
  func manyAtOnce() throws {
    #expect(try cut([String(repeating: "{\"a\":1}\0", count: 1000)]).messages.count == 1000)
  }

  @Test("nesting without end is refused as it comes in")
  func tooDeep() {
    #expect(throws: Framer.Fault.tooDeep) { try cut([String(repeating: "[", count: 40)]) }
  }

  @Test("white space without end costs nothing and is no message")
  func endlessSpace() throws {
    let (messages, isInside) = try cut(Array(repeating: String(repeating: " \n\0", count: 20_000), count: 5))
    #expect(messages.isEmpty)
    #expect(!isInside)
  }
}
