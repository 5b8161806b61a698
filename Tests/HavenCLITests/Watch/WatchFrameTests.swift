import HavenAPI
import HavenCore
import Testing

@testable import HavenCLI

@Suite("The live view")
struct WatchFrameTests {
  private func frame(
    _ view: NowView? = House.now, day: DayView? = nil, message: String? = nil, width: Int = 80, isDiscreet: Bool = false
  ) -> WatchFrame {
    var style = Style()
    style.width = width
    style.isDiscreet = isDiscreet
    return WatchFrame(view: view, day: day, message: message, render: TextRender(style: style))
  }

  private static let keys =
    "d done · + 5 min later · z hear again · s not today · u undo · ? keys · q leave"

  @Test("now and next for each child, a bar that shrinks, the day as a line, what the last key did, and the keys")
  func whole() {
    #expect(
      frame(day: House.day, message: "tablet-ends is at 17:30 now").lines(rows: 24) == [
        "Tuesday 10 March, 17:12 · school-day",
        "",
        "otter   tablet, 13 min left",
        "      › ■■■■■■■□□□□□□□□  in 13 min, at 17:25: tablet ends, help lay the table",
        "wren    craft, 33 min left",
        "        in 33 min, at 17:45: tea",
        "finch   away, school",
        "",
        "you     in 8 min, at 17:20: 5 min to tablet ends, help lay the table, for otter",
        "duty    Ros",
        "",
        "today   07:30 ■────■───────────────────────────────────────────────────┃─□ 17:35",
        "",
        "tablet-ends is at 17:30 now",
        WatchFrameTests.keys,
      ])
  }

  @Test("forty columns are enough: the bar has a line of its own")
  func narrow() {
    #expect(
      frame(day: House.day, width: 40).lines(rows: 14) == [
        "Tuesday 10 March, 17:12 · school-day",
        "otter   tablet, 13 min left",
        "      › in 13 min, at 17:25: tablet end…",
        "        ■■■■■■■□□□□□□□□",
        "wren    craft, 33 min left",
        "        in 33 min, at 17:45: tea",
        "finch   away, school",
        "you     in 8 min, at 17:20: 5 min to ta…",
        "duty    Ros",
        "today   07:30 ■■─────────────────┃ 17:35",
        "",
        "d + z s u · ? what they do · q leave",
      ])
  }

  @Test("a discreet screen has no child's name and no step's words")
  func discreet() {
    let text = frame(day: House.day, isDiscreet: true).lines(rows: 24).joined(separator: "\n")
    #expect(text.contains("in 13 min, at 17:25: a step"))
    for word in ["otter", "wren", "tablet", "tea"] { #expect(!text.contains(word)) }
  }

  @Test("the bar only shrinks, and is never empty before the change")
  func bar() {
    func filled(_ seconds: Int) -> Int {
      let view = House.now.advanced(to: House.at("17:25").instant - seconds)
      return frame(view).lines(rows: 24)[3].count { $0 == "■" }
    }
    let lengths = stride(from: 780, through: 1, by: -1).map(filled)
    #expect(zip(lengths, lengths.dropFirst()).allSatisfy { $0 >= $1 })
    #expect(lengths.last == 1)
  }

  @Test("on a small screen the view gives way before the message and the keys", arguments: 3...24)
  func small(rows: Int) {
    let lines = frame(day: House.day, message: "undone", width: 40).lines(rows: rows)
    #expect(lines.count <= rows)
    #expect(lines.last == "d + z s u · ? what they do · q leave")
    #expect(lines.contains("undone"))
    #expect(lines.allSatisfy { columns(of: $0) <= 40 })
  }

  @Test("before the daemon has answered there is a word, and a way out")
  func nothing() {
    #expect(
      frame(nil, message: "havend is not there; waiting for it").lines(rows: 24) == [
        "", "havend is not there; waiting for it", "q leave",
      ])
  }

  @Test("the keys act on whatever comes first, or on the step that was chosen")
  func choosing() {
    var frame = frame()
    #expect(frame.choices == ["tablet-ends", "tea"])
    #expect(frame.chosen == "tablet-ends")
    frame.choose(by: 1)
    frame.choose(by: 1)
    #expect(frame.chosen == "tea")
    #expect(frame.lines(rows: 24).contains("      › in 33 min, at 17:45: tea"))
    frame.choose(by: -3)
    #expect(frame.chosen == "tablet-ends")
  }

  @Test("a step that was chosen and has begun is chosen no longer")
  func begun() {
    var frame = frame()
    frame.choice = "breakfast"
    #expect(frame.chosen == "tablet-ends")
  }

  @Test("'?' tells what each key does")
  func explaining() {
    var frame = frame()
    frame.isExplaining = true
    let lines = frame.lines(rows: 24)
    #expect(lines.first == "d       under way: nothing more is said about it")
    #expect(lines.last == WatchFrameTests.keys)
  }

  @Test(
    "it wakes for the next minute of the wall, and in the last minute of anything for the next second",
    arguments: [
      ("17:12", 0, 60_000), ("17:12", 250, 59_750), ("17:19", 0, 1000), ("17:24", 900, 100), ("17:25", 0, 1000),
    ])
  func pause(time: String, milliseconds: Int, pause: Int) {
    #expect(WatchFrame.pause(House.now, now: House.at(time).instant, milliseconds: milliseconds) == pause)
  }

  @Test("without a daemon it looks again within two seconds")
  func pauseWithoutDaemon() {
    #expect(WatchFrame.pause(nil, now: House.at("17:12").instant, milliseconds: 400) == 1600)
  }
}
