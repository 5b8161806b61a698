import Testing

@testable import HavenCore

/// The ledger is the whole memory: an engine that is started from it goes on as if it had never stopped.
struct RestartTests {
  private func family() throws -> Family {
    var family = try Family(
      carers: ["ros", "imani away 09:00-17:12"], children: ["otter 5", "wren 3 key:imani", "finch 13"],
      """
      07:00 wake         core food water
      08:20 shoes        otter wren hard core
      08:45 school       otter finch away
      15:30 home         otter finch landing food water
      16:00 tablet       otter liked
      17:25 tablet-ends  otter hard core
      18:00 tea          food water core
      18:40 bath         wren very-hard core
      20:10 lights-out   otter=normal wren=easy sleep core
      """)
    try family.add(goal: "walk") { goal in
      goal.after = "shoes"
      goal.delay = 600
    }
    try family.add(goal: "pages", .rest, minutes: 5) { $0.windows = [try window("19:00-21:00")] }
    return family
  }

  /// A day on which a lot is done and answered.
  private func play(_ house: inout House) throws {
    try house.at("07:45", .promiseAdd(id: "kite", dueAt: try house.instant("19:00")))
    try house.press(.done, on: "shoes/otter/P20", at: "08:01")
    try house.at("12:00", .fed(child: "wren"))
    try house.press(.later, on: "tablet-ends/otter/15", at: "17:11")
    try house.at("17:17", .delay(step: "tablet-ends", minutes: 10))
    try house.at("18:21", .tagOut(seconds: 1200))
    try house.at("18:22", .tagAnswer(.later), by: "imani")
    try house.at("18:31", .hard(HardMoment(child: "wren")))
    try house.at("19:15", .hush(seconds: 1800))
    try house.press(.notToday, on: "lights-out/otter/P15", at: "19:56")
  }

  @Test(
    "restarted every seven minutes of a busy day, it says exactly what it would have said", arguments: [false, true])
  func everySevenMinutes(reversed: Bool) throws {
    var whole = try House(family())
    try play(&whole)
    try whole.run(to: "2026-03-11")

    var restarted = try House(family())
    restarted.restartsEvery = (420, reversed)
    try play(&restarted)
    try restarted.run(to: "2026-03-11")
    #expect(whole.said().count > 30)
    #expect(restarted.said() == whole.said())
    #expect(restarted.ledger.latest.map(\.id) == whole.ledger.latest.map(\.id))
  }

  @Test("restarted at every single minute of an evening, it says exactly what it would have said")
  func everyMinute() throws {
    var whole = try House(.evening(), from: "2026-03-10T16:30")
    try whole.at("17:12", .delay(step: "tablet-ends", minutes: 10))
    try whole.run(to: "18:00")
    for minute in 0..<90 {
      var house = try House(.evening(), from: "2026-03-10T16:30")
      let restart = house.now + minute * 60
      if restart <= (try house.instant("17:12")) { try house.restartNow(at: restart) }
      try house.at("17:12", .delay(step: "tablet-ends", minutes: 10))
      if restart > house.now { try house.restartNow(at: restart) }
      try house.run(to: "18:00")
      #expect(house.said() == whole.said(), "restarted at minute \(minute)")
    }
  }

  @Test("the carer last shown a rung is remembered, whatever the order of the rows", arguments: [false, true])
  func lastShown(reversed: Bool) throws {
    var house = try House(.evening(carers: ["ros away 17:08-17:12", "imani"]), from: "2026-03-10T16:00")
    try house.run(to: "17:13")
    house.restart(aliveAt: house.now, reversed: reversed)
    house.handle(.resumed(since: house.now))
    try house.run(to: "17:21")
    let last = house.said().last
    #expect(last == "17:20 imani: tablet-ends/otter/5 5m")
  }

  @Test("a rung answered before the restart still holds a nudge for its quarter of an hour")
  func answeredRung() throws {
    var family = try Family.evening()
    try family.add(goal: "pages", minutes: 5) { $0.windows = [try window("17:27-19:00")] }
    var house = try House(family, from: "2026-03-10T16:00")
    try house.press(.done, on: "tablet-ends/otter/0", at: "17:26")
    house.restart(aliveAt: house.now)
    house.handle(.resumed(since: house.now))
    try house.run(to: "19:00")
    let said = house.said(.nudge)
    #expect(said == ["17:40 ros: nudge pages micro"])
  }

  @Test("a snooze, a hush, a mode, a tag-out and a duty outlive a restart")
  func lasting() throws {
    for (act, said) in [
      (Command.snooze(cue: "2026-03-10/tablet-ends/otter/15", seconds: 180), ["17:14 ros: tablet-ends/otter/15 11m"]),
      (.hush(seconds: 700), ["17:23 ros: tablet-ends/otter/L2 2m"]),
      (.mode(.lowDemand, child: nil, age: nil, until: nil), []),
      (.duty(carer: "imani"), ["17:20 imani: tablet-ends/otter/5 5m"]),
      (.skip(step: "tablet-ends"), []),
      (.delay(step: "tablet-ends", minutes: 2), ["17:22 ros: tablet-ends/otter/5 5m"]),
    ] {
      var house = try House(.evening(carers: ["ros", "imani"]), from: "2026-03-10T16:00")
      try house.at("17:11", act)
      house.look()
      let before = house.lines.count
      try house.off("17:12", "17:13")
      try house.run(to: "17:24")
      #expect(house.said().dropFirst(before).prefix(1) == said[...], "\(act)")
    }
  }

  @Test("an act that was taken back stays taken back, and its number is not given again")
  func undone() throws {
    var house = try House(.evening(), from: "2026-03-10T16:00")
    try house.at("17:06", .skip(step: "tablet-ends"))
    try house.undo(at: "17:07")
    try house.off("17:08", "17:09")
    try house.at("17:09", .fed(child: "otter"))
    try house.run(to: "17:11")
    #expect(house.said().last == "17:10 ros: tablet-ends/otter/15 15m")
    #expect(house.ledger.acts.map(\.id) == [1, 2])
  }

  @Test("a goal that sleeps stays asleep, and what is spent stays spent")
  func nudges() throws {
    var family = try Family(children: [], "")
    try family.add(goal: "walk") { $0.windows = [try window("10:00-11:00")] }
    var house = try House(family)
    for day in 11...15 {
      try house.run(to: "2026-03-\(day)")
      house.restart(aliveAt: house.now)
      house.handle(.resumed(since: house.now))
    }
    #expect(
      house.said(.nudge) == [
        "10:00 ros: nudge walk full", "03-11 10:00 ros: nudge walk full", "03-12 10:00 ros: nudge walk full",
      ])
  }

  @Test("a new ledger looks at nothing before it began")
  func newLedger() throws {
    var house = try House(.evening(), from: "2026-03-10T17:12")
    house.handle(.resumed(since: house.engine.aliveAt))
    try house.run(to: "17:21")
    #expect(house.said() == ["17:20 ros: tablet-ends/otter/5 5m"])
  }
}
