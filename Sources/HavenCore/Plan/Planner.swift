/// Makes the plan of a date from what the family wrote and what has been done since.
///
/// Pure: the same household, zone, facts and date give the same plan, cue for cue.
public struct Planner: Sendable {
  public let household: Household
  public let zone: Zone
  private let calendars: [CalendarID: Calendar]
  private let children: [ChildID: Child]
  private let routinesByKind: [DayKindID: [Int]]
  private let everyDayRoutines: [Int]

  /// The kind of a day that no `[[day]]` matches.
  public static let plain: DayKindID = "plain"
  /// The step that an overnight's return adds.
  public static let homeAgain: StepID = "home-again"

  public init(household: Household, zone: Zone) {
    self.household = household
    self.zone = zone
    calendars = Dictionary(household.calendars.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    children = Dictionary(household.children.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var byKind: [DayKindID: [Int]] = [:]
    var everyDay: [Int] = []
    for (index, routine) in household.routines.enumerated() {
      guard let days = routine.days else {
        everyDay.append(index)
        continue
      }
      for kind in Set(days) { byKind[kind, default: []].append(index) }
    }
    routinesByKind = byKind
    everyDayRoutines = everyDay
  }

  func child(_ id: ChildID) -> Child { children[id] ?? Child(id: id) }

  /// The first `[[day]]` that matches, in the order written; nil for a plain day.
  public func dayKind(of date: CivilDate) -> DayKind? {
    household.dayKinds.first { matches($0, date) }
  }

  private func matches(_ kind: DayKind, _ date: CivilDate) -> Bool {
    let conditions: [Bool] = [
      kind.on.map { $0.contains(date.weekday) },
      kind.dates.map { $0.contains(date) },
      kind.rule.flatMap { rule in kind.ruleFrom.map { rule.includes(date, from: $0) } },
    ].compactMap { $0 }
    guard conditions.isEmpty || conditions.contains(true) else { return false }
    guard kind.within.isEmpty || kind.within.contains(where: { holds($0, date) }) else { return false }
    return !kind.not.contains { holds($0, date) }
  }

  private func holds(_ calendar: CalendarID, _ date: CivilDate) -> Bool { calendars[calendar]?.contains(date) ?? false }

  /// The plan of a date. A date that the zone skipped has no steps.
  public func plan(for date: CivilDate, facts: Facts = Facts()) -> DayPlan {
    let kind = dayKind(of: date)
    let steps = zone.exists(date) ? placedSteps(on: date, kind: kind?.id ?? Planner.plain, facts: facts) : []
    var plan = DayPlan(
      date: date, kind: kind?.id ?? Planner.plain, isHoliday: kind?.isHoliday ?? false, zone: zone.name,
      mode: sharedMode(on: date, facts: facts), steps: steps, cues: [])
    let isBumped = kind?.isSchool == true && isFirstSchoolMorningAfterClockChange(date)
    addTransitions(to: &plan, facts: facts, isFirstMorningAfterClockChange: isBumped)
    return plan
  }

  /// The steps of the date in order, with their children and when they end.
  private func placedSteps(on date: CivilDate, kind: DayKindID, facts: Facts) -> [PlannedStep] {
    let skipped = facts.skipped[date] ?? []
    let shifts = facts.shifts[date] ?? [:]
    let overnights = facts.bookings.filter { $0.lane == .overnight }.map {
      zone.instant(of: $0.start)..<zone.instant(of: $0.end)
    }
    var placed: [(step: PlannedStep, order: Int)] = []
    for index in routineIndices(of: kind) {
      let routine = household.routines[index]
      guard routine.on.contains(date.weekday) else { continue }
      for step in routine.steps where !skipped.contains(step.id) {
        let shift = shifts[step.id] ?? 0
        let at = zone.instant(date, step.at) + shift
        guard let present = children(in: step, at: at, facts: facts, overnights: overnights) else { continue }
        placed.append(
          (
            PlannedStep(step: step, at: at, until: nil, children: present, transitions: [], movedBy: shift),
            placed.count
          ))
      }
    }
    for overnight in overnights where zone.date(at: overnight.upperBound) == date {
      placed.append((homeAgain(at: overnight.upperBound), placed.count))
    }
    placed.sort { ($0.step.at, $0.order) < ($1.step.at, $1.order) }
    var steps = placed.map(\.step)
    setEnds(of: &steps)
    return steps
  }

  private func routineIndices(of kind: DayKindID) -> [Int] {
    guard let own = routinesByKind[kind], !own.isEmpty else { return everyDayRoutines }
    return everyDayRoutines.isEmpty ? own : (own + everyDayRoutines).sorted()
  }

  /// Who is in the step today; nil where it drops out of the day.
  private func children(
    in step: Step, at: Instant, facts: Facts, overnights: [Range<Instant>]
  ) -> [ChildID]? {
    let written = step.who ?? household.children.map(\.id)
    guard !written.isEmpty else { return step.who == nil ? [] : written }
    if overnights.contains(where: { $0.contains(at) }) { return nil }
    let present = written.filter { keeps(step, in: facts.mode(of: $0, at: at)) }
    return present.isEmpty ? nil : present
  }

  /// Soft days keep what carries the day and what was promised; they take nothing new.
  private func keeps(_ step: Step, in mode: Mode) -> Bool {
    switch mode {
    case .ordinary: return true
    case .lowDemand, .sick: return !step.isNew && (step.tags.contains(.core) || step.tags.contains(.liked))
    case .regression:
      return !step.isNew && (step.tags.contains(.core) || step.tags.contains(.liked) || step.tags.contains(.nurture))
    }
  }

  private func homeAgain(at: Instant) -> PlannedStep {
    let wall = zone.civil(at: at).time
    var step = Step(id: Planner.homeAgain, at: wall, name: "home again")
    step.tags = [.landing]
    step.minutes = 30
    return PlannedStep(
      step: step, at: at, until: at + 1800, children: household.children.map(\.id), transitions: [], movedBy: 0)
  }

  /// `until` is `at` plus `minutes`, else the latest of the step's children's next steps that date.
  private func setEnds(of steps: inout [PlannedStep]) {
    var nextOfChild: [ChildID: Instant] = [:]
    for index in steps.indices.reversed() {
      let step = steps[index]
      if let minutes = step.step.minutes {
        steps[index].until = step.at + minutes * 60
      } else {
        steps[index].until = step.children.compactMap { nextOfChild[$0] }.max()
      }
      for child in step.children { nextOfChild[child] = step.at }
    }
  }

  /// What every child is in at noon or later, `ordinary` where they differ.
  private func sharedMode(on date: CivilDate, facts: Facts) -> Mode {
    guard !facts.modes.isEmpty else { return .ordinary }
    let day = zone.startOfDay(date)..<zone.startOfDay(date + 1)
    let modes = household.children.map { child in
      facts.modes[child.id]?.last { $0.start < day.upperBound && $0.end > day.lowerBound && $0.start < $0.end }?.mode
        ?? .ordinary
    }
    return Set(modes).count == 1 ? modes[0] : .ordinary
  }

  /// The first school date after the wall clock moved, where the morning is an hour earlier or later to a body.
  private func isFirstSchoolMorningAfterClockChange(_ date: CivilDate) -> Bool {
    func offset(_ date: CivilDate) -> Int { zone.offset(at: zone.instant(date, Planner.tenInTheMorning)) }
    let earlier = (1..<14).first { dayKind(of: date - $0)?.isSchool == true } ?? 14
    return offset(date) != offset(date - earlier)
  }

  static let tenInTheMorning = TimeOfDay(hour: 10, minute: 0)!  // a time of day
}
