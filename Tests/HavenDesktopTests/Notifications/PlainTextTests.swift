import Testing

@testable import HavenDesktop

struct PlainTextTests {
  @Test("words in any script stay as they are")
  func words() {
    for text in ["Tablet ends → supper", "Łódka, 5 min", "עוד עשר דקות", "猫 🦦👩‍👧", "e\u{301}", ""] {
      #expect(PlainText.line(text) == text)
    }
  }

  @Test(
    "what a terminal would take for a command is left out, and the words around it stay",
    arguments: [
      ("\u{1B}[31mred\u{1B}[0m", "red"),
      ("a\u{1B}[2J\u{1B}[1;1Hb", "ab"),
      ("\u{1B}]0;title\u{07}after", "after"),
      ("\u{1B}]8;;http://x\u{1B}\\link\u{1B}]8;;\u{1B}\\", "link"),
      ("\u{1B}Pq#0\u{1B}\\after", "after"),
      ("\u{1B}(0line", "line"),
      ("\u{1B}creset", "reset"),
      ("\u{9B}31mred", "red"),
      ("\u{9D}0;title\u{9C}after", "after"),
      ("cut off \u{1B}", "cut off "),
      ("cut off \u{1B}[", "cut off "),
      // A string without an end is no command: its words are not to vanish with it.
      ("\u{1B}]0;no end", "0;no end"),
      ("\u{1B}[31\u{1B}[32mgreen", "green"),
    ])
  func commands(text: String, plain: String) {
    #expect(PlainText.line(text) == plain)
  }

  @Test("control characters are left out; tabs are spaces")
  func controls() {
    #expect(PlainText.lines("a\u{0}b\u{7}c\u{8}d\te\u{7F}f\u{81}g") == "abcd efg")
  }

  @Test("line breaks of every kind are one kind in a body, and spaces in a title")
  func breaks() {
    #expect(PlainText.lines("a\r\nb\rc\u{2028}d\u{85}e") == "a\nb\nc\nd\ne")
    #expect(PlainText.line("a\r\nb\nc") == "a b c")
  }

  @Test("what turns the direction of all that follows is left out")
  func directions() {
    #expect(PlainText.line("safe\u{202E}txet") == "safetxet")
  }

  @Test("what is no character becomes the sign for that")
  func noncharacters() {
    // U+FFFE and U+FDD0, which a literal may not hold.
    let text = String(decoding: [0x61, 0xEF, 0xBF, 0xBE, 0x62, 0xEF, 0xB7, 0x90, 0x63], as: UTF8.self)
    #expect(PlainText.line(text) == "a\u{FFFD}b\u{FFFD}c")
    #expect(PlainText.line(String(decoding: [0x61, 0xFF, 0x62], as: UTF8.self)) == "a\u{FFFD}b")
  }

  @Test("markup says itself")
  func escaped() {
    #expect(PlainText.escaped("<b>Tom & Jerry</b> &amp;") == "&lt;b&gt;Tom &amp; Jerry&lt;/b&gt; &amp;amp;")
  }
}
