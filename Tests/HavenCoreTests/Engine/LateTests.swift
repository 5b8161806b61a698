import Testing

@testable import HavenCore

/// Running late in one act: what gives, in what order, and what the children who were told hear of it.
struct LateTests {
  private func house(
    _ day: String, children: [String] = ["otter 5"], at start: String = "2026-03-10T16:00"
  ) throws -> House {
    try House(Family(children: children, day), from: start)
  }

  private func late(_ minutes: Int, _ child: ChildID? = nil) -> Command { .late(minutes: minutes, child: child) }

  private func steps(_ house: inout House) -> String {
    let zone = house.family.zone
    return house.engine.plan(for: house.date).steps.map { "\(zone.civil(at: $0.at).time) \($0.step.id)" }
      .joined(separator: ", ")
  }

  @Test("optional steps that have not begun go first, the last of them first, as far as that wins the time")
  func drops() throws {
    var house = try house("16:00 play\n17:00 hair optional 10m\n17:10 nails optional 10m\n17:20 tea\n18:00 bed end")
    let reply = try house.at("16:30", late(10))
    #expect(steps(&house) == "16:00 play, 17:10 hair, 17:20 tea, 18:00 bed")
    #expect(reply.lines == ["out of today: nails", "hair is at 17:10 now"])
  }

  @Test("what remains shifts start, loose and end steps, whole minutes for everybody")
  func shifts() throws {
    var house = try house("16:00 play\n17:00 hair optional 10m\n17:10 teeth loose\n17:20 shoes end\n17:30 story")
    try house.at("16:30", late(25))
    #expect(steps(&house) == "16:00 play, 17:25 teeth, 17:35 shoes, 17:45 story")
  }

  @Test("a gap behind a step with minutes takes up some of it")
  func gap() throws {
    var house = try house("16:00 play\n17:00 homework 30m\n17:40 tea\n18:00 bath")
    let reply = try house.at("16:30", late(15))
    #expect(steps(&house) == "16:00 play, 17:15 homework, 17:45 tea, 18:05 bath")
    #expect(reply.lines == ["homework is at 17:15 now", "tea is at 17:45 now", "bath is at 18:05 now"])
  }

  @Test("a fixed step stays and says so, and what comes after it stays too")
  func fixed() throws {
    var house = try house("07:00 wake\n08:00 hop\n08:20 shoes end\n08:25 bus fixed\n15:00 home", at: "2026-03-10T07:30")
    let reply = try house.at("07:50", late(12))
    // Shoes at 08:32 would be after the bus: they stay as well.
    #expect(steps(&house) == "07:00 wake, 08:12 hop, 08:20 shoes, 08:25 bus, 15:00 home")
    #expect(
      reply.lines == [
        "hop is at 08:12 now", "shoes stays at 08:20, 12 min short", "bus stays at 08:25, 12 min short",
        "to move it: 'havenctl delay bus 12m'",
      ])
  }

  @Test("where nothing can give it is a truthful no, with what to type, and nothing changes")
  func nothing() throws {
    var house = try house("16:00 play\n17:00 bus fixed")
    let refusal = #expect(throws: Refusal.self) { try house.at("16:30", late(10)) }
    #expect(refusal?.text == "bus stays at 17:00, 10 min short")
    #expect(refusal?.hint == "havenctl delay bus 10m")
    #expect(refusal?.isTruthfulNo == true)
    #expect(house.ledger.acts.isEmpty)
  }

  @Test("one child's lateness takes no optional step from the others")
  func oneChild() throws {
    var house = try house(
      "16:00 play\n17:00 hair optional\n17:10 den optional otter\n17:20 tea otter\n17:30 bath wren",
      children: ["otter 5", "wren 3"])
    try house.at("16:30", late(5, "otter"))
    #expect(steps(&house) == "16:00 play, 17:05 hair, 17:20 tea, 17:30 bath")
  }

  @Test("each carer hears one line, with every change whose child was told of the old time")
  func moved() throws {
    var house = try house(
      "16:00 play\n17:20 bath otter [30 5 0]\n17:30 story wren [45 5 0]\n17:50 bed otter [10 0]",
      children: ["otter 5", "wren 3"])
    try house.at("16:55", late(10))
    try house.run(to: "17:20")
    #expect(
      house.said() == [
        "16:45 ros: story/wren/45 45m", "16:50 ros: bath/otter/30 30m",
        "16:55 ros: moved to 17:30 bath/otter/moved 35m, story/wren/moved 45m",
      ])
  }

  @Test("one undo takes all of it back")
  func undo() throws {
    var house = try house("16:00 play\n17:00 hair optional\n17:10 tea\n17:40 bath")
    let before = steps(&house)
    try house.at("16:30", late(20))
    #expect(steps(&house) != before)
    try house.undo(at: "16:35")
    #expect(steps(&house) == before)
  }

  @Test("it is the same after a restart")
  func restart() throws {
    var house = try house("16:00 play\n17:00 hair optional\n17:10 tea\n17:40 bath")
    try house.at("16:30", late(20))
    let before = steps(&house)
    try house.restartNow(at: try house.instant("16:40"))
    #expect(steps(&house) == before)
  }

  @Test("nothing shifts past midnight")
  func midnight() throws {
    var house = try house("16:00 play\n23:00 film\n23:50 bed sleep")
    let reply = try house.at("22:00", late(15))
    #expect(steps(&house) == "16:00 play, 23:15 film, 23:50 bed")
    #expect(reply.lines.contains("bed stays at 23:50, 15 min short"))
  }

  @Test("a minute to twelve hours", arguments: [0, -5, 721])
  func bounds(minutes: Int) throws {
    var house = try house("16:00 play\n17:00 tea")
    #expect(throws: Refusal.self) { try house.at("16:30", late(minutes)) }
  }
}
