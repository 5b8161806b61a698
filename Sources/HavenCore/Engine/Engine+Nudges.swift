extension Engine {
  /// When the next nudge can be shown today, as things stand; nil where none is in sight.
  mutating func nextNudge() -> Instant? {
    if case .known(let instant) = nudgeCache { return instant }
    var next: Instant?
    for goal in household.goals {
      guard let first = firstFreeMinute(for: goal, from: cursor, before: next ?? .distantFuture) else { continue }
      next = min(next ?? first, first)
    }
    nudgeCache = .known(next)
    return next
  }

  /// For each carer, shows the first of their goals, in the order written, that nothing holds at this minute.
  mutating func offerNudges(at due: Instant, now: Instant) {
    guard let next = nextNudge(), next <= due else { return }
    nudgeCache = .unknown
    for carer in household.carers {
      let goal = household.goals.first { goal in
        goal.carer == carer.id && nudgeSpans(of: goal).contains { $0.contains(due) } && hold(on: goal, at: due) == nil
      }
      guard let goal, let dose = dose(for: goal, at: due) else { continue }
      let id = "\(today)/nudge/\(goal.id)"
      let line = Line(
        kind: .nudge, at: now, to: carer.id, level: level(at: now), subject: .nudge(goal: goal.id, dose: dose))
      nudges.append(NudgeRecord(goal: goal.id, carer: carer.id, at: due, date: today))
      deliver(line, id: id, dueAt: due, subject: goal.id, actions: [.done, .notToday], isTransient: goal.isPrivate)
    }
  }

  /// The first whole minute, at `from` or later and before a bound, at which nothing holds this goal.
  mutating func firstFreeMinute(for goal: Goal, from: Instant, before bound: Instant) -> Instant? {
    for span in nudgeSpans(of: goal) {
      var minute = max(span.lowerBound, from).nextWholeMinute
      while minute < span.upperBound && minute < bound {
        guard let hold = hold(on: goal, at: minute) else { return minute }
        guard let until = hold.until else { return nil }
        minute = max(minute + 60, until.nextWholeMinute)
      }
    }
    return nil
  }

  /// When today a goal may be nudged: for an hour from its step plus its delay, within its windows, or, with both,
  /// where they overlap.
  public mutating func nudgeSpans(of goal: Goal) -> [Range<Instant>] {
    if let known = nudgeSpanCache[goal.id] { return known }
    let spans = findNudgeSpans(of: goal)
    nudgeSpanCache[goal.id] = spans
    return spans
  }

  private mutating func findNudgeSpans(of goal: Goal) -> [Range<Instant>] {
    let plan = plan(for: today)
    if let days = goal.days, !days.contains(plan.kind) { return [] }
    let windows = [today - 1, today].flatMap { date in goal.windows.compactMap { $0.interval(opening: date, in: zone) }
    }
    guard let after = goal.after else { return clippedToToday(windows) }
    guard let step = plan.steps.first(where: { $0.step.id == after }) else { return [] }
    let hour = (step.at + goal.delay)..<(step.at + goal.delay + 3600)
    guard !goal.windows.isEmpty else { return clippedToToday([hour]) }
    return clippedToToday(windows.map { $0.clamped(to: hour) }.filter { !$0.isEmpty })
  }

  private func clippedToToday(_ spans: [Range<Instant>]) -> [Range<Instant>] {
    let day = zone.startOfDay(today)..<zone.startOfDay(today + 1)
    return spans.map { $0.clamped(to: day) }.filter { !$0.isEmpty }.sorted { $0.lowerBound < $1.lowerBound }
  }
}

extension Instant {
  /// This instant, or the next on a whole minute of UTC.
  fileprivate var nextWholeMinute: Instant {
    let rest = ((seconds % 60) + 60) % 60
    return rest == 0 ? self : self + (60 - rest)
  }
}
