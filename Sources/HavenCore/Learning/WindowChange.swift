/// A window in which a goal's offers are seldom taken, and a time that suits better: both as they were counted.
public struct WindowChange: Sendable, Equatable {
  public var goal: GoalID
  /// As the clock has it, `07:00-08:00`; of a goal that comes after a step, `after school-gate`.
  public var from: String
  public var to: String
  /// Offers in `from`.
  public var taken: Int
  public var offered: Int
  public var better: Better

  public enum Better: Sendable, Equatable {
    /// Another of its windows, in which so many of its offers were taken.
    case taken(Int, of: Int)
    /// No window yet, but two hours in which its carer did it unasked, so many times.
    case unasked(Int)
  }

  public init(goal: GoalID, from: String, to: String, taken: Int, offered: Int, better: Better) {
    self.goal = goal
    self.from = from
    self.to = to
    self.taken = taken
    self.offered = offered
    self.better = better
  }
}

extension NudgeAnswers {
  /// Where another time clearly works better for a goal; nil where there is none, or too little to say.
  ///
  /// Clearly: of five offers or more a quarter at most was taken here, and six in ten of five or more there, what was
  /// lately counting for more; or it was done unasked five times within the same two hours of the day. A goal that comes
  /// after a step has one time alone, its step's, and a window of its own only where it was done unasked.
  public func betterTime(for goal: Goal) -> WindowChange? {
    let own = shares.filter { $0.goal == goal.id && !$0.isFew }
    guard let poor = own.filter({ $0.taken <= 0.25 }).min(by: { $0.taken < $1.taken }) else { return nil }
    func change(to: String, _ better: WindowChange.Better) -> WindowChange {
      WindowChange(
        goal: goal.id, from: poor.window, to: to, taken: poor.takenTimes, offered: poor.offered, better: better)
    }
    if let good = own.filter({ $0.taken >= 0.6 }).max(by: { $0.taken < $1.taken }) {
      return change(to: good.window, .taken(good.takenTimes, of: good.offered))
    }
    guard goal.windowNames.count == 1,
      let best = unasked[goal.id]?.max(by: { ($0.value, -$0.key) < ($1.value, -$1.key) }),
      best.value >= NudgeAnswers.fewest
    else { return nil }
    let hours = [best.key, (best.key + 2) % 24].map { "\(TimeOfDay(seconds: $0 * 3600))" }
    return change(to: hours.joined(separator: "-"), .unasked(best.value))
  }
}
