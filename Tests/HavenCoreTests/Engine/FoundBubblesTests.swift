import Testing

@testable import HavenCore

/// Haven died and came back: what it had put on the screen is its own again.
struct FoundBubblesTests {
  /// 17:05 P20 and 17:10 15 were shown; Haven dies at 17:12 and is back at once, and no server has been met yet.
  func killed(_ moment: String = "17:12", answered: Answer? = nil) throws -> House {
    var house = try House(.evening(), from: "2026-03-10T17:00")
    try house.run(to: "17:11")
    if let answered { try house.press(answered, on: "tablet-ends/otter/15", at: "17:11") }
    try house.run(to: moment)
    house.handle(.notifier(isAvailable: false))
    house.restart(aliveAt: house.now)
    house.handle(.resumed(since: house.now))
    return house
  }

  let key = "2026-03-10/tablet-ends/otter"

  @Test("a bubble that the server still has is not put up again, and its button is an answer")
  func found() throws {
    var house = try killed()
    house.handle(.found(keys: [key]))
    house.handle(.notifier(isAvailable: true))
    #expect(house.recreated.isEmpty && house.closed.isEmpty)
    let bubble = try #require(house.engine.bubble(key))
    #expect(bubble.line.items.map { "\($0.id)" } == ["\(key)/15"])
    house.handle(.pressed(bubble, .done))
    #expect(house.state("tablet-ends/otter/15") == "acknowledged")
  }

  @Test("one that a new server knows nothing of is put up again, with the time left now, and is no announcement")
  func lost() throws {
    var house = try killed()
    house.handle(.notifier(isAvailable: true))
    #expect(
      house.recreated.map { $0.line.text(in: house.family.zone, on: house.date) } == [
        "17:12 ros: tablet-ends/otter/15 13m"
      ])
    #expect(house.said().count == 2)
  }

  @Test("the next rung takes its place, and two minutes after the change it goes")
  func goesOn() throws {
    var house = try killed()
    house.handle(.found(keys: [key]))
    house.handle(.notifier(isAvailable: true))
    try house.run(to: "17:28")
    #expect(house.said().count == 5)
    #expect(house.closed == [key])
  }

  @Test("a bubble left behind is taken down two minutes after the change, though nothing follows it")
  func lastOne() throws {
    var house = try killed("17:26")
    house.handle(.found(keys: [key]))
    house.handle(.notifier(isAvailable: true))
    try house.run(to: "17:30")
    #expect(house.closed == [key])
  }

  @Test(
    "what was answered before the crash is neither put up again nor left", arguments: [Answer.done, .notToday, .later])
  func answered(_ answer: Answer) throws {
    var house = try killed(answered: answer)
    house.handle(.found(keys: [key]))
    house.handle(.notifier(isAvailable: true))
    #expect(house.recreated.isEmpty)
    #expect(house.closed == [key, key], "once by the answer, and once more by the run that found it")
  }

  @Test("a change that is past is not put up again")
  func past() throws {
    var house = try killed("17:40")
    house.handle(.notifier(isAvailable: true))
    #expect(house.recreated.isEmpty)
  }

  @Test("a bubble of nobody's transition is left alone")
  func others() throws {
    var house = try killed("20:31")
    #expect(house.said(.digest).count == 1)
    house.handle(.found(keys: ["2026-03-10/digest/ros"]))
    house.handle(.notifier(isAvailable: true))
    #expect(!house.closed.contains("2026-03-10/digest/ros"))
  }

  @Test("two children's changes in one notification come back as one")
  func merged() throws {
    let family = try Family(children: ["otter 5", "wren 5"], "16:00 play\n17:00 bath [5 0]")
    var house = try House(family, from: "2026-03-10T16:00")
    try house.run(to: "16:56")
    let before = try #require(house.deliveries.last)
    #expect(before.line.items.count == 2)
    house.handle(.notifier(isAvailable: false))
    house.restart(aliveAt: house.now)
    house.handle(.resumed(since: house.now))
    house.handle(.notifier(isAvailable: true))
    #expect(house.recreated.map(\.key) == [before.key])
    #expect(house.recreated.first?.line.items.map(\.id) == before.line.items.map(\.id))
  }

  @Test("a nudge that is still up can be answered, however old it is", arguments: ["09:10", "11:00", "21:00"])
  func nudge(moment: String) throws {
    var family = try Family(children: [], "09:00 school-gate")
    try family.add(goal: "walk") { $0.after = "school-gate" }
    var house = try House(family, from: "2026-03-10T08:00")
    try house.run(to: moment)
    let nudge = try #require(house.deliveries.last { $0.line.kind == .nudge })
    house.handle(.notifier(isAvailable: false))
    house.restart(aliveAt: house.now)
    house.handle(.resumed(since: house.now))
    house.handle(.found(keys: [nudge.key]))
    house.handle(.notifier(isAvailable: true))
    #expect(house.recreated.isEmpty)
    house.handle(.pressed(try #require(house.engine.bubble(nudge.key)), .done))
    #expect(house.ledger.rows(of: nudge.key).last?.state == .acknowledged)
  }

  @Test("a carer who was asked to swap can say yes after a crash, and a question that is settled goes")
  func swap() throws {
    var house = try House(.evening(carers: ["ros", "imani"]), from: "2026-03-10T17:00")
    try house.at("17:01", .tagOut(seconds: nil), by: "imani")
    let asked = try #require(house.deliveries.last { $0.line.subject == .swap(.asked) })
    house.handle(.notifier(isAvailable: false))
    house.restart(aliveAt: house.now)
    house.handle(.resumed(since: house.now))
    house.handle(.found(keys: [asked.key]))
    house.handle(.notifier(isAvailable: true))
    let bubble = try #require(house.engine.bubble(asked.key))
    #expect(bubble.actions == [.done, .later, .notToday])
    house.handle(.pressed(bubble, .done))
    #expect(house.ledger.rows(of: asked.key).last?.state == .acknowledged)
    house.handle(.found(keys: [asked.key]))
    #expect(house.closed.contains(asked.key))
  }

  @Test("an offer of a date that a clock set back has put ahead again goes: this run knows nothing of it")
  func ahead() throws {
    var house = try killed()
    house.handle(.found(keys: ["2026-04-01/nudge/walk"]))
    #expect(house.closed == ["2026-04-01/nudge/walk"])
  }

  @Test("where it is still up, its button counts all the same")
  func pressedAhead() throws {
    var family = try Family(children: [], "09:00 school-gate")
    try family.add(goal: "walk") { $0.after = "school-gate" }
    var house = try House(family, from: "2026-03-10T08:00")
    let line = Line(
      kind: .nudge, at: house.now, to: "ros", level: house.engine.level(at: house.now),
      subject: .nudge(goal: "walk", dose: .micro))
    let delivery = Delivery(
      id: -1, line: line, claims: [], key: "2026-04-01/nudge/walk", actions: [.done, .notToday], isTransient: false)
    house.handle(.pressed(delivery, .done))
    #expect(house.engine.lastAct?.command == .goal(id: "walk", .done))
  }
}
