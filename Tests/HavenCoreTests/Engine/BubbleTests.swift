import Testing

@testable import HavenCore

/// One transition keeps one bubble, and a bubble stays only while it is true.
struct BubbleTests {
  private func house(_ day: String? = nil, children: [String] = ["otter 5"]) throws -> House {
    try House(day.map { try Family(children: children, $0) } ?? .evening(), from: "2026-03-10T16:00")
  }

  @Test("the rungs of a transition share one bubble")
  func share() throws {
    var house = try house()
    try house.run(to: "17:26")
    #expect(Set(house.deliveries.map(\.key)) == ["2026-03-10/tablet-ends/otter"])
    #expect(house.closed == [])
  }

  @Test("it is taken down two minutes after the change")
  func end() throws {
    var house = try house()
    try house.run(to: "17:27:01")
    #expect(house.desktop.keys.sorted() == ["2026-03-10/tablet-ends/otter"])
    try house.run(to: "17:28")
    #expect(house.desktop.isEmpty)
  }

  @Test("an answer takes it down", arguments: [Answer.done, .later, .notToday])
  func answer(answer: Answer) throws {
    var house = try house()
    try house.press(answer, on: "tablet-ends/otter/15", at: "17:11")
    #expect(house.closed == ["2026-03-10/tablet-ends/otter"])
  }

  @Test("`done` and `skip` of the step take it down")
  func step() throws {
    for act in [Command.done(step: "tablet-ends"), .skip(step: "tablet-ends")] {
      var house = try house()
      try house.at("17:11", act)
      #expect(house.closed == ["2026-03-10/tablet-ends/otter"])
    }
  }

  @Test("one that a person closed is not closed again")
  func dismissed() throws {
    var house = try house()
    try house.run(to: "17:24")
    house.handle(.closed(try house.delivery(of: "tablet-ends/otter/L2"), isExpiry: false))
    try house.run(to: "17:25")
    try house.run(to: "17:40")
    #expect(house.closed == ["2026-03-10/tablet-ends/otter"])  // that of the 0 at 17:25
  }

  @Test("a merged line takes down what it speaks for, and stays for the last of its changes")
  func merged() throws {
    var house = try house(
      "16:00 play\n17:00 bath otter [15 10 0]\n17:10 story wren [20 0]", children: ["otter 5", "wren 5"])
    try house.run(to: "16:51")
    // At 16:50 bath's 10 and story's 20 are one line, under the first one's key.
    #expect(house.desktop.keys.sorted() == ["2026-03-10/bath/otter"])
    try house.run(to: "17:11")
    #expect(house.desktop.keys.sorted() == ["2026-03-10/story/wren"])
    try house.run(to: "17:13")
    #expect(house.desktop.isEmpty)
  }

  @Test("an answer to one child of a merged line leaves it for the other")
  func mergedAnswer() throws {
    var house = try house("16:00 play\n17:00 bath [5 0]", children: ["otter 5", "wren 5"])
    try house.at("16:56", .answer(cue: "2026-03-10/bath/otter/5", .done))
    #expect(house.closed == [])
    try house.at("16:57", .answer(cue: "2026-03-10/bath/wren/5", .done))
    #expect(house.closed == ["2026-03-10/bath/otter"])
  }

  @Test("a delay keeps it up as long as it is true")
  func delayed() throws {
    var house = try house()
    try house.at("17:24", .delay(step: "tablet-ends", minutes: 10))
    try house.run(to: "17:30")
    #expect(house.desktop.count == 1)
    try house.run(to: "17:38")
    #expect(house.desktop.isEmpty)
  }

  @Test("rungs can be answered in three ways, a digest in none; care is quiet, rungs are not, nothing is critical")
  func actions() throws {
    var family = try Family("12:00 lunch food water\n16:30 tablet\n17:25 tablet-ends hard\n21:20 bed sleep")
    try family.add(goal: "walk", minutes: 3) { $0.windows = [try window("18:00-20:00")] }
    var house = try House(family, from: "2026-03-10T11:00")
    try house.run(to: "21:00")
    let actions = Dictionary(
      house.deliveries.map { ($0.line.kind, $0.actions) }, uniquingKeysWith: { first, _ in first })
    #expect(
      actions == [
        .cue: [.done, .later, .notToday], .fuel: [.done], .nudge: [.done, .notToday], .digest: [],
      ])
    let urgencies = Dictionary(house.lines.map { ($0.kind, $0.urgency) }, uniquingKeysWith: { first, _ in first })
    #expect(urgencies == [.cue: .normal, .fuel: .low, .nudge: .low, .digest: .low])
  }
}
