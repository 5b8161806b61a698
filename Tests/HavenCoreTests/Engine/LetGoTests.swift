import Testing

@testable import HavenCore

/// Memory holds a week of what was said; the ledger has the rest, and nothing of it is said again.
struct LetGoTests {
  private func isHeld(_ date: CivilDate, in house: House) -> Bool {
    house.engine.cueStates.keys.contains { $0.date == date }
      || house.engine.lineStates.values.contains { house.engine.zone.date(at: $0.dueAt) == date }
  }

  @Test("what was said is held for eight dates; a restart holds the same")
  func week() throws {
    var house = try House(.evening(), from: "2026-03-10T16:00")
    try house.run(to: "2026-03-18T12:00")
    #expect(isHeld(house.date, in: house))
    try house.run(to: "2026-03-19T12:00")
    #expect(!isHeld(house.date, in: house))
    #expect(isHeld(house.date + 1, in: house))
    let held = house.engine.cueStates
    try house.restartNow(at: house.now)
    #expect(house.engine.cueStates == held)
  }

  @Test("what waited for longer than that is missed, and the ledger says so")
  func waiting() throws {
    var house = try House(.evening(), from: "2026-03-10T16:00")
    let cue = "\(house.date)/tablet-ends/otter/15"
    try house.at("16:30", .inhibited(true))
    try house.run(to: "2026-03-18T12:00")
    #expect(house.ledger.rows(of: cue).last?.state == .held)
    try house.run(to: "2026-03-19T12:00")
    #expect(house.ledger.rows(of: cue).last?.state == .missed)
    #expect(house.ledger.rows(of: cue).last?.reason == .past)
    try house.at("2026-03-19T12:00", .inhibited(false))
    #expect(house.lines.isEmpty)
  }

  @Test("a clock that ran a month ahead and came back repeats nothing, and the evening goes on")
  func ahead() throws {
    var house = try House(.evening(), from: "2026-03-10T16:00")
    try house.setClock(at: "17:20", by: 30 * 86_400)
    let said = house.lines.count
    #expect(said > 0)
    try house.setClock(at: "2026-04-09T19:00", by: -30 * 86_400 - 2340)  // 17:21 in March, before the clocks change
    try house.run(to: "19:00")
    let ids = house.lines.flatMap { $0.items.map(\.id) }
    #expect(Set(ids).count == ids.count)
    #expect(house.lines.count > said)
  }
}
