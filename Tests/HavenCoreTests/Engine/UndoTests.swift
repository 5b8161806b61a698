import Testing

@testable import HavenCore

/// `undo` takes back the last act: from then on Haven says what it would have said.
struct UndoTests {
  private func family() throws -> Family {
    var family = try Family(
      carers: ["ros", "imani"], children: ["otter 5", "wren 5"],
      """
      12:00 lunch        food water
      15:50 snack        food water
      16:30 tablet       otter liked
      17:25 tablet-ends  otter hard core
      18:20 bath         wren hard
      20:10 lights-out   normal sleep
      """)
    try family.add(goal: "read", minutes: 3) { $0.windows = [try window("18:40-20:00")] }
    family.household.boundaries = [Boundary(name: "screens", feeling: nil, limit: "off at five")]
    return family
  }

  /// Every command there is, but for the few that say something at once.
  static let acts: [Command] = [
    .done(step: "bath"), .delay(step: "bath", minutes: 15), .skip(step: "tablet-ends"),
    .swap(first: "tablet-ends", second: "bath"), .retreat(child: "otter", on: true),
    .mode(.lowDemand, child: nil, age: nil, until: nil), .mode(.regression, child: "wren", age: 3, until: nil),
    .mode(.sick, child: nil, age: nil, until: nil), .hush(seconds: 7200), .unsafe(on: true), .duty(carer: "imani"),
    .hard(HardMoment(child: "otter")), .fed(child: "otter"), .drank(child: "wren"), .moved(child: "otter"),
    .nurture(child: "otter"), .noticed(), .repair, .night(up: true), .boundaryHeld(name: "screens"), .balance(.even),
    .capacity(1), .goal(id: "read", .letGo), .goal(id: "read", .done),
    .promiseAdd(id: "kite", dueAt: Instant(seconds: 1_773_172_800)),  // 20:00 that evening
    .respiteForgive(lane: .couple),
  ]

  @Test("of every command, from then on everything is as if it had not been", arguments: acts)
  func everyCommand(act: Command) throws {
    var untouched = try House(family(), from: "2026-03-10T11:00")
    try untouched.run(to: "2026-03-11")

    var house = try House(family(), from: "2026-03-10T11:00")
    try house.at("16:40", act)
    house.look()
    try house.undo(at: "16:49")
    try house.run(to: "2026-03-11")
    #expect(house.said() == untouched.said())
  }

  @Test("of a booking, the plan is whole again")
  func booking() throws {
    var house = try House(family(), from: "2026-03-10T11:00")
    let stay = try span("2026-03-10T17:00/2026-03-11T09:00")
    try house.at("16:40", .respiteBook(lane: .overnight, from: stay.start, to: stay.end))
    try house.undo(at: "16:41")
    #expect(house.engine.plan(for: house.date).steps.count == 6)
  }

  @Test("of a tag-out: nobody is told that there was no answer, and the sender is on duty")
  func tagOut() throws {
    var house = try House(family(), from: "2026-03-10T16:50")
    try house.at("17:01", .tagOut(seconds: 1200))
    try house.undo(at: "17:02")
    try house.run(to: "17:30")
    #expect(house.said(.swap) == ["17:01 imani: swap asked"])
    #expect(house.said(.cue).allSatisfy { $0.contains("ros") })
  }

  @Test("of an answer to a swap: duty is as before")
  func tagAnswer() throws {
    var house = try House(family(), from: "2026-03-10T16:50")
    try house.at("17:00", .duty(carer: "ros"))
    try house.at("17:01", .tagOut(seconds: nil))
    try house.at("17:01:30", .tagAnswer(.yes), by: "imani")
    try house.undo(at: "17:02", by: "imani")
    try house.run(to: "17:04")
    #expect(house.said().last == "17:02:30 ros: swap unanswered")
    #expect(house.engine.dutyCarer(at: house.now) == nil)
  }

  @Test("of `done` and of Not today, what is left of the ladder comes")
  func answers() throws {
    for act in [Command.done(step: "tablet-ends"), .answer(cue: "2026-03-10/tablet-ends/otter/15", .notToday)] {
      var house = try House(.evening(), from: "2026-03-10T16:00")
      try house.at("17:11", act)
      try house.undo(at: "17:21")
      try house.run(to: "18:00")
      #expect(house.said().suffix(2) == ["17:23 ros: tablet-ends/otter/L2 2m", "17:25 ros: tablet-ends/otter/0 0m"])
      #expect(house.state("tablet-ends/otter/15") == "shown")
      #expect(house.state("tablet-ends/otter/5")?.hasPrefix("cancelled") == true)
    }
  }

  @Test("of a snooze, the cue does not come back; of an acknowledgement, it is unanswered again")
  func cue() throws {
    for act in [
      Command.snooze(cue: "2026-03-10/tablet-ends/otter/15", seconds: 180),
      .answer(cue: "2026-03-10/tablet-ends/otter/15", .done),
    ] {
      var house = try House(.evening(), from: "2026-03-10T16:00")
      try house.at("17:11", act)
      try house.undo(at: "17:12")
      try house.run(to: "17:19")
      #expect(house.said().count == 2)
      #expect(house.state("tablet-ends/otter/15") == "shown")
    }
  }

  @Test("of a delay, the child who was told is told the truth by the next rung")
  func delay() throws {
    var house = try House(.evening(), from: "2026-03-10T16:00")
    try house.at("17:12", .delay(step: "tablet-ends", minutes: 10))
    try house.undo(at: "17:13")
    try house.run(to: "18:00")
    #expect(
      house.said().dropFirst(2) == [
        "17:12 ros: moved to 17:35 tablet-ends/otter/moved 23m", "17:20 ros: tablet-ends/otter/5 5m",
        "17:23 ros: tablet-ends/otter/L2 2m", "17:25 ros: tablet-ends/otter/0 0m",
      ])
  }

  @Test("each carer takes back their own last act, one after another")
  func own() throws {
    var house = try House(family(), from: "2026-03-10T16:00")
    try house.at("16:01", .fed(child: "otter"))
    try house.at("16:02", .drank(child: "otter"))
    try house.at("16:03", .skip(step: "bath"), by: "imani")
    let replies = try [house.undo(at: "16:04"), house.undo(at: "16:05"), house.undo(at: "16:06", by: "imani")]
    #expect(
      replies.flatMap(\.lines) == [
        "taken back: otter has drunk", "taken back: otter has eaten", "taken back: skip bath",
      ])
    let refusal = #expect(throws: Refusal.self) { try house.undo(at: "16:07") }
    #expect(refusal?.text == "nothing to undo in the last ten minutes")
    #expect(refusal?.isTruthfulNo == true)
  }

  @Test("for ten minutes, that included")
  func tenMinutes() throws {
    var house = try House(family(), from: "2026-03-10T16:00")
    try house.at("16:01", .skip(step: "bath"))
    #expect(throws: Refusal.self) { try house.undo(at: "16:11:01") }
    var soon = try House(family(), from: "2026-03-10T16:00")
    try soon.at("16:01", .skip(step: "bath"))
    try soon.undo(at: "16:11")
    #expect(soon.engine.plan(for: soon.date).steps.count == 6)
  }

  @Test("it is kept in the ledger as taken back, never removed")
  func kept() throws {
    var house = try House(family(), from: "2026-03-10T16:00")
    try house.at("16:01", .skip(step: "bath"))
    try house.undo(at: "16:02")
    #expect(house.ledger.acts.map(\.id) == [1])
    #expect(house.ledger.undone == [1])
  }
}
