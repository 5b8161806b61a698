/// One change of one child in one week, in counts: all that is kept of a week once its details are forgotten.
public struct LivedWeek: Sendable, Equatable {
  public var monday: CivilDate
  public var step: StepID
  public var child: ChildID
  public var times: Int
  public var hard: Int
  /// Minutes; nil where nobody said.
  public var settle: Half?

  public init(monday: CivilDate, step: StepID, child: ChildID, times: Int, hard: Int, settle: Half?) {
    self.monday = monday
    self.step = step
    self.child = child
    self.times = times
    self.hard = hard
    self.settle = settle
  }

  /// The counts of these occurrences, week by week; those that are told apart are in none.
  public static func each(of occurrences: [Occurrence]) -> [LivedWeek] {
    let weeks = Dictionary(grouping: occurrences.filter(\.counts), by: \.date.startOfWeek)
    return weeks.sorted { $0.key < $1.key }.flatMap { monday, own in
      StepFigures.each(of: own).map { step in
        LivedWeek(
          monday: monday, step: step.step, child: step.child, times: step.times, hard: step.hard,
          settle: step.settleMedian)
      }
    }
  }
}
