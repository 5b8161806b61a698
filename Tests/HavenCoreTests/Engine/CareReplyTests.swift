import Testing

@testable import HavenCore

@Suite("What is answered to respite and goals")
struct CareReplyTests {
  private func house(backup: String? = nil) throws -> House {
    var family = try Family(carers: ["ros", "imani"], "")
    var lane = RespiteLane(lane: .couple)
    lane.cover = "Auntie Jo"
    lane.backup = backup
    family.household.respite = [lane]
    try family.add(goal: "walk") { $0.smallest = "to the gate" }
    return try House(family, from: "2026-03-10T09:00")
  }

  /// Books and cancels on days one after the other, and gives each last line.
  private func cancelled(_ by: CalledOff?..., backup: String? = nil) throws -> [String] {
    var house = try house(backup: backup)
    return try by.enumerated().map { day, who in
      let stay = try span("2026-03-\(20 + day)T10:00/2026-03-\(20 + day)T13:00")
      try house.at("\(house.date + day)T10:00", .respiteBook(lane: .couple, from: stay.start, to: stay.end))
      let reply = try house.at(
        "\(house.date + day)T11:00", .respiteCancel(lane: .couple, from: stay.start, by: who))
      return reply.lines.count > 1 ? reply.lines[1] : ""
    }
  }

  @Test("a sitter who could not come twice: a second person, once, and not where one is named")
  func sitter() throws {
    let advice = "a second person could help here: 'backup' in [[respite]] names one"
    #expect(try cancelled(.sitter, .sitter, .sitter) == ["", advice, ""])
    #expect(try cancelled(.sitter, .us, .sitter) == ["", "", advice])
    #expect(try cancelled(.sitter, .sitter, backup: "Sam") == ["", ""])
  }

  @Test("a crisis counts against nobody, and it is said so")
  func crisis() throws {
    #expect(try cancelled(.crisis, .agency, nil) == ["that counts against nobody", "", ""])
  }

  @Test("time taken of a lane that the family has not is kept, and it is said that nothing counts it")
  func noLane() throws {
    var house = try house()
    func took(_ lane: Lane) throws -> [String] {
      try house.at("10:00", .respiteTook(lane: lane, date: house.date, minutes: 60, counts: true)).lines
    }
    #expect(try took(.couple) == ["taken: couple"])
    #expect(try took(.sibling("otter")).last?.hasPrefix("kept, and in no total: 'sibling:otter'") == true)
  }

  @Test("a goal is made smaller, let go and put off with a kind word each")
  func goals() throws {
    var house = try house()
    #expect(try house.at("10:00", .goal(id: "walk", .notToday)).lines == ["walk: not today", "not today is fine"])
    #expect(try house.at("10:01", .goal(id: "walk", .shrink)).lines.last == "from now on 'to the gate' is enough")
    #expect(
      try house.at("10:02", .goal(id: "walk", .letGo)).lines.last
        == "it is not offered again; 'havenctl goal keep walk' brings it back")
  }

  @Test("minutes go with what was done, and are those of a day")
  func minutes() throws {
    var house = try house()
    #expect(throws: Refusal.self) { try house.at("10:00", .goal(id: "walk", .keep, minutes: 5)) }
    #expect(throws: Refusal.self) { try house.at("10:00", .goal(id: "walk", .part, minutes: 0)) }
    try house.at("10:00", .goal(id: "wa", .part, minutes: 7))
    #expect(house.ledger.acts.map(\.command) == [.goal(id: "walk", .part, minutes: 7)])
  }
}
