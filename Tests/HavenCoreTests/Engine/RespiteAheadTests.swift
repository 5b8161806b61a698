import Testing

@testable import HavenCore

@Suite("What a booking asks for before and after it")
struct RespiteAheadTests {
  private static let stay = "2026-03-21T10:00/2026-03-22T17:00"

  private func house(_ children: String..., from: String = "2026-03-10T09:00") throws -> House {
    try House(
      Family(carers: ["ros", "imani"], children: children.isEmpty ? ["otter 5"] : children, "07:00 wake"), from: from)
  }

  private func planned(
    _ lane: Lane, booked: String = "2026-03-10T10:00", _ house: House
  ) throws -> PlannedRespite {
    var house = house
    let stay = try span(Self.stay)
    try house.at(booked, .respiteBook(lane: lane, from: stay.start, to: stay.end))
    return try #require(house.engine.respiteAhead(now: house.now).first)
  }

  private func wall(_ instant: Instant?, _ house: House) -> String? {
    instant.map { "\(house.engine.zone.civil(at: $0))" }
  }

  @Test("asked again a week before, at the digest time; not where it was booked later than that")
  func confirm() throws {
    let house = try house()
    #expect(wall(try planned(.couple, house).confirmAt, house) == "2026-03-14T20:30")
    #expect(try planned(.couple, booked: "2026-03-15T09:00", house).confirmAt == nil)
  }

  @Test("a child is told by working age: that morning, the evening before, two days, a week")
  func tells() throws {
    let house = try house("wren 3", "otter 5 key:imani", "sky 8", "kit", "finch 13")
    let tells = try planned(.overnight, house).tells
    #expect(tells.map(\.child) == ["wren", "otter", "sky", "kit", "finch"])
    #expect(
      tells.map { wall($0.at, house) } == [
        "2026-03-21T07:00", "2026-03-20T20:30", "2026-03-19T20:30", "2026-03-19T20:30", "2026-03-14T20:30",
      ])
    #expect(tells.map(\.carer) == ["ros", "imani", "ros", "ros", "ros"])
    #expect(try planned(.couple, house).tells.isEmpty)
  }

  @Test("booked too late for its day, a child is told as soon as it suits")
  func lateTell() throws {
    let house = try house("finch 13")
    #expect(try planned(.overnight, booked: "2026-03-15T09:00", house).tells.map(\.at) == [nil])
  }

  @Test("the return is a promise; from an overnight the children land for half an hour")
  func back() throws {
    let house = try house()
    let overnight = try planned(.overnight, house)
    #expect(overnight.back?.id == "back-overnight-2026-03-22")
    #expect(wall(overnight.landingUntil, house) == "2026-03-22T17:30")
    #expect(try planned(.solo("ros"), house).landingUntil == nil)
  }

  @Test("what is over is not ahead")
  func over() throws {
    var house = try house()
    let stay = try span(Self.stay)
    try house.at("10:00", .respiteBook(lane: .couple, from: stay.start, to: stay.end))
    #expect(house.engine.respiteAhead(now: try house.instant("2026-03-22T16:59")).count == 1)
    #expect(house.engine.respiteAhead(now: try house.instant("2026-03-22T17:00")).isEmpty)
  }

  @Test("of a standing window the stretch that runs is told, else the next within two weeks")
  func standing() throws {
    var lane = RespiteLane(lane: .solo("ros"))
    lane.weekly = [try window("Sat 10:00-13:00"), try window("2026-04-20 19:00-22:00")]
    let house = try house()
    func next(_ moment: String) throws -> String? {
      wall(house.engine.standingRespite(in: lane, now: try house.instant(moment))?.lowerBound, house)
    }
    #expect(try next("2026-03-10T09:00") == "2026-03-14T10:00")
    #expect(try next("2026-03-14T12:59") == "2026-03-14T10:00")
    #expect(try next("2026-03-14T13:00") == "2026-03-21T10:00")
    lane.weekly.removeFirst()
    #expect(try next("2026-03-10T09:00") == nil)
    #expect(try next("2026-04-10T09:00") == "2026-04-20T19:00")
  }

  @Test("on its day, who is to tell a child hears of it, and nobody else; once it has begun, nobody")
  func headsUp() throws {
    var house = try house("otter 5 key:imani")
    let stay = try span(Self.stay)
    try house.at("10:00", .respiteBook(lane: .overnight, from: stay.start, to: stay.end))
    let day = try date("2026-03-20")
    let startsAt = try house.instant("2026-03-21T10:00")
    #expect(
      house.engine.headsUps(for: "imani", on: day, now: house.now) == [
        HeadsUp(child: "otter", startsAt: startsAt)
      ])
    #expect(house.engine.headsUps(for: "ros", on: day, now: house.now).isEmpty)
    #expect(house.engine.headsUps(for: "imani", on: day, now: startsAt).isEmpty)
  }
}
