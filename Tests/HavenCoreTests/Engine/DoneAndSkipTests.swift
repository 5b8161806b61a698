import Testing

@testable import HavenCore

/// A change that has happened, one that is not for today, and a cue that somebody has answered.
struct DoneAndSkipTests {
  private func house() throws -> House { try House(.evening(), from: "2026-03-10T16:00") }
  private let p20 = "17:05 ros: tablet-ends/otter/P20 20m"

  @Test("`done` cancels what is left of the ladder and leaves the step")
  func done() throws {
    var house = try house()
    try house.at("17:06", .done(step: "tablet-ends"))
    try house.run(to: "18:00")
    #expect(house.said() == [p20])
    for rung in ["15", "5", "L2", "0"] { #expect(house.state("tablet-ends/otter/\(rung)") == "cancelled: done") }
    #expect(house.engine.plan(for: house.date).steps.map(\.step.id) == ["tablet", "tablet-ends"])
  }

  @Test("`done` is for today, and for every child in the step")
  func doneToday() throws {
    var house = try House(
      Family(children: ["otter 5", "wren 3"], "16:00 play\n17:00 bath [5 0]"), from: "2026-03-10T16:30")
    try house.at("16:40", .done(step: "bath"))
    try house.run(to: "2026-03-11T16:56")
    #expect(house.said(.cue) == ["03-11 16:55 ros: bath/otter/5 5m, bath/wren/5 5m"])
  }

  @Test("`skip` takes the step out of today as if it had never been written")
  func skip() throws {
    var house = try House(Family("16:30 tablet\n17:00 piano\n17:20 bath [25 0]"), from: "2026-03-10T16:00")
    try house.at("16:31", .skip(step: "piano"))
    try house.run(to: "18:00")
    // Clamped to the piano before, it is a change from the tablet now.
    #expect(house.said() == ["16:55 ros: bath/otter/25 25m", "17:20 ros: bath/otter/0 0m"])
  }

  @Test("a skipped step's rungs leave no trace in the ledger")
  func skipIsNoRecord() throws {
    var house = try house()
    try house.at("17:06", .skip(step: "tablet-ends"))
    try house.run(to: "18:00")
    #expect(house.said() == [p20])
    #expect(house.state("tablet-ends/otter/15") == nil)
  }

  @Test("the button Done acknowledges that cue and no more")
  func buttonDone() throws {
    var house = try house()
    try house.press(.done, on: "tablet-ends/otter/P20", at: "17:06")
    try house.run(to: "17:11")
    #expect(house.state("tablet-ends/otter/P20") == "acknowledged")
    #expect(house.said() == [p20, "17:10 ros: tablet-ends/otter/15 15m"])
  }

  @Test("the button Later snoozes it for five minutes")
  func buttonLater() throws {
    var house = try house()
    try house.press(.later, on: "tablet-ends/otter/15", at: "17:11")
    try house.run(to: "17:17")
    #expect(house.said().last == "17:16 ros: tablet-ends/otter/15 9m")
  }

  @Test("the button Not today cancels that transition for that child, and no other")
  func buttonNotToday() throws {
    var house = try House(
      Family(children: ["otter 5", "wren 5"], "16:00 play\n17:00 bath otter=normal wren=easy"), from: "2026-03-10T16:30"
    )
    try house.press(.notToday, on: "bath/otter/P15", at: "16:46")
    try house.run(to: "2026-03-11T16:46")
    #expect(
      house.said(.cue) == [
        "16:45 ros: bath/otter/P15 15m", "16:55 ros: bath/wren/5 5m", "17:00 ros: bath/wren/0 0m",
        "03-11 16:45 ros: bath/otter/P15 15m",
      ])
    #expect(house.state("2026-03-10/bath/otter/P15") == "skipped")
    #expect(house.state("2026-03-10/bath/otter/0") == "cancelled: not-today")
  }

  @Test("a notification closed by hand is dismissed, by the server expired; neither is an answer")
  func closed() throws {
    for (isExpiry, state) in [(false, "dismissed"), (true, "expired")] {
      var house = try house()
      try house.run(to: "17:06")
      house.handle(.closed(try house.delivery(of: "tablet-ends/otter/P20"), isExpiry: isExpiry))
      try house.run(to: "17:11")
      #expect(house.state("tablet-ends/otter/P20") == state)
      #expect(house.said().count == 2)
      #expect(house.ledger.acts.isEmpty)
    }
  }

  @Test("closing what was answered changes nothing")
  func closedAfterAnswer() throws {
    var house = try house()
    try house.press(.done, on: "tablet-ends/otter/P20", at: "17:06")
    house.handle(.closed(try house.delivery(of: "tablet-ends/otter/P20"), isExpiry: false))
    #expect(house.state("tablet-ends/otter/P20") == "acknowledged")
  }

  @Test("six words for six things: each cue has one of them at the end")
  func words() throws {
    var house = try house()
    try house.press(.done, on: "tablet-ends/otter/P20", at: "17:06")
    try house.at("17:11", .answer(cue: "2026-03-10/tablet-ends/otter/15", .dismiss))
    try house.suspend("17:19", "17:22")
    try house.press(.notToday, on: "tablet-ends/otter/L2", at: "17:24")
    try house.run(to: "18:00")
    #expect(
      ["P20", "15", "5", "L2", "0"].map { house.state("tablet-ends/otter/\($0)") } == [
        "acknowledged", "dismissed", "missed: superseded", "skipped", "cancelled: not-today",
      ])
  }

  @Test("a cue that was not shown cannot be answered")
  func notShown() throws {
    var house = try house()
    for answer in Answer.allCases {
      let refusal = #expect(throws: Refusal.self) {
        try house.at("17:06", .answer(cue: "2026-03-10/tablet-ends/otter/15", answer))
      }
      #expect(refusal?.text == "no cue '2026-03-10/tablet-ends/otter/15'")
    }
  }

  @Test("an answer is recorded for the carer to whom it was shown")
  func answerer() throws {
    var house = try House(
      .evening(carers: ["ros", "imani"], children: ["otter 5 key:imani"]), from: "2026-03-10T16:00")
    try house.press(.done, on: "tablet-ends/otter/P20", at: "17:06")
    #expect(house.ledger.acts.map(\.by) == ["imani"])
  }
}
