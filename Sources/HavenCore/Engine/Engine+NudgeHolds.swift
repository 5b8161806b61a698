/// Why a goal is not nudged at a minute.
public struct NudgeHold: Sendable, Equatable {
  public var reason: Reason
  /// The earliest instant at which this reason may have gone; nil for the rest of the date.
  public var until: Instant?

  public enum Reason: String, Sendable {
    /// Already nudged today, or the day's, week's or target's fill is reached.
    case spent
    /// Ignored three times in a row, until somebody speaks of it.
    case sleeping
    case letGo = "let-go"
    /// A rung to this carer is near.
    case ladder
    /// Less than three hours since the last one.
    case spacing
    case landing
    case tagOut = "tag-out"
    case hard
    case capacity
    case brokenNight = "broken-night"
    case softDay = "soft-day"
    /// Alone with children awake, and the goal has no smallest version.
    case alone
    /// The carer is away, asleep, quiet, hushed or tagged out.
    case notNow = "not-now"
  }
}

extension Engine {
  /// The first reason that holds a goal at an instant; nil where it may be shown.
  public mutating func hold(on goal: Goal, at minute: Instant) -> NudgeHold? {
    if goal.after == nil && goal.windows.isEmpty { return NudgeHold(reason: .spent, until: nil) }
    if let hold = spentHold(goal) { return hold }
    if ownLineHold(goal.carer, at: minute) != nil { return NudgeHold(reason: .notNow, until: minute + 60) }
    if let until = ladderHold(goal.carer, at: minute) { return NudgeHold(reason: .ladder, until: until) }
    // One that lies ahead was made before the clock was set back, and holds nothing.
    if let last = nudges.last(where: { $0.carer == goal.carer && $0.at <= minute })?.at, minute - last < 10_800 {
      return NudgeHold(reason: .spacing, until: last + 10_800)
    }
    if let end = landingEnd(at: minute) { return NudgeHold(reason: .landing, until: end) }
    if facts.tagOuts.contains(where: { $0.carer != goal.carer && $0.contains(minute) }) {
      return NudgeHold(reason: .tagOut, until: minute + 60)
    }
    if let end = facts.endOfHardHour(at: minute) {
      return NudgeHold(reason: .hard, until: end)
    }
    if let capacity = facts.capacity[goal.carer], capacity.date == today, capacity.level <= 1 {
      return NudgeHold(reason: .capacity, until: nil)
    }
    if hadBrokenNight(goal.carer, at: minute) {
      if goal.domain != .rest { return NudgeHold(reason: .brokenNight, until: nil) }
      let morning = zone.instant(today, Engine.halfPastNine)
      if minute < morning { return NudgeHold(reason: .brokenNight, until: morning) }
    }
    if isSoftDay(at: minute) && goal.domain != .rest { return NudgeHold(reason: .softDay, until: minute + 60) }
    if dose(for: goal, at: minute) == nil { return NudgeHold(reason: .alone, until: minute + 60) }
    return nil
  }

  private static let halfPastNine = TimeOfDay(hour: 9, minute: 30)!  // a time of day

  /// Fills that nothing but a new date or an answer empties.
  private func spentHold(_ goal: Goal) -> NudgeHold? {
    if fill(of: goal) != nil { return NudgeHold(reason: .spent, until: nil) }
    return rest(of: goal).map { NudgeHold(reason: $0, until: nil) }
  }

  /// What a goal's nudges of today are used up by; nil where there is room.
  func fill(of goal: Goal) -> GoalOutlook.Fill? {
    if nudges.contains(where: { $0.date == today && $0.goal == goal.id }) { return .offeredToday }
    let week = today.startOfWeek...today
    var (ofDay, ofWeek) = (0, 0)
    for nudge in nudges where nudge.carer == goal.carer && week.contains(nudge.date) {
      ofWeek += 1
      if nudge.date == today { ofDay += 1 }
    }
    if ofDay >= GoalOutlook.mostADay { return .day }
    if ofWeek >= GoalOutlook.mostAWeek { return .week }

    let events = facts.goalActs[goal.id] ?? []
    if let target = goal.target {
      let start = target.period.start(at: today)
      func isFull(_ count: Int) -> Bool {
        target.unit == .hours ? count * goal.minutes >= target.high * 60 : count >= target.high
      }
      if isFull(events.count(where: { $0.act == .done && $0.date >= start && $0.date <= today })) { return .target }
      let own = nudges.count { $0.goal == goal.id && $0.date >= start && $0.date <= today }
      if isFull(own) { return .offers }
    }
    return nil
  }

  /// Why a goal rests until somebody speaks of it; nil where it does not.
  func rest(of goal: Goal) -> NudgeHold.Reason? {
    let events = facts.goalActs[goal.id] ?? []
    if events.last?.act == .letGo { return .letGo }
    let spokenAt = events.last?.at ?? .distantPast
    let ignored = nudges.count { $0.goal == goal.id && $0.at > spokenAt && $0.date < today }
    return ignored >= 3 ? .sleeping : nil
  }

  /// A rung to this carer was shown less than fifteen minutes ago, or is planned less than fifteen ahead.
  private mutating func ladderHold(_ carer: CarerID, at minute: Instant) -> Instant? {
    if let last = lastRungAt[carer], last <= minute, minute - last < 900 { return last + 900 }
    var latest: Instant?
    for index in agendaHead..<max(agendaHead, agenda.count) {
      let cue = agenda[index]
      guard cue.at < minute + 900 else { break }
      guard cue.at >= minute, cancellation(of: cue.id.transition) == nil else { continue }
      guard let step = step(of: cue.id.transition), route(cue.id.transition, step: step.step, at: cue.at) == carer
      else { continue }
      latest = cue.at + 900
    }
    return latest
  }

  /// From noon to noon, two `night up` or more than two and a half hours up.
  func hadBrokenNight(_ carer: CarerID, at instant: Instant) -> Bool {
    let noon = TimeOfDay(hour: 12, minute: 0)!  // a time of day
    let span = zone.instant(today - 1, noon)..<zone.instant(today, noon)
    let nights = (facts.nights[carer] ?? []).filter { span.contains($0.up) }
    let seconds = nights.reduce(0) { total, night in
      total + (min(night.down ?? instant, span.upperBound) - night.up)
    }
    return nights.count >= 2 || seconds > 9000
  }

  public func isSoftDay(at instant: Instant) -> Bool {
    household.children.contains { facts.mode(of: $0.id, at: instant) != .ordinary }
  }

  /// How much is on offer; nil where only a micro dose fits and the goal has none.
  mutating func dose(for goal: Goal, at instant: Instant) -> Dose? {
    guard isSoftDay(at: instant) || isAloneWithChildrenAwake(goal.carer, at: instant) else { return .full }
    return goal.smallest != nil || goal.minutes <= 5 ? .micro : nil
  }

  private mutating func isAloneWithChildrenAwake(_ carer: CarerID, at instant: Instant) -> Bool {
    if household.carers.contains(where: { $0.id != carer && isOnDuty($0.id, at: instant) }) { return false }
    for child in household.children {
      switch whereabouts(of: child.id, at: instant) {
      case .home, .retreat: return true
      case .asleep, .away: continue
      }
    }
    return false
  }
}
