import Testing

@testable import HavenCore

/// `duty CARER`: first choice for everything, whatever their windows.
struct DutyTests {
  private func hearers(_ carers: [String], until end: String = "18:00", _ play: (inout House) throws -> Void) throws
    -> String
  {
    var house = try House(.evening(carers: carers), from: "2026-03-10T16:00")
    try play(&house)
    try house.run(to: end)
    return house.lines.filter { $0.kind == .cue }.map(\.to).joined(separator: " ")
  }

  @Test("the duty carer comes before the step's, the child's and the one who was last told")
  func firstChoice() throws {
    var family = try Family.evening(carers: ["ros", "imani", "jo"], children: ["otter 5 key:ros"])
    try family.change(step: "tablet-ends") { $0.carer = "imani" }
    var house = try House(family, from: "2026-03-10T16:00")
    try house.at("17:12", .duty(carer: "jo"))
    try house.run(to: "18:00")
    #expect(house.lines.map(\.to) == ["imani", "imani", "jo", "jo", "jo"])
  }

  @Test("on duty whatever their windows, but not in quiet hours")
  func windows() throws {
    #expect(
      try hearers(["ros", "imani away 09:00-23:00 asleep 17:00-18:00"]) { try $0.at("17:07", .duty(carer: "imani")) }
        == "ros imani imani imani imani")
    #expect(
      try hearers(["ros", "imani quiet 17:09-17:22"]) { try $0.at("17:07", .duty(carer: "imani")) } == "ros imani imani"
    )
  }

  @Test("until another duty")
  func another() throws {
    #expect(
      try hearers(["ros", "imani", "jo"]) { house in
        try house.at("17:07", .duty(carer: "imani"))
        try house.at("17:12", .duty(carer: "jo"))
        try house.at("17:22", .duty(carer: "ros"))
      } == "ros imani jo ros ros")
  }

  @Test("until their own tag-out")
  func tagOut() throws {
    #expect(
      try hearers(["ros", "imani"]) { house in
        try house.at("17:07", .duty(carer: "imani"))
        try house.at("17:12", .tagOut(seconds: 60), by: "imani")
        // Back in after a minute, but duty is over: whoever took the ladder over meanwhile keeps it.
      } == "ros imani imani imani imani")
    #expect(
      try hearers(["ros", "imani"]) { house in
        try house.at("17:07", .duty(carer: "imani"))
        try house.at("17:12", .tagOut(seconds: 600), by: "imani")
      } == "ros imani ros ros ros")
  }

  @Test("until midnight")
  func midnight() throws {
    var house = try House(.evening(carers: ["ros", "imani"]), from: "2026-03-10T16:00")
    try house.at("17:07", .duty(carer: "imani"))
    try house.run(to: "2026-03-11T18:00")
    #expect(house.said(.cue).filter { $0.contains("imani") }.count == 4)
    #expect(house.said(.cue).filter { $0.hasPrefix("03-11") }.allSatisfy { $0.contains("ros") })
  }

  @Test("food, drink and the evening's lines: fuel goes to the duty carer, a carer's own lines stay theirs")
  func otherLines() throws {
    var house = try House(
      Family(carers: ["ros", "imani"], "13:00 lunch food water\n20:30 bed sleep"), from: "2026-03-10T12:00")
    try house.at("14:00", .duty(carer: "imani"))
    try house.run(to: "15:01")
    #expect(house.said() == ["15:00 imani: fuel otter and move"])
  }

  @Test("a carer is named whole or by what only theirs begins with")
  func names() throws {
    var house = try House(.evening(carers: ["ros", "imani"]), from: "2026-03-10T16:00")
    try house.at("17:07", .duty(carer: "im"))
    #expect(throws: Refusal.self) { try house.at("17:08", .duty(carer: "jo")) }
    #expect(house.ledger.acts.map(\.command) == [.duty(carer: "imani")])
  }

  @Test("a carer who is no longer in the config has no duty")
  func gone() throws {
    let heard = try hearers(["ros", "imani"]) { house in
      try house.at("17:07", .duty(carer: "imani"))
      try house.reload(at: "17:12") { $0.household.carers.removeLast() }
    }
    #expect(heard == "ros imani ros ros ros")
  }
}
