import Testing

@testable import HavenCore

/// A soft day is offered, never imposed; a long one is asked about, kindly.
struct OfferTests {
  private func house(_ children: [String] = ["otter 5", "wren 3"], from start: String = "2026-03-10T00:30") throws
    -> House
  {
    try House(Family(carers: ["ros", "imani"], children: children, "07:00 wake core\n16:00 tea core"), from: start)
  }

  private func mode(_ mode: Mode, _ child: ChildID? = nil, age: Int? = nil) -> Command {
    .mode(mode, child: child, age: age, until: nil)
  }

  private func offer(_ house: House, to carer: CarerID = "ros") -> Offer? {
    house.engine.offer(to: carer, at: house.now)
  }

  @Test("after a broken night a soft day is offered to who was up, from the end of quiet hours until noon")
  func night() throws {
    var house = try house()
    for (time, up) in [("01:00", true), ("01:20", false), ("03:00", true), ("03:10", false)] {
      try house.at(time, .night(up: up))
    }
    #expect(offer(house) == nil)
    try house.run(to: "06:45")
    #expect(offer(house)?.what == .softDay)
    #expect(offer(house)?.yes == mode(.lowDemand))
    #expect(offer(house)?.no == mode(.ordinary))
    #expect(offer(house, to: "imani") == nil)
    try house.run(to: "12:00")
    #expect(offer(house) == nil)
  }

  @Test("after two hard moments by three; for the one child where both were theirs")
  func hard() throws {
    var house = try house()
    let first = try house.at("10:00", .hard(HardMoment(child: "otter")))
    #expect(offer(house) == nil)
    let second = try house.at("14:59", .hard(HardMoment(child: "otter")))
    #expect(offer(house)?.yes == mode(.lowDemand, "otter"))
    #expect(!first.lines.contains { $0.contains("soft day") })
    #expect(
      second.lines.last
        == "the rest of today can be a soft day: 'havenctl mode low-demand otter', or not: 'havenctl mode ordinary otter'"
    )
    try house.run(to: "20:30")
    #expect(offer(house) == nil)
  }

  @Test("a second hard moment after three offers nothing, and so do one a day")
  func late() throws {
    var house = try house()
    try house.at("10:00", .hard(HardMoment(child: "otter")))
    try house.at("15:01", .hard(HardMoment(child: "otter")))
    #expect(offer(house) == nil)
    try house.at("2026-03-11T10:00", .hard(HardMoment(child: "otter")))
    #expect(offer(house) == nil)
  }

  @Test("once somebody has set a mode today it is not offered again: `mode ordinary` says no")
  func declined() throws {
    for answer in [Mode.ordinary, .lowDemand] {
      var house = try house()
      try house.at("09:00", .hard(HardMoment()))
      try house.at("10:00", .hard(HardMoment(child: "wren")))
      #expect(offer(house)?.yes == mode(.lowDemand))
      try house.at("10:05", mode(answer), by: "imani")
      #expect(offer(house) == nil)
      try house.at("11:00", .hard(HardMoment()))
      #expect(offer(house) == nil)
    }
  }

  @Test("a soft day that is set anew every morning has lasted since the first of them")
  func everyMorning() throws {
    var house = try house()
    let soft = Command.mode(.lowDemand, child: "otter", age: nil, until: nil)
    for day in 0..<3 {
      try house.at("\(house.date + day)T07:30", soft)
      #expect(offer(house) == nil)
    }
    try house.at("\(house.date + 3)T07:30", soft)
    #expect(offer(house)?.what == .stillRight)
    #expect(offer(house)?.since == (try house.instant("07:30")))
    // The same mode again, while it lasts, is a yes.
    try house.at("\(house.date + 3)T07:40", soft)
    #expect(offer(house) == nil)
    try house.at("\(house.date + 4)T07:30", soft)
    #expect(offer(house) == nil)
    // A day between, or an answer, begins anew.
    try house.at("\(house.date + 6)T07:30", soft)
    try house.at("\(house.date + 6)T12:00", .mode(.ordinary, child: "otter", age: nil, until: nil))
    try house.at("\(house.date + 7)T07:30", soft)
    try house.at("\(house.date + 8)T07:30", soft)
    try house.at("\(house.date + 9)T07:30", soft)
    #expect(offer(house) == nil)
  }

  @Test("after three days in a mode it asks whether that is still right; the same mode again says yes")
  func stillRight() throws {
    var house = try house()
    try house.at("10:00", mode(.regression, "otter", age: 3))
    try house.run(to: "2026-03-12T23:59")
    #expect(offer(house) == nil)
    try house.run(to: "2026-03-13T07:00")
    #expect(offer(house)?.what == .stillRight)
    #expect(offer(house)?.yes == mode(.regression, "otter", age: 3))
    #expect(offer(house)?.no == mode(.ordinary, "otter"))
    try house.at("2026-03-13T07:05", mode(.regression, "otter", age: 3))
    #expect(offer(house) == nil)
    try house.run(to: "2026-03-16T07:00")
    #expect(offer(house)?.what == .stillRight)
    try house.at("2026-03-16T07:05", mode(.ordinary, "otter"))
    #expect(offer(house) == nil)
  }

  @Test("a family's own `max-days` goes; a mode of every child is asked about once, for all")
  func maxDays() throws {
    var house = try house()
    try house.reload(at: "00:40") { $0.household.modeTuning = [.sick: ModeTuning(maxDays: 1)] }
    try house.at("10:00", mode(.sick))
    try house.run(to: "2026-03-11T07:00")
    #expect(offer(house)?.children == [])
    #expect(offer(house)?.yes == mode(.sick))
  }
}

extension OfferTests {
  @Test("the evening's digest asks too, and no more once somebody has said yes")
  func digest() throws {
    var house = try House(Family("07:00 wake core"), from: "2026-03-09T08:00")
    try house.at("08:00", .mode(.sick, child: nil, age: nil, until: nil))
    try house.run(to: "2026-03-13T00:00")
    #expect(house.said(.digest).suffix(2) == ["03-11 20:30 ros: digest", "03-12 20:30 ros: digest still-soft"])
    try house.at("2026-03-13T09:00", .mode(.sick, child: nil, age: nil, until: nil))
    try house.run(to: "2026-03-14T00:00")
    #expect(house.said(.digest).last == "03-13 20:30 ros: digest")
  }
}
