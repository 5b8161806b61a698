import Testing

@testable import HavenCore

@Suite("Last night")
struct SleepTests {
  private func night(_ moment: String, _ stamps: [(String, Bool, CarerID)] = []) throws -> String? {
    let family = try Family(
      carers: ["ros", "imani"], children: ["otter 5"],
      """
      07:00 wake
      13:00 rest         nap
      20:00 lights-out   sleep
      """)
    var house = try House(family, from: "2026-03-09T12:00")
    for (at, up, carer) in stamps { try house.at(at, .night(up: up), by: carer) }
    let instant = try house.instant(moment)
    return house.engine.lastNight(of: "otter", at: instant).map { "\($0.seconds / 60) \($0.isLogged)" }
  }

  @Test("without a stamp it is what the plan says, until the next night")
  func plan() throws {
    #expect(try night("2026-03-10T08:00") == "660 false")
    #expect(try night("2026-03-10T19:59") == "660 false")
  }

  @Test("at night, and where no night is in the plan, nothing is said")
  func none() throws {
    #expect(try night("2026-03-10T03:00") == nil)
    #expect(try night("2026-03-10T20:00") == nil)
  }

  @Test("what somebody was up is taken off, two carers at once only once; a stamp without its end is no time")
  func stamps() throws {
    let stamps: [(String, Bool, CarerID)] = [
      ("2026-03-10T01:00", true, "ros"), ("2026-03-10T01:30", true, "imani"), ("2026-03-10T02:00", false, "ros"),
      ("2026-03-10T03:00", false, "imani"), ("2026-03-10T05:00", true, "ros"),
    ]
    #expect(try night("2026-03-10T08:00", stamps) == "540 true")
  }
}
