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

  @Test("one thing to try: what was hard first, then how the week leaned, then what can be less, then a free evening")
  func experiments() {
    let longer = Suggestion(.longer("bath", "otter", from: .hard, to: .veryHard), count: 3, of: 5)
    let drop = Suggestion(.drop("shoes", "wren", rung: "15", left: ["5", "0"]), count: 3, of: 3)
    let shorter = Suggestion(.shorter("tea", "otter", from: .hard, to: .normal), count: 10, of: 12)
    let leaning = BalanceFigures([.structure, .structure, .even])
    func offered(_ suggestions: Suggestion..., balance: BalanceFigures? = nil) -> Experiment? {
      Experiment(suggestions, balance: balance, nextInLine: .couple)
    }
    #expect(offered(shorter, drop, longer, balance: leaning) == .longer("bath", "otter"))
    #expect(offered(shorter, drop, balance: leaning) == .microDoses)
    #expect(offered(balance: BalanceFigures([.nurture, .nurture, .even])) == .oneBoundary)
    #expect(
      offered(shorter, drop, balance: BalanceFigures([.even, .even, .even])) == .drop("shoes", "wren", rung: "15"))
    #expect(offered(shorter) == .shorter("tea", "otter"))
    #expect(offered(Suggestion(.softDay(nil))) == .respite(.couple))
    #expect(Experiment([], balance: nil, nextInLine: nil) == nil)
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

  @Test("hours that could be slept: the carer's windows, less the time they were up, from noon to noon")
  func sleep() throws {
    var ros = Carer(id: "ros", name: "Ros")
    ros.asleep = [try window("22:00-06:00"), try window("13:00-13:30")]
    let zone = try knownZone("Europe/London")
    func stamp(_ up: Bool, _ at: String, by: CarerID = "ros") throws -> Act {
      Act(id: 1, at: zone.instant(of: try civil(at)), date: monday, by: by, command: .night(up: up))
    }
    let nights = SleepOpportunity(
      ros,
      acts: [
        try stamp(true, "2026-03-10T02:00"), try stamp(true, "2026-03-10T02:10", by: "imani"),
        try stamp(false, "2026-03-10T03:30"), try stamp(true, "2026-03-10T04:00"),
      ], zone: zone)
    #expect(nights.isKnown)
    #expect(nights.seconds(night: monday) == 7 * 3600)
    #expect(nights.seconds(night: monday + 1) == 8 * 3600 + 1800)
    #expect(nights.week(monday) == 829)
    #expect(!SleepOpportunity(ros, acts: [], zone: zone).isKnown)
    #expect(
      SleepOpportunity(Carer(id: "imani", name: "Imani"), acts: [], zone: zone).seconds(night: monday) == 9 * 3600)
    // The night in which the clocks go forward is an hour shorter.
    #expect(nights.seconds(night: try #require(CivilDate("2026-03-28"))) == 7 * 3600 + 1800)
  }

  @Test("beside the balance: boundaries, choices of a handover, nurture, what was noticed, repairs")
  func sides() {
    func act(_ command: Command) -> Act {
      Act(id: 1, at: Instant(seconds: 0), date: monday, by: "ros", command: command)
    }
    let counts = SideCounts(
      [
        .boundaryHeld(name: "screens"), .handover(Handover(choices: ["shoes-or-boots", "red-or-blue"])),
        .nurture(child: "otter"), .noticed(), .repair, .repair, .fed(child: "otter"),
      ].map(act))
    #expect([counts.boundariesHeld, counts.choicesOffered, counts.nurtureOffered, counts.noticed] == [1, 2, 1, 1])
    #expect(counts.repairs == 2)
  }

  @Test("no hour of a lane counts twice, whoever booked it; two hours of one date are two")
  func respiteOnce() throws {
    var household = Household()
    household.carers = [Carer(id: "ros", name: "Ros"), Carer(id: "imani", name: "Imani")]
    var lane = RespiteLane(lane: .couple)
    lane.weekly = [try window("Tue 18:00-21:00"), try window("Tue 09:00-10:00")]
    household.respite = [lane]
    let zone = try knownZone("Europe/London")
    func act(_ id: Int, _ command: Command, by: CarerID) -> Act {
      Act(id: id, at: zone.startOfDay(monday) + id, date: monday, by: by, command: command)
    }
    func book(_ lane: Lane, _ from: String, _ to: String) throws -> Command {
      .respiteBook(lane: lane, from: try civil(from), to: try civil(to))
    }
    let history = RespiteHistory(
      acts: [
        act(1, try book(.couple, "2026-03-10T19:00", "2026-03-10T22:00"), by: "ros"),
        act(2, try book(.couple, "2026-03-10T19:30", "2026-03-10T21:30"), by: "imani"),
        act(3, try book(.solo("ros"), "2026-03-11T09:00", "2026-03-11T10:00"), by: "ros"),
        act(4, try book(.solo("ros"), "2026-03-11T14:00", "2026-03-11T16:00"), by: "ros"),
        act(5, .respiteTook(lane: .couple, date: monday + 3, minutes: 120, counts: true), by: "ros"),
        act(6, .respiteTook(lane: .couple, date: monday + 3, minutes: 90, counts: true), by: "imani"),
        act(7, .respiteTook(lane: .sibling("otter"), date: monday + 3, minutes: 30, counts: true), by: "ros"),
        act(8, .respiteTook(lane: .sibling("otter"), date: monday + 3, minutes: 30, counts: true), by: "imani"),
        act(9, try book(.overnight, "2026-03-13T18:00", "2026-03-15T10:00"), by: "ros"),
        act(10, try book(.overnight, "2026-03-13T17:00", "2026-03-15T10:00"), by: "imani"),
      ], household: household, zone: zone, standing: monday..<(monday + 7), now: zone.startOfDay(monday + 7))
    let times = history.times.map { "\($0.date) \($0.lane) \($0.hours.minutes)" }.sorted()
    #expect(
      times == [
        "2026-03-10 couple 240", "2026-03-10 couple 60", "2026-03-11 solo:ros 120", "2026-03-11 solo:ros 60",
        "2026-03-12 couple 120", "2026-03-12 sibling:otter 30", "2026-03-12 sibling:otter 30",
      ])
    #expect(history.nights.count == 2)
  }

  @Test("of an overnight lane a bare number counts nights")
  func allowance() {
    var lane = RespiteLane(lane: .overnight)
    lane.target = Target(low: 2, high: 2, unit: .times, period: .quarter)
    #expect(FigureRecords.Allowance(lane) == .init(nights: 2, per: .quarter))
    lane.target?.unit = .hours
    #expect(FigureRecords.Allowance(lane) == nil)
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

  @Test("what was taken of a night away is said instead of what was booked from that date: half a day is a night")
  func nightsTaken() throws {
    let zone = Zone.utc
    func act(_ id: Int, _ command: Command) -> Act {
      Act(id: id, at: zone.startOfDay(monday) + id, date: monday, by: "ros", command: command)
    }
    func took(_ day: Int, _ minutes: Int, counts: Bool = true) -> Command {
      .respiteTook(lane: .overnight, date: monday + day, minutes: minutes, counts: counts)
    }
    func nights(_ commands: Command...) -> [String] {
      let acts = commands.enumerated().map { act($0.offset, $0.element) }
      return RespiteHistory(
        acts: acts, household: Household(), zone: zone, standing: monday..<(monday + 7),
        now: zone.startOfDay(monday + 7)
      ).nights.map { "\($0.date)" }
    }
    let from = try #require(CivilDateTime("2026-03-10T18:00")), to = try #require(CivilDateTime("2026-03-12T10:00"))
    let booked = Command.respiteBook(lane: .overnight, from: from, to: to)
    #expect(nights(booked, took(1, 20 * 60)) == ["2026-03-10"], "home a night early")
    #expect(nights(booked, took(1, 5 * 60)) == [], "home the same evening")
    #expect(nights(took(4, 45 * 60), took(0, 720, counts: false)) == ["2026-03-13", "2026-03-14"])
    #expect(nights(booked, took(2, 720)) == ["2026-03-10", "2026-03-11"], "of another date")
  }
}
