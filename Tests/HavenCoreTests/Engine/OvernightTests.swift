import Testing

@testable import HavenCore

/// A night away: the days inside it are empty, coming home is soft, and each child is told in time.
struct OvernightTests {
  private let day = """
    07:00 wake        [5 0]
    16:00 play
    17:25 bath        hard
    20:10 lights-out  easy sleep
    """

  private func house(
    _ children: [String] = ["otter 5"], carers: [String] = ["ros"], from: String = "2026-03-10T09:00",
    booked: String = "2026-03-20T15:00/2026-03-21T11:00"
  ) throws -> House {
    var house = try House(Family(carers: carers, children: children, day), from: from)
    let stay = try span(booked)
    try house.at(from, .respiteBook(lane: .overnight, from: stay.start, to: stay.end))
    return house
  }

  @Test("steps inside it are not in the plan; coming home adds a landing of half an hour")
  func plan() throws {
    var house = try house()
    let days = try ["2026-03-20", "2026-03-21"].map { day in
      house.engine.plan(for: try date(day)).steps.map { "\(house.family.zone.civil(at: $0.at).time) \($0.step.id)" }
    }
    #expect(days == [["07:00 wake"], ["11:00 home-again", "16:00 play", "17:25 bath", "20:10 lights-out"]])
    let home = house.engine.plan(for: try date("2026-03-21")).steps[0]
    #expect(home.step.tags == [.landing])
    #expect(home.until == home.at + 1800)
    #expect(home.children == ["otter"])
  }

  @Test("a step at its start is inside, one at its end is not")
  func ends() throws {
    var house = try house(booked: "2026-03-20T07:00/2026-03-21T07:00")
    let days = try ["2026-03-20", "2026-03-21"].map { day in
      house.engine.plan(for: try date(day)).steps.map(\.step.id)
    }
    #expect(days[0] == [])
    #expect(Set(days[1]) == ["home-again", "wake", "play", "bath", "lights-out"])
  }

  @Test("it is told when they are back, of two nights away that meet the later")
  func back() throws {
    var house = try house()
    let second = try span("2026-03-21T10:00/2026-03-22T09:00")
    try house.at("2026-03-10T09:01", .respiteBook(lane: .overnight, from: second.start, to: second.end))
    func end(_ moment: String) throws -> String? {
      house.engine.overnightEnd(at: try house.instant(moment)).map { "\(house.family.zone.civil(at: $0))" }
    }
    #expect(try end("2026-03-20T14:59") == nil)
    #expect(try end("2026-03-20T15:00") == "2026-03-21T11:00")
    #expect(try end("2026-03-21T10:30") == "2026-03-22T09:00")
    #expect(try end("2026-03-22T09:00") == nil)
  }

  @Test("a step that is nobody's stays")
  func nobody() throws {
    var family = try Family("09:00 bins nobody\n10:00 park")
    try family.add("")
    let stay = try span("2026-03-10T08:00/2026-03-10T20:00")
    let act = try family.act(.respiteBook(lane: .overnight, from: stay.start, to: stay.end), at: "2026-03-09T09:00")
    #expect(try family.steps("2026-03-10", acts: [act]) == "09:00 bins, 20:00 home-again")
  }

  @Test("nothing rings for the children while they are gone, and a rung of the day they return is not told away")
  func silence() throws {
    var house = try house(booked: "2026-03-20T15:00/2026-03-21T17:10")
    try house.run(to: "2026-03-20T15:00")
    let before = house.lines.count
    try house.run(to: "2026-03-21T18:00")
    // Home at 17:10: P20 fell before it, and no rung comes in the first twenty minutes.
    #expect(house.lines.dropFirst(before).filter { !$0.items.isEmpty }.isEmpty)
    #expect(house.row("2026-03-21/bath/otter/P20")?.summary == "suppressed: away")
  }

  @Test("it is told to every carer at the digest seven dates before, and two hours before")
  func respiteLines() throws {
    var house = try house(carers: ["ros", "imani"])
    try house.run(to: "2026-03-21")
    #expect(
      house.said(.respite) == [
        "03-13 20:30 ros: respite overnight 9750m", "03-13 20:30 imani: respite overnight 9750m",
        "03-20 13:00 ros: respite overnight 2h", "03-20 13:00 imani: respite overnight 2h",
      ])
  }

  @Test(
    "each child is told by its working age: that morning, the evening before, two dates, a week",
    arguments: [
      ("0", "03-20 07:00"), ("3", "03-20 07:00"), ("4", "03-19 20:30"), ("6", "03-19 20:30"), ("7", "03-18 20:30"),
      ("9", "03-18 20:30"), ("", "03-18 20:30"), ("10", "03-13 20:30"), ("17", "03-13 20:30"),
    ])
  func tell(age: String, at: String) throws {
    var house = try house(["otter \(age)"])
    try house.run(to: "2026-03-21")
    #expect(house.said(.tell) == ["\(at) ros: tell otter 2026-03-20T15:00"])
  }

  @Test("by the working age that is set for the child, whatever age a soft day goes by")
  func softAge() throws {
    var house = try house(["otter 8"])
    try house.at("2026-03-12T09:00", .mode(.regression, child: "otter", age: 3, until: nil))
    try house.run(to: "2026-03-21")
    #expect(house.said(.tell) == ["03-18 20:30 ros: tell otter 2026-03-20T15:00"])
  }

  @Test("booked at the very minute of its day to tell, or after, nobody is rung about the past")
  func tooLate() throws {
    for (booked, said) in [
      ("2026-03-13T20:29", ["20:30 ros: tell otter 2026-03-20T15:00"]), ("2026-03-13T20:30", []),
      ("2026-03-14T09:00", []),
    ] {
      var house = try house(["otter 10"], from: booked)
      try house.run(to: "2026-03-21")
      #expect(house.said(.tell) == said, "\(booked)")
    }
  }

  @Test("under four, on the morning of the first step; where that is after leaving, or there is none, not at all")
  func sameDay() throws {
    var early = try house(["otter 2"], booked: "2026-03-20T06:30/2026-03-21T11:00")
    try early.run(to: "2026-03-21")
    #expect(early.said(.tell) == [])
    var later = try house(["otter 2"], booked: "2026-03-20T07:01/2026-03-21T11:00")
    try later.run(to: "2026-03-21")
    #expect(later.said(.tell) == ["03-20 07:00 ros: tell otter 2026-03-20T07:01"])
  }

  @Test("a child is told through its first key carer, and a shared screen shows no trace")
  func keyCarer() throws {
    var house = try house(["otter 5 key:imani,ros", "wren 5"], carers: ["ros", "imani"])
    try house.run(to: "2026-03-21")
    #expect(
      house.said(.tell) == [
        "03-19 20:30 imani: tell otter 2026-03-20T15:00", "03-19 20:30 ros: tell wren 2026-03-20T15:00",
      ])
    #expect(Set(house.deliveries.filter { $0.line.kind == .tell }.map(\.isTransient)) == [true])
  }

  @Test("booked late, only what is still ahead is told")
  func late() throws {
    var house = try house(["otter 12", "wren 5"], from: "2026-03-19T12:00")
    try house.run(to: "2026-03-21")
    #expect(
      house.said(.tell, .respite) == [
        "20:30 ros: tell wren 2026-03-20T15:00", "03-20 13:00 ros: respite overnight 2h",
      ])
  }

  @Test("cancelled, everything is as written")
  func cancelled() throws {
    var house = try house()
    try house.at("2026-03-12T09:00", .respiteCancel(lane: .overnight, from: try civil("2026-03-20T15:00")))
    #expect(
      house.engine.plan(for: try date("2026-03-21")).steps.map(\.step.id) == ["wake", "play", "bath", "lights-out"])
    try house.run(to: "2026-03-21")
    #expect(house.said(.tell, .respite) == [])
  }
}
