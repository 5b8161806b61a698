import Testing

@testable import HavenCore

/// A child cannot be told to leave what has not begun.
struct ClampTests {
  private let tuesday = "2026-03-10"

  private func family(_ before: String, _ ladder: String = "P20 15 5 L2 0", at: String = "17:25") throws -> Family {
    try Family("\(before) tablet\n\(at) tablet-ends [\(ladder)]")
  }

  @Test("with time enough nothing is clamped")
  func enough() throws {
    #expect(
      try family("17:10").rungs(into: "tablet-ends", tuesday)
        == "P20 17:05, 15 17:10, 5 17:20, L2 17:23, 0 17:25")
  }

  @Test("rungs before the step that is left collapse into one at its start, the latest of them")
  func collapse() throws {
    #expect(
      try family("17:12", "P30 20 15 5 L2 0").rungs(into: "tablet-ends", tuesday)
        == "P30 16:55, 15 17:12, 5 17:20, L2 17:23, 0 17:25")
  }

  @Test("what is left is counted from the start, truly")
  func trueTimeLeft() throws {
    let cue = try #require(try family("17:12").plan(tuesday).cues.first { $0.rung.lead == 15 && $0.rung.isChildFacing })
    #expect(cue.changeAt - cue.at == 13 * 60)
  }

  @Test("a collapsed rung is dropped where the next comes less than two minutes after")
  func crowded() throws {
    #expect(try family("17:19").rungs(into: "tablet-ends", tuesday) == "P20 17:05, 5 17:20, L2 17:23, 0 17:25")
  }

  @Test("two minutes are enough to keep it")
  func twoMinutes() throws {
    #expect(
      try family("17:18").rungs(into: "tablet-ends", tuesday) == "P20 17:05, 15 17:18, 5 17:20, L2 17:23, 0 17:25")
  }

  @Test("the carer's rung may come before the start")
  func carerFirst() throws {
    #expect(try family("17:24", "P20 10 0").rungs(into: "tablet-ends", tuesday) == "P20 17:05, 0 17:25")
  }

  @Test("a rung at the very start is not early")
  func atStart() throws {
    #expect(try family("17:15", "10 0").rungs(into: "tablet-ends", tuesday) == "10 17:15, 0 17:25")
  }

  @Test("the first step of a child's day has nothing to be clamped to")
  func firstOfDay() throws {
    let family = try Family(children: ["otter 5", "wren 3"], "17:20 story wren\n17:25 tablet-ends otter [15 0]")
    #expect(try family.rungs(into: "tablet-ends", tuesday) == "15 17:10, 0 17:25")
  }

  @Test("each child is clamped to what that child leaves")
  func perChild() throws {
    let family = try Family(
      children: ["otter 5", "wren 3"], "17:00 tablet otter\n17:20 story wren\n17:30 bath [15 0]")
    #expect(try family.rungs(into: "bath", of: "otter", tuesday) == "15 17:15, 0 17:30")
    #expect(try family.rungs(into: "bath", of: "wren", tuesday) == "15 17:20, 0 17:30")
  }

  @Test("a step at the same time as the one before it keeps its arrival only")
  func sameTime() throws {
    #expect(try family("17:25").rungs(into: "tablet-ends", tuesday) == "P20 17:05, 0 17:25")
  }

  @Test("where only early rungs are left, one stays")
  func noneAfter() throws {
    #expect(try family("17:22", "P20 15 5").rungs(into: "tablet-ends", tuesday) == "P20 17:05, 5 17:22")
  }

  @Test("a delayed step is clamped to what is then before it")
  func delayed() throws {
    let family = try Family("17:00 tablet\n17:25 tablet-ends [15 5 0]\n17:40 bath")
    let delay = try family.act(.delay(step: "tablet-ends", minutes: 20), at: "2026-03-10T16:00")
    #expect(try family.rungs(into: "tablet-ends", tuesday, acts: [delay]) == "5 17:40, 0 17:45")
  }
}
