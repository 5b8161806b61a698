import Testing

@testable import HavenCore

@Suite("Looking back: moments and their changes, what went with what, thirteen weeks")
struct LookingBackTests {
  private let monday = CivilDate("2026-03-09")!  // a date

  private func occurrence(_ day: Int, _ hard: Int = 0, ladder: String = "5 · 0", size: Size? = .normal) -> Occurrence {
    Occurrence(
      date: monday + day, at: TimeOfDay("17:25")!, step: "bath", child: "otter", hard: hard, size: size,
      ladder: ladder)  // a time
  }

  private func moment(_ day: Int, child: ChildID? = "otter", step: StepID? = "bath", size: Int = 2, settle: Int? = nil)
    -> LivedMoment
  {
    LivedMoment(at: Instant(seconds: 0), date: monday + day, child: child, step: step, size: size, settle: settle)
  }

  @Test("of several moments of one change the largest and the longest count; another's are not its own")
  func attach() {
    let lived = [occurrence(0), occurrence(1)].with([
      moment(0, size: 1, settle: 20), moment(0, size: 3, settle: 5), moment(1, child: "wren"), moment(1, step: nil),
    ])
    #expect(lived.map(\.hard) == [3, 0])
    #expect(lived.map(\.settle) == [20, nil])
    #expect([occurrence(0)].with([moment(0, child: nil)]).map(\.hard) == [2])
  }

  @Test("two ladders are set side by side at eight times each, never before")
  func ladders() {
    let some = (0..<8).map { occurrence($0, $0 < 2 ? 1 : 0) }
    let seven = (8..<15).map { occurrence($0, ladder: "L2 · 0") }
    #expect(LadderFigures.each(of: some + seven).isEmpty)
    let both = LadderFigures.each(of: some + seven + [occurrence(15, 1, ladder: "L2 · 0")])
    #expect(
      both.map(\.arms) == [[.init(ladder: "5 · 0", smooth: 6, of: 8), .init(ladder: "L2 · 0", smooth: 7, of: 8)]])
  }

  @Test("three of the last five hard asks for more time, ten of the last twelve smooth for less")
  func experiments() {
    func offered(_ hard: [Int]) -> Experiment? {
      Experiment(hard.enumerated().map { occurrence($0.offset, $0.element) }, balance: nil, nextInLine: nil)
    }
    #expect(offered([0, 0, 2, 1, 2]) == .longer("bath", "otter"))
    #expect(offered([0, 2, 2]) == nil)
    #expect(offered([1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]) == .shorter("bath", "otter"))
    #expect(offered([1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0]) == nil)
    #expect(Experiment([], balance: BalanceFigures([.structure, .structure, .even]), nextInLine: nil) == .microDoses)
    #expect(Experiment([], balance: nil, nextInLine: .couple) == .respite(.couple))
  }

  @Test("medians of thirteen whole weeks, and within fifteen in a hundred is about the same")
  func quarter() throws {
    let today = try #require(CivilDate("2026-06-10"))
    var input = QuarterFigures.Input()
    let first = QuarterFigures.first(before: today)
    #expect(first == monday)
    for week in -13..<14 {
      input.weeks.append(
        LivedWeek(
          monday: first + 7 * week, step: "bath", child: "otter", times: 5, hard: week < 0 ? 3 : 1,
          settle: Half(halves: week < 0 ? 20 : 21)))
    }
    let figures = QuarterFigures(input, today: today)
    #expect(figures.trends.map(\.subject) == [.hard("bath", "otter"), .settle])
    #expect(figures.trends.map { $0.middle?.value } == [200, 1050])
    #expect(figures.trends.map { $0.middleBefore?.value } == [600, 1000])
    #expect(figures.trends.map(\.direction) == [.lower, .same])
    #expect(figures.trends[0].latest.count == 13)
  }

  @Test("under four weeks that say something nothing is said")
  func few() throws {
    let trend = Trend(.settle, weeks: Array(repeating: nil, count: 23) + [100, 200, 300])
    #expect(trend.middle == nil)
    #expect(trend.direction == nil)
    #expect(Trend(.settle, weeks: Array(repeating: 100, count: 26)).direction == .same)
  }

  @Test("a booking that is over happened; what somebody said they took is said instead of it")
  func respite() throws {
    var household = Household()
    household.carers = [Carer(id: "ros", name: "Ros")]
    var lane = RespiteLane(lane: .solo("ros"))
    lane.weekly = [try window("Sat 09:00-12:00")]
    lane.target = Target(low: 12, high: 12, unit: .hours, period: .days(28))
    household.respite = [lane]
    let zone = try knownZone("Europe/London")
    func act(_ id: Int, _ command: Command) -> Act {
      Act(id: id, at: zone.startOfDay(monday) + id, date: monday, by: "ros", command: command)
    }
    func moment(_ text: String) throws -> CivilDateTime { try #require(CivilDateTime(text)) }
    let first = try moment("2026-03-10T18:00"), second = try moment("2026-03-12T18:00")
    let history = RespiteHistory(
      acts: [
        act(1, .respiteBook(lane: .couple, from: first, to: try moment("2026-03-10T21:00"))),
        act(2, .respiteBook(lane: .couple, from: second, to: try moment("2026-03-12T21:00"))),
        act(3, .respiteCancel(lane: .couple, from: second)),
        act(4, .respiteBook(lane: .overnight, from: first, to: try moment("2026-03-12T10:00"))),
        act(5, .respiteTook(lane: .solo("ros"), date: monday + 5, minutes: 60, counts: true)),
      ], household: household, zone: zone, standing: (monday - 7)..<(monday + 7), now: zone.startOfDay(monday + 7))
    let times = history.times.map { "\($0.date) \($0.lane) \($0.hours.minutes)" }.sorted()
    #expect(times == ["2026-03-07 solo:ros 180", "2026-03-10 couple 180", "2026-03-14 solo:ros 60"])
    #expect(history.nights.map { "\($0.date) \($0.state)" } == ["2026-03-10 used", "2026-03-11 used"])
    #expect(FigureRecords.LaneTarget(lane)?.hours == Hours(minutes: 720))
  }
}
