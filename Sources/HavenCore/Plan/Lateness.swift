/// Where a bent day now runs late, and what may give.
///
/// A child's minutes are never squeezed. What gives, in this order: `optional` steps are dropped, from the end; `start`,
/// `loose` and `end` steps shift; a `fixed` step stays, and its carer is asked.
public struct Lateness: Sendable, Equatable {
  /// In the order of the day.
  public var overruns: [Overrun]

  /// A child's step with `minutes` that was moved, and now runs into the child's next step.
  public struct Overrun: Sendable, Equatable {
    public var child: ChildID
    public var step: StepID
    /// Whether the step that runs over has begun.
    public var hasBegun: Bool
    /// The step it runs into.
    public var next: StepID
    /// By how many seconds more than the family wrote.
    public var seconds: Int
    /// What would put it right.
    public var relief: Relief
  }

  /// Looks at what is still to come after an instant.
  ///
  /// - Parameters:
  ///   - done: steps that are said to be under way or over; they run into nothing.
  ///   - midnight: when the plan's date ends.
  public init(of plan: DayPlan, after now: Instant, done: Set<StepID> = [], before midnight: Instant) {
    overruns = []
    var latest: [ChildID: PlannedStep] = [:]
    for next in plan.steps {
      for child in next.children {
        defer { latest[child] = next }
        guard let step = latest[child], let minutes = step.step.minutes else { continue }
        guard next.at > now, !done.contains(step.step.id), !done.contains(next.step.id) else { continue }
        // What the family itself wrote over each other is theirs; only what the day has added is late.
        let seconds = min(step.at + minutes * 60 - next.at, step.movedBy - next.movedBy)
        guard seconds > 0 else { continue }
        let relief = Relief(of: plan, from: next.at, seconds: seconds, children: [child], done: done, before: midnight)
        overruns.append(
          Overrun(
            child: child, step: step.step.id, hasBegun: step.at <= now, next: next.step.id, seconds: seconds,
            relief: relief))
      }
    }
  }
}

/// What gives when some children are so many seconds late.
public struct Relief: Sendable, Equatable {
  /// Optional steps to leave out, in the order of the day.
  public var dropped: [StepID]
  /// Steps to move on, in the order of the day.
  public var moved: [StepShift]
  /// What stays where it is although there is not the time for it.
  public var stuck: [StepShift]
  /// The fixed step that there is no time for unless something is dropped: the question for its carer.
  public var asked: StepShift?

  /// - Parameters:
  ///   - start: steps at this instant or later may give.
  ///   - children: who is late; an optional step that others are in too is not taken from them.
  public init(
    of plan: DayPlan, from start: Instant, seconds: Int, children: Set<ChildID>, done: Set<StepID> = [],
    before midnight: Instant
  ) {
    let chain = LateChain(
      steps: plan.steps.filter {
        $0.at >= start && !done.contains($0.step.id) && !children.isDisjoint(with: $0.children)
      }, children: children, seconds: seconds, midnight: midnight)
    let gone = chain.dropped()
    dropped = chain.steps.map(\.step.id).filter(gone.contains)
    (moved, stuck) = chain.shifts(dropping: gone)
    asked = chain.run(dropping: []).short.first
  }

  public var isEmpty: Bool { dropped.isEmpty && moved.isEmpty }
}

/// A step and so many seconds: later, or short.
public struct StepShift: Sendable, Equatable, Codable {
  public var step: StepID
  public var seconds: Int

  public init(step: StepID, seconds: Int) {
    self.step = step
    self.seconds = seconds
  }
}
