import Testing

@testable import HavenCore

@Suite("A day to go gently: known to whom it concerns, named to nobody")
struct GentlyTests {
  private func house() throws -> House {
    var family = try Family(carers: ["ros", "imani"], children: ["otter 5 key:imani"], "18:00 tea")
    family.household.markedDates = [
      MarkedDate(date: try date("2026-03-24"), child: "otter", headsUp: [14, 3]),
      MarkedDate(date: try date("2026-03-26"), headsUp: [2]),
    ]
    return try House(family, from: "2026-03-09")
  }

  @Test(
    "on its heads-up dates and on the day itself, for the child's key carers; without a child, for all",
    arguments: [
      ("2026-03-09", nil, nil), ("2026-03-10", 14, nil), ("2026-03-11", nil, nil), ("2026-03-20", nil, nil),
      ("2026-03-21", 3, nil), ("2026-03-22", nil, nil), ("2026-03-23", nil, nil), ("2026-03-24", 0, 2),
      ("2026-03-25", nil, nil), ("2026-03-26", 0, 0), ("2026-03-27", nil, nil),
    ] as [(String, Int?, Int?)])
  func dates(day: String, imani: Int?, ros: Int?) throws {
    let house = try house()
    #expect(house.engine.goesGently("imani", on: try date(day)) == imani)
    #expect(house.engine.goesGently("ros", on: try date(day)) == ros)
  }

  @Test("only the date itself is marked")
  func marked() throws {
    let house = try house()
    let marked = try (20...27).map { try date("2026-03-\($0)") }.filter { house.engine.isMarked($0) }
    #expect(marked.map(\.day) == [24, 26])
  }
}
