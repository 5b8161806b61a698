import Testing

@testable import HavenCore

/// Two children at once are one notification; one child's ladder is never squeezed together.
struct MergeTests {
  private func said(
    _ day: String, carers: [String] = ["ros"], children: [String] = ["otter 5", "wren 5"],
    _ play: (inout House) throws -> Void = { _ in }
  ) throws -> [String] {
    var house = try House(Family(carers: carers, children: children, day), from: "2026-03-10T16:00")
    try play(&house)
    try house.run(to: "19:00")
    return house.said()
  }

  @Test("two children's changes into one step, due in one minute, are one line")
  func oneStep() throws {
    #expect(
      try said("16:00 play\n17:00 bath [5 0]") == [
        "16:55 ros: bath/otter/5 5m, bath/wren/5 5m", "17:00 ros: bath/otter/0 0m, bath/wren/0 0m",
      ])
  }

  @Test("changes into different steps are one line too, each with its own time left")
  func twoSteps() throws {
    #expect(
      try said("16:00 play\n17:00 bath otter [10 0]\n17:10 story wren [20 0]") == [
        "16:50 ros: bath/otter/10 10m, story/wren/20 20m", "17:00 ros: bath/otter/0 0m", "17:10 ros: story/wren/0 0m",
      ])
  }

  @Test("each carer has a line of their own")
  func twoCarers() throws {
    #expect(
      try said(
        "16:00 play\n17:00 bath [0]", carers: ["ros", "imani"], children: ["otter 5 key:imani", "wren 5", "finch 13"])
        == [
          "17:00 imani: bath/otter/0 0m", "17:00 ros: bath/wren/0 0m, bath/finch/0 0m",
        ])
  }

  @Test("a ladder's own rungs are never merged, even in one minute")
  func ownRungs() throws {
    #expect(
      try said("16:00 play\n17:00 bath otter [P10 10]") == [
        "16:50 ros: bath/otter/P10 10m", "16:50 ros: bath/otter/10 10m",
      ])
  }

  @Test("a minute apart is two lines")
  func minuteApart() throws {
    #expect(
      try said("16:00 play\n17:00 bath otter [0]\n17:01 story wren [0]") == [
        "17:00 ros: bath/otter/0 0m", "17:01 ros: story/wren/0 0m",
      ])
  }

  @Test("a snoozed cue that comes back is a line of its own")
  func snoozed() throws {
    let said = try said("16:00 play\n17:00 bath otter [15 0]\n17:10 story wren [20 0]") { house in
      try house.at("16:46", .snooze(cue: "2026-03-10/bath/otter/15", seconds: 240))
    }
    #expect(
      said == [
        "16:45 ros: bath/otter/15 15m", "16:50 ros: story/wren/20 20m", "16:50 ros: bath/otter/15 10m",
        "17:00 ros: bath/otter/0 0m", "17:10 ros: story/wren/0 0m",
      ])
  }

  @Test("a child whose rung is held back is not in the line")
  func suppressed() throws {
    let said = try said("16:00 play\n17:00 bath [5 0]") { house in
      try house.at("16:56", .hard(HardMoment(child: "otter")))
    }
    #expect(said == ["16:55 ros: bath/otter/5 5m, bath/wren/5 5m", "17:00 ros: bath/wren/0 0m"])
  }

  @Test("every cue of a merged line has its own row in the ledger")
  func rows() throws {
    var house = try House(
      Family(children: ["otter 5", "wren 5"], "16:00 play\n17:00 bath [0]"), from: "2026-03-10T16:00")
    try house.run(to: "17:01")
    #expect(house.story("bath/otter/0") == ["claimed", "shown"])
    #expect(house.story("bath/wren/0") == ["claimed", "shown"])
    try house.press(.done, on: "bath/otter/0", at: "17:01")
    #expect(house.state("bath/wren/0") == "acknowledged")
  }
}
