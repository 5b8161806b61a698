/// A child's small doses of nurture, spread over a day: which of the child's steps carry one, and which one it is.
///
/// Steps tagged `nurture` carry one each. The rest of the aim goes to the other steps at home, evenly, the middle of each
/// part of the day first, so that a day of ten steps and an aim of four has one every two or three steps. Sleep, naps,
/// retreats and what is away from home carry none: an aim that the day has no room for is not made up elsewhere.
public struct NurturePlan: Sendable, Equatable {
  public var doses: [Dose]

  public struct Dose: Sendable, Equatable {
    public var step: StepID
    public var at: Instant
    /// Counts through the day, so that no two doses of a day are the same as long as the library lasts.
    public var number: Int
  }

  /// - Parameter aim: doses a day; steps tagged `nurture` beyond it carry one all the same.
  public init(_ plan: DayPlan, child: ChildID, aim: Int) {
    let open = plan.steps.filter { step in
      step.children.contains(child) && !step.step.isAway
        && !step.step.tags.contains { [.sleep, .nap, .retreat].contains($0) }
    }
    let given = open.filter { $0.step.tags.contains(.nurture) }
    let others = open.filter { !$0.step.tags.contains(.nurture) }
    let rest = aim == 0 ? 0 : min(max(0, aim - given.count), others.count)
    let spread = (0..<rest).map { others[(2 * $0 + 1) * others.count / (2 * rest)] }
    let chosen = (aim == 0 ? [] : given + spread).sorted { $0.at < $1.at }
    doses = chosen.enumerated().map { Dose(step: $0.element.step.id, at: $0.element.at, number: $0.offset) }
  }
}
