import Testing

@testable import HavenCore

/// What `now` may hold out: one small thing, to whom it helps, and nothing when it would be one more demand.
@Suite("Small things")
struct SmallThingTests {
  private func house(_ carers: [String] = ["ros", "imani"]) throws -> House {
    let family = try Family(
      carers: carers, children: ["otter 5"],
      """
      07:00 wake
      16:00 play         nurture
      17:00 craft
      19:50 lights-out   sleep
      """)
    return try House(family, from: "2026-03-10T12:00")
  }

  private func offer(_ house: House, _ moment: String, to carer: CarerID = "ros") throws -> String? {
    var house = house
    try house.run(to: moment)
    return switch house.engine.smallThing(for: carer, at: house.now) {
    case .card(let topic, let until): "\(topic) until \(house.family.zone.civil(at: until).time)"
    case .tea(let until): "tea until \(house.family.zone.civil(at: until).time)"
    case .dose(let child, let number): "dose \(number) for \(child)"
    case nil: nil
    }
  }

  @Test("after a hard moment a card, then tea for the rest of the hour, to who recorded it")
  func afterHardMoment() throws {
    var house = try house()
    try house.at("16:10", .hard(HardMoment()))
    #expect(try offer(house, "16:10") == "not-about-you until 16:30")
    #expect(try offer(house, "16:29:59") == "not-about-you until 16:30")
    #expect(try offer(house, "16:30") == "tea until 17:10")
    #expect(try offer(house, "17:09:59") == "tea until 17:10")
    #expect(try offer(house, "17:10") != "tea until 17:10")
    #expect(try offer(house, "16:10", to: "imani") == nil)
  }

  @Test("alone there is no tea, and several hard moments make one line, after the last")
  func alone() throws {
    var house = try house(["ros", "imani away 16:00-18:00"])
    try house.at("16:10", .hard(HardMoment()))
    #expect(try offer(house, "16:35") != "tea until 17:10")
    var both = try self.house()
    try both.at("16:10", .hard(HardMoment()))
    try both.at("16:30", .hard(HardMoment()))
    #expect(try offer(both, "16:40") == "not-about-you until 16:50")
    #expect(try offer(both, "16:50") == "tea until 17:30")
  }

  @Test("nothing in quiet hours, in `unsafe`, and tagged out")
  func silence() throws {
    for command in [Command.unsafe(on: true), .tagOut(seconds: nil)] {
      var house = try house()
      try house.at("16:05", command)
      #expect(try offer(house, "16:06") == nil)
    }
    var late = try house()
    try late.at("21:20", .hard(HardMoment()))
    #expect(try offer(late, "21:45") == nil)
  }

  @Test("a dose in a step that carries one, until it is offered; refused still counts")
  func dose() throws {
    var house = try house()
    #expect(try offer(house, "16:50") == "dose 1 for otter")  // ten minutes left, in a step that is there for it
    #expect(try offer(house, "17:05") == "dose 2 for otter")
    #expect(try offer(house, "19:40") == nil)  // about to change
    #expect(try offer(house, "20:00") == nil)  // asleep
    try house.at("17:10", .nurture(child: "otter"))
    #expect(try offer(house, "17:11") == nil)
  }

  @Test("not in the twenty minutes after a hard moment, nor in a retreat")
  func notNow() throws {
    var house = try house()
    try house.at("17:05", .retreat(child: "otter", on: true))
    #expect(try offer(house, "17:06") == nil)
    var hard = try self.house()
    try hard.at("17:05", .hard(HardMoment()))
    #expect(try offer(hard, "17:06", to: "imani") == nil)
    #expect(try offer(hard, "17:25", to: "imani") == "dose 2 for otter")
  }

  @Test("the digest knows to whom something was offered that day")
  func digest() throws {
    var house = try house()
    try house.at("2026-03-10T17:10", .nurture(child: "otter"))
    try house.run(to: "2026-03-11T21:00")
    #expect(house.lines.filter { $0.kind == .digest && $0.to == "ros" }.map(\.nurtured) == [["otter"], []])
  }
}
