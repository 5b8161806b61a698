/// The steps and cues of one date, as they stand: config, facts and civil time already worked in.
public struct DayPlan: Sendable {
  public var date: CivilDate
  /// `plain` where no kind of day matched.
  public var kind: DayKindID
  public var isHoliday: Bool
  public var zone: String
  /// The mode that every child is in at the end of the date's last change, `ordinary` where they differ.
  public var mode: Mode
  /// Ordered by instant, then by the order written. Which they are, and their order, stays as it was made.
  public internal(set) var steps: [PlannedStep]
  /// Every planned cue after clamp, landing and leave-card, whether or not it will be shown, ordered by instant.
  public var cues: [PlannedCue]
  let places: StepPlaces

  init(
    date: CivilDate, kind: DayKindID, isHoliday: Bool, zone: String, mode: Mode, steps: [PlannedStep],
    cues: [PlannedCue]
  ) {
    self.date = date
    self.kind = kind
    self.isHoliday = isHoliday
    self.zone = zone
    self.mode = mode
    self.steps = steps
    self.cues = cues
    places = StepPlaces(steps)
  }
}

public struct PlannedStep: Sendable {
  public var step: Step
  public var at: Instant
  /// `at` plus `minutes`, else the latest of its children's next steps that date, else nil.
  public var until: Instant?
  /// Those who are in it today; empty for a step that is nobody's.
  public var children: [ChildID]
  /// In the order of `children`.
  public var transitions: [Transition]
  /// How far today's plan has moved it from where it is written, in seconds; 0 where it has not.
  public var movedBy: Int
}

public struct Transition: Sendable {
  public var child: ChildID
  /// The size used; nil where a ladder alone makes the transition.
  public var size: Size?
  /// What the ladder asks for, before clamp, landing and away.
  public var rungs: [Rung]
  /// Something else than what is written is tried.
  public var isTried = false
}

public struct PlannedCue: Sendable {
  public var id: CueID
  public var rung: Rung
  /// Due.
  public var at: Instant
  /// The step's instant: what is left is counted to it.
  public var changeAt: Instant
  /// Printed on the leave-card instead of shown.
  public var isOnLeaveCard: Bool
}
