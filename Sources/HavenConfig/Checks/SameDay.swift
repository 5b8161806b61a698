import HavenCore

/// "An id twice in a day is a config error": cues and commands name a step by its id on a date.
///
/// A date's steps depend on two things only, its kind and its weekday. Each pair of the two that can come is a
/// cell; each cell holds every id once. O(steps × cells).
struct SameDayCheck {
  private let kinds: [String]
  /// The weekdays on which a date can be of each kind.
  private let weekdays: [WeekdaySet]

  init(_ dayKinds: [DayKind], calendars: [String: Calendar] = [:]) {
    var kinds: [String] = []
    var weekdays: [WeekdaySet] = []
    // Weekdays that an earlier kind takes whole, whatever the date.
    var taken: WeekdaySet = []
    for kind in dayKinds {
      kinds.append(kind.id)
      weekdays.append(kind.possibleWeekdays(within: calendars).subtracting(taken))
      taken.formUnion(kind.certainWeekdays)
    }
    self.kinds = kinds + [DayKind.plain]
    self.weekdays = weekdays + [WeekdaySet.daily.subtracting(taken)]
  }

  /// Tells of every step that shares its id with an earlier one on some date.
  func run(_ routines: [Written<RoutineTable.Model>], _ findings: Findings) {
    var first: [String: [Int: (step: Written<Step>, routine: String)]] = [:]
    for (index, routine) in routines.enumerated() {
      // A routine for no day at all has a cell of its own: not even it may hold an id twice.
      let days = cells(of: routine.value.routine)
      let cells = days.isEmpty ? [-1 - index] : days
      for step in routine.value.steps where !step.value.id.isEmpty {
        let taken = first[step.value.id] ?? [:]
        if let cell = cells.first(where: { taken[$0] != nil }), let earlier = taken[cell] {
          tell(step, in: routine.value.routine, earlier, cell, findings)
        }
        for cell in cells where taken[cell] == nil {
          first[step.value.id, default: [:]][cell] = (step, routine.value.routine.id)
        }
      }
    }
  }

  /// Kind × 7 + weekday, for all that the routine is on.
  private func cells(of routine: Routine) -> [Int] {
    var cells: [Int] = []
    for (index, kind) in kinds.enumerated() where routine.days?.contains(kind) ?? true {
      for day in Weekday.allCases where weekdays[index].contains(day) && routine.on.contains(day) {
        cells.append(index * 7 + day.rawValue)
      }
    }
    return cells
  }

  private func tell(
    _ step: Written<Step>, in routine: Routine, _ earlier: (step: Written<Step>, routine: String), _ cell: Int,
    _ findings: Findings
  ) {
    let when = cell < 0 ? "" : " on a \(kinds[cell / 7]) \(Weekday.allCases[cell % 7].shortName)"
    let place = step.node["id"]?.place ?? step.place(of: "name")
    findings.error(
      place,
      "the step '\(step.value.id)' is there twice\(when): here in '\(routine.id)', and in '\(earlier.routine)' at "
        + "\((earlier.step.node["id"]?.place ?? earlier.step.place(of: "name")).short)",
      hint: "give one of them another id, or keep the routines to different days")
  }
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
