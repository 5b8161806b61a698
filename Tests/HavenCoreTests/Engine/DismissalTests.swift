import Testing

@testable import HavenCore

/// The same rung dismissed three days running is something to ask about, and never more than that.
struct DismissalTests {
  /// A house in which each named rung is closed without an answer, or left, day by day.
  private func house(_ days: [String]) throws -> House {
    var house = try House(.evening(), from: "2026-03-10T16:00")
    for (offset, word) in days.enumerated() {
      let date = house.date + offset
      if word == "held" { try house.at("\(date)T17:00", .inhibited(true)) }
      try house.run(to: "\(date)T17:10:30")
      switch word {
      case "closed": house.handle(.closed(try house.delivery(of: "\(date)/tablet-ends/otter/15"), isExpiry: false))
      case "expired": house.handle(.closed(try house.delivery(of: "\(date)/tablet-ends/otter/15"), isExpiry: true))
      case "done": try house.press(.done, on: "\(date)/tablet-ends/otter/15", at: "\(date)T17:10:30")
      case "held": try house.at("\(date)T18:00", .inhibited(false))
      default: break
      }
      try house.run(to: "\(date)T19:00")
    }
    return house
  }

  private func rungs(_ days: String...) throws -> [String] {
    let house = try house(days)
    return house.engine.dismissedRungs(now: house.now).map { "\($0.step)/\($0.child)/\($0.rung)" }
  }

  @Test("three days running, and not two")
  func three() throws {
    #expect(try rungs("closed", "closed", "closed") == ["tablet-ends/otter/15"])
    #expect(try rungs("closed", "closed") == [])
    #expect(try rungs("closed", "closed", "closed", "closed") == ["tablet-ends/otter/15"])
  }

  @Test("an answer, an expiry and a day on which it was left up end the run", arguments: ["done", "expired", "left"])
  func ended(by word: String) throws {
    #expect(try rungs("closed", "closed", word) == [])
    #expect(try rungs("closed", "closed", word, "closed") == [])
  }

  @Test("a day on which it could not be shown says nothing")
  func held() throws {
    #expect(try rungs("closed", "closed", "held", "closed") == ["tablet-ends/otter/15"])
  }

  @Test("one that is up just now has no answer yet")
  func up() throws {
    var house = try house(["closed", "closed", "closed"])
    try house.run(to: "\(house.date + 3)T17:11")
    #expect(house.engine.dismissedRungs(now: house.now).map(\.rung) == ["15"])
  }

  @Test("a step that is no longer the family's is not asked about; a restart changes nothing")
  func gone() throws {
    var house = try house(["closed", "closed", "closed"])
    try house.off("\(house.date + 2)T19:01", "\(house.date + 2)T19:02")
    #expect(house.engine.dismissedRungs(now: house.now).map(\.rung) == ["15"])
    try house.reload(at: "\(house.date + 2)T19:10") { $0.household.routines = [] }
    #expect(house.engine.dismissedRungs(now: house.now) == [])
  }

  @Test("dates whose cues are no longer held count for forty days; a restart changes nothing")
  func longAgo() throws {
    var house = try house(["closed", "closed", "closed"])
    let routines = house.engine.household.routines
    func dismissed() -> [String] { house.engine.dismissedRungs(now: house.now).map(\.rung) }

    try house.reload(at: "\(house.date + 2)T19:10") { $0.household.routines = [] }
    try house.run(to: "\(house.date + 20)T12:00")
    #expect(!house.engine.cueStates.keys.contains { $0.date == house.date })
    try house.reload(at: "\(house.date + 20)T12:00") { $0.household.routines = routines }
    #expect(dismissed() == ["15"])
    try house.restartNow(at: house.now + 60, reversed: true)
    #expect(dismissed() == ["15"])

    try house.reload(at: "\(house.date + 20)T12:02") { $0.household.routines = [] }
    try house.run(to: "\(house.date + 41)T12:00")
    try house.reload(at: "\(house.date + 41)T12:00") { $0.household.routines = routines }
    #expect(dismissed() == [])
  }

  @Test("a run is ended by what came after its dates were let go")
  func goneOn() throws {
    var house = try house(["closed", "closed", "closed"])
    try house.run(to: "\(house.date + 12)T19:00")
    #expect(house.engine.dismissedRungs(now: house.now) == [])
  }
}
