/// Where a child is, as far as the plan and the carers say.
public enum Whereabouts: String, Sendable {
  case home, asleep, away, retreat
}

extension Engine {
  /// Where a child is at an instant. Only the child's latest step counts, yesterday's too.
  public mutating func whereabouts(of child: ChildID, at instant: Instant) -> Whereabouts {
    whereabouts(of: child, at: instant, except: nil)
  }

  /// - Parameter except: the step whose own rungs are asked about; what it began itself does not count.
  mutating func whereabouts(of child: ChildID, at instant: Instant, except: TransitionID?) -> Whereabouts {
    let planned = plannedWhereabouts(of: child, at: instant, except: except)
    // A retreat that a carer typed is one more state: it ends neither a sleep nor an absence.
    return planned == .home && facts.isInRetreat(child, at: instant) ? .retreat : planned
  }

  private mutating func plannedWhereabouts(
    of child: ChildID, at instant: Instant, except: TransitionID?
  ) -> Whereabouts {
    if isOvernight(at: instant) { return .away }
    guard let (date, step, end) = latestStep(of: child, at: instant) else { return .home }
    if let except, except.date == date && except.step == step.step.id { return .home }
    if step.step.tags.contains(.sleep) { return .asleep }
    if step.step.isAway { return .away }
    guard instant < end else { return .home }
    if step.step.tags.contains(.nap) { return .asleep }
    return step.step.tags.contains(.retreat) ? .retreat : .home
  }

  func isOvernight(at instant: Instant) -> Bool { overnightEnd(at: instant) != nil }

  /// When the children are back from the night away in which an instant lies; nil where it lies in none.
  public func overnightEnd(at instant: Instant) -> Instant? {
    facts.bookings.lazy.filter { $0.lane == .overnight && self.zone.instant(of: $0.start) <= instant }
      .map { self.zone.instant(of: $0.end) }.filter { instant < $0 }.max()
  }

  /// The child's latest step at or before an instant, and when it stops lasting: after its minutes, or when the
  /// child's next step begins. Looks back a fortnight.
  private mutating func latestStep(
    of child: ChildID, at instant: Instant
  ) -> (date: CivilDate, step: PlannedStep, end: Instant)? {
    let date = zone.date(at: instant)
    for back in 0...14 {
      let plan = plan(for: date - back)
      let bound = plan.index(after: instant)
      guard let index = plan.index(before: bound, for: child) else { continue }
      let step = plan.steps[index]
      let next = plan.index(after: bound - 1, for: child).map { plan.steps[$0].at }
      return (date - back, step, step.step.minutes.map { step.at + $0 * 60 } ?? next ?? .distantFuture)
    }
    return nil
  }

  /// Whether any child's landing step runs at an instant: its `minutes`, else until that child's next step.
  mutating func landingEnd(at instant: Instant) -> Instant? {
    var latest: Instant?
    let date = zone.date(at: instant)
    for day in [date - 1, date] {
      let steps = plan(for: day).steps
      for index in steps.indices where steps[index].step.tags.contains(.landing) && steps[index].at <= instant {
        let at = steps[index].at
        for child in steps[index].children {
          let next = steps[(index + 1)...].first { $0.children.contains(child) }?.at
          let end = steps[index].step.minutes.map { at + $0 * 60 } ?? next ?? at + 2400
          if instant < end { latest = max(latest ?? end, end) }
        }
      }
    }
    return latest
  }
}
