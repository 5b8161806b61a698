import HavenCore

/// `havenctl why STEP --json`: what a step is for, and how each of its ladders came to be.
public struct WhyView: Sendable, Equatable, Codable {
  public var version = 1
  public var kind = "why"
  public var date: CivilDate
  public var at: Stamp
  public var step: StepID
  public var name: String
  /// The family's own reason, from `why`.
  public var why: String?
  /// Seconds by which today's plan has moved it; left out where it has not.
  public var movedBy: Int?
  /// One for each child for whom it is a transition.
  public var ladders: [Ladder]

  public init(
    date: CivilDate, at: Stamp, step: StepID, name: String, why: String? = nil, movedBy: Int? = nil,
    ladders: [Ladder] = []
  ) {
    self.date = date
    self.at = at
    self.step = step
    self.name = name
    self.why = why
    self.movedBy = movedBy
    self.ladders = ladders
  }

  public struct Ladder: Sendable, Equatable, Codable {
    public var child: ChildID
    @ExplicitNull public var size: String?
    /// Each choice that made the ladder, in order and in words: "hard, at working age 5: P20 · 15 · 5 · L2 · 0".
    public var decisions: [String]
    public var rungs: [Rung]
    /// Rungs that were closed without an answer on the last three days on which they were shown.
    public var dismissed: [String]?

    public init(child: ChildID, size: String?, decisions: [String], rungs: [Rung], dismissed: [String]? = nil) {
      self.child = child
      self.size = size
      self.decisions = decisions
      self.rungs = rungs
      self.dismissed = dismissed
    }
  }

  public struct Rung: Sendable, Equatable, Codable {
    public var at: Stamp
    public var id: CueID
    public var rung: String
    public var secondsLeft: Int
    /// `planned`, or a state of the ledger.
    public var state: String
    /// Of `held`, `suppressed`, `missed` and `cancelled`.
    public var reason: String?
    /// Left out where nobody is on duty.
    public var to: CarerID?
    /// When and why it waited; left out where it never did.
    public var waits: [Wait]?

    public init(
      at: Stamp, id: CueID, secondsLeft: Int, state: String, reason: String? = nil, to: CarerID? = nil,
      waits: [Wait]? = nil
    ) {
      self.waits = waits
      self.at = at
      self.id = id
      rung = id.rung
      self.secondsLeft = secondsLeft
      self.state = state
      self.reason = reason
      self.to = to
    }
  }
}
