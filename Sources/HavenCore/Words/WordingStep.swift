/// What words need to know about one cue's transition, as it stands today.
public struct WordingStep: Sendable, Equatable {
  /// The step that begins.
  public var step: Step
  /// The step that the child is leaving; nil at the start of the child's day.
  public var previous: Step?
  /// The child's step after this one, the same date.
  public var next: Step?
  /// The mode that the child is in at the cue.
  public var mode: Mode
  /// The age that the child runs at today, where somebody said so; nil for the one in the household as the mode has it.
  public var workingAge: Int?

  public init(
    _ step: Step, previous: Step? = nil, next: Step? = nil, mode: Mode = .ordinary, workingAge: Int? = nil
  ) {
    self.step = step
    self.previous = previous
    self.next = next
    self.mode = mode
    self.workingAge = workingAge
  }

  var isBedtime: Bool { step.tags.contains(.sleep) || step.tags.contains(.nap) }
}

extension DayPlan {
  /// The words' view of a cue of this date; nil where its step is not in the day, or its child not in the step.
  ///
  /// `mode` is the child's own, which may differ from the plan's; `workingAge` is the age of a mode that lowers it.
  public func wordingStep(for id: CueID, mode: Mode? = nil, workingAge: Int? = nil) -> WordingStep? {
    guard let index = index(of: id.step, for: id.child) else { return nil }
    return WordingStep(
      steps[index].step,
      previous: self.index(before: index, for: id.child).map { steps[$0].step },
      next: self.index(after: index, for: id.child).map { steps[$0].step },
      mode: mode ?? self.mode,
      workingAge: workingAge)
  }
}
