import HavenCore
import Testing

@Suite("Respite figures: a rolling window, what is owed, whose turn it is")
struct RespiteFiguresTests {
  @Test(
    "the window is the last 28 dates, from the quarter's first date at the earliest",
    arguments: [
      // today, start, dates of the window
      ("2026-03-15", "2026-02-16", 28), ("2026-04-14", "2026-04-01", 14), ("2026-04-01", "2026-04-01", 1),
      ("2026-01-28", "2026-01-01", 28), ("2026-01-29", "2026-01-02", 28), ("2024-02-29", "2024-02-02", 28),
      ("2024-03-28", "2024-03-01", 28), ("2026-12-31", "2026-12-04", 28),
    ])
  func window(today: String, start: String, dates: Int) throws {
    let lane = try #require(try figures([("couple", 28)], today: today).lanes.first)
    #expect(lane.start == CivilDate(start))
    #expect(lane.target.value == Double(dates))
  }

  @Test("the first and the last date of the window count, their neighbours do not")
  func edges() throws {
    let lane = try #require(
      try figures(
        [("solo:ros", 12)], today: "2026-03-15",
        took: [
          ("solo:ros", "2026-02-15", 1), ("solo:ros", "2026-02-16", 2), ("solo:ros", "2026-03-15", 4),
          ("solo:ros", "2026-03-16", 8),
        ]
      ).lanes.first)
    #expect(lane.actual.value == 6)
    #expect(lane.owed.value == 6)
    #expect(lane.percent == 50)
  }

  @Test(
    "forgiving begins the count on the day after, and a later lane's forgiving is its own",
    arguments: [("2026-03-08", 7, 3.0), ("2026-03-14", 1, 0), ("2026-03-15", 0, 0), ("2026-03-16", 28, 6)])
  func forgive(on date: String, dates: Int, actual: Double) throws {
    let lanes = try figures(
      [("solo:ros", 28), ("couple", 28)], today: "2026-03-15",
      took: [("solo:ros", "2026-03-08", 3), ("solo:ros", "2026-03-09", 3)], forgiven: [("solo:ros", date)]
    ).lanes
    #expect(lanes[0].target.value == Double(dates))
    #expect(lanes[0].actual.value == actual)
    #expect(lanes[1].target.value == 28)
  }

  @Test("more than the target owes nothing, and no target is no percentage")
  func clamp() throws {
    let lanes = try figures(
      [("couple", 6), ("solo:ros", 0)], today: "2026-03-15", took: [("couple", "2026-03-10", 9)]
    ).lanes
    #expect(lanes.map(\.owed.value) == [0, 0])
    #expect(lanes.map(\.percent) == [0, 0])
  }

  @Test("cancelled counts nowhere, shortened counts as it was, on call is beside the total")
  func states() throws {
    var records = try records([("couple", 6)])
    let date = try #require(CivilDate("2026-03-10"))
    for (state, counts) in [(FigureRecords.RespiteTime.State.cancelled, true), (.shortened, true), (.happened, false)] {
      records.respite.append(
        .init(lane: .couple, date: date, hours: Hours(minutes: 90), state: state, counts: counts))
    }
    let lane = try #require(RespiteFigures(records, today: date).lanes.first)
    #expect(lane.actual.value == 1.5)
    #expect(lane.beside.value == 1.5)
    #expect(lane.owed.value == 4.5)
  }

  @Test("the larger share is next; a tie goes to carers, then the couple, then siblings, then the config's order")
  func nextInLine() throws {
    let line = try figures(
      [("sibling:finch", 2), ("couple", 4), ("solo:imani", 8), ("solo:ros", 8), ("sibling:otter", 4), ("solo:ana", 3)],
      today: "2026-03-15",
      took: [
        ("sibling:finch", "2026-03-10", 1), ("couple", "2026-03-10", 2), ("solo:imani", "2026-03-10", 4),
        ("solo:ros", "2026-03-10", 4), ("sibling:otter", "2026-03-10", 1), ("solo:ana", "2026-03-10", 3),
      ]
    ).nextInLine
    #expect(line.map(\.description) == ["sibling:otter", "solo:imani", "solo:ros", "couple", "sibling:finch"])
  }

  @Test("shares are compared before they are rounded")
  func closeShares() throws {
    // 1 of 3 and 333 of 1000 are both 33 %.
    let line = try figures(
      [("solo:ros", 1000), ("couple", 3)], today: "2026-03-15",
      took: [("solo:ros", "2026-03-10", 667), ("couple", "2026-03-10", 2)]
    ).nextInLine
    #expect(line.map(\.description) == ["couple", "solo:ros"])
  }

  @Test("hours are exact: thirds add up, halves of a percent round up")
  func exact() throws {
    let third = try #require(Hours(0.6666666666666666))
    #expect(third + third + third == Hours(minutes: 120))
    let tenth = try #require(Hours(0.1))
    #expect((1...30).reduce(Hours.zero) { sum, _ in sum + tenth } == Hours(minutes: 180))
    #expect(Hours(-0.1) == nil)
    #expect(Hours(.infinity) == nil)
    // 7 of 8 owed are 87.5 %.
    #expect(
      try figures([("couple", 8)], today: "2026-03-15", took: [("couple", "2026-03-10", 1)]).lanes[0].percent == 88)
  }

  private func records(_ lanes: [(String, Double)]) throws -> FigureRecords {
    var records = FigureRecords()
    records.lanes = try lanes.map { .init(lane: try #require(Lane($0.0)), hours: try #require(Hours($0.1))) }
    return records
  }

  private func figures(
    _ lanes: [(String, Double)], today: String, took: [(String, String, Double)] = [],
    forgiven: [(String, String)] = []
  ) throws -> RespiteFigures {
    var records = try records(lanes)
    for (lane, date, hours) in took {
      records.respite.append(
        .init(
          lane: try #require(Lane(lane)), date: try #require(CivilDate(date)), hours: try #require(Hours(hours)),
          state: .happened))
    }
    for (lane, date) in forgiven {
      records.forgiven.append(.init(lane: try #require(Lane(lane)), date: try #require(CivilDate(date))))
    }
    return RespiteFigures(records, today: try #require(CivilDate(today)))
  }
}
