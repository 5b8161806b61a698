import Testing

@testable import HavenCore

/// When a carer's goal is on offer, how often, and how much of it.
struct NudgeTests {
  /// A family whose children are at school, with goals; nobody is alone with a child.
  private func house(
    carers: [String] = ["ros"], children: [String] = [], _ day: String = "", from: String = "2026-03-10",
    _ change: (inout Family) throws -> Void
  ) throws -> House {
    var family = try Family(carers: carers, children: children, day)
    try change(&family)
    return try House(family, from: from)
  }

  private func nudges(_ house: House, to end: String = "2026-03-11") throws -> [String] {
    var house = house
    try house.run(to: end)
    return house.said(.nudge)
  }

  @Test("after its step, when the delay has passed")
  func after() throws {
    let house = try house("09:00 school-gate") { family in
      try family.add(goal: "walk") {
        $0.after = "school-gate"; $0.delay = 600
      }
    }
    #expect(try nudges(house) == ["09:10 ros: nudge walk full"])
  }

  @Test("for an hour from then: a hold that lasts the hour ends it")
  func hour() throws {
    for (landing, said) in [("59", ["10:09 ros: nudge walk full"]), ("60", [])] {
      let house = try house(children: ["otter 5"], "09:00 gate\n09:10 home landing \(landing)m") { family in
        try family.add(goal: "walk") {
          $0.after = "gate"; $0.delay = 600; $0.smallest = "to the door"
        }
      }
      #expect(try nudges(house).map { $0.replacing("micro", with: "full") } == said)
    }
  }

  @Test("within its window, from its first whole minute")
  func window() throws {
    let house = try house { try $0.add(goal: "walk") { $0.windows = [try HavenCoreTests.window("10:00-11:00")] } }
    #expect(try nudges(house) == ["10:00 ros: nudge walk full"])
  }

  @Test("with both, where they overlap")
  func both() throws {
    for (window, said) in [
      ("09:30-12:00", ["09:30 ros: nudge walk full"]), ("06:00-12:00", ["09:10 ros: nudge walk full"]),
      ("10:10-12:00", []), ("08:00-09:10", []),
    ] {
      let house = try house("09:00 gate") { family in
        try family.add(goal: "walk") {
          $0.after = "gate"
          $0.delay = 600
          $0.windows = [try HavenCoreTests.window(window)]
        }
      }
      #expect(try nudges(house) == said)
    }
  }

  @Test("only on the kinds of day it names, and only where its step is in the day")
  func days() throws {
    let house = try house { family in
      var weekend = DayKind(id: "weekend")
      weekend.on = WeekdaySet([.saturday])
      family.household.dayKinds = [weekend]
      try family.add("09:00 gate", days: ["plain"])
      try family.add(goal: "walk") { $0.after = "gate" }
      try family.add(goal: "swim") {
        $0.windows = [try HavenCoreTests.window("10:00-11:00")]; $0.days = ["weekend"]
      }
    }
    #expect(
      try nudges(house, to: "2026-03-15") == [
        "09:05 ros: nudge walk full", "03-11 09:05 ros: nudge walk full", "03-12 09:05 ros: nudge walk full",
        "03-14 10:00 ros: nudge swim full",
      ])
  }

  @Test("once a date, and a skipped step takes its nudge along")
  func once() throws {
    var house = try house("09:00 gate\n10:00 lunch") { family in
      try family.add(goal: "walk") { $0.after = "gate" }
      try family.add(goal: "read") { $0.after = "lunch" }
    }
    try house.at("08:00", .skip(step: "lunch"))
    #expect(try nudges(house) == ["09:05 ros: nudge walk full"])
  }

  @Test("of several, the first in the order written that nothing holds")
  func order() throws {
    let house = try house(children: ["otter 5"], "06:00 wake") { family in
      for (goal, minutes) in [("long", 30), ("first", 3), ("second", 3)] {
        try family.add(goal: goal, minutes: minutes) { $0.windows = [try HavenCoreTests.window("10:00-11:00")] }
      }
    }
    // Alone with a child awake, the long one has no smallest version.
    #expect(try nudges(house) == ["10:00 ros: nudge first micro"])
  }

  @Test("each carer has their own, at the same minute")
  func carers() throws {
    let house = try house(carers: ["ros", "imani"]) { family in
      try family.add(goal: "walk") { $0.windows = [try HavenCoreTests.window("10:00-11:00")] }
      try family.add(goal: "piano", of: "imani") { $0.windows = [try HavenCoreTests.window("10:00-11:00")] }
    }
    #expect(try nudges(house) == ["10:00 ros: nudge walk full", "10:00 imani: nudge piano full"])
  }

  @Test("two a day, three hours apart")
  func spacing() throws {
    let house = try house { family in
      for goal in ["a", "b", "c"] {
        try family.add(goal: goal) { $0.windows = [try HavenCoreTests.window("10:00-20:00")] }
      }
    }
    #expect(try nudges(house) == ["10:00 ros: nudge a full", "13:00 ros: nudge b full"])
  }

  @Test("eight a week, which starts on Monday")
  func eightAWeek() throws {
    let house = try house(from: "2026-03-09") { family in
      for goal in ["a", "b"] {
        try family.add(goal: goal) { $0.windows = [try HavenCoreTests.window("10:00-20:00")] }
      }
    }
    var played = house
    for day in 9...19 {
      try played.run(to: "2026-03-\(day < 10 ? "0" : "")\(day)")
      try played.at("2026-03-\(day < 10 ? "0" : "")\(day)T08:00", .goal(id: "a", .keep))
      try played.at("2026-03-\(day < 10 ? "0" : "")\(day)T08:00", .goal(id: "b", .keep))
    }
    let days = played.said(.nudge).map { $0.contains("-") ? String($0.prefix(5)) : "03-09" }
    #expect(
      Dictionary(days.map { ($0, 1) }, uniquingKeysWith: +) == [
        "03-09": 2, "03-10": 2, "03-11": 2, "03-12": 2, "03-16": 2, "03-17": 2, "03-18": 2,
      ])
  }

  @Test("a target is reached by nudges")
  func targetByNudges() throws {
    let house = try house(from: "2026-03-09") { family in
      try family.add(goal: "walk") {
        $0.windows = [try HavenCoreTests.window("10:00-11:00")]
        $0.target = Target(low: 1, high: 2, unit: .times, period: .weeks(1))
      }
    }
    #expect(
      try nudges(house, to: "2026-03-17") == [
        "10:00 ros: nudge walk full", "03-10 10:00 ros: nudge walk full", "03-16 10:00 ros: nudge walk full",
      ])
  }

  @Test("a target is reached by doing it, and the two are counted apart")
  func targetByDone() throws {
    var house = try house(from: "2026-03-09") { family in
      try family.add(goal: "walk") {
        $0.windows = [try HavenCoreTests.window("10:00-11:00")]
        $0.target = Target(low: 1, high: 2, unit: .times, period: .weeks(1))
      }
    }
    try house.at("09:00", .goal(id: "walk", .done))
    try house.at("2026-03-10T09:00", .goal(id: "walk", .part))
    try house.run(to: "2026-03-10T12:00")
    #expect(house.said(.nudge).count == 2)

    var done = try self.house(from: "2026-03-09") { family in
      try family.add(goal: "walk") {
        $0.windows = [try HavenCoreTests.window("10:00-11:00")]
        $0.target = Target(low: 1, high: 2, unit: .times, period: .weeks(1))
      }
    }
    try done.at("08:00", .goal(id: "walk", .done))
    try done.at("09:00", .goal(id: "walk", .done))
    try done.run(to: "2026-03-17")
    #expect(done.said(.nudge) == ["03-16 10:00 ros: nudge walk full"])
  }

  @Test("a target in hours counts the goal's minutes")
  func hours() throws {
    let house = try house(from: "2026-03-09") { family in
      try family.add(goal: "swim", minutes: 60) {
        $0.windows = [try HavenCoreTests.window("10:00-11:00")]
        $0.target = Target(low: 2, high: 2, unit: .hours, period: .weeks(1))
      }
    }
    #expect(try nudges(house, to: "2026-03-16").count == 2)
  }

  @Test("unanswered three times in a row the goal sleeps, until somebody speaks of it")
  func sleeps() throws {
    for act in [GoalAct.keep, .shrink, .part, .done, .notToday] {
      var house = try house { try $0.add(goal: "walk") { $0.windows = [try HavenCoreTests.window("10:00-11:00")] } }
      try house.run(to: "2026-03-15")
      #expect(house.said(.nudge).count == 3)
      try house.at("2026-03-15T08:00", .goal(id: "walk", act))
      try house.run(to: "2026-03-16")
      #expect(house.said(.nudge).last == "03-15 10:00 ros: nudge walk full")
    }
  }

  @Test("an answer in between and it does not sleep; the button Not today is an answer")
  func answered() throws {
    var house = try house { try $0.add(goal: "walk") { $0.windows = [try HavenCoreTests.window("10:00-11:00")] } }
    try house.press(.notToday, on: "2026-03-12/nudge/walk", at: "2026-03-12T10:05")
    try house.run(to: "2026-03-20")
    #expect(house.said(.nudge).count == 6)
    #expect(house.state("2026-03-12/nudge/walk") == "skipped")
  }

  @Test("let go, it is not nudged again until it is kept")
  func letGo() throws {
    var house = try house { try $0.add(goal: "walk") { $0.windows = [try HavenCoreTests.window("10:00-11:00")] } }
    try house.at("08:00", .goal(id: "walk", .letGo))
    try house.at("2026-03-12T08:00", .goal(id: "walk", .keep))
    try house.run(to: "2026-03-13")
    #expect(house.said(.nudge) == ["03-12 10:00 ros: nudge walk full"])
  }

  @Test("the button Done counts it as done")
  func button() throws {
    var house = try house { try $0.add(goal: "walk") { $0.windows = [try HavenCoreTests.window("10:00-11:00")] } }
    try house.press(.done, on: "nudge/walk", at: "10:05")
    #expect(house.ledger.acts.map(\.command) == [.goal(id: "walk", .done)])
    #expect(house.state("nudge/walk") == "acknowledged")
  }

  @Test("a private goal leaves no trace in a notification history")
  func privately() throws {
    var house = try house { family in
      try family.add(goal: "walk") {
        $0.windows = [try HavenCoreTests.window("10:00-11:00")]; $0.isPrivate = true
      }
    }
    try house.run(to: "10:01")
    #expect(house.deliveries.map(\.isTransient) == [true])
  }

  @Test("the dose is micro alone with a child awake, where there is a smallest or it is short; else nothing")
  func doseAlone() throws {
    for (smallest, minutes, said) in [
      (String?.none, 20, []), ("one page", 20, ["10:00 ros: nudge read micro"]),
      (nil, 5, ["10:00 ros: nudge read micro"]),
      (nil, 6, []),
    ] {
      let house = try house(children: ["otter 5"], "07:00 wake") { family in
        try family.add(goal: "read", minutes: minutes) {
          $0.windows = [try HavenCoreTests.window("10:00-11:00")]
          $0.smallest = smallest
        }
      }
      #expect(try nudges(house) == said)
    }
  }

  @Test("with another carer on duty, or the children away or asleep, it is full")
  func doseFull() throws {
    for (carers, day) in [
      (["ros", "imani"], "07:00 wake"), (["ros"], "07:00 wake\n08:30 school away"),
      (["ros"], "07:00 wake\n09:30 rest nap"),
    ] {
      let house = try house(carers: carers, children: ["otter 5"], day) { family in
        try family.add(goal: "read", minutes: 3) { $0.windows = [try HavenCoreTests.window("10:00-11:00")] }
      }
      #expect(try nudges(house) == ["10:00 ros: nudge read full"])
    }
  }

  @Test("alone at first, full as soon as somebody comes")
  func doseLater() throws {
    let house = try house(carers: ["ros", "imani away 09:00-10:30"], children: ["otter 5"], "07:00 wake") { family in
      try family.add(goal: "read", minutes: 30) { $0.windows = [try HavenCoreTests.window("10:00-11:00")] }
    }
    #expect(try nudges(house) == ["10:30 ros: nudge read full"])
  }
}
