/// Two things of a day that do not fit together, as the family wrote or bent it.
public enum DayConflict: Sendable, Equatable {
  /// Two children each change into a step of their own within minutes of each other, and both are one carer's.
  case sameCarer(CarerID, first: Side, second: Side)
  /// A child's step is not over when their next begins; so many seconds are in both.
  case overlap(ChildID, first: StepID, second: StepID, at: Instant, seconds: Int)

  /// One child's change into one step.
  public struct Side: Sendable, Equatable {
    public var child: ChildID
    public var step: StepID
    public var at: Instant
  }

  /// Changes nearer than this need the same adult at once, in seconds: a "last one" and an arrival take them.
  static let nearness = 5 * 60

  /// How many changes of one carer at once a day tells of: more than anybody reads, and a household of dozens of children has
  /// a pair for each two of them.
  static let mostShared = 100

  /// When it begins to be one.
  public var at: Instant {
    switch self {
    case .sameCarer(_, _, let second): second.at
    case .overlap(_, _, _, let at, _): at
    }
  }

  /// - Parameter carer: whose a child's change is, by the carers' windows alone.
  static func all(in plan: DayPlan, carer: (ChildID, PlannedStep) -> CarerID?) -> [DayConflict] {
    (overlaps(in: plan) + shared(in: plan, carer: carer)).enumerated()
      .sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }.map(\.element)
  }

  /// What the day itself has made late is not told here: see `Lateness`.
  private static func overlaps(in plan: DayPlan) -> [DayConflict] {
    var found: [DayConflict] = []
    var latest: [ChildID: PlannedStep] = [:]
    for next in plan.steps {
      for child in next.children {
        defer { latest[child] = next }
        guard let step = latest[child], let minutes = step.step.minutes else { continue }
        let written = step.at + minutes * 60 - next.at - max(0, step.movedBy - next.movedBy)
        guard written > 0 else { continue }
        found.append(.overlap(child, first: step.step.id, second: next.step.id, at: next.at, seconds: written))
      }
    }
    return found
  }

  private static func shared(in plan: DayPlan, carer: (ChildID, PlannedStep) -> CarerID?) -> [DayConflict] {
    var found: [DayConflict] = []
    var recent: [(side: Side, carer: CarerID)] = []
    for step in plan.steps where !step.step.isAway {
      for transition in step.transitions where !transition.rungs.isEmpty {
        guard let carer = carer(transition.child, step) else { continue }
        let side = Side(child: transition.child, step: step.step.id, at: step.at)
        recent.removeAll { step.at - $0.side.at >= nearness }
        for other in recent
        where other.carer == carer && other.side.child != side.child && other.side.step != side.step {
          found.append(.sameCarer(carer, first: other.side, second: side))
          if found.count == mostShared { return found }
        }
        recent.append((side, carer))
      }
    }
    return found
  }
}
