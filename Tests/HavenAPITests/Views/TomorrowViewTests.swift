import HavenCore
import Testing

@testable import HavenAPI

@Suite("What differs tomorrow")
struct TomorrowViewTests {
  private func day(_ date: String, _ kind: String = "school-day", _ steps: (String, String, [String])...) -> DayView {
    DayView(
      date: CivilDate(date)!, day: kind, mode: .ordinary, zone: "UTC",
      steps: steps.map { id, time, children in
        DayView.Step(
          at: Stamp("\(date)T\(time):00Z")!, until: nil, step: id, name: id, children: children, carer: nil, tags: [],
          anchor: "start", transitions: [], away: false)
      }, cues: [])
  }

  @Test("only what differs is told, in order of time: new, not there, at another time, for others")
  func differences() {
    let usual = day(
      "2026-03-04", "school-day", ("wake", "07:00", ["otter"]), ("school", "08:30", ["otter"]),
      ("tea", "18:00", ["otter"]), ("story", "19:00", ["otter", "wren"]))
    let plan = day(
      "2026-03-11", "holiday", ("wake", "07:00", ["otter"]), ("outing", "10:00", ["otter"]),
      ("tea", "17:30", ["otter"]),
      ("story", "19:00", ["wren"]))
    let view = TomorrowView(plan, usual: usual)
    #expect(
      view.differences.map { "\($0.what) \($0.step)" } == ["missing school", "added outing", "moved tea", "who story"])
    #expect(view.differences[2].usually?.wall.time == TimeOfDay("18:00"))
    #expect(view.first?.step == "wake")
  }

  @Test("what is missing because the children are away says so")
  func overnight() {
    let usual = day("2026-03-04", "school-day", ("tea", "18:00", ["otter"]), ("bath", "18:40", ["otter"]))
    var plan = day("2026-03-11", "school-day")
    plan.changes = [
      .init(
        what: .overnight, step: "tea", name: "tea", children: ["otter"], was: Stamp("2026-03-11T18:00:00Z")!)
    ]
    #expect(TomorrowView(plan, usual: usual).differences.map(\.reason) == ["overnight", nil])
  }

  @Test("a day as always has no differences, whatever order its children are in")
  func same() {
    let usual = day("2026-03-04", "school-day", ("tea", "18:00", ["otter", "wren"]))
    let plan = day("2026-03-11", "school-day", ("tea", "18:00", ["wren", "otter"]))
    #expect(TomorrowView(plan, usual: usual).differences.isEmpty)
  }

  @Test("usual is the latest of the last four weeks that was of the commonest kind")
  func usualDate() {
    let date = CivilDate("2026-04-29")!
    func usual(_ kinds: String...) -> String {
      "\(TomorrowView.usualDate(for: date) { kinds[(date - $0) / 7 - 1] })"
    }
    #expect(usual("school", "school", "school", "school") == "2026-04-22")
    #expect(usual("holiday", "school", "school", "school") == "2026-04-15")
    #expect(usual("holiday", "holiday", "school", "school") == "2026-04-22")
    #expect(usual("a", "b", "c", "d") == "2026-04-22")
  }
}
