import HavenCore
import Testing

@Suite("Nights away, balance, promises, and how figures round")
struct SmallFiguresTests {
  @Test(
    "a quarter's allowance says how many dates are left after today",
    arguments: [("2026-03-15", 16), ("2026-03-31", 0), ("2026-04-01", 90), ("2024-02-29", 31), ("2026-12-31", 0)])
  func daysLeft(today: String, left: Int) throws {
    let figures = OvernightFigures(
      .init(nights: 2, per: .quarter), nights: [], today: try #require(CivilDate(today)))
    #expect(figures.period == .quarter(daysLeft: left))
  }

  @Test(
    "a year's allowance has an even pace by the day of the year, in thousandths of a night",
    arguments: [("2026-01-01", 38), ("2026-03-15", 2838), ("2026-12-31", 14_000), ("2024-12-31", 14_038)])
  func pace(today: String, thousandths: Int) throws {
    let figures = OvernightFigures(.init(nights: 14, per: .year), nights: [], today: try #require(CivilDate(today)))
    #expect(figures.period == .year(pace: thousandths))
  }

  @Test("nights of this year or quarter count, and no others")
  func nights() throws {
    let dates = ["2025-12-31", "2026-01-01", "2026-03-31", "2026-04-01", "2026-12-31", "2027-01-01"]
    let nights = try dates.map { FigureRecords.NightAway(date: try #require(CivilDate($0)), state: .used) }
    let today = try #require(CivilDate("2026-03-15"))
    #expect(OvernightFigures(.init(nights: 9, per: .year), nights: nights, today: today).used == 4)
    #expect(OvernightFigures(.init(nights: 9, per: .quarter), nights: nights, today: today).used == 2)
  }

  @Test(
    "a quarter of the answers either way is a lean, and under three answers nothing is said",
    arguments: [
      ("ss", nil, nil), ("sen", 0, "about even"), ("sssn", -50, "leaned structure"), ("seee", -25, "leaned structure"),
      ("neee", 25, "leaned nurture"), ("seeee", -20, "about even"), ("sesnes", -33, "leaned structure"),
      ("nnn", 100, "leaned nurture"),
    ] as [(String, Int?, String?)])
  func balance(answers: String, lean: Int?, words: String?) {
    let figures = BalanceFigures(answers.map { $0 == "s" ? .structure : $0 == "n" ? .nurture : .even })
    #expect(figures?.lean == lean)
    #expect(figures?.leaning.words == words)
  }

  @Test("moved in time is trust kept; a percentage needs five that are closed")
  func promises() {
    let four = PromiseFigures([.kept, .movedInTime, .missedRepaired, .missed, .open])
    #expect(four.closed == 4)
    #expect(four.percent == nil)
    let five = PromiseFigures([.kept, .movedInTime, .missedRepaired, .missed, .kept, .open])
    #expect(five.percent == 60)
  }

  @Test(
    "halves round up, below zero too",
    arguments: [
      (1, 2, 1), (-1, 2, 0), (25, 2, 13), (-25, 2, -12), (-200, 6, -33), (-201, 6, -33), (0, 7, 0), (7, 2, 4),
    ])
  func rounding(numerator: Int, denominator: Int, rounded: Int) {
    #expect(roundedHalfUp(numerator, over: denominator) == rounded)
  }
}
