import HavenAPI
import HavenCore
import Testing

@testable import HavenCLI

@Suite("Times in the reader's words")
struct PhrasesTests {
  @Test(
    "how long",
    arguments: [
      (1, "1 s"), (59, "59 s"), (60, "1 min"), (89, "1 min"), (90, "2 min"), (780, "13 min"), (3569, "59 min"),
      (3570, "1 h"), (3600, "1 h"), (7500, "2 h 5 min"), (86_400, "24 h"), (172_800, "2 days"), (-600, "10 min"),
    ])
  func spans(seconds: Int, text: String) { #expect(spanText(seconds) == text) }

  @Test(
    "when",
    arguments: [
      ("2026-03-10T17:12:00Z", "now"), ("2026-03-10T17:11:40Z", "now"),
      ("2026-03-10T17:12:45Z", "in 45 s, at 17:12"), ("2026-03-10T17:25:00Z", "in 13 min, at 17:25"),
      ("2026-03-10T19:17:00Z", "in 2 h 5 min, at 19:17"), ("2026-03-10T17:02:00Z", "10 min ago"),
      ("2026-03-10T23:30:00Z", "at 23:30"),
      ("2026-03-11T06:50:00Z", "tomorrow at 06:50"), ("2026-03-14T10:00:00Z", "Sat at 10:00"),
      ("2026-03-21T10:00:00Z", "Sat 21 March at 10:00"),
    ])
  func ahead(at: String, text: String) { #expect(aheadText(Stamp(at)!, from: House.at("17:12")) == text) }

  @Test("just after midnight is still in a few minutes")
  func midnight() {
    #expect(aheadText(House.at("00:10", "2026-03-11"), from: House.at("23:50")) == "in 20 min, at 00:10")
  }

  @Test("ago")
  func ago() {
    #expect(agoText(20) == "just now")
    #expect(agoText(7500) == "2 h 5 min ago")
  }

  @Test("wide characters, emoji and combining marks take the columns they take")
  func width() {
    #expect(columns(of: "otter") == 5)
    #expect(columns(of: "茶") == 2)
    #expect(columns(of: "🦦") == 2)
    #expect(columns(of: "cafe\u{301}") == 4)
    #expect(fitted("茶茶茶", 5) == "茶茶…")
    #expect(fitted("tea", 3) == "tea")
    #expect(fitted("teas", 3) == "te…")
    #expect(fitted("teas", 0) == "")
  }

  @Test("a table's widest column gives way, and no row ends in spaces")
  func tables() {
    let rows = [["07:30", "get dressed", "wren"], ["08:25", "leave for school and all that", ""]]
    #expect(
      table(rows, width: .max) == [
        "07:30  get dressed                    wren", "08:25  leave for school and all that",
      ])
    #expect(table(rows, width: 30) == ["07:30  get dressed        wren", "08:25  leave for school…"])
    #expect(table([], width: 30).isEmpty)
  }
}
