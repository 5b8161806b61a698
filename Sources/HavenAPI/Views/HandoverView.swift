import HavenCore

/// `havenctl handover --json`: what the next carer needs to know, in a minute.
///
/// Haven fills in what it knows since the shift began; how the children are, choices, meds, the carer's own level and
/// the free line are there only as somebody said them.
public struct HandoverView: Sendable, Equatable, Codable {
  public var version = 1
  public var kind = "handover"
  public var at: Stamp
  /// Who reads.
  public var carer: CarerID
  /// When the shift began.
  public var since: Stamp
  /// Who wrote the handover of this shift, and when; nil where nobody has.
  public var by: NowView.Carer?
  public var writtenAt: Stamp?
  /// Where each child is in the day.
  public var children: [NowView.Child] = []
  public var nextStep: NowView.NextStep?
  /// The last rung of it that each child was told.
  public var said: [Said] = []
  /// The next rung for who reads.
  public var nextCue: NowView.NextCue?
  public var states: [State] = []
  public var fuel: [Fuel] = []
  /// How often somebody was up in the night that was.
  public var timesUp = 0
  /// `given` or `not-given`, only as said.
  public var meds: String?
  /// Open, and made in this shift or due today.
  public var promises: [Promise] = []
  /// Boundaries, by name.
  public var held: [String] = []
  public var choices: [String] = []
  public var helped: [String] = []
  /// What is not as planned, in words, a change each.
  public var changes: [String] = []
  /// Children who know of it.
  public var knows: [ChildID] = []
  /// The outgoing carer's own, 1 to 5; nil where it is not shared.
  public var level: Int?
  /// One line in the carer's own words.
  public var line: String?

  public init(at: Stamp, carer: CarerID, since: Stamp) {
    self.at = at
    self.carer = carer
    self.since = since
  }

  public struct Said: Sendable, Equatable, Codable {
    public var child: ChildID
    public var rung: String
    public var at: Stamp

    public init(child: ChildID, rung: String, at: Stamp) {
      self.child = child
      self.rung = rung
      self.at = at
    }
  }

  public struct State: Sendable, Equatable, Codable {
    public var child: ChildID
    /// `calm`, `wobbly`, `hard`; nil where nothing was said.
    @ExplicitNull public var state: String?
    /// Seconds since the last hard moment, within a day.
    @ExplicitNull public var hardSecondsAgo: Int?

    public init(child: ChildID, state: String?, hardSecondsAgo: Int?) {
      self.child = child
      self.state = state
      self.hardSecondsAgo = hardSecondsAgo
    }
  }

  /// Seconds since each; nil where it has not been today.
  public struct Fuel: Sendable, Equatable, Codable {
    public var child: ChildID
    @ExplicitNull public var food: Int?
    @ExplicitNull public var water: Int?
    @ExplicitNull public var moved: Int?

    public init(child: ChildID, food: Int?, water: Int?, moved: Int?) {
      self.child = child
      self.food = food
      self.water = water
      self.moved = moved
    }
  }

  public struct Promise: Sendable, Equatable, Codable {
    public var promise: PromiseID
    public var due: Stamp
    /// Who made it.
    public var by: CarerID

    public init(promise: PromiseID, due: Stamp, by: CarerID) {
      self.promise = promise
      self.due = due
      self.by = by
    }
  }
}
