import Testing

@testable import HavenCore

/// Two carers, a login each: one day, two desktops.
struct TwoLoginsTests {
  private func houses(from: String = "2026-03-10T16:00") throws -> TwoHouses {
    try TwoHouses(.evening(carers: ["ros", "imani"]), from: from)
  }

  @Test("each line is shown on the desktop of its carer's login, and stands in both ledgers")
  func ownDesktop() throws {
    var two = try houses()
    try two.at("17:07", .duty(carer: "imani"), by: "ros")
    try two.run(to: "17:21")
    #expect(
      two.said == [
        "ros's: 17:05 ros: tablet-ends/otter/P20 20m", "imani's: 17:10 imani: tablet-ends/otter/15 15m",
        "imani's: 17:20 imani: tablet-ends/otter/5 5m",
      ])
    #expect(two.ros.state("tablet-ends/otter/15") == "shown: other-login")
    #expect(two.imani.state("tablet-ends/otter/P20") == "shown: other-login")
    #expect(two.imani.state("tablet-ends/otter/15") == "shown")
  }

  @Test("a line of the children's is shown here while the other Haven does not run; a carer's own never is")
  func absent() throws {
    var two = try houses(from: "2026-03-10T17:00")
    two.ros.engine.note(absentLogins: ["imani"])
    try two.at("17:07", .duty(carer: "imani"), by: "ros")
    try two.ros.run(to: "21:00")
    #expect(
      two.ros.said(.cue).prefix(2) == ["17:05 ros: tablet-ends/otter/P20 20m", "17:10 imani: tablet-ends/otter/15 15m"])
    #expect(two.ros.said(.digest) == ["20:30 ros: digest"])
  }

  @Test("a carer without a login is shown on both, and a login of nobody's shows all")
  func anyLogin() throws {
    var two = try houses()
    for path in [\TwoHouses.ros, \.imani] {
      try two[keyPath: path].reload(at: "16:01") { $0.household.carers[0].login = nil }
    }
    try two.run(to: "17:06")
    #expect(two.said.count == 2)
    var visitor = try houses()
    visitor.ros.engine.login = "guest"
    try visitor.at("17:07", .duty(carer: "imani"), by: "imani")
    try visitor.run(to: "17:11")
    #expect(visitor.ros.said().count == 1 + 1)
  }

  @Test("a tag-out rings on the other desktop, and its answer on the sender's")
  func tagOut() throws {
    for (answer, line) in [
      (Answer.done, ["ros's: 16:46 ros: swap accepted"]), (.notToday, ["ros's: 16:46 ros: swap declined"]),
    ] {
      var two = try houses()
      try two.at("16:45", .tagOut(seconds: nil), by: "ros")
      try two.press(answer, on: "asked/imani", at: "16:46", by: "imani")
      try two.run(to: "17:00")
      #expect(two.said == line + ["imani's: 16:45 imani: swap asked"])
      for house in [two.ros, two.imani] {
        #expect(house.engine.firstOnDuty(at: house.now) == "imani")
        #expect(!house.engine.isOnDuty("ros", at: house.now))
      }
    }
  }

  @Test("with no answer the sender hears so once, on their own desktop")
  func unanswered() throws {
    var two = try houses()
    try two.at("16:45", .tagOut(seconds: 900), by: "ros")
    try two.run(to: "17:04")
    #expect(
      two.said == [
        "ros's: 16:46:30 ros: swap unanswered", "ros's: 17:00 ros: swap over", "imani's: 16:45 imani: swap asked",
      ])
  }

  @Test("a child who was told of a change on one desktop is told on it that it moves, whoever moves it")
  func moved() throws {
    var two = try houses()
    try two.run(to: "17:11")
    try two.at("17:12", .delay(step: "tablet-ends", minutes: 10), by: "imani")
    try two.run(to: "17:13")
    #expect(two.ros.said(.moved).count == 1)
    #expect(two.imani.said().isEmpty)
  }

  @Test("what was taken back counts in neither, and only its own login can take it back")
  func undo() throws {
    var two = try houses()
    try two.at("16:45", .skip(step: "tablet-ends"), by: "ros")
    #expect(two.imani.engine.plan(for: two.imani.date).steps.map(\.step.id) == ["tablet"])
    #expect(throws: Refusal.self) { try two.imani.undo(at: "16:46", by: "imani") }
    try two.undo(at: "16:47", by: "ros")
    #expect(two.imani.engine.plan(for: two.imani.date).steps.count == 2)
  }

  @Test("both see the acts in one order, at one second by the login's name")
  func order() throws {
    var two = try houses()
    try two.at("16:45", .mode(.sick, child: "otter", age: nil, until: nil), by: "ros")
    try two.at("16:45", .mode(.regression, child: "otter", age: nil, until: nil), by: "imani")
    let orders = [two.ros, two.imani].map { house in house.engine.acts.map { $0.origin ?? house.engine.login ?? "" } }
    #expect(orders == [["imani", "ros"], ["imani", "ros"]])
    #expect(two.ros.engine.facts.mode(of: "otter", at: two.ros.now) == .sick)
    #expect(two.imani.engine.facts.mode(of: "otter", at: two.ros.now) == .sick)
  }

  @Test("numbers that are the same in two logins are two acts")
  func numbers() throws {
    var two = try houses()
    try two.at("16:45", .fed(child: "otter"), by: "ros")
    try two.at("16:46", .fed(child: "otter"), by: "imani")
    #expect(two.ros.engine.acts.map(\.id) == [1, 1])
    #expect(two.ros.engine.facts.fed["otter"]?.count == 2)
    #expect(two.ros.ledger.acts.count == 1)
  }

  @Test("what is not on the list, not by one of that login, out of bounds or of the future is not believed")
  func unwelcome() throws {
    var two = try houses()
    let now = two.ros.now
    func act(_ command: Command, by: CarerID = "imani", at: Instant? = nil, from origin: String? = "imani") -> Act {
      Act(id: 9, at: at ?? now, date: two.ros.date, by: by, command: command, origin: origin)
    }
    let unwelcome = [
      act(.capacity(1)), act(.hush(seconds: 600)), act(.night(up: true)), act(.noticed(), by: "ros"),
      act(.noticed(), by: "nobody"), act(.noticed(), from: "ros"), act(.noticed(), from: nil),
      act(.noticed(), at: now + 3600),
      act(.noticed(), at: now - 200 * 86_400), act(.delay(step: "tablet", minutes: .max)), act(.tagOut(seconds: -5)),
      act(.promiseAdd(id: "kite", dueAt: Instant(seconds: .max))), act(.hard(HardMoment(size: 9))),
    ]
    for act in unwelcome { two.ros.take { $0.receive(act, now: $1) } }
    #expect(two.ros.engine.acts.isEmpty)
    let welcome = act(.noticed())
    for _ in 1...2 { two.ros.take { $0.receive(welcome, now: $1) } }
    #expect(two.ros.engine.acts.count == 1)
  }

  @Test("a file read from the beginning replaces what came from that login; of what is long over nobody is rung")
  func adopted() throws {
    var two = try houses()
    func act(_ id: Int, _ command: Command, ago: Int) -> Act {
      Act(id: id, at: two.ros.now - ago, date: two.ros.date, by: "imani", command: command, origin: "imani")
    }
    let first = [act(1, .skip(step: "tablet"), ago: 3600), act(2, .tagOut(seconds: nil), ago: 1800)]
    two.ros.take { $0.adopt(first, from: "imani", now: $1) }
    #expect(two.ros.said().isEmpty)
    #expect(!two.ros.engine.isOnDuty("imani", at: two.ros.now))
    two.ros.take { $0.adopt([first[0]], from: "imani", now: $1) }
    #expect(two.ros.engine.isOnDuty("imani", at: two.ros.now))
    let fresh = [first[0], act(3, .tagOut(seconds: nil), ago: 5)]
    two.ros.take { $0.adopt(fresh, from: "imani", now: $1) }
    #expect(two.ros.said() == ["16:00 ros: swap asked"])
  }
}
