import Testing

@testable import HavenCore

/// A step moves today; nothing else does, and a child who was told is told the truth.
struct DelayTests {
  private func house(_ children: String..., day: String? = nil) throws -> House {
    let family = try day.map { try Family(children: children.isEmpty ? ["otter 5"] : children, $0) } ?? .evening()
    return try House(family, from: "2026-03-10T16:00")
  }

  @Test("before anything was said it re-plans in silence")
  func silent() throws {
    var house = try house()
    try house.at("16:35", .delay(step: "tablet-ends", minutes: 10))
    try house.run(to: "18:00")
    #expect(
      house.said() == [
        "17:15 ros: tablet-ends/otter/P20 20m", "17:20 ros: tablet-ends/otter/15 15m",
        "17:30 ros: tablet-ends/otter/5 5m",
        "17:33 ros: tablet-ends/otter/L2 2m", "17:35 ros: tablet-ends/otter/0 0m",
      ])
  }

  @Test("after the carer's own rung there is no `moved`, and it is not said again")
  func carersRung() throws {
    var house = try house()
    try house.at("17:07", .delay(step: "tablet-ends", minutes: 10))
    try house.run(to: "17:21")
    #expect(house.said() == ["17:05 ros: tablet-ends/otter/P20 20m", "17:20 ros: tablet-ends/otter/15 15m"])
  }

  @Test("after the child was told there is one `moved` at once; then the rungs not yet said")
  func moved() throws {
    var house = try house()
    try house.at("17:12", .delay(step: "tablet-ends", minutes: 10))
    try house.run(to: "18:00")
    #expect(
      house.said().dropFirst(2) == [
        "17:12 ros: moved to 17:35 tablet-ends/otter/moved 23m", "17:30 ros: tablet-ends/otter/5 5m",
        "17:33 ros: tablet-ends/otter/L2 2m", "17:35 ros: tablet-ends/otter/0 0m",
      ])
    #expect(house.state("tablet-ends/otter/moved") == "shown")
  }

  @Test("each delay says `moved` once, and two a day suggest to let it float")
  func twice() throws {
    var house = try house()
    let first = try house.at("17:12", .delay(step: "tablet-ends", minutes: 10))
    let second = try house.at("17:14", .delay(step: "tablet-ends", minutes: 5))
    try house.run(to: "17:15")
    #expect(
      house.said(.moved) == [
        "17:12 ros: moved to 17:35 tablet-ends/otter/moved 23m",
        "17:14 ros: moved to 17:40 tablet-ends/otter/moved 26m",
      ])
    #expect(first.lines == ["tablet-ends is at 17:35 now"])
    #expect(
      second.lines == ["tablet-ends is at 17:40 now", "moved twice today; anchor = \"loose\" would let it float"])
  }

  @Test("`moved` is one line a carer, for the children who were told")
  func children() throws {
    var house = try house(
      "otter 5", "wren 3", "finch 13",
      day: "16:00 play\n17:25 bath otter=hard wren=[15] finch=easy".replacing("[15]", with: "normal"))
    try house.at("17:16", .delay(step: "bath", minutes: 10))
    try house.run(to: "17:17")
    // Otter was told at 17:10; Wren's first word is at 17:20, Finch's too.
    #expect(house.said(.moved) == ["17:16 ros: moved to 17:35 bath/otter/moved 19m"])
  }

  @Test("nothing else moves")
  func nothingElse() throws {
    var house = try house(day: "16:30 tablet\n17:25 tablet-ends [5]\n17:30 bath [2]")
    try house.at("16:35", .delay(step: "tablet-ends", minutes: 10))
    try house.run(to: "18:00")
    #expect(house.said() == ["17:28 ros: bath/otter/2 2m", "17:30 ros: tablet-ends/otter/5 5m"])
  }

  @Test("past midnight is refused with a hint, and nothing changes")
  func midnight() throws {
    var house = try house()
    try house.at("16:10", .delay(step: "tablet-ends", minutes: 394))
    let refusal = #expect(throws: Refusal.self) { try house.at("16:11", .delay(step: "tablet-ends", minutes: 1)) }
    #expect(refusal?.text == "'tablet-ends' cannot be moved past midnight, to 00:00")
    #expect(refusal?.hint == "havenctl skip tablet-ends takes it out of today")
    #expect(house.ledger.acts.count == 1)
  }

  @Test("a delay takes whole minutes above zero")
  func positive() throws {
    var house = try house()
    for minutes in [0, -5] {
      #expect(throws: Refusal.self) { try house.at("16:10", .delay(step: "tablet-ends", minutes: minutes)) }
    }
  }

  @Test("it is for today: tomorrow is as written")
  func tomorrow() throws {
    var house = try house()
    try house.at("16:10", .delay(step: "tablet-ends", minutes: 10))
    try house.run(to: "2026-03-11T17:06")
    #expect(house.said().last == "03-11 17:05 ros: tablet-ends/otter/P20 20m")
  }

  @Test("a step that is past can be moved on, and only what is to come is said")
  func past() throws {
    var house = try house()
    try house.at("17:40", .delay(step: "tablet-ends", minutes: 25))
    try house.run(to: "18:00")
    // P20 to 0 were all said already, and a fired rung is not repeated at its new time.
    #expect(house.said().dropFirst(5) == ["17:40 ros: moved to 17:50 tablet-ends/otter/moved 10m"])
  }

  @Test("a rung that another change puts in the past is never said, and is recorded")
  func replanned() throws {
    var house = try house()
    try house.at("16:40", .delay(step: "tablet-ends", minutes: 30))
    try house.undo(at: "16:45")
    try house.at("16:46", .mode(.lowDemand, child: nil, age: nil, until: try house.instant("17:30")))
    try house.at("17:18", .mode(.ordinary, child: nil, age: nil, until: nil))
    try house.run(to: "18:00")
    // On the soft day the step was gone; at 17:18 it is back with P20 and 15 in the past.
    #expect(
      house.said() == [
        "17:20 ros: tablet-ends/otter/5 5m", "17:23 ros: tablet-ends/otter/L2 2m", "17:25 ros: tablet-ends/otter/0 0m",
      ])
    let states = ["P20", "15"].map { house.state("tablet-ends/otter/\($0)") }
    #expect(states == ["cancelled: replanned", "cancelled: replanned"])
  }

  @Test("a step that is not in today's plan cannot be moved")
  func notToday() throws {
    var house = try house()
    try house.at("16:10", .skip(step: "tablet-ends"))
    #expect(throws: Refusal.self) { try house.at("16:11", .delay(step: "tablet-ends", minutes: 5)) }
  }

  @Test("a held rung is told with the new time")
  func held() throws {
    var house = try House(.evening(carers: ["ros away 17:08-17:14"]), from: "2026-03-10T16:00")
    try house.at("17:12", .delay(step: "tablet-ends", minutes: 10))
    try house.run(to: "17:15")
    #expect(house.said().last == "17:14 ros: catch-up tablet-ends/otter/15 21m")
  }

  @Test("two steps that are swapped trade their times, and each child who was told hears it")
  func swap() throws {
    var house = try house("otter 5", "wren 3", day: "16:00 play\n17:00 bath otter [30 5 0]\n17:40 story wren [5 0]")
    let reply = try house.at("16:35", .swap(first: "bath", second: "story"))
    try house.run(to: "18:00")
    #expect(reply.lines == ["bath is at 17:40 now", "story is at 17:00 now"])
    #expect(
      house.said() == [
        "16:30 ros: bath/otter/30 30m", "16:35 ros: moved to 17:40 bath/otter/moved 65m", "16:55 ros: story/wren/5 5m",
        "17:00 ros: story/wren/0 0m", "17:35 ros: bath/otter/5 5m", "17:40 ros: bath/otter/0 0m",
      ])
  }
}
