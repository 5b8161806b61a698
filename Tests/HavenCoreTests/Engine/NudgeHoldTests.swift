import Testing

@testable import HavenCore

/// A nudge holds itself back: each reason by itself, to the minute at which it ends.
struct NudgeHoldTests {
  /// `read`, three minutes, offered 10:00-12:00; a second carer is there, so that nobody is alone.
  private func family(_ day: String = "", carers: [String] = ["ros", "imani"], _ domain: Goal.Domain = .mind) throws
    -> Family
  {
    var family = try Family(carers: carers, "07:00 wake core\n" + day)
    try family.add(goal: "read", domain, minutes: 3) { $0.windows = [try window("10:00-12:00")] }
    return family
  }

  private func offered(_ family: Family, _ play: (inout House) throws -> Void = { _ in }) throws -> [String] {
    var house = try House(family, from: "2026-03-10T06:00")
    try play(&house)
    try house.run(to: "13:00")
    return house.said(.nudge)
  }

  private func at(_ time: String, _ dose: String = "full") -> [String] { ["\(time) ros: nudge read \(dose)"] }

  @Test("nothing holds it")
  func free() throws {
    #expect(try offered(family()) == at("10:00"))
  }

  @Test("a rung to that carer less than fifteen minutes ago or ahead")
  func rung() throws {
    #expect(try offered(family("09:46 play [0]")) == at("10:01"))
    #expect(try offered(family("09:45 play [0]")) == at("10:00"))
    #expect(try offered(family("10:14 play [0]")) == at("10:29"))
    #expect(try offered(family("10:15 play [0]")) == at("10:00"))
    #expect(try offered(family("10:10 play [0]\n10:30 bath [0]\n10:50 story [0]")) == at("11:05"))
  }

  @Test("another carer's rungs do not hold it")
  func othersRung() throws {
    #expect(try offered(family("10:05 play [0] by:imani")) == at("10:00"))
  }

  @Test("a rung that was cancelled or held back does not")
  func cancelledRung() throws {
    #expect(try offered(family("10:10 play [0]")) { try $0.at("09:00", .done(step: "play")) } == at("10:00"))
    #expect(try offered(family("10:10 play [0]")) { try $0.at("09:00", .skip(step: "play")) } == at("10:00"))
  }

  @Test("a landing step that runs, of any child")
  func landing() throws {
    #expect(try offered(family("09:50 home landing 30m")) == at("10:20"))
    #expect(try offered(family("09:30 home landing\n10:40 play")) == at("10:40"))
  }

  @Test("another carer who is tagged out; their own is theirs")
  func tagOut() throws {
    #expect(try offered(family()) { try $0.at("09:50", .tagOut(seconds: 1800), by: "imani") } == at("10:20"))
    #expect(try offered(family()) { try $0.at("09:50", .tagOut(seconds: 1800), by: "ros") } == at("10:20"))
  }

  @Test("an hour after a hard moment")
  func hard() throws {
    #expect(try offered(family()) { try $0.at("09:10", .hard(HardMoment(size: 1))) } == at("10:10"))
  }

  @Test("capacity 1, for the day; 2 is enough, and a later word counts")
  func capacity() throws {
    #expect(try offered(family()) { try $0.at("08:00", .capacity(1)) } == [])
    #expect(try offered(family()) { try $0.at("08:00", .capacity(2)) } == at("10:00"))
    #expect(try offered(family()) { try $0.at("08:00", .capacity(1), by: "imani") } == at("10:00"))
    #expect(
      try offered(family()) { house in
        try house.at("08:00", .capacity(1))
        try house.at("10:30", .capacity(3))
      } == at("10:30"))
  }

  @Test("after a broken night all but rest, and nothing before half past nine")
  func brokenNight() throws {
    func night(_ house: inout House) throws {
      for time in ["01:00", "03:00"] { try house.at("2026-03-11T\(time)", .night(up: true)) }
    }
    for (domain, said) in [(Goal.Domain.mind, []), (.rest, ["03-11 09:30 ros: nudge read full"])] {
      var family = try Family(carers: ["ros", "imani"], "")
      try family.add(goal: "read", domain, minutes: 3) { $0.windows = [try window("08:00-12:00")] }
      var house = try House(family, from: "2026-03-10T13:00")
      try night(&house)
      try house.run(to: "2026-03-11T13:00")
      #expect(house.said(.nudge) == said)
    }
  }

  @Test("one wake of more than two and a half hours is a broken night; one short one is not, nor another carer's")
  func brokenLength() throws {
    for (down, carer, said) in [
      ("03:30", "ros", ["03-11 10:00 ros: nudge read full"]), ("03:31", "ros", []),
      ("05:00", "imani", ["03-11 10:00 ros: nudge read full"]),
    ] {
      var house = try House(family(), from: "2026-03-10T13:00")
      try house.at("2026-03-11T01:00", .night(up: true), by: carer)
      try house.at("2026-03-11T\(down)", .night(up: false), by: carer)
      try house.run(to: "2026-03-11T13:00")
      #expect(house.said(.nudge) == said)
    }
  }

  @Test("a night is from noon to noon: the evening before counts, the morning before does not")
  func noonToNoon() throws {
    for (first, said) in [("2026-03-10T12:00", []), ("2026-03-10T11:59", ["03-11 10:00 ros: nudge read full"])] {
      var house = try House(family(), from: "2026-03-10T11:30")
      try house.at("11:40", .goal(id: "read", .keep))
      try house.at(first, .night(up: true))
      try house.at(first, .night(up: false))
      try house.at("2026-03-11T01:00", .night(up: true))
      try house.at("2026-03-11T01:10", .night(up: false))
      try house.run(to: "2026-03-11T13:00")
      #expect(house.said(.nudge).filter { $0.hasPrefix("03-11") } == said)
    }
  }

  @Test("any child in a soft mode: all but rest, and that in its smallest")
  func softDay() throws {
    for mode in [Mode.lowDemand, .regression, .sick] {
      let act = Command.mode(mode, child: nil, age: nil, until: nil)
      #expect(try offered(family()) { try $0.at("08:00", act) } == [])
      #expect(try offered(family("", .rest)) { try $0.at("08:00", act) } == at("10:00", "micro"))
    }
  }

  @Test("the carer's own away, asleep and quiet windows, a hush, `unsafe`")
  func notNow() throws {
    for window in ["away", "asleep", "quiet"] {
      #expect(try offered(family(carers: ["ros \(window) 09:00-10:30", "imani"])) == at("10:30"))
    }
    #expect(try offered(family()) { try $0.at("09:50", .hush(seconds: 1200)) } == at("10:10"))
    #expect(
      try offered(family()) { house in
        try house.at("09:50", .unsafe(on: true))
        try house.at("10:07", .unsafe(on: false))
      } == at("10:07"))
  }

  @Test("less than three hours since their last, over midnight too")
  func spacing() throws {
    var family = try Family(carers: ["ros quiet never"], children: [], "")
    for (goal, hours) in [("a", "23:00-23:30"), ("b", "00:30-03:00")] {
      try family.add(goal: goal) { $0.windows = [try window(hours)] }
    }
    var house = try House(family, from: "2026-03-10T22:00")
    try house.run(to: "2026-03-11T04:00")
    #expect(house.said(.nudge) == ["23:00 ros: nudge a full", "03-11 02:00 ros: nudge b full"])
  }

  @Test("a held nudge is gone with its window: nothing piles up")
  func expires() throws {
    #expect(try offered(family()) { try $0.at("09:59", .hush(seconds: 7300)) } == [])
  }

  @Test("why a goal is held can be asked")
  func reasons() throws {
    var house = try House(family("10:10 play [0]"), from: "2026-03-10T06:00")
    try house.run(to: "10:00")
    let goal = house.family.household.goals[0]
    #expect(house.engine.hold(on: goal, at: house.now) == NudgeHold(reason: .ladder, until: try house.instant("10:25")))
    #expect(house.engine.hold(on: goal, at: try house.instant("11:00")) == nil)
  }
}
