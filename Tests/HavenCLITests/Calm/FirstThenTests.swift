import HavenAPI
import HavenCore
import Testing

@testable import HavenCLI

struct FirstThenTests {
  private func step(_ time: String, _ id: String, until: String? = nil, tags: [String] = [], moved: Int? = nil)
    -> DayView.Step
  {
    var step = House.step(time, id, id, ["otter"], movedBy: moved)
    step.until = until.map { House.at($0) }
    step.tags = tags
    return step
  }

  private func view(
    _ now: String, age: Int? = 9, mode: Mode = .ordinary, state: NowView.Child.State = .here,
    _ steps: [DayView.Step]
  ) -> FirstThen {
    var child = Child(id: "otter")
    child.workingAge = age
    return FirstThen(
      child, steps: steps, tomorrow: House.step("06:50", "wake", "wake", ["otter"]), mode: mode, state: state,
      now: House.at(now).instant, label: \.name, isCertain: { !$0.tags.contains("optional") })
  }

  private var afternoon: [DayView.Step] { [step("16:45", "tablet"), step("17:25", "table"), step("17:45", "tea")] }

  private func text(_ view: FirstThen, width: Int = 80) -> [String] {
    var style = Style()
    style.width = width
    return TextRender(style: style).firstThen(view)
  }

  @Test("two things: what is now, with a bar that shrinks, and what comes next; a third from a working age of eight")
  func layout() {
    #expect(
      text(view("17:13", afternoon)) == [
        "FIRST  tablet             ■■■□□□□□□□   12 left", "THEN   table", "after that  tea",
      ])
    #expect(view("17:13", age: 7, afternoon).afterThat == nil)
    #expect(view("17:13", age: nil, afternoon).afterThat == nil)
    #expect(text(view("17:13", afternoon), width: 40)[0...1] == ["FIRST  tablet", "       ■■■□□□□□□□   12 left"])
  }

  @Test("under a working age of six, and on a soft day, the bar has no number")
  func numbers() {
    let young = ["FIRST  tablet             ■■■□□□□□□□", "THEN   table"]
    #expect(text(view("17:13", age: 5, afternoon)) == young)
    #expect(text(view("17:13", mode: .lowDemand, afternoon)) == young)
    #expect(view("17:13", age: 5, afternoon).spoken == "First tablet. Then table.")
    #expect(view("17:13", afternoon).spoken == "First tablet. 12 minutes left. Then table. After that tea.")
  }

  @Test("the bar only shrinks")
  func shrinks() {
    let bars = (0..<40).compactMap { minute in
      view("\(16 + (45 + minute) / 60):\(padded((45 + minute) % 60))", afternoon).bar?.filled
    }
    #expect(bars.count == 40)
    #expect(bars.first == 10 && bars.last == 1)
    #expect(zip(bars, bars.dropFirst()).allSatisfy { $0 >= $1 })
  }

  private func padded(_ minute: Int) -> String { minute < 10 ? "0\(minute)" : "\(minute)" }

  @Test("a bar says when it loses its next block, for every length and second")
  func nextBlock() {
    for whole in [7, 60, 599, 2400] {
      for left in 1...whole {
        let bar = FirstThen.Bar(left: left, of: whole)
        #expect((1...10).contains(bar.filled))
        let next = FirstThen.Bar(left: left - bar.secondsToNextBlock, of: whole)
        #expect(bar.secondsToNextBlock > 0 && next.filled < bar.filled, "\(left) of \(whole)")
      }
    }
  }

  @Test("after a delay the word moved stands beside the bar")
  func moved() {
    var steps = afternoon
    steps[1] = step("17:35", "table", moved: 600)
    #expect(text(view("17:13", steps))[0] == "FIRST  tablet             ■■■■■□□□□□   22 left   moved")
  }

  @Test("what may still be dropped is not promised: it is said when it is certain")
  func notSure() {
    var steps = afternoon
    steps[1] = step("17:25", "hair", tags: ["optional"])
    #expect(text(view("17:13", steps))[1] == "THEN   not sure yet, I'll say at 17:25")
    #expect(text(view("17:13", age: 4, steps))[1] == "THEN   not sure yet, I'll say when the bar is empty")
    #expect(view("17:13", steps).afterThat == nil)
  }

  @Test("nothing is slipped in between: time to spare is free time, said as such")
  func freeTime() {
    let steps = [step("15:40", "landing", until: "16:15"), step("16:45", "tablet")]
    #expect(view("15:50", steps).then == .step("free time"))
    #expect(view("15:50", steps).bar?.minutesLeft == 25)
    let gap = view("16:20", steps)
    #expect(gap.first == "free time" && gap.then == .step("tablet"))
    let short = [step("15:40", "landing", until: "16:15"), step("16:20", "tablet")]
    #expect(view("15:50", short).then == .step("tablet"))
  }

  @Test("the next step is under way once it is done, whatever its time")
  func done() {
    var steps = afternoon
    steps[1].doneAt = House.at("17:12")
    let view = view("17:13", steps)
    #expect(view.first == "table" && view.then == .step("tea"))
    #expect(view.bar?.minutesLeft == 32)
  }

  @Test("before the day, after it, asleep and in the quiet place there is no bar")
  func noBar() {
    let early = view("06:00", afternoon)
    #expect(early.first == "tablet" && early.then == .step("table") && early.bar == nil)
    let late = view("19:00", afternoon)
    #expect(late.first == "tea" && late.then == .step("wake") && late.bar == nil)
    #expect(view("17:13", state: .asleep, afternoon).bar == nil)
    let retreat = view("17:13", state: .retreat, afternoon)
    #expect(retreat.first == "quiet place, as long as you like" && retreat.bar == nil)
    #expect(view("17:13", []).then == nil)
  }

  @Test("large letters fit forty columns, and hold what the small ones do")
  func big() {
    var style = Style()
    style.width = 40
    let lines = TextRender(style: style).bigFirstThen(view("17:13", afternoon))
    for line in lines { #expect(columns(of: line) <= 40, "\(line)") }
    #expect(lines.contains("FIRST") && lines.contains("THEN"))
    #expect(lines.contains { $0.contains("■") })
  }

  @Test("the command asks the daemon, resolves an alias by its beginning, and says no name")
  func command() throws {
    let house = FakeHouse()
    let outcome = try havenctl("first-then wr --config \(Folder.example("harbour"))", house: house)
    #expect(outcome.status == .success)
    #expect(outcome.output == "FIRST  craft              ■■■■■■□□□□\nTHEN   tea\n")
    #expect(house.asked.isEmpty)
    #expect(try havenctl("first-then xyz", house: house).status == .usage)
    #expect(house.asked == ["day -", "day 2026-03-11", "now -"])
    #expect(
      try havenctl("first-then otter --json --config \(Folder.example("harbour"))", house: nil).output.hasPrefix(
        #"{"version":1,"kind":"first-then","child":"otter","first":"tablet","then":"tablet ends, help lay the table","#)
    )
    #expect(
      try !havenctl("first-then otter --json --discreet --config \(Folder.example("harbour"))", house: nil).output
        .contains("otter"))
  }

  @Test("a child whom no config here tells of is shown no number, for they may be too young for it")
  func unknownAge() throws {
    let outcome = try havenctl("first-then otter", house: FakeHouse())
    #expect(outcome.status == .success)
    #expect(outcome.output.hasPrefix("FIRST  "))
    #expect(!outcome.output.contains(" left"))
  }
}
