import HavenCore

/// `havenctl day DATE --json`: the steps and cues of one date.
public struct DayView: Sendable, Equatable, Codable {
  public var version = 1
  public var kind = "day"
  public var date: CivilDate
  /// The kind of day.
  public var day: String
  public var mode: Mode
  public var zone: String
  public var steps: [Step]
  public var cues: [Cue]
  /// How it differs from what was written; left out where it does not.
  public var changes: [Change]?
  /// What in it does not fit together; left out where all does.
  public var conflicts: [Conflict]?
  /// Of today: what was moved and now runs into the next; left out where nothing does.
  public var late: [LateView]?

  public init(date: CivilDate, day: String, mode: Mode, zone: String, steps: [Step], cues: [Cue]) {
    self.date = date
    self.day = day
    self.mode = mode
    self.zone = zone
    self.steps = steps
    self.cues = cues
  }

  public struct Step: Sendable, Equatable, Codable {
    public var at: Stamp
    /// Nil for a last step that does not say how long it lasts.
    @ExplicitNull public var until: Stamp?
    public var step: StepID
    public var name: String
    public var children: [ChildID]
    /// Whose it is at its start; nil where nobody is on duty.
    @ExplicitNull public var carer: CarerID?
    public var tags: [String]
    public var anchor: String
    public var transitions: [Transition]
    public var away: Bool
    /// Seconds by which today's plan has moved it; left out where it has not.
    public var movedBy: Int?
    /// When somebody said that it is under way; left out where nobody has.
    public var doneAt: Stamp?

    public init(
      at: Stamp, until: Stamp?, step: StepID, name: String, children: [ChildID], carer: CarerID?, tags: [String],
      anchor: String, transitions: [Transition], away: Bool, movedBy: Int? = nil
    ) {
      self.at = at
      self.until = until
      self.step = step
      self.name = name
      self.children = children
      self.carer = carer
      self.tags = tags
      self.anchor = anchor
      self.transitions = transitions
      self.away = away
      self.movedBy = movedBy
    }
  }

  public struct Transition: Sendable, Equatable, Codable {
    public var child: ChildID
    /// The size used; nil where a ladder alone makes the transition.
    @ExplicitNull public var size: String?
    /// Something else than what is written is tried; left out where it is not.
    public var tried: Bool?

    public init(child: ChildID, size: String?, tried: Bool? = nil) {
      self.child = child
      self.size = size
      self.tried = tried
    }
  }

  public struct Cue: Sendable, Equatable, Codable {
    public var at: Stamp
    public var id: CueID
    public var step: StepID
    public var child: ChildID
    public var rung: String
    /// To the change.
    public var secondsLeft: Int
    /// Nil for what the leave-card carries, and where nobody is on duty.
    @ExplicitNull public var to: CarerID?
    public var leaveCard: Bool

    public init(
      at: Stamp, id: CueID, secondsLeft: Int, to: CarerID?, leaveCard: Bool
    ) {
      self.at = at
      self.id = id
      step = id.step
      child = id.child
      rung = id.rung
      self.secondsLeft = secondsLeft
      self.to = to
      self.leaveCard = leaveCard
    }
  }
}
