import Testing

@testable import HavenCore

@Suite("Little left: what could be let go")
struct LightenTests {
  private func house() throws -> House {
    try House(
      Family(
        """
        07:30 hair   otter easy optional
        16:00 craft  otter easy optional
        17:00 library otter easy optional
        18:00 tea    food water
        """), from: "2026-03-10T10:00")
  }

  @Test("at two and below it names what could go, from the end of the day, and does nothing by itself")
  func offers() throws {
    var house = try house()
    #expect(try house.at("10:01", .capacity(3)).lines == ["noted, for you alone"])
    let reply = try house.at("10:02", .capacity(2))
    #expect(
      reply.lines == [
        "noted, for you alone", "library could go: havenctl skip library", "craft could go: havenctl skip craft",
        "the rest of today can be a soft day: havenctl mode low-demand",
      ])
    #expect(house.engine.plan(for: house.date).steps.count == 4)
    #expect(house.engine.capacity(of: "ros", at: house.now) == 2)
    #expect(house.engine.capacity(of: "ros", at: house.now + 86_400) == nil)
  }

  @Test("at one nothing more is offered to the carer; on a soft day a soft day is no offer")
  func one() throws {
    var house = try house()
    try house.at("10:01", .mode(.lowDemand, child: nil, age: nil, until: nil))
    #expect(
      try house.at("10:02", .capacity(1)).lines == [
        "noted, for you alone", "nothing is offered to you today but what is about the children",
      ])
  }
}
