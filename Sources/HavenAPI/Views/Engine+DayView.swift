import HavenCore

extension Engine {
  /// The day as this engine has it, each cue to whom it would go by the carers' windows alone.
  ///
  /// - Parameter now: the present, where lateness is to be told; nil for the plan alone.
  public mutating func dayView(of date: CivilDate, now: Instant? = nil) -> DayView {
    let plan = plan(for: date)
    let steps = Dictionary(plan.steps.map { ($0.step.id, $0.step) }, uniquingKeysWith: { first, _ in first })
    var view = DayView(
      plan, zone: zone,
      carer: { planned in
        guard let child = planned.children.first else { return planned.step.carer }
        return self.planned(to: child, step: planned.step, at: planned.at)
      },
      recipient: { cue in steps[cue.id.step].flatMap { planned(to: cue.id.child, step: $0, at: cue.at) } })
    let done = doneSteps(on: date)
    for index in view.steps.indices {
      view.steps[index].doneAt = done[view.steps[index].step].map { Stamp($0, in: zone) }
    }
    view.changes = changeViews(on: date).unlessEmpty
    view.conflicts = conflictViews(on: date).unlessEmpty
    view.late = now.flatMap { zone.date(at: $0) == date ? lateViews(at: $0).unlessEmpty : nil }
    return view
  }

  /// Tomorrow as this engine has it, held against the same weekday of an earlier week as it was written.
  public mutating func tomorrowView(today: CivilDate) -> TomorrowView {
    let written = Planner(household: household, zone: zone)
    let usual = TomorrowView.usualDate(for: today + 1) { written.dayKind(of: $0)?.id ?? Planner.plain }
    var unchanged = Engine(household: household, zone: zone, now: zone.startOfDay(today))
    var view = TomorrowView(dayView(of: today + 1), usual: unchanged.dayView(of: usual))
    view.gently = isMarked(today + 1) ? true : nil
    return view
  }
}

extension Array {
  fileprivate var unlessEmpty: Self? { isEmpty ? nil : self }
}
