import Testing

@testable import HavenCore

@Suite("What lay around a hard moment, as far as it is known")
struct SurroundingsTests {
  private func house() throws -> House {
    var family = try Family(
      carers: ["ros quiet never", "imani away 09:00-17:00 quiet never"], children: ["otter 5", "wren 3"],
      """
      07:00 up           otter wren
      08:00 breakfast    otter wren food water
      08:30 leave        otter away
      10:00 the-visit    otter away
      12:00 home         otter
      20:00 lights-out   otter wren sleep
      """)
    try family.change(step: "the-visit") { $0.eventLabel = "Tuesday plan" }
    return try House(family, from: "2026-03-09T12:00")
  }

  private func around(
    _ house: inout House, _ at: String, _ child: ChildID? = "otter"
  ) throws -> MomentSurroundings {
    let instant = try house.instant(at)
    return house.engine.surroundings(
      of: LivedMoment(at: instant, date: house.family.zone.date(at: instant), child: child))
  }

  @Test("food is a meal of the plan, or one that somebody said was had; an offer is none")
  func food() throws {
    var house = try house()
    try house.run(to: "2026-03-10T12:40")
    #expect(try around(&house, "2026-03-10T07:30").isLongSinceFood == nil)
    #expect(try around(&house, "2026-03-10T10:00").isLongSinceFood == false)
    #expect(try around(&house, "2026-03-10T10:01").isLongSinceFood == true)
    try house.at("2026-03-10T12:45", .fed(child: "otter"))
    #expect(try around(&house, "2026-03-10T14:30").isLongSinceFood == false)
    #expect(try around(&house, "2026-03-10T14:30", "wren").isLongSinceFood == true)
    #expect(try around(&house, "2026-03-10T14:30", nil).isLongSinceFood == true)
  }

  @Test("where the family has the clock off, nothing is said of food")
  func clockOff() throws {
    var family = try house().family
    family.household.children[0].fuel = nil
    var house = try House(family, from: "2026-03-10T06:00")
    #expect(try around(&house, "12:00").isLongSinceFood == nil)
  }

  @Test("soon after being away is two hours from coming home, not from leaving")
  func away() throws {
    var house = try house()
    #expect(try around(&house, "2026-03-10T08:00").isAfterAway == false)
    #expect(try around(&house, "2026-03-10T11:00").isAfterAway == false)
    #expect(try around(&house, "2026-03-10T14:00").isAfterAway == true)
    #expect(try around(&house, "2026-03-10T14:01").isAfterAway == false)
    #expect(try around(&house, "2026-03-10T13:00", "wren").isAfterAway == false)
  }

  @Test("an absence with an event label counts for the rest of its date")
  func event() throws {
    var house = try house()
    #expect(try around(&house, "2026-03-10T11:00").isAfterEvent == false)
    #expect(try around(&house, "2026-03-10T19:00").isAfterEvent == true)
    #expect(try around(&house, "2026-03-10T19:00", "wren").isAfterEvent == false)
  }

  @Test("a short night is one of less than six hours in which the child could sleep")
  func night() throws {
    var house = try house()
    #expect(try around(&house, "2026-03-10T09:00").isAfterShortNight == false)
    try house.at("2026-03-10T00:00", .night(up: true))
    try house.at("2026-03-10T05:01", .night(up: false))
    #expect(try around(&house, "2026-03-10T09:00").isAfterShortNight == true)
    #expect(try around(&house, "2026-03-10T03:00").isAfterShortNight == nil)
  }

  @Test("one carer alone on duty, in a family of more than one")
  func solo() throws {
    var house = try house()
    #expect(try around(&house, "2026-03-10T12:00").isSolo == true)
    #expect(try around(&house, "2026-03-10T18:00").isSolo == false)
    var one = try House(Family("10:00 play otter"), from: "2026-03-10T06:00")
    #expect(try around(&one, "12:00").isSolo == nil)
  }

  @Test("of dates that are no longer remembered, the acts that are given count")
  func old() throws {
    var house = try house()
    let fed = Act(
      id: 1, at: try house.instant("2026-03-10T13:30"), date: try date("2026-03-10"), by: "ros",
      command: .fed(child: "otter"))
    house.engine.look(backOn: [fed])
    #expect(try around(&house, "2026-03-10T14:30").isLongSinceFood == false)
  }
}
