import Testing

@testable import HavenCore

@Suite("A better time for a goal")
struct WindowChangeTests {
  private static let morning = "07:00-08:00", evening = "20:00-21:00"

  private func goal(_ windows: String..., after: StepID? = nil) throws -> Goal {
    var goal = Goal(id: "walk", carer: "ros", domain: .body, name: "walk", minutes: 20)
    goal.windows = try windows.map { try window($0) }
    goal.after = after
    return goal
  }

  private func share(_ window: String, _ taken: Int, of offered: Int) -> NudgeAnswers.Share {
    let part = Double(taken) / Double(offered)
    return .init(
      goal: "walk", window: window, offered: offered, answered: part, taken: part, takenTimes: taken)
  }

  private func better(
    _ goal: Goal, _ shares: NudgeAnswers.Share..., unasked: [Int: Int] = [:]
  ) -> WindowChange? {
    var answers = NudgeAnswers(
      entries: [], acts: [], household: Household(), zone: .utc, today: CivilDate("2026-03-10")!)  // a date
    answers.shares = shares
    answers.unasked["walk"] = unasked
    return answers.betterTime(for: goal)
  }

  @Test("another of its windows, where it clearly works better: both as counted")
  func windows() throws {
    let goal = try goal(Self.morning, Self.evening)
    #expect(
      better(goal, share(Self.morning, 1, of: 8), share(Self.evening, 5, of: 6))
        == WindowChange(
          goal: "walk", from: Self.morning, to: Self.evening, taken: 1, offered: 8, better: .taken(5, of: 6)))
    #expect(better(goal, share(Self.morning, 3, of: 8), share(Self.evening, 5, of: 6)) == nil, "not seldom")
    #expect(better(goal, share(Self.morning, 1, of: 8), share(Self.evening, 3, of: 6)) == nil, "not clearly")
    #expect(better(goal, share(Self.morning, 0, of: 4), share(Self.evening, 6, of: 6)) == nil, "too few to say")
    #expect(better(goal, share(Self.morning, 0, of: 8), share(Self.evening, 4, of: 4)) == nil, "too few to say")
  }

  @Test("of one window, the two hours in which it was done unasked five times")
  func unasked() throws {
    let goal = try goal(Self.morning)
    #expect(
      better(goal, share(Self.morning, 0, of: 6), unasked: [12: 5, 18: 2])
        == WindowChange(
          goal: "walk", from: Self.morning, to: "12:00-14:00", taken: 0, offered: 6, better: .unasked(5)))
    #expect(better(goal, share(Self.morning, 0, of: 6), unasked: [22: 5])?.to == "22:00-00:00")
    #expect(better(goal, share(Self.morning, 0, of: 6), unasked: [12: 4]) == nil)
    #expect(better(goal, share(Self.morning, 3, of: 6), unasked: [12: 9]) == nil, "its window works")
  }

  @Test("a goal that comes after a step has its time from the step; another only where it was done unasked")
  func after() throws {
    let goal = try goal(Self.morning, Self.evening, after: "gate")
    #expect(better(goal, share("after gate", 0, of: 8)) == nil)
    #expect(
      better(goal, share("after gate", 1, of: 8), unasked: [12: 5])
        == WindowChange(goal: "walk", from: "after gate", to: "12:00-14:00", taken: 1, offered: 8, better: .unasked(5)))
    #expect(better(goal, share("after gate", 3, of: 8), unasked: [12: 5]) == nil, "its step works")
    #expect(Goal.step(ofWindow: "after gate") == "gate")
    #expect(Goal.step(ofWindow: Self.morning) == nil)
  }

  @Test("done outside of its windows, with no offer in the two hours before, is unasked")
  func counted() throws {
    let zone = Zone.utc
    let today = try date("2026-03-10")
    var household = Household()
    household.goals = [try goal(Self.morning)]
    func act(_ daysAgo: Int, _ clock: String, _ what: GoalAct = .done) throws -> Act {
      Act(
        id: 1, at: zone.instant(today - daysAgo, try time(clock)), date: today - daysAgo, by: "ros",
        command: .goal(id: "walk", what))
    }
    let at = zone.instant(today, try time("07:50"))
    let offer = LedgerEntry(
      id: "x", kind: .nudge, state: .expired, dueAt: at, at: at, to: "ros", subject: "walk")
    let answers = NudgeAnswers(
      entries: [offer],
      acts: [
        try act(0, "09:00"), try act(0, "09:51"), try act(1, "07:30"), try act(2, "12:00"), try act(3, "13:59", .part),
        try act(4, "13:00", .notToday), try act(84, "13:00"),
      ], household: household, zone: zone, today: today)
    #expect(answers.unasked == ["walk": [8: 1, 12: 2]])
    var ros = Carer(id: "ros", name: "Ros")
    ros.quiet = [try window("12:30-14:00")]
    household.carers = [ros]
    let quiet = NudgeAnswers(
      entries: [], acts: [try act(2, "12:00"), try act(3, "13:59")], household: household, zone: zone, today: today)
    #expect(quiet.unasked == ["walk": [12: 1]], "in quiet hours nothing would be on offer")
  }

  @Test("it is offered to whose goal it is, after what can be less; a goal that was let go is left in peace")
  func suggested() throws {
    var family = try Family(carers: ["ros", "imani"], "18:00 bath otter hard")
    family.household.goals = [try goal(Self.morning, Self.evening)]
    var house = try House(family, from: "2026-03-10T12:00")
    var answers = NudgeAnswers(entries: [], acts: [], household: family.household, zone: family.zone, today: house.date)
    answers.shares = [share(Self.morning, 1, of: 8), share(Self.evening, 5, of: 6)]
    func ids(to carer: CarerID = "ros") -> [String] {
      house.engine.suggestions([], answers: answers, to: carer, now: house.now).map(\.id)
    }
    #expect(ids() == ["window/walk/07:00-08:00/20:00-21:00"])
    #expect(ids(to: "imani") == [])
    #expect(house.engine.suggestions([], to: "ros", now: house.now).isEmpty)
    try house.at("12:01", .suggestionDismissed(id: "window/walk/07:00-08:00/20:00-21:00"))
    #expect(ids() == [])
    try house.undo(at: "12:02")
    try house.at("12:03", .goal(id: "walk", .letGo))
    #expect(ids() == [])
  }

  @Test("what was answered to it is its carer's own")
  func own() throws {
    var household = Household()
    household.goals = [try goal(Self.morning)]
    let privacy = Privacy(household: household, login: nil)
    #expect(privacy.owner(of: .suggestionDismissed(id: "window/walk/a/b"), by: "imani") == "ros")
    #expect(privacy.owner(of: .suggestionAccepted(id: "window/walk/a/b", changes: []), by: "imani") == "ros")
    #expect(privacy.owner(of: .suggestionUndone(id: "shorter/bath/otter/normal"), by: "imani") == nil)
  }
}
