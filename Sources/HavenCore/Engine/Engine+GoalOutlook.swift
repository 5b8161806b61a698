/// When a goal may next be on offer, or what keeps it from that: what `goals` and `why` tell of its timing.
public struct GoalOutlook: Sendable, Equatable {
  /// Today's stretches in which it may be nudged, those that are over too.
  public var spans: [Range<Instant>]
  /// The next minute of today that nothing holds, as things stand; nil where there is none.
  public var next: Instant?
  /// What holds it now, or at the beginning of its next stretch; nil where nothing does, or none is left today.
  public var hold: NudgeHold?
  /// More about a hold that is `spent`.
  public var fill: Fill?
  /// `sleeping` or `let-go`; nil where it is awake.
  public var rest: NudgeHold.Reason?
  /// The smallest version is what its carer settled on.
  public var isShrunk: Bool
  /// Nudges that its carer had today and this week, of all goals.
  public var nudgesToday: Int
  public var nudgesThisWeek: Int

  /// What today's nudges are used up by.
  public enum Fill: String, Sendable {
    case offeredToday = "offered-today"
    case day, week
    /// Done as often as the target goes.
    case target
    /// On offer as often as the target goes.
    case offers
  }

  public static let mostADay = 2
  public static let mostAWeek = 8
}

extension Engine {
  public mutating func outlook(on goal: Goal, at now: Instant) -> GoalOutlook {
    let spans = nudgeSpans(of: goal)
    let left = spans.first { $0.upperBound > now }
    let ofCarer = nudges.filter { $0.carer == goal.carer && $0.date <= today }
    return GoalOutlook(
      spans: spans,
      next: left == nil ? nil : firstFreeMinute(for: goal, from: max(cursor, now), before: .distantFuture),
      hold: left.flatMap { hold(on: goal, at: max(now, $0.lowerBound)) }, fill: fill(of: goal), rest: rest(of: goal),
      isShrunk: facts.isShrunk(goal.id), nudgesToday: ofCarer.count { $0.date == today },
      nudgesThisWeek: ofCarer.count { $0.date >= today.startOfWeek })
  }

  /// Whether the smallest version of a goal is what its carer settled on.
  public func isShrunk(_ goal: GoalID) -> Bool { facts.isShrunk(goal) }

  /// Goals of a carer that nobody answered three times in a row: the review asks what becomes of them.
  public func restingGoals(of carer: CarerID) -> [GoalID] {
    household.goals.filter { $0.carer == carer && rest(of: $0) == .sleeping }.map(\.id)
  }

  /// Promises that are open, however long, and those that were due or closed since a date.
  public func promiseList(since date: CivilDate, now: Instant) -> [Facts.Promise] {
    let start = zone.startOfDay(date)
    // A return that nobody spoke of is asked about for a day, and then let be: they are home.
    let returns = facts.returns.filter { $0.state == .open ? $0.dueAt > now - 86_400 : $0.dueAt >= start }
    return (facts.promises.filter { $0.state == .open || $0.dueAt >= start } + returns)
      .sorted { ($0.dueAt, $0.id) < ($1.dueAt, $1.id) }
  }
}
