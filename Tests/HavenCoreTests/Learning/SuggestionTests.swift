import Testing

@testable import HavenCore

@Suite("Suggestions: what the record speaks for")
struct SuggestionTests {
  private static let day = """
    17:25 tablet-ends  otter hard
    18:00 tea          food water
    18:40 bath         otter very-hard
    """
  private static let ladder = "P20 · 15 · 5 · L2 · 0"

  /// How a change went on the days before 10 March, the oldest first: `.` smoothly, `h` hard.
  private func lived(_ word: String, step: StepID = "tablet-ends", size: Size? = .hard, ladder: String = ladder)
    -> [Occurrence]
  {
    let first = CivilDate("2026-03-10")! - word.count  // a date
    return word.enumerated().map { index, mark in
      Occurrence(
        date: first + index, at: TimeOfDay("17:25")!, step: step, child: "otter", hard: mark == "h" ? 2 : 0,
        size: size, ladder: ladder)  // a time
    }
  }

  private func house() throws -> House { try House(Family(Self.day), from: "2026-03-10T12:00") }

  private func ids(_ lived: [Occurrence], _ house: House) -> [String] {
    house.engine.suggestions(lived, to: "ros", now: house.now).map(\.id)
  }

  @Test("ten of the last twelve smooth: one size shorter, with what was counted")
  func shorter() throws {
    let house = try house()
    let found = house.engine.suggestions(lived("hhh..h.......h..."), to: "ros", now: house.now)
    #expect(
      found == [Suggestion(.shorter("tablet-ends", "otter", from: .hard, to: .normal), count: 10, of: 12)])
    #expect(ids(lived("..h.h.h....."), house) == [], "nine of twelve")
    #expect(ids(lived("..........."), house) == [], "eleven times are too few")
  }

  @Test("three of the last five hard: one size longer, and of the largest only another idea of why")
  func longer() throws {
    let house = try house()
    #expect(
      house.engine.suggestions(lived("....h.hh."), to: "ros", now: house.now) == [
        Suggestion(.longer("tablet-ends", "otter", from: .hard, to: .veryHard), count: 3, of: 5)
      ])
    #expect(ids(lived("hhh", ladder: "5 · 0"), house) == [])
    #expect(ids(lived("hhhhh", step: "bath", size: .veryHard), house) == ["longer/bath/otter"])
  }

  @Test("a change is judged by the ladder it has now")
  func ladder() throws {
    let house = try house()
    #expect(ids(lived("hhhhh", size: .normal, ladder: "10 · 5 · L2 · 0") + lived("..."), house) == [])
    #expect(ids(lived("............", size: .normal), house) == [], "the config says another size already")
  }

  @Test("what is less stands before what is more")
  func order() throws {
    let house = try house()
    let both = lived("hhhhh", step: "bath", size: .veryHard) + lived("............")
    #expect(ids(both, house) == ["shorter/tablet-ends/otter/normal", "longer/bath/otter"])
  }

  @Test("one change a child: the one that speaks most clearly, and the next once that is answered")
  func oneEach() throws {
    var house = try house()
    let both = lived("............") + lived(".h..........", step: "bath", size: .veryHard)
    #expect(ids(both, house) == ["shorter/tablet-ends/otter/normal"])
    try house.at("12:01", .suggestionDismissed(id: "shorter/tablet-ends/otter/normal"))
    #expect(ids(both, house) == ["shorter/bath/otter/hard"])
  }

  @Test("however much could be less, what was hard is not left out for it")
  func room() throws {
    let children = ["ant", "bee", "cat", "dog", "elk", "fox"]
    let family = try Family(children: children.map { "\($0) 5" }, "17:25 tablet-ends hard")
    let house = try House(family, from: "2026-03-10T12:00")
    let smooth = children.dropLast().flatMap { child in
      lived("............").map { one in
        var one = one
        one.child = child
        return one
      }
    }
    let hard = lived("hhhhh").map { one in
      var one = one
      one.child = "fox"
      return one
    }
    #expect(ids(smooth, house).count == 5)
    #expect(
      ids(smooth + hard, house).map { $0.split(separator: "/")[0] } == Array(repeating: "shorter", count: 4) + [
        "longer"
      ])
  }

  @Test("a rung that was closed three days running is offered to go, with what is left of its ladder")
  func drop() throws {
    var house = try House(.evening(), from: "2026-03-10T16:00")
    for day in 0..<3 {
      let date = house.date + day
      try house.run(to: "\(date)T17:10:30")
      house.handle(.closed(try house.delivery(of: "\(date)/tablet-ends/otter/15"), isExpiry: false))
      try house.run(to: "\(date)T19:00")
    }
    #expect(house.engine.suggestions([], to: "ros", now: house.now) == [])
    let found = house.engine.suggestions(lived("."), to: "ros", now: house.now)
    #expect(
      found == [Suggestion(.drop("tablet-ends", "otter", rung: "15", left: ["P20", "5", "L2", "0"]), count: 3, of: 3)])
  }

  @Test("two hard moments by three offer a soft day: a mode, and no config")
  func softDay() throws {
    var house = try house()
    try house.at("12:10", .hard(HardMoment(child: "otter")))
    try house.at("13:00", .hard(HardMoment(child: "otter")))
    #expect(
      house.engine.suggestions([], to: "ros", now: house.now) == [Suggestion(.softDay("otter"), count: 2)])
  }

  @Test("what was dismissed keeps quiet for four weeks; undo brings it back at once")
  func dismissed() throws {
    var house = try house()
    let smooth = lived("............")
    try house.at("12:01", .suggestionDismissed(id: "shorter/tablet-ends/otter/normal"))
    #expect(ids(smooth, house) == [])
    #expect(house.engine.suggestions(smooth, to: "ros", now: house.now + 28 * 86_400).count == 1)
    try house.undo(at: "12:02")
    #expect(ids(smooth, house) == ["shorter/tablet-ends/otter/normal"])
  }

  @Test("once accepted, what went before says nothing more; what is taken back says it again")
  func accepted() throws {
    var house = try house()
    let id = "shorter/tablet-ends/otter/normal"
    let change = ConfigChange(file: "haven.toml", line: 3, before: ["a"], after: ["b"])
    try house.at("12:01", .suggestionAccepted(id: id, changes: [change]))
    #expect(ids(lived("............"), house) == [])
    #expect(house.engine.acceptedSuggestions.map(\.changes) == [[change]])
    let refusal = #expect(throws: Refusal.self) { try house.undo(at: "12:02") }
    #expect(refusal?.hint == "havenctl suggestions undo")
    try house.at("12:03", .suggestionUndone(id: id))
    #expect(house.engine.acceptedSuggestions == [])
    #expect(ids(lived("............"), house) == [id])
  }

  @Test("under five times of anything is too few to say")
  func few() throws {
    let house = try house()
    #expect(!house.engine.saysEnough(lived("....")))
    #expect(house.engine.saysEnough(lived(".....")))
  }
}
