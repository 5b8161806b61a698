import HavenCore
import Testing

@testable import HavenStore

/// Looking back says the same of a week before and after its details are forgotten.
@Suite("A week in counts is the week in detail")
struct CountedWeekTests {
  /// Half a year from Monday 2026-01-05 on, the same for the same seed: soft days, changes away, moments of one child or
  /// of all, on the date or recorded the day after, in a change, in one that was skipped, or in none.
  private struct Year {
    static let first = CivilDate(dayNumber: 20_458)
    static let weeks = 26
    var random: SeededRandom
    let zone = Zone(name: "Etc/GMT-2", fixedOffset: 7200)
    private var id = 0

    init(seed: Int) { random = SeededRandom(seed) }

    mutating func write(to ledger: SQLiteLedger) throws {
      for date in (0..<7 * Year.weeks).map({ Year.first + $0 }) {
        if Int.random(in: 0..<12, using: &random) == 0 { continue }  // Haven was off
        let lived = occurrences(on: date)
        try ledger.commit([.lived(date, lived)] + moments(on: date, lived), at: teatime)
      }
    }

    private mutating func occurrences(on date: CivilDate) -> [Occurrence] {
      let mode = Int.random(in: 0..<8, using: &random) == 0 ? Mode.allCases.randomElement(using: &random) : nil
      return ["otter", "wren"].flatMap { child in
        ["up", "bath", "tea"].compactMap { step in
          guard Int.random(in: 0..<5, using: &random) > 0 else { return nil }
          let at = Int.random(in: 7..<20, using: &random) * 3600
          return Occurrence(
            date: date, at: TimeOfDay(seconds: at), step: step, child: child,
            mode: child == "otter" ? mode ?? .ordinary : .ordinary, isAway: Int.random(in: 0..<9, using: &random) == 0,
            ladder: "5 · 0")
        }
      }
    }

    private mutating func moments(on date: CivilDate, _ lived: [Occurrence]) -> [LedgerChange] {
      var changes: [LedgerChange] = []
      for _ in 0..<Int.random(in: 0...4, using: &random) {
        let minute = Int.random(in: 0..<1440, using: &random)
        let at = zone.startOfDay(date) + minute * 60
        let recorded = Bool.random(using: &random) ? at : at + Int.random(in: 0...86_400, using: &random)
        let moment = HardMoment(
          child: ["otter", "wren", nil].randomElement(using: &random) ?? nil,
          size: Int.random(in: 1...3, using: &random),
          settle: Bool.random(using: &random) ? Int.random(in: 0...40, using: &random) : nil,
          at: recorded == at ? nil : at,
          step: ["up", "bath", "tea", "skipped", nil].randomElement(using: &random) ?? nil)
        id += 1
        changes.append(
          .act(Act(id: id, at: recorded, date: zone.date(at: recorded), by: "ros", command: .hard(moment))))
        if Int.random(in: 0..<20, using: &random) == 0 { changes.append(.undo(act: id, at: recorded)) }
      }
      return changes
    }
  }

  private func detail(_ ledger: SQLiteLedger, _ zone: Zone, shared: [LivedMoment] = []) throws -> [CountedWeek] {
    try (0..<Year.weeks).map {
      try ledger.weekInDetail(Year.first + 7 * $0, zone: zone, shared: shared)
    }
  }

  /// The order in which changes came is not kept.
  private func inOrder(_ weeks: [CountedWeek]) -> [CountedWeek] {
    weeks.map { week in
      var week = week
      week.changes.sort { ($0.step, $0.child) < ($1.step, $1.child) }
      week.apart.sort { $0.child < $1.child }
      week.elsewhere.sort { ($0.step ?? "", $0.child ?? "") < ($1.step ?? "", $1.child ?? "") }
      return week
    }
  }

  private func quarter(_ weeks: [CountedWeek]) -> QuarterFigures {
    var input = QuarterFigures.Input()
    input.weeks = weeks.flatMap(\.changes)
    input.softDates = weeks.reduce(into: []) { $0.formUnion($1.softDates) }
    return QuarterFigures(input, today: Year.first + 7 * Year.weeks)
  }

  @Test("each figure of a week and of the quarter is the same before and after", arguments: 1...12)
  func same(seed: Int) throws {
    var year = Year(seed: seed)
    let ledger = SQLiteLedger.inMemory()
    try year.write(to: ledger)
    let before = try detail(ledger, year.zone)
    #expect(before.contains { !$0.elsewhere.isEmpty && $0.softChanges > 0 && $0.awayChanges > 0 })
    while try ledger.countOldestWeek(before: Year.first + 7 * Year.weeks, zone: year.zone) != nil {}
    let after = try ledger.countedWeeks(from: Year.first, through: Year.first + 7 * Year.weeks - 1)
    #expect(inOrder(after) == inOrder(before))
    #expect(quarter(after) == quarter(before))
    for (one, other) in zip(before, after) {
      let (week, counted) = (WeekFigures(one), WeekFigures(other))
      #expect([week.smooth, week.of] == [counted.smooth, counted.of])
      #expect(week.percent == counted.percent)
    }
  }

  @Test("the figures of a week in detail are those of its changes")
  func figures() throws {
    var year = Year(seed: 99)
    let ledger = SQLiteLedger.inMemory()
    try year.write(to: ledger)
    for week in try detail(ledger, year.zone) {
      let moments = try ledger.moments(from: week.monday, through: week.monday + 6, zone: year.zone)
      let lived = try ledger.occurrences(from: week.monday, through: week.monday + 6).with(moments)
      let figures = WeekFigures(monday: week.monday, lived)
      #expect(figures.steps == WeekFigures(week).steps)
      #expect([figures.smooth, figures.of] == [WeekFigures(week).smooth, WeekFigures(week).of])
    }
  }

  @Test("a moment that was recorded in another login is in the counts that are kept")
  func shared() throws {
    let ledger = SQLiteLedger.inMemory()
    let bath = Occurrence(date: Year.first, at: TimeOfDay(seconds: 67_200), step: "bath", child: "otter")
    try ledger.commit([.lived(Year.first, [bath])], at: teatime)
    let moment = LivedMoment(at: teatime, date: Year.first, child: "otter", step: "bath", settle: 5)
    _ = try ledger.countOldestWeek(before: Year.first + 7, zone: .utc, shared: [moment])
    #expect(
      try ledger.weeks(of: "otter") == [
        WeekCount(monday: Year.first, child: "otter", step: "bath", times: 1, hard: 1, settle: Half(halves: 10))
      ])
  }
}
