import Testing

@testable import HavenCore

/// Which change a hard moment belongs to, so that a parent need not say it.
@Suite("The transition of a hard moment")
struct HardMomentTransitionTests {
  private func house() throws -> House {
    let family = try Family(
      children: ["otter 5", "wren 5"],
      """
      16:00 play
      17:25 tablet-ends  otter hard
      17:40 shoes        wren hard
      18:50 bath         otter hard
      20:00 wind-down    otter easy
      """)
    return try House(family, from: "2026-03-10T15:00")
  }

  private func transition(_ child: ChildID?, _ moment: String, _ done: (String, Command)? = nil) throws -> String? {
    var house = try house()
    if let done { try house.at(done.0, done.1) }
    let instant = try house.instant(moment)
    return house.engine.transition(of: child, at: instant)?.step
  }

  @Test(
    "the one whose ladder is running, else the one that began within the hour before, else none",
    arguments: [
      ("17:04", nil), ("17:05", "tablet-ends"), ("17:24", "tablet-ends"), ("17:25", "tablet-ends"),
      ("18:25", "tablet-ends"), ("18:26", nil), ("18:30", "bath"), ("19:50", "bath"), ("19:51", nil),
      ("19:55", "wind-down"),
    ] as [(String, String?)])
  func table(moment: String, step: String?) throws {
    #expect(try transition("otter", moment) == step)
  }

  @Test("another child's change is not this one's; without a child it is the nearest of all")
  func children() throws {
    #expect(try transition("wren", "17:12") == nil)
    #expect(try transition("wren", "17:30") == "shoes")
    #expect(try transition(nil, "17:22") == "tablet-ends")
    #expect(try transition(nil, "17:30") == "shoes")
    #expect(try transition(nil, "17:45") == "shoes")
  }

  @Test("a step said to be done began then; one that is not for today is none")
  func answered() throws {
    #expect(try transition("otter", "17:20", ("17:10", .done(step: "tablet-ends"))) == "tablet-ends")
    #expect(try transition("otter", "18:15", ("17:10", .done(step: "tablet-ends"))) == nil)
    #expect(
      try transition("otter", "17:20", ("17:10", .answer(cue: "2026-03-10/tablet-ends/otter/P20", .notToday))) == nil)
    #expect(try transition("otter", "17:20", ("17:10", .skip(step: "tablet-ends"))) == nil)
  }

  @Test("the engine writes it into the record, and a delay since then counts")
  func recorded() throws {
    var house = try house()
    try house.at("17:06", .delay(step: "tablet-ends", minutes: 30))
    try house.at("17:38", .hard(HardMoment(child: "otter")))
    try house.at("17:50", .hard(HardMoment(child: "wren", at: try house.instant("17:10"))))
    #expect(house.engine.facts.hardMoments.map(\.step) == ["tablet-ends", nil])
  }
}
