import Testing

@testable import HavenCore

@Suite("Trying one thing before one change")
struct TrialTests {
  private static let day = """
    17:25 tablet-ends  otter hard
    18:00 tea          food water
    18:40 bath         otter wren normal
    """

  private func house(children: [String] = ["otter 5", "wren 9"]) throws -> House {
    try House(Family(children: children, Self.day), from: "2026-03-10T12:00")
  }

  private func trial(
    _ change: Trial.Change, _ value: String, step: String = "tablet-ends", child: String? = nil, until: String? = nil
  ) -> Command {
    .tryBegin(Trial(step: step, child: child, change: change, value: value, until: until.flatMap { CivilDate($0) }))
  }

  /// The ladder before a step as the plan of a date has it.
  private func ladder(
    _ house: inout House, _ date: String, _ step: StepID = "tablet-ends", _ child: ChildID = "otter"
  ) throws -> String {
    let plan = house.engine.plan(for: try HavenCoreTests.date(date))
    let transitions = plan.steps.first { $0.step.id == step }?.transitions ?? []
    return try #require(transitions.first { $0.child == child }).rungs.map(\.description).joined(separator: " ")
  }

  private func refusal(_ house: inout House, _ command: Command) throws -> Refusal {
    try #require(throws: Refusal.self) { try house.at("12:30", command) }
  }

  @Test("it begins tomorrow, lasts until its date, and today stays as it was announced")
  func dates() throws {
    var house = try house()
    let reply = try house.at("12:01", trial(.ladder, "short", step: "tablet", until: "2026-03-12"))
    #expect(
      reply.lines == [
        "'tablet-ends' for otter: 5 · 0, instead of P20 · 15 · 5 · L2 · 0",
        "from Wed 11 March to Thu 12 March, but for soft days; 'havenctl try stop tablet-ends' ends it",
      ])
    #expect(try ladder(&house, "2026-03-10") == "P20 15 5 L2 0")
    #expect(try ladder(&house, "2026-03-11") == "5 0")
    #expect(try ladder(&house, "2026-03-12") == "5 0")
    #expect(try ladder(&house, "2026-03-13") == "P20 15 5 L2 0")
    try house.run(to: "2026-03-11T19:00")
    let rungs = house.lines.flatMap(\.items).map(\.id).filter { $0.step == "tablet-ends" }.map {
      "\($0.date) \($0.rung)"
    }
    #expect(rungs.filter { $0.hasPrefix("2026-03-11") } == ["2026-03-11 5", "2026-03-11 0"])
  }

  @Test("fourteen days where nothing else is said; never more than four weeks")
  func length() throws {
    var house = try house()
    try house.at("12:01", trial(.ladder, "short"))
    #expect(house.engine.trials.map(\.last) == [CivilDate("2026-03-24")])
    #expect(
      try refusal(&house, trial(.ladder, "long", step: "bath", child: "wren", until: "2026-04-08")).text
        == "it begins tomorrow and lasts at most 28 days: '2026-04-08' is not in them")
    #expect(
      try refusal(&house, trial(.ladder, "long", step: "bath", child: "wren", until: "2026-03-10")).text.hasPrefix(
        "it begins tomorrow"))
  }

  @Test(
    "one thing is changed: the ladder, the size, when the first is said, a rung more or fewer",
    arguments: [
      (Trial.Change.ladder, "P30 10 0", "P30 10 0"), (.ladder, "info", "20"), (.ladder, "none", ""),
      (.size, "very-hard", "P30 20 10 5 L2 0"), (.size, "normal", "P15 10 5 L2 0"),
      (.minutes, "30", "P30 15 5 L2 0"), (.with, "10", "P20 15 10 5 L2 0"), (.without, "15", "P20 5 L2 0"),
    ])
  func changes(change: Trial.Change, value: String, expected: String) throws {
    var house = try house()
    try house.at("12:01", trial(change, value))
    #expect(try ladder(&house, "2026-03-11") == expected)
  }

  @Test("for a child under five the time before goes to the carer: a long wait is a stress of its own")
  func small() throws {
    var house = try House(Family(children: ["otter 3"], "17:25 tablet-ends otter easy"), from: "2026-03-10T12:00")
    try house.at("12:01", trial(.minutes, "15"))
    #expect(try ladder(&house, "2026-03-11") == "P15 L2 0")
  }

  @Test("what cannot be tried says why, and what could be")
  func refusals() throws {
    var house = try house()
    #expect(try refusal(&house, trial(.ladder, "long", step: "tablt-ends")).hint == "did you mean 'tablet-ends'?")
    let none = try refusal(&house, trial(.ladder, "long", step: "tea"))
    #expect(none.text == "'tea' has no ladder: nothing is said before it")
    #expect(none.isTruthfulNo)
    let whose = try refusal(&house, trial(.ladder, "long", step: "bath"))
    #expect(whose.text == "'bath' is a change for more than one child")
    #expect(whose.hint == "--child otter or --child wren")
    #expect(
      try refusal(&house, trial(.size, "hard")).text
        == "that is what 'tablet-ends' has already: P20 · 15 · 5 · L2 · 0")
    #expect(try refusal(&house, trial(.size, "harder")).hint == "easy, normal, hard, very-hard")
    #expect(try refusal(&house, trial(.ladder, "lomg")).hint == "did you mean 'long'?")
    #expect(try refusal(&house, trial(.without, "7")).text == "'7' is no rung of P20 · 15 · 5 · L2 · 0")
    let late = try refusal(&house, trial(.minutes, "12"))
    #expect(late.text == "12 min is not before the next warning, '15'")
    #expect(late.hint == "fewer warnings: havenctl try tablet-ends --without P20")
    #expect(
      try refusal(&house, trial(.ladder, "30 20 15 10 5 0")).text
        == "at most five things are said to a child before a change")
    #expect(house.engine.trials.isEmpty)
  }

  @Test("one thing of a step at a time; stopped, it is as written from tomorrow")
  func stop() throws {
    var house = try house()
    try house.at("12:01", trial(.ladder, "short"))
    let second = try refusal(&house, trial(.size, "normal"))
    #expect(second.text == "something is tried with 'tablet-ends' until 2026-03-24")
    #expect(second.hint == "one thing at a time: havenctl try stop tablet-ends")
    try house.at("2026-03-13T12:00", .tryStop(step: "tab"))
    #expect(try ladder(&house, "2026-03-13") == "5 0")
    #expect(try ladder(&house, "2026-03-14") == "P20 15 5 L2 0")
    #expect(house.engine.trials.map(\.isStopped) == [true])
    try house.undo(at: "2026-03-13T12:05")
    #expect(try ladder(&house, "2026-03-14") == "5 0")
    try house.at("2026-03-13T12:06", .tryStop(step: "tablet-ends"))
    #expect(throws: Refusal.self) { try house.at("2026-03-13T12:07", .tryStop(step: "tablet-ends")) }
    try house.at("2026-03-13T12:08", trial(.size, "normal"))
    #expect(try ladder(&house, "2026-03-14") == "P15 10 5 L2 0")
  }

  @Test("undo takes it back exactly, and a restart keeps it")
  func undoAndRestart() throws {
    var house = try house()
    try house.at("12:01", trial(.ladder, "short"))
    try house.undo(at: "12:05")
    #expect(try ladder(&house, "2026-03-11") == "P20 15 5 L2 0")
    #expect(house.engine.trials.isEmpty)
    try house.at("12:06", trial(.ladder, "short"))
    house.restart(aliveAt: house.now)
    #expect(try ladder(&house, "2026-03-11") == "5 0")
  }

  @Test("stopped on the day it was typed, it never was")
  func neverBegan() throws {
    var house = try house()
    try house.at("12:01", trial(.ladder, "short"))
    try house.at("12:20", .tryStop(step: "tablet-ends"))
    #expect(house.engine.trials.isEmpty)
    #expect(try ladder(&house, "2026-03-11") == "P20 15 5 L2 0")
  }

  @Test("it rests on a soft day: what is soft asks for nothing new")
  func soft() throws {
    var house = try house()
    try house.at("12:01", trial(.ladder, "info"))
    try house.at("2026-03-11T08:00", .mode(.sick, child: "otter", age: nil, until: nil))
    let plan = house.engine.plan(for: try HavenCoreTests.date("2026-03-11"))
    #expect(!plan.steps.flatMap(\.transitions).contains { $0.isTried })
  }

  @Test("why names it, before what is written")
  func why() throws {
    var house = try house()
    try house.at("12:01", trial(.size, "normal"))
    let date = try HavenCoreTests.date("2026-03-11")
    let step = try #require(house.engine.plan(for: date).steps.first)
    #expect(
      house.engine.decisions(on: step.transitions[0], into: step, date: date) == [
        "tried until 2026-03-24: P15 · 10 · 5 · L2 · 0, instead of P20 · 15 · 5 · L2 · 0"
      ])
  }

  @Test("two logins share it; what another wrote out of bounds is not taken")
  func shared() throws {
    #expect(trial(.ladder, "short").isHouseholds)
    #expect(!trial(.ladder, "short").isInBounds, "a request is not yet an act")
    var house = try house()
    try house.at("12:01", trial(.ladder, "short"))
    let act = try #require(house.engine.lastAct)
    #expect(act.command.isInBounds)
    guard case .tryBegin(var trial) = act.command else { return }
    trial.until = CivilDate("2027-03-11")
    #expect(!Command.tryBegin(trial).isInBounds)
  }
}
