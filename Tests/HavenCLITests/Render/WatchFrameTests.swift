import HavenAPI
import HavenCore
import Testing

@testable import HavenCLI

@Suite("The live view")
struct WatchFrameTests {
  private func frame(_ view: NowView? = House.now, message: String? = nil, width: Int = 80) -> WatchFrame {
    var style = Style()
    style.width = width
    return WatchFrame(view: view, message: message, render: TextRender(style: style))
  }

  @Test("now, a bar that shrinks, what the last key did, and the keys")
  func whole() {
    let lines = frame(message: "tablet-ends is at 17:30 now").lines(rows: 24)
    #expect(lines.first == "Tuesday 10 March, 17:12 · school-day")
    #expect(lines[7] == "        ■■■■■■■■■■■■■□□□□□□□□□□□□□□□□□  13 min")
    #expect(
      lines.suffix(3) == ["", "tablet-ends is at 17:30 now", "d done  + later  s skip  u undo  q leave"])
  }

  @Test("the bar only shrinks, and is never empty before the change")
  func bar() {
    func filled(_ seconds: Int) -> Int {
      let view = House.now.advanced(to: House.at("17:25").instant - seconds)
      return frame(view).lines(rows: 24).joined().count { $0 == "■" }
    }
    let lengths = stride(from: 780, through: 1, by: -1).map(filled)
    #expect(zip(lengths, lengths.dropFirst()).allSatisfy { $0 >= $1 })
    #expect(lengths.last == 1)
  }

  @Test("on a small screen the view gives way before the message and the keys", arguments: 3...12)
  func small(rows: Int) {
    let lines = frame(message: "undone", width: 40).lines(rows: rows)
    #expect(lines.count <= rows)
    #expect(lines.last == "d done  + later  s skip  u undo  q leave")
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

  @Test(
    "keys",
    arguments: [("q", WatchFrame.Key.leave), ("d", .done), ("+", .later), ("=", .later), ("s", .skip), ("u", .undo)])
  func keys(text: String, key: WatchFrame.Key) {
    #expect(text.utf8.first.flatMap(WatchFrame.Key.init) == key)
  }

  @Test("a key that means nothing does nothing")
  func otherKeys() { #expect("xyz[A0 ".utf8.allSatisfy { WatchFrame.Key($0) == nil }) }

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
