import Testing

@testable import HavenCore

/// A rung is said to the one adult who is there to act on it.
struct RoutingTests {
  private func family(_ carers: String..., child: String = "otter 5", step: String = "hard") throws -> Family {
    try Family(carers: carers, children: [child], "16:30 tablet\n17:25 tablet-ends \(step)")
  }

  /// To whom each rung goes, in order: `ros ros imani`.
  private func hearers(_ family: Family, _ play: (inout House) throws -> Void = { _ in }) throws -> String {
    var house = try House(family, from: "2026-03-10T16:00")
    try play(&house)
    try house.run(to: "18:00")
    return house.lines.flatMap { line in line.items.map { _ in line.to } }.joined(separator: " ")
  }

  @Test("the first carer written hears it, where nobody else is asked for")
  func first() throws {
    #expect(try hearers(family("ros", "imani")) == "ros ros ros ros ros")
  }

  @Test("the step's carer comes before the child's key carers, and those before all")
  func order() throws {
    let step = try family("ros", "imani", "jo", child: "otter 5 key:imani", step: "hard by:jo")
    #expect(try hearers(step) == "jo jo jo jo jo")
    let key = try family("ros", "imani", "jo", child: "otter 5 key:jo,imani")
    #expect(try hearers(key) == "jo jo jo jo jo")
  }

  @Test("the next key carer where the first is not on duty, then the order written")
  func nextKeyCarer() throws {
    let two = try family("ros", "imani", "jo away 09:00-20:00", child: "otter 5 key:jo,imani")
    #expect(try hearers(two) == "imani imani imani imani imani")
    let one = try family("ros", "imani", "jo away 09:00-20:00", child: "otter 5 key:jo")
    #expect(try hearers(one) == "ros ros ros ros ros")
  }

  @Test("away and asleep windows take a carer off duty, their start included and their end not")
  func windows() throws {
    for window in ["away 17:10-17:20", "asleep 17:10-17:20"] {
      let house = try hearers(family("ros \(window)", "imani", step: "[P20 15 L7 5 0]"))
      // 15 at 17:10 goes to Imani, and whoever took a ladder over keeps it.
      #expect(house == "ros imani imani imani imani")
    }
    #expect(try hearers(family("ros away 16:00-17:05", "imani")) == "ros ros ros ros ros")
  }

  @Test("an away span takes a carer off duty")
  func awaySpan() throws {
    var family = try family("ros", "imani")
    try family.change("ros") { $0.away = [.span(try span("2026-03-10T17:08/2026-03-12T09:00"))] }
    #expect(try hearers(family) == "ros imani imani imani imani")
  }

  @Test("a respite window or booking of one's own takes a carer off duty")
  func respite() throws {
    var weekly = try family("ros", "imani")
    var lane = RespiteLane(lane: .solo("ros"))
    lane.weekly = [try window("Tue 16:00-17:10")]
    weekly.household.respite = [lane]
    #expect(try hearers(weekly) == "imani imani imani imani imani")

    let booking = try hearers(family("ros", "imani")) { house in
      try house.at(
        "16:10",
        .respiteBook(lane: .solo("ros"), from: try civil("2026-03-10T17:00"), to: try civil("2026-03-10T21:00")))
    }
    #expect(booking == "imani imani imani imani imani")
  }

  @Test("a couple's evening is everybody's; sibling time and an overnight take nobody off duty")
  func sharedLanes() throws {
    for (lane, hearers) in [(Lane.couple, ""), (.sibling("otter"), "ros ros ros ros ros")] {
      var family = try family("ros", "imani")
      var respite = RespiteLane(lane: lane)
      respite.weekly = [try window("Tue 17:00-22:00")]
      family.household.respite = [respite]
      #expect(try self.hearers(family) == hearers)
    }
  }

  @Test("whoever was last shown a rung of the transition keeps it while on duty")
  func lastShown() throws {
    #expect(try hearers(family("ros away 17:08-17:12", "imani")) == "ros imani imani imani imani")
    #expect(try hearers(family("ros away 17:08-17:12", "imani asleep 17:22-23:00")) == "ros imani imani ros ros")
  }

  @Test("each transition is kept by itself")
  func perTransition() throws {
    let family = try Family(
      carers: ["ros away 17:08-17:12", "imani"], children: ["otter 5", "wren 3"],
      "16:00 play\n17:25 tablet-ends otter [15 10 0]\n17:30 bath wren [15 0]")
    var house = try House(family, from: "2026-03-10T16:00")
    try house.run(to: "18:00")
    #expect(
      house.said() == [
        "17:10 imani: tablet-ends/otter/15 15m", "17:15 imani: tablet-ends/otter/10 10m", "17:15 ros: bath/wren/15 15m",
        "17:25 imani: tablet-ends/otter/0 0m", "17:30 ros: bath/wren/0 0m",
      ])
  }

  @Test("an answer to an earlier rung does not take a ladder back")
  func answerIsNoShowing() throws {
    let answered = try hearers(family("ros away 17:08-17:12", "imani")) { house in
      try house.at("17:13", .answer(cue: "2026-03-10/tablet-ends/otter/P20", .done))
    }
    #expect(answered == "ros imani imani imani imani")
  }

  @Test("quiet hours do not change duty: what falls in them is suppressed, not said to another")
  func quiet() throws {
    #expect(try hearers(family("ros quiet 17:00-17:22", "imani")) == "ros ros")
  }
}
