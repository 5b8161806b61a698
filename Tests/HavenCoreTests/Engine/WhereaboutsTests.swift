import Testing

@testable import HavenCore

/// Asleep, away or withdrawn, a child is not called.
struct WhereaboutsTests {
  private func states(_ day: String, _ step: StepID, _ play: (inout House) throws -> Void = { _ in }) throws -> [String:
    String]
  {
    var house = try House(Family(carers: ["ros quiet never"], day), from: "2026-03-10T05:00")
    try play(&house)
    try house.run(to: "2026-03-11T12:00")
    return Dictionary(
      house.ledger.latest.compactMap { row in CueID(row.id).map { ($0, row) } }
        .filter { $0.0.step == step && $0.0.date == house.date }.map { ($0.0.rung, $0.1.summary) }
    ) { $1 }
  }

  @Test("`retreat on` suppresses that child's rungs, the carer's too, until `off`; none is made up for")
  func command() throws {
    var house = try House(
      Family(children: ["otter 5", "wren 5"], "16:00 play\n17:25 bath hard"), from: "2026-03-10T16:30")
    try house.at("17:02", .retreat(child: "otter", on: true))
    try house.at("17:21", .retreat(child: "otter", on: false))
    try house.run(to: "18:00")
    #expect(
      house.lines.map { line in line.items.map { "\($0.id.child)/\($0.id.rung)" }.joined(separator: " ") } == [
        "wren/P20", "wren/15", "wren/5", "otter/L2 wren/L2", "otter/0 wren/0",
      ])
    #expect(house.state("bath/otter/15") == "suppressed: retreat")
  }

  @Test("a child sleeps from a `sleep` step to the next step, the next day's too")
  func asleep() throws {
    let day = "06:30 early [30 10 0]\n20:00 bed [5 0] sleep\n22:00 check [5 0]"
    // The next step of the evening ends it, with its arrival; before that nothing is said.
    #expect(try states(day, "check") == ["5": "suppressed: asleep", "0": "shown"])
    #expect(try states(day, "bed") == ["5": "shown", "0": "shown"])
    var house = try House(
      Family(carers: ["ros quiet never"], "06:30 early [30 10 0]\n20:00 bed [5 0] sleep"), from: "2026-03-10T05:00")
    try house.run(to: "2026-03-11T12:00")
    #expect(house.state("2026-03-11/early/otter/10") == "suppressed: asleep")
    #expect(house.state("2026-03-11/early/otter/0") == "shown")
  }

  @Test("a nap lasts its minutes")
  func napMinutes() throws {
    #expect(
      try states("13:00 lunch\n13:30 rest nap 60m\n14:40 park [15 10 L2 0]", "park") == [
        "15": "suppressed: asleep", "10": "shown", "L2": "shown", "0": "shown",
      ])
  }

  @Test("a nap without minutes lasts until the next step")
  func nap() throws {
    #expect(
      try states("13:30 rest nap\n14:40 park [10 L2 0]", "park") == [
        "10": "suppressed: asleep", "L2": "suppressed: asleep", "0": "shown",
      ])
  }

  @Test("a `retreat` step is peace while it lasts; the rungs into it are said, its arrival too")
  func retreatStep() throws {
    let day = "15:00 snack\n15:30 den retreat [5 0] 40m\n16:30 park [25 15 0]"
    #expect(try states(day, "den") == ["5": "shown", "0": "shown"])
    #expect(try states(day, "park") == ["25": "suppressed: retreat", "15": "shown", "0": "shown"])
  }

  @Test("only the child's latest step counts")
  func latestStep() throws {
    let day = "13:30 rest nap 120m\n14:00 up\n14:40 park [10 0]"
    #expect(try states(day, "park") == ["10": "shown", "0": "shown"])
  }

  @Test("away lasts to the next step, over midnight too")
  func away() throws {
    var house = try House(
      Family(carers: ["ros quiet never"], "07:00 wake [5 0]\n18:00 gran away"), from: "2026-03-10T12:00")
    try house.run(to: "2026-03-11T12:00")
    #expect(house.state("2026-03-11/wake/otter/5") == "suppressed: away")
    #expect(house.state("2026-03-11/wake/otter/0") == "shown")
  }

  @Test("one child asleep, the other's rungs go on")
  func perChild() throws {
    var house = try House(
      Family(children: ["otter 5", "wren 3"], "13:00 rest wren nap 120m\n13:00 play otter\n14:00 park [5 0]"),
      from: "2026-03-10T12:00")
    try house.run(to: "15:00")
    #expect(
      house.said() == ["13:55 ros: park/otter/5 5m", "14:00 ros: park/otter/0 0m, park/wren/0 0m"])
  }

  @Test("a skipped nap wakes the child, a delayed one lets it play on")
  func bent() throws {
    let day = "13:30 rest nap 60m\n14:00 park [10 0]"
    #expect(try states(day, "park") { try $0.at("08:00", .skip(step: "rest")) } == ["10": "shown", "0": "shown"])
    #expect(try states(day, "park")["10"] == "suppressed: asleep")
  }
}
