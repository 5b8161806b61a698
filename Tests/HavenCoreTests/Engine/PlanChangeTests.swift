import Testing

@testable import HavenCore

/// What changed today, from when to when, and by whose word; and what does not fit together.
struct PlanChangeTests {
  private let day = """
    16:00 play  core
    17:00 bath  core otter
    17:30 story core wren
    18:00 piano otter
    18:30 craft
    """

  private func changes(_ house: inout House) -> [String] {
    let zone = house.family.zone
    return house.engine.changes(on: house.date).map { change in
      let times = [change.was, change.at].map { $0.map { "\(zone.civil(at: $0).time)" } ?? "-" }
      return [change.what.rawValue, change.step.step.id, times[0], times[1], change.by, change.with]
        .compactMap { $0 }.joined(separator: " ") + (change.what == .fewer ? " \(change.children)" : "")
    }
  }

  private func house() throws -> House {
    try House(
      Family(carers: ["ros", "imani"], children: ["otter 5", "wren 3"], day), from: "2026-03-10T15:00")
  }

  @Test("an undisturbed day has no changes")
  func none() throws {
    var house = try house()
    #expect(changes(&house) == [])
  }

  @Test("a move tells when it was and is, and who moved it last")
  func moved() throws {
    var house = try house()
    try house.at("15:10", .delay(step: "bath", minutes: 10))
    try house.at("15:20", .delay(step: "bath", minutes: 5), by: "imani")
    #expect(changes(&house) == ["moved bath 17:00 17:15 imani"])
    try house.undo(at: "15:21", by: "imani")
    #expect(changes(&house) == ["moved bath 17:00 17:10 ros"])
  }

  @Test("a skip, a swap, running late")
  func others() throws {
    var house = try house()
    try house.at("15:10", .skip(step: "craft"), by: "imani")
    try house.at("15:20", .swap(first: "bath", second: "story"))
    #expect(
      changes(&house) == [
        "swapped story 17:30 17:00 ros bath", "swapped bath 17:00 17:30 ros story", "skipped craft 18:30 - imani",
      ])
    try house.at("15:30", .late(minutes: 5, child: "wren"))
    #expect(changes(&house).first == "late play 16:00 16:05 ros")
  }

  @Test("a soft day tells what it left out, and what is for fewer")
  func soft() throws {
    var house = try house()
    try house.at("15:10", .mode(.lowDemand, child: "otter", age: nil, until: nil))
    #expect(changes(&house) == ["soft piano 18:00 -", "fewer craft 18:30 18:30 [\"otter\"]"])
  }

  @Test("a skipped step that is skipped again is out of today already; a soft day's tells why")
  func twice() throws {
    var house = try house()
    try house.at("15:10", .skip(step: "craft"))
    let again = #expect(throws: Refusal.self) { try house.at("15:11", .skip(step: "cra")) }
    #expect(again?.text == "'craft' is out of today already")
    #expect(again?.isTruthfulNo == true)
    try house.at("15:12", .mode(.lowDemand, child: nil, age: nil, until: nil))
    let soft = #expect(throws: Refusal.self) { try house.at("15:13", .delay(step: "piano", minutes: 5)) }
    #expect(soft?.text == "'piano' is left out today: a soft day")
  }

  @Test("two children who need the same adult within minutes are told, and a child in two steps at once")
  func conflicts() throws {
    var house = try House(
      Family(
        carers: ["ros"], children: ["otter 5", "wren 3"],
        "16:00 homework otter 40m\n16:30 tea otter\n17:00 bath otter hard\n17:03 story wren hard\n17:20 bed wren hard"),
      from: "2026-03-10T15:00")
    let zone = house.family.zone
    let told = house.engine.conflicts(on: house.date).map { conflict in
      switch conflict {
      case .sameCarer(let carer, let first, let second):
        "\(carer): \(first.step)/\(first.child) \(second.step)/\(second.child)"
      case .overlap(let child, let first, let second, let at, let seconds):
        "\(child): \(first) \(second) \(zone.civil(at: at).time) \(seconds)"
      }
    }
    #expect(told == ["otter: homework tea 16:30 600", "ros: bath/otter story/wren"])
  }

  @Test("of dozens of children with one carer a day tells a hundred times that two need the same adult, and no more")
  func crowd() throws {
    let children = (1...30).map { "child-\($0)" }
    var house = try House(
      Family(carers: ["ros"], children: children.map { "\($0) 5" }, "16:00 tea hard\n16:01 bath hard"),
      from: "2026-03-10T15:00")
    #expect(house.engine.conflicts(on: house.date).count == 100)
  }
}
