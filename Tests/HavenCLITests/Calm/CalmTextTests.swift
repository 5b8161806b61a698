import HavenCore
import Testing

@testable import HavenCLI

struct CalmTextTests {
  @Test("text is broken between words, never inside a number, and nothing of it is lost")
  func wrapping() {
    #expect(wrapped("call 116 123 or write", 10) == ["call", "116 123 or", "write"])
    #expect(wrapped("Samaritans: call 116 123", 20, indent: 2) == ["Samaritans: call", "  116 123"])
    #expect(wrapped("abcdefghijklmno", 10) == ["abcdefghij", "klmno"])
    #expect(wrapped("", 40) == [""])
    #expect(wrapped("お茶お茶お茶お茶", 10) == ["お茶お茶お", "茶お茶"])
    #expect(wrapped("one two", .max) == ["one two"])
  }

  @Test(
    "aliases are taken out as whole words, in any case, however their words are joined",
    arguments: [
      ("Otter: den", "child 1: den"), ("otter's bag, not otters", "child 1's bag, not otters"),
      ("Red Fox and red-fox", "child 2 and child 2"), ("red things", "red things"), ("", ""),
    ])
  func aliases(text: String, without: String) {
    #expect(WithoutAliases(["otter", "red-fox"]).text(text) == without)
  }

  @Test("the bar of a breath fits the screen, and is never empty")
  func breath() throws {
    for elapsed in [0, 2000, 4000, 9999] {
      let moment = try #require(Breath(seconds: 10).moment(at: elapsed))
      let lines = BreathFrame(moment, style: Style()).lines(columns: 40, rows: 12)
      #expect(lines.count <= 12)
      #expect(lines.contains { $0.contains("■") })
      for line in lines { #expect(columns(of: line) <= 40) }
      #expect(BreathFrame(moment, style: Style()).lines(columns: 10, rows: 2).count == 2)
    }
  }
}
