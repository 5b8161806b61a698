import HavenAPI
import HavenCore
import Testing

@testable import HavenCLI

@Suite("One stream of what was and what comes")
struct EventStreamTests {
  private func act(_ command: String, _ sequence: Int, at time: String = "17:12") -> EventView {
    let child = command.split(separator: " ").last.map(String.init) ?? ""
    let act = Act(
      id: sequence, at: House.at(time).instant, date: CivilDate("2026-03-10")!, by: "ros",  // a literal
      command: .fed(child: child))
    return .act(act, sequence: sequence, zone: .utc)
  }

  private func answer(_ events: [EventView], upTo sequence: Int) -> EventsView {
    var view = EventsView(events: events)
    view.sequence = sequence
    return view
  }

  private func commands(_ events: [EventView]) -> [String] { events.compactMap(\.command) }

  @Test("what is in the record's answer is not told again, and what came after it is")
  func seam() {
    var stream = EventStream()
    #expect(commands(stream.record(answer([act("fed a", 1), act("fed b", 2)], upTo: 8))) == ["fed a", "fed b"])
    #expect(stream.hear(act("fed b", 8)) == nil)
    #expect(stream.hear(act("fed c", 9))?.command == "fed c")
  }

  @Test("what happens twice in one second is told twice")
  func twice() {
    var stream = EventStream()
    _ = stream.record(answer([act("fed a", 1)], upTo: 4))
    #expect(stream.hear(act("fed a", 5)) != nil)
    #expect(stream.hear(act("fed a", 6)) != nil)
  }

  @Test("a line and a plan are never taken for recorded ones")
  func unrecorded() {
    var stream = EventStream()
    _ = stream.record(answer([], upTo: 4))
    #expect(stream.hear(.change(.plan, sequence: 3, at: House.at("17:12"))) != nil)
  }

  @Test("after the daemon was away the record is gone on from: nothing again, nothing left out")
  func away() {
    var stream = EventStream()
    _ = stream.record(answer([act("fed a", 1, at: "17:00")], upTo: 1))
    _ = stream.hear(act("fed b", 2, at: "17:10"))
    _ = stream.hear(act("fed b", 3, at: "17:10"))
    #expect(stream.lastAt == House.at("17:10"))
    let since = [
      act("fed b", 1, at: "17:10"), act("fed b", 2, at: "17:10"), act("fed b", 3, at: "17:10"),
      act("fed c", 4, at: "17:11"),
    ]
    #expect(commands(stream.record(answer(since, upTo: 1))) == ["fed b", "fed c"])
    #expect(stream.hear(act("fed d", 2, at: "17:12"))?.command == "fed d")
  }
}
