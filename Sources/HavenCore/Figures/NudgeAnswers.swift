/// How often a carer answered when a goal was on offer, by the window that it was offered in; what was lately counts for
/// more.
///
/// A nudge is answered by its buttons, or by `goal done`, `part` or `not-today` later that day: a declined one is an
/// answer. It is taken where it was done within two hours or in the goal's windows; what was done at another time of the
/// day speaks for that time. Each nudge weighs 1 when it is shown and half as much every four weeks, so that a
/// window which stopped fitting in spring is not held against the summer:
///
///     today 1 · four weeks ago 1/2 · eight weeks ago 1/4
///
/// The carer's own, as the goals are.
public struct NudgeAnswers: Sendable, Equatable {
  /// In the order of the config, each goal's windows in theirs; none where nothing was offered.
  public var shares: [Share]
  /// Times in the last twelve weeks that a goal was done with no offer in the two hours before, by two-hour bin of the
  /// day, outside of its windows.
  public var unasked: [GoalID: [Int: Int]] = [:]

  /// Days in which a nudge loses half of its weight.
  public static let halfLife = 28
  /// Seconds after an offer in which what is done is done for it.
  static let soon = 7200
  /// Under so many nudges there is too little to say.
  public static let fewest = 5

  public struct Share: Sendable, Equatable {
    public var goal: GoalID
    /// `after school-gate`, or the window as it is written, `20:00-21:00`.
    public var window: String
    /// Nudges, unweighed.
    public var offered: Int
    /// 0 to 1, weighed.
    public var answered: Double
    /// Of all that were offered, done in whole or in part; 0 to 1, weighed.
    public var taken: Double
    /// Nudges that were taken, unweighed.
    public var takenTimes: Int

    public var isFew: Bool { offered < NudgeAnswers.fewest }
  }

  /// - Parameters:
  ///   - entries: of nudges, the latest row of each; what was never shown is passed over.
  ///   - acts: in order; those that are not about a goal are passed over.
  public init(entries: [LedgerEntry], acts: [Act], household: Household, zone: Zone, today: CivilDate) {
    shares = household.goals.flatMap { goal in
      let own = entries.filter { $0.kind == .nudge && $0.subject == goal.id && $0.wasShown }
      let groups = Dictionary(grouping: own) { goal.windowName(at: $0.dueAt, zone: zone) }
      return goal.windowNames.compactMap { name in
        groups[name].map { NudgeAnswers.share(goal, name, $0, acts, zone: zone, today: today) }
      }
    }
    for goal in household.goals {
      let offers = entries.filter { $0.kind == .nudge && $0.subject == goal.id && $0.wasShown }.map(\.dueAt)
      for act in acts where act.date > today - 84 && act.isDoing(goal.id) {
        // In its carer's quiet hours it would never be on offer, whenever it was done.
        guard !goal.windows.contains(where: { $0.contains(act.at, in: zone) }),
          !(household.carer(goal.carer)?.quiet.contains { $0.contains(act.at, in: zone) } ?? false),
          !offers.contains(where: { $0 <= act.at && act.at - $0 < NudgeAnswers.soon })
        else { continue }
        unasked[goal.id, default: [:]][zone.civil(at: act.at).time.seconds / 7200 * 2, default: 0] += 1
      }
    }
  }

  private static func share(
    _ goal: Goal, _ window: String, _ entries: [LedgerEntry], _ acts: [Act], zone: Zone, today: CivilDate
  ) -> Share {
    var total = 0.0, answered = 0.0, taken = 0.0, takenTimes = 0
    for entry in entries {
      let date = zone.date(at: entry.dueAt)
      let weight = weight(days: max(0, today - date))
      let said = acts.compactMap { act -> GoalAct? in
        guard case .goal(goal.id, let said, _) = act.command, act.date == date, act.at >= entry.dueAt else {
          return nil
        }
        return said
      }
      let isTaken = entry.state == .acknowledged || acts.contains { $0.takes(goal, entry.dueAt, on: date, zone: zone) }
      total += weight
      if isTaken {
        taken += weight
        takenTimes += 1
      }
      let isAnswered = said.contains { [.done, .part, .notToday].contains($0) }
      if isTaken || entry.state == .skipped || isAnswered { answered += weight }
    }
    return Share(
      goal: goal.id, window: window, offered: entries.count, answered: answered / total, taken: taken / total,
      takenTimes: takenTimes)
  }

  /// 2^(-days / 28); the root is a literal because the core has no library of functions.
  static func weight(days: Int) -> Double {
    let (halvings, rest) = (days / halfLife, days % halfLife)
    var weight = 1.0
    for _ in 0..<min(halvings, 60) { weight /= 2 }
    for _ in 0..<rest { weight *= 0.975_548_642_052_573_2 }
    return weight
  }
}

extension Goal {
  /// What its windows are called: one for its step, or one each.
  public var windowNames: [String] {
    if let after { return [Goal.windowName(after: after)] }
    var names: [String] = []
    for window in windows where !names.contains(window.clockText) { names.append(window.clockText) }
    return names
  }

  /// `after school-gate`.
  public static func windowName(after step: StepID) -> String { afterStep + step }

  /// The step of such a name; nil of a time of day.
  public static func step(ofWindow name: String) -> StepID? {
    name.hasPrefix(afterStep) ? String(name.dropFirst(afterStep.count)) : nil
  }

  private static let afterStep = "after "

  /// The window that an instant lies in; nil where none has it any more: what a window that is gone was good for says
  /// nothing about those that are left.
  func windowName(at instant: Instant, zone: Zone) -> String? {
    if let after { return Goal.windowName(after: after) }
    return windows.first { $0.contains(instant, in: zone) }?.clockText
  }
}

extension Act {
  /// Whether it was done for an offer, and not at a time of its own.
  fileprivate func takes(_ goal: Goal, _ offeredAt: Instant, on date: CivilDate, zone: Zone) -> Bool {
    guard isDoing(goal.id), self.date == date, at >= offeredAt else { return false }
    return at - offeredAt < NudgeAnswers.soon || goal.windows.contains { $0.contains(at, in: zone) }
  }

  fileprivate func isDoing(_ goal: GoalID) -> Bool {
    switch command {
    case .goal(goal, .done, _), .goal(goal, .part, _): true
    default: false
    }
  }
}

extension Window {
  /// `20:00-21:00`, whichever days it opens on.
  public var clockText: String { "\(start)-\(end)" }
}
