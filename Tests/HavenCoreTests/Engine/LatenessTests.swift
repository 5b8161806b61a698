import Testing

@testable import HavenCore

/// After a delay nothing else moves: what runs into what is found, and offered with what to type.
struct LatenessTests {
  private func house(_ day: String, children: [String] = ["otter 5"]) throws -> House {
    try House(Family(children: children, day), from: "2026-03-10T07:00")
  }

  private let morning = """
    07:30 breakfast 20m
    07:55 hair      optional 10m
    08:05 hop       10m
    08:25 bus       fixed
    """

  @Test("a delay that fits into the gap says nothing more")
  func fits() throws {
    var house = try house(morning)
    let reply = try house.at("07:20", .delay(step: "breakfast", minutes: 5))
    #expect(reply.lines == ["breakfast is at 07:35 now"])
    #expect(house.engine.lateness(at: house.now).overruns.isEmpty)
  }

  @Test("one that runs into a step that can be dropped offers that")
  func droppable() throws {
    var house = try house(morning)
    let reply = try house.at("07:20", .delay(step: "breakfast", minutes: 15))
    #expect(
      reply.lines == [
        "breakfast is at 07:45 now", "breakfast runs 10 min into hair: 'havenctl skip hair'",
      ])
  }

  @Test("with a fixed step that cannot wait, its carer is asked: drop this, or leave later")
  func fixed() throws {
    var house = try house("07:30 breakfast 20m\n07:55 hair optional 10m\n08:05 hop 20m\n08:25 bus fixed")
    let reply = try house.at("07:20", .delay(step: "breakfast", minutes: 17))
    #expect(
      reply.lines.last
        == "breakfast runs 12 min into hair: 'havenctl skip hair', or 'havenctl delay bus 12m'")
  }

  @Test("with nothing optional the next step's new time is offered, or all that follow in one")
  func shifts() throws {
    var house = try house("16:00 homework 30m\n16:30 tea\n17:00 bath")
    let before = try house.at("15:00", .delay(step: "homework", minutes: 10))
    #expect(before.lines.last == "homework runs 10 min into tea: 'havenctl delay tea 10m'")
    try house.undo(at: "15:01")
    let during = try house.at("16:10", .delay(step: "homework", minutes: 5))
    #expect(during.lines.last == "homework runs 5 min into tea: 'havenctl late 5m --child otter'")
  }

  @Test("what the family itself wrote over each other is not late")
  func written() throws {
    var house = try house("16:00 homework 40m\n16:30 tea\n17:00 bath 10m")
    #expect(house.engine.lateness(at: house.now).overruns.isEmpty)
    try house.at("15:00", .delay(step: "homework", minutes: 5))
    #expect(house.engine.lateness(at: house.now).overruns.map(\.seconds) == [300])
  }

  @Test("it is told of what is to come, and no longer once the next has begun, is done or is out of today")
  func over() throws {
    for end in [
      Command.skip(step: "tea"), .done(step: "tea"), .done(step: "homework"), .delay(step: "tea", minutes: 10),
    ] {
      var house = try house("16:00 homework 30m\n16:30 tea\n17:30 bath")
      try house.at("15:00", .delay(step: "homework", minutes: 10))
      #expect(house.engine.lateness(at: house.now).overruns.count == 1)
      try house.at("15:10", end)
      #expect(house.engine.lateness(at: house.now).overruns.isEmpty, "\(end)")
    }
    var house = try house("16:00 homework 30m\n16:30 tea\n17:30 bath")
    try house.at("15:00", .delay(step: "homework", minutes: 10))
    try house.run(to: "16:31")
    #expect(house.engine.lateness(at: house.now).overruns.isEmpty)
  }
}
