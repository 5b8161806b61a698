import Testing

@testable import HavenCore

/// Food and drink every two hours or so, offered once, to the first carer on duty.
struct FuelTests {
  private let tuesday = "2026-03-10"

  private func said(
    _ day: String, carers: [String] = ["ros"], children: [String] = ["otter 5"], from: String = "2026-03-10T06:00",
    _ change: (inout Family) throws -> Void = { _ in }, _ play: (inout House) throws -> Void = { _ in }
  ) throws -> [String] {
    var family = try Family(carers: carers, children: children, day + "\n20:30 bed sleep\n07:00 wake\n07:01 hop move")
    try change(&family)
    var house = try House(family, from: from)
    try play(&house)
    try house.run(to: "22:00")
    return house.said(.fuel)
  }

  @Test("two hours after food, and every two hours after an offer, up to three quarters of an hour before bed")
  func rhythm() throws {
    #expect(
      try said("12:00 lunch food water") == [
        "14:00 ros: fuel otter and move", "16:00 ros: fuel otter and move", "18:00 ros: fuel otter and move",
      ])
    // 19:45 is the last moment: bed is at 20:30.
    #expect(try said("13:45 lunch food water").last == "19:45 ros: fuel otter and move")
    #expect(try said("13:46 lunch food water").last == "17:46 ros: fuel otter and move")
  }

  @Test("the clocks start with the first step so tagged: before it nothing is offered")
  func start() throws {
    #expect(try said("18:30 tea food water") == [])
    #expect(try said("16:00 play") == [])
  }

  @Test("each step so tagged starts its clock again; either clock past its time is enough")
  func twoClocks() throws {
    #expect(
      try said(
        "12:00 lunch food water\n13:30 drink water\n15:00 drink water\n15:50 tea food water\n17:50 supper food water")
        == ["14:00 ros: fuel otter and move"])
    #expect(
      try said("12:00 lunch food water\n13:50 snack food\n15:50 tea food water\n17:50 supper food water") == [
        "14:00 ros: fuel otter and move"
      ])
    #expect(
      try said(
        "12:00 lunch food water\n13:50 snack food\n13:55 drink water\n15:50 tea food water\n17:50 supper food water")
        == [])
  }

  @Test("it is held where food comes within three quarters of an hour, that included, and is not offered then")
  func heldForStep() throws {
    #expect(
      try said("12:00 lunch food water\n14:45 snack food water\n16:00 tea food water\n18:00 supper food water") == [])
    #expect(
      try said("12:00 lunch food water\n14:46 snack food water\n16:00 tea food water\n18:00 supper food water") == [
        "14:00 ros: fuel otter and move"
      ])
  }

  @Test("food that comes holds only the food clock: a drink may be due")
  func otherClock() throws {
    #expect(
      try said("12:00 lunch food water\n14:30 snack food\n16:00 tea food water\n18:00 supper food water") == [
        "14:00 ros: fuel otter and move"
      ])
  }

  @Test("not in the first half-hour of the day")
  func morning() throws {
    var house = try House(Family("05:30 milk food water\n05:31 hop move\n07:45 out [0]"), from: "2026-03-10T05:00")
    try house.run(to: "2026-03-10T07:00")
    #expect(house.said(.fuel) == [])
  }

  @Test("`fed` and `drank` start a clock, and start it again")
  func recorded() throws {
    let said = try said("16:00 play") { _ in
    } _: { house in
      try house.at("12:00", .fed(child: "otter"))
      try house.at("13:00", .drank(child: "otter"))
      try house.at("13:30", .fed(child: "otter"))
    }
    #expect(said.prefix(2) == ["15:00 ros: fuel otter and move", "17:00 ros: fuel otter and move"])
  }

  @Test("one line names every child due at that instant")
  func together() throws {
    #expect(
      try said(
        "12:00 lunch food water\n13:00 milk food water wren\n15:50 tea food water\n17:50 supper food water",
        children: ["otter 5", "wren 3", "finch 13"])
        == ["14:00 ros: fuel otter finch and move", "15:00 ros: fuel wren and move"])
  }

  @Test("the child's interval, or off")
  func interval() throws {
    #expect(
      try said(
        "12:00 lunch food water\n15:00 tea food water\n17:30 supper food water",
        children: ["otter 5 fuel:60", "wren 3 fuel:off", "finch 13 fuel:180"]
      ).prefix(2)
        == ["13:00 ros: fuel otter and move", "14:00 ros: fuel otter and move"])
  }

  @Test("a soft mode's interval where it is the smaller: ninety minutes, sick sixty for water only")
  func modes() throws {
    func said(_ mode: Mode, fuel: Int = 120) throws -> [String] {
      try self.said(
        "12:00 lunch food water core\n20:29 teeth core", children: ["otter 5 fuel:\(fuel)"], { _ in },
        { try $0.at("11:00", .mode(mode, child: nil, age: nil, until: nil)) })
    }
    #expect(try said(.lowDemand).first == "13:30 ros: fuel otter and move")
    #expect(try said(.regression).first == "13:30 ros: fuel otter and move")
    #expect(try said(.sick).first == "13:00 ros: fuel otter and move")
    #expect(try said(.lowDemand, fuel: 60).first == "13:00 ros: fuel otter and move")
  }

  @Test("a family's own interval for a mode, for both clocks")
  func tunedMode() throws {
    let said = try said(
      "12:00 lunch food water core\n20:29 teeth core", { $0.household.modeTuning[.sick] = ModeTuning(fuel: 45) },
      { try $0.at("11:00", .mode(.sick, child: nil, age: nil, until: nil)) })
    #expect(said.prefix(2) == ["12:45 ros: fuel otter and move", "13:30 ros: fuel otter and move"])
  }

  @Test("not while asleep or away: the first instant after")
  func notThere() throws {
    #expect(
      try said("12:00 lunch food water\n13:00 rest nap 100m\n15:50 tea food water\n17:50 supper food water") == [
        "14:40 ros: fuel otter and move"
      ])
    #expect(
      try said("12:00 lunch food water\n13:00 swim away\n14:20 home\n15:50 tea food water\n17:50 supper food water")
        == ["14:20 ros: fuel otter and move"])
  }

  @Test("in retreat it is still offered")
  func retreat() throws {
    #expect(
      try said("12:00 lunch food water\n13:00 den retreat 100m\n15:50 tea food water\n17:50 supper food water") == [
        "14:00 ros: fuel otter and move"
      ])
  }

  @Test("to the first carer on duty; with nobody it is not said, and the clocks start again")
  func carer() throws {
    let day = "12:00 lunch food water\n17:50 supper food water"
    #expect(try said(day, carers: ["ros away 13:00-15:00", "imani"]).first == "14:00 imani: fuel otter and move")
    #expect(try said(day, carers: ["ros away 13:00-15:00"]) == ["16:00 ros: fuel otter and move"])
    #expect(try said(day, carers: ["ros quiet 13:00-15:00", "imani"]).first == "16:00 ros: fuel otter and move")
  }

  @Test("movement only changes the words, and never makes a line of its own")
  func movement() throws {
    #expect(
      try said("12:00 lunch food water\n12:30 hop-on move\n15:50 tea food water\n17:50 supper food water") == [
        "14:00 ros: fuel otter"
      ])
    #expect(
      try said(
        "12:00 lunch food water\n15:50 tea food water\n17:50 supper food water", { _ in },
        { try $0.at("13:00", .moved(child: "otter")) })
        == ["14:00 ros: fuel otter"])
    #expect(try said("10:00 swing move") == [])
  }

  @Test("its button records food and drink for those it named")
  func button() throws {
    var house = try House(Family("12:00 lunch food water\n20:30 bed sleep"), from: "2026-03-10T11:00")
    try house.press(.done, on: "fuel/otter/14:00", at: "14:10")
    try house.run(to: "16:11")
    #expect(house.state("fuel/otter/14:00") == "acknowledged")
    #expect(house.said(.fuel).last == "16:10 ros: fuel otter and move")
  }

  @Test("the clocks are for the date: yesterday's food starts nothing today")
  func nextDay() throws {
    var house = try House(Family("07:00 wake\n19:00 tea food water\n20:30 bed sleep"), from: "2026-03-10T12:00")
    try house.run(to: "2026-03-11T18:00")
    #expect(house.said(.fuel) == [])
  }

  @Test("with no sleep step the last step of the day counts")
  func noSleep() throws {
    var house = try House(Family("12:00 lunch food water\n15:00 park\n18:44 walk"), from: "2026-03-10T11:00")
    try house.run(to: "2026-03-11")
    // 18:44 less three quarters of an hour is 17:59.
    #expect(house.said(.fuel) == ["14:00 ros: fuel otter and move", "16:00 ros: fuel otter and move"])
  }

  @Test("once offered, it is not offered again for a skipped or taken-back step")
  func undo() throws {
    let said = try said("12:00 lunch food water\n14:30 snack food water\n16:00 tea food water\n18:00 supper food water")
    { _ in
    } _: { house in
      try house.at("14:10", .skip(step: "snack"))
      try house.undo(at: "14:20")
    }
    #expect(said == ["14:10 ros: fuel otter and move"])
  }

  @Test("due because of a command, it is offered at once, and its clocks count from then")
  func dueByCommand() throws {
    let said = try said("12:00 lunch food water\n13:00 snack food water\n17:50 supper food water") { _ in
    } _: { house in
      try house.at("14:10", .skip(step: "snack"))
    }
    #expect(said == ["14:10 ros: fuel otter and move", "16:10 ros: fuel otter and move"])
  }
}
