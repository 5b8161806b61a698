import HavenCore

/// The days that can come, as far as they decide which steps there are: pairs of a kind of day and a weekday.
///
/// A date's steps depend on these two only. A cell is numbered kind × 7 + weekday.
struct DayCells {
  let kinds: [String]
  /// The weekdays on which a date can be of each kind.
  let weekdays: [WeekdaySet]
  private let index: [String: Int]

  init(_ dayKinds: [DayKind], calendars: [String: Calendar]) {
    var kinds: [String] = []
    var weekdays: [WeekdaySet] = []
    // Weekdays that an earlier kind takes whole, whatever the date.
    var taken: WeekdaySet = []
    for kind in dayKinds {
      kinds.append(kind.id)
      weekdays.append(kind.possibleWeekdays(within: calendars).subtracting(taken))
      taken.formUnion(kind.certainWeekdays)
    }
    self.kinds = kinds + [Planner.plain]
    index = Dictionary(self.kinds.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    self.weekdays = weekdays + [WeekdaySet.daily.subtracting(taken)]
  }

  /// The cells that a routine is on, in order.
  func of(_ routine: Routine) -> [Int] {
    guard let days = routine.days else { return kinds.indices.flatMap { cells(of: $0, on: routine.on) } }
    return Set(days).compactMap { index[$0] }.sorted().flatMap { cells(of: $0, on: routine.on) }
  }

  private func cells(of kind: Int, on days: WeekdaySet) -> [Int] {
    let possible = weekdays[kind].intersection(days)
    return possible.isEmpty ? [] : (0..<7).filter { possible.rawValue & 1 << UInt8($0) != 0 }.map { kind * 7 + $0 }
  }

  /// `school-day Tue`
  func name(_ cell: Int) -> String { "\(kinds[cell / 7]) \(weekday(cell).shortName)" }

  func weekday(_ cell: Int) -> Weekday { Weekday.allCases[cell % 7] }
}

extension DayKind {
  /// The weekdays that are always of this kind, unless an earlier kind matches.
  fileprivate var certainWeekdays: WeekdaySet {
    guard within.isEmpty, not.isEmpty else { return [] }
    return on ?? (dates == nil && rule == nil ? .daily : [])
  }

  /// The weekdays on which a date can be of this kind.
  fileprivate func possibleWeekdays(within calendars: [String: Calendar]) -> WeekdaySet {
    var possible: WeekdaySet = on == nil && dates == nil && rule == nil ? .daily : []
    possible.formUnion(on ?? [])
    for date in dates ?? [] { possible.formUnion(WeekdaySet([date.weekday])) }
    if let rule, let from = ruleFrom { possible.formUnion(rule.weekdays(from: from)) }
    guard !within.isEmpty else { return possible }
    let held = within.reduce(into: WeekdaySet()) { $0.formUnion(calendars[$1]?.weekdays ?? .daily) }
    return possible.intersection(held)
  }
}

extension Recurrence {
  /// The weekdays of its occurrences: all seven where some are further off than anybody plans.
  fileprivate func weekdays(from start: CivilDate) -> WeekdaySet {
    var found: WeekdaySet = []
    var seen = 0
    for date in occurrences(from: start) {
      found.formUnion(WeekdaySet([date.weekday]))
      seen += 1
      // Weekly rules come round at once; for the others thirty years show every weekday they can have.
      if found == .daily || seen > 400 || date - start > 11_000 { break }
      if frequency == .weekly, date - start > 7 * (interval + 1), seen > 7 { break }
    }
    return found
  }
}

extension Calendar {
  fileprivate var weekdays: WeekdaySet {
    switch dates {
    case .range(let first, let last):
      last - first >= 6 ? .daily : WeekdaySet((0...max(0, last - first)).map { (first + $0).weekday })
    case .listed(let dates): WeekdaySet(dates.map(\.weekday))
    case .events: .daily
    }
  }
}
