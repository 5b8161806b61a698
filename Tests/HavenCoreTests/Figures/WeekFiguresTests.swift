import HavenCore
import Testing

@Suite("Week figures: what went smoothly, what was hard of how many times")
struct WeekFiguresTests {
  private let monday = CivilDate("2026-03-09")!  // a date

  private func occurrence(
    _ day: Int, at: String = "17:25", _ hard: Int = 0, settle: Int? = nil, step: StepID = "tablet-ends",
    mode: Mode = .ordinary, isAway: Bool = false
  ) -> Occurrence {
    Occurrence(
      date: monday + day, at: TimeOfDay(at)!, step: step, child: "otter", hard: hard, settle: settle, mode: mode,
      isAway: isAway)  // a time
  }

  @Test("Monday to Sunday counts; the Sunday before and the Monday after do not")
  func week() {
    let figures = WeekFigures(monday: monday, [-1, 0, 6, 7].map { occurrence($0) })
    #expect(figures.of == 2)
    #expect(figures.percent == 100)
  }

  @Test("soft days and what happened away are in no figure")
  func apart() {
    let figures = WeekFigures(
      monday: monday,
      [occurrence(0, 2, mode: .lowDemand), occurrence(1, 2, mode: .sick), occurrence(2, 2, isAway: true)])
    #expect(figures.of == 0)
    #expect(figures.percent == nil)
    #expect(figures.steps.isEmpty)
    #expect(figures.bins.isEmpty)
  }

  @Test("under five times is too few; at five there are figures")
  func few() {
    let four = WeekFigures(monday: monday, (0..<4).map { occurrence($0, 1) })
    #expect(four.steps.map(\.isFew) == [true])
    let five = WeekFigures(monday: monday, (0..<5).map { occurrence($0, $0 < 2 ? 1 : 0) })
    #expect(five.steps.map(\.isFew) == [false])
    #expect(five.steps[0].percent == 40)
  }

  @Test(
    "the median of how long it took to settle: of those that were said, halfway between two",
    arguments: [
      ([10, nil, nil], 10.0), ([10, 20], 15), ([10, 15], 12.5), ([30, 5, 10], 10), ([0, 5, 5, 60], 5),
      ([nil, nil], nil),
    ] as [([Int?], Double?)])
  func settle(minutes: [Int?], expected: Double?) {
    let hard = minutes.enumerated().map { occurrence($0.offset, 2, settle: $0.element) }
    let figures = WeekFigures(monday: monday, hard + (0..<5).map { occurrence($0, 0, settle: 99) })
    #expect(figures.steps[0].settleMedian?.value == expected)
  }

  @Test("hard moments lie in bins of two hours, their beginning in and their end out")
  func bins() {
    let times = ["00:00", "01:59", "02:00", "17:59", "18:00", "23:59"]
    let figures = WeekFigures(monday: monday, times.enumerated().map { occurrence($0.offset, at: $0.element, 1) })
    #expect(figures.bins == [0: 2, 2: 1, 16: 1, 18: 1, 22: 1])
  }

  @Test("a week is named by any of its dates")
  func anyDate() {
    var records = FigureRecords()
    records.occurrences = [occurrence(0), occurrence(6, 1)]
    for day in 0...6 {
      #expect(Figures(records, today: monday + 6, week: monday + day).week.of == 2)
    }
  }
}
