/// What a carer did for a goal. Any of it touches the goal; the target's figure meets it, in times or in real minutes,
/// so that a part counts for what it was:
///
///     three times 20 min a week:  done · done · part of 10 · part of 10   touched four times, and met
public struct GoalFigures: Sendable, Equatable {
  /// Times, done or in part.
  public private(set) var touched = 0
  /// Times in full; of a goal that was made smaller, any time.
  public private(set) var full = 0
  /// Real minutes where somebody said them; else the goal's own for what was done, and its smallest version's for part
  /// of it and for a goal that was made smaller.
  public private(set) var minutes = 0
  /// Times by how long each was.
  public private(set) var doses: [Goal.DoseTier: Int] = [:]
  private let goal: Goal

  /// - Parameter acts: of the stretch that is looked at.
  public init(_ goal: Goal, _ acts: some Sequence<Act>, isShrunk: Bool = false) {
    self.goal = goal
    for act in acts {
      guard case .goal(goal.id, let what, let said) = act.command else { continue }
      switch what {
      case .done: add(said ?? (isShrunk ? goal.smallestMinutes : goal.minutes), isFull: true)
      case .part: add(said ?? goal.smallestMinutes, isFull: isShrunk)
      case .notToday, .keep, .shrink, .letGo: continue
      }
    }
  }

  private mutating func add(_ minutes: Int, isFull: Bool) {
    touched += 1
    if isFull { full += 1 }
    self.minutes += minutes
    doses[Goal.DoseTier(minutes: minutes), default: 0] += 1
  }

  /// The lower figure of the range is enough.
  public func meets(_ target: Target) -> Bool {
    target.unit == .hours
      ? minutes >= target.low * 60 : full >= target.low || minutes >= target.low * goal.minutes
  }
}

extension Goal {
  /// How long a dose is: micro to five minutes, short to under an hour, long from there.
  public enum DoseTier: String, Sendable, CaseIterable {
    case micro, short, long

    public init(minutes: Int) { self = minutes <= 5 ? .micro : minutes < 60 ? .short : .long }
  }

  public var tier: DoseTier { DoseTier(minutes: minutes) }

  /// A micro dose is five minutes at most.
  public var smallestMinutes: Int { min(5, minutes) }
}

extension Target.Period {
  /// The first date of the current period. Weeks start on Monday; `N weeks` are the last N, this one included.
  public func start(at today: CivilDate) -> CivilDate {
    switch self {
    case .weeks(let count): today.startOfWeek - 7 * (count - 1)
    case .days(let count): today - (count - 1)
    case .quarter: today.startOfQuarter
    case .year: today.startOfYear
    }
  }
}
