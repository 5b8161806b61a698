import Testing

@testable import HavenCore

/// "Swap, please": one carer steps out without a word, another takes over.
struct TagOutTests {
  private func house(_ carers: String..., from: String = "2026-03-10T16:00") throws -> House {
    var family = try Family.evening(carers: carers.isEmpty ? ["ros", "imani"] : carers)
    family.household.safetyPlans = [SafetyPlan(name: "den", children: ["otter"], actions: ["door open", "drink"])]
    return try House(family, from: from)
  }

  @Test("every other carer on duty and not quiet gets one line at once")
  func asked() throws {
    var house = try house(
      "ros", "imani", "jo", "kim away 16:00-18:00", "lee asleep 16:00-18:00", "max quiet 16:00-18:00")
    let reply = try house.at("16:45", .tagOut(seconds: nil))
    #expect(house.said() == ["16:45 imani: swap asked", "16:45 jo: swap asked"])
    #expect(reply.lines == ["asked imani, jo; go when it is safe, nothing is asked of you"])
  }

  @Test("with no answer the sender hears so ninety seconds later, once")
  func unanswered() throws {
    var house = try house()
    try house.at("16:45", .tagOut(seconds: nil))
    try house.run(to: "17:04")
    #expect(house.said() == ["16:45 imani: swap asked", "16:46:30 ros: swap unanswered"])
  }

  @Test(
    "`yes` and `no` are told to the sender at once, `later` is not; after none of them follows a line at ninety seconds"
  )
  func answers() throws {
    for (answer, line) in [
      (TagAnswer.yes, ["16:46 ros: swap accepted"]), (.no, ["16:46 ros: swap declined"]), (.later, []),
    ] {
      var house = try house()
      try house.at("16:45", .tagOut(seconds: nil))
      try house.at("16:46", .tagAnswer(answer), by: "imani")
      try house.run(to: "17:04")
      #expect(house.said() == ["16:45 imani: swap asked"] + line)
    }
  }

  @Test("an answer after ninety seconds is still told")
  func lateAnswer() throws {
    var house = try house()
    try house.at("16:45", .tagOut(seconds: nil))
    try house.at("16:50", .tagAnswer(.yes), by: "imani")
    try house.run(to: "17:04")
    #expect(house.said().dropFirst() == ["16:46:30 ros: swap unanswered", "16:50 ros: swap accepted"])
  }

  @Test("with `--for` there is one more line at its end, and the sender is back on duty")
  func timed() throws {
    var house = try house()
    try house.at("17:06", .tagOut(seconds: 600))
    try house.at("17:07", .tagAnswer(.later), by: "imani")
    try house.run(to: "17:21")
    #expect(
      house.said() == [
        "17:05 ros: tablet-ends/otter/P20 20m", "17:06 imani: swap asked", "17:10 imani: tablet-ends/otter/15 15m",
        "17:16 ros: swap over", "17:20 imani: tablet-ends/otter/5 5m",
      ])
  }

  @Test("`tag in` before that ends it without a line")
  func backEarly() throws {
    var house = try house()
    try house.at("16:40", .tagOut(seconds: 1200))
    try house.at("16:41", .tagIn)
    try house.run(to: "17:06")
    #expect(house.said() == ["16:40 imani: swap asked", "17:05 ros: tablet-ends/otter/P20 20m"])
  }

  @Test("while out, a carer's rungs go to the others and their own lines are dropped")
  func whileOut() throws {
    var house = try house(from: "2026-03-10T20:00")
    try house.at("20:10", .tagOut(seconds: nil))
    try house.at("20:11", .tagAnswer(.later), by: "imani")
    try house.run(to: "21:00")
    #expect(house.said(.digest) == ["20:30 imani: digest"])
    #expect(house.state("digest/ros") == "suppressed: tagged-out")
  }

  @Test("who answered yes is duty carer until it ends, whatever their windows")
  func yesIsDuty() throws {
    var house = try house("ros", "imani away 17:05-23:00", "jo")
    try house.at("17:01", .tagOut(seconds: nil))
    try house.at("17:02", .tagAnswer(.yes), by: "imani")
    try house.at("17:12", .tagIn)
    try house.run(to: "17:21")
    // From 17:12 Imani is away again; Ros, the first on duty, goes on with it.
    #expect(
      house.said(.cue) == [
        "17:05 imani: tablet-ends/otter/P20 20m", "17:10 imani: tablet-ends/otter/15 15m",
        "17:20 ros: tablet-ends/otter/5 5m",
      ])
  }

  @Test("`duty` names another while the swap lasts: the swap's answer stands")
  func yesBeforeDuty() throws {
    var house = try house("ros", "imani", "jo")
    try house.at("16:40", .duty(carer: "jo"), by: "ros")
    try house.at("17:01", .tagOut(seconds: nil))
    try house.at("17:02", .tagAnswer(.yes), by: "imani")
    try house.run(to: "17:06")
    #expect(house.said(.cue) == ["17:05 imani: tablet-ends/otter/P20 20m"])
  }

  @Test("an answer takes the question off that carer's screen, `yes` and `tag in` off every screen")
  func questionTakenDown() throws {
    for (answer, closed) in [(TagAnswer.yes, ["imani", "jo"]), (.no, ["imani"]), (.later, ["imani"])] {
      var house = try house("ros", "imani", "jo")
      try house.at("16:45", .tagOut(seconds: nil))
      try house.at("16:46", .tagAnswer(answer), by: "imani")
      #expect(house.closed == closed.map { "2026-03-10/swap/1/asked/\($0)" })
    }
    var house = try house()
    try house.at("16:45", .tagOut(seconds: nil))
    try house.at("16:46", .tagIn)
    #expect(house.closed == ["2026-03-10/swap/1/asked/imani"])
  }

  @Test("who answers is told what it means")
  func replies() throws {
    for (answer, line) in [
      (TagAnswer.yes, "you have them; ros knows"), (.later, "noted; havenctl tag answer yes when you can"),
      (.no, "ros knows, and has a plan for one"),
    ] {
      var house = try house()
      try house.at("16:45", .tagOut(seconds: nil))
      #expect(try house.at("16:46", .tagAnswer(answer), by: "imani").lines == [line])
    }
  }

  @Test("\"ten more\" at the end of a timed swap is a tag-out of ten minutes, \"back in\" is nothing more to do")
  func tenMore() throws {
    for (button, acts) in [
      (Answer.later, [Command.tagOut(seconds: 300), .tagOut(seconds: 600)]), (.done, [.tagOut(seconds: 300)]),
    ] {
      var house = try house()
      try house.at("16:40", .tagOut(seconds: 300))
      try house.run(to: "16:46")
      try house.press(button, on: "/over", at: "16:46")
      #expect(house.ledger.acts.map(\.command) == acts)
      #expect(house.engine.isOnDuty("ros", at: house.now) == (button == .done))
    }
  }

  @Test("with nobody there to ring, the command itself answers with the solo plan, and nothing follows")
  func solo() throws {
    for carers in [["ros"], ["ros", "imani away 16:00-18:00"], ["ros", "imani quiet 16:00-18:00"]] {
      var family = try Family.evening(carers: carers)
      family.household.safetyPlans = [SafetyPlan(name: "den", children: ["otter"], actions: ["door open", "drink"])]
      var house = try House(family, from: "2026-03-10T16:00")
      let reply = try house.at("16:40", .tagOut(seconds: nil))
      try house.run(to: "16:50")
      #expect(reply.lines.dropFirst() == ["  den", "    door open", "    drink", "  door, water, six slow breaths"])
      #expect(house.said(.swap) == [])
    }
  }

  @Test("the solo plan has a spot for every child, the family's own way to slow down, and who could hear of it")
  func soloPlan() throws {
    var family = try Family.evening(carers: ["ros"], children: ["otter 5", "wren 4"])
    family.household.safetyPlans = [SafetyPlan(name: "den", children: ["otter"], actions: ["six slow breaths"])]
    family.household.supports = [Support(name: "Jo", kind: .friend, how: "phone")]
    #expect(
      try House(family, from: "2026-03-10T16:00").engine.soloPlan
        == ["den", "  six slow breaths", "wren: the safest spot near you", "who could hear it: Jo, phone"])
  }

  @Test("a second tag-out replaces the first, its end too")
  func again() throws {
    var house = try house()
    try house.at("16:40", .tagOut(seconds: 300))
    try house.at("16:41", .tagAnswer(.later), by: "imani")
    try house.at("16:44", .tagOut(seconds: 600))
    try house.at("16:45", .tagAnswer(.later), by: "imani")
    try house.run(to: "17:00")
    #expect(house.said() == ["16:40 imani: swap asked", "16:44 imani: swap asked", "16:54 ros: swap over"])
  }

  @Test("the buttons answer it: Done is yes, Later is later, Not today is no")
  func buttons() throws {
    for (button, answer) in [(Answer.done, TagAnswer.yes), (.later, .later), (.notToday, .no)] {
      var house = try house()
      try house.at("16:45", .tagOut(seconds: nil))
      try house.press(button, on: "asked/imani", at: "16:46")
      #expect(house.ledger.acts.last?.command == .tagAnswer(answer))
      #expect(house.ledger.acts.last?.by == "imani")
    }
  }

  @Test("nobody can answer a swap that nobody asked for, and only who is out can come in")
  func refused() throws {
    var house = try house()
    #expect(throws: Refusal.self) { try house.at("16:40", .tagAnswer(.yes), by: "imani") }
    #expect(throws: Refusal.self) { try house.at("16:41", .tagIn) }
    try house.at("16:42", .tagOut(seconds: nil))
    #expect(throws: Refusal.self) { try house.at("16:43", .tagAnswer(.yes), by: "ros") }
    #expect(throws: Refusal.self) { try house.at("16:44", .tagIn, by: "imani") }
  }

  @Test("it is recorded who was asked, and that it was shown")
  func rows() throws {
    var house = try house()
    try house.at("16:45", .tagOut(seconds: nil))
    #expect(house.story("asked/imani") == ["claimed", "shown"])
  }
}
