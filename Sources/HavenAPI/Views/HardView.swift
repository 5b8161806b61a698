import HavenCore

/// One hard moment as it is kept: a line of `hard list`.
public struct HardMomentView: Sendable, Equatable, Codable {
  /// Its number, for `hard edit` and `hard delete`.
  public var moment: Int
  /// When it began.
  public var at: Stamp
  /// Who recorded it.
  public var by: CarerID
  /// Nil for all children.
  @ExplicitNull public var child: ChildID?
  /// 1 wobble, 2 hard, 3 unsafe.
  public var size: Int
  /// Minutes.
  @ExplicitNull public var settle: Int?
  public var tags: [String]
  public var helped: [String]
  /// The step of the change that it belongs to, and what a screen calls it; nil for none.
  @ExplicitNull public var step: StepID?
  public var name: String?
  public var note: String?

  public init(
    moment: Int, at: Stamp, by: CarerID, child: ChildID? = nil, size: Int = 2, settle: Int? = nil, tags: [String] = [],
    helped: [String] = [], step: StepID? = nil, name: String? = nil, note: String? = nil
  ) {
    self.moment = moment
    self.at = at
    self.by = by
    self.child = child
    self.size = size
    self.settle = settle
    self.tags = tags
    self.helped = helped
    self.step = step
    self.name = name
    self.note = note
  }
}

/// What `hard list` answers, the latest first.
public struct HardListView: Sendable, Equatable, Codable {
  public var version = 1
  public var kind = "hard-moments"
  public var at: Stamp
  public var moments: [HardMomentView]

  public init(at: Stamp, moments: [HardMomentView] = []) {
    self.at = at
    self.moments = moments
  }

  /// At most so many are asked for.
  public static let most = 500
}

/// What `hard` answers: what a body may need first, who was there, what has helped, and what rests now.
public struct HardView: Sendable, Equatable, Codable {
  public var moment: HardMomentView
  /// Each child that it concerns, as they were at its time.
  public var bodies: [Body] = []
  /// First choice for what came then; nil where nobody was on duty.
  @ExplicitNull public var duty: NowView.Carer?
  /// What helped before, most often first; at most three.
  public var helps: [String] = []
  /// Nothing is said about the children until then; nil where that is over.
  public var restsUntil: Stamp?
  /// No carer is asked for anything until then; nil where that is over.
  public var asksAgainAt: Stamp?
  /// Words that judge, and what could be said for them; a tag is kept in the other words.
  public var reworded: [Reworded] = []
  /// The family's own list of help is worth a look.
  public var pointsToHelp = false

  public init(moment: HardMomentView) { self.moment = moment }

  /// Seconds since a child had what a body needs; nil where that is not known, or where the clock is off.
  public struct Body: Sendable, Equatable, Codable {
    public var child: ChildID
    public var food: Int?
    public var water: Int?
    public var moved: Int?
    /// Of last night.
    public var slept: Int?
    /// False where the night is what the plan says.
    public var sleepLogged: Bool?
    /// What is past its time: `food`, `water`.
    public var offer: [String]

    public init(
      child: ChildID, food: Int? = nil, water: Int? = nil, moved: Int? = nil, slept: Int? = nil,
      sleepLogged: Bool? = nil, offer: [String] = []
    ) {
      self.child = child
      self.food = food
      self.water = water
      self.moved = moved
      self.slept = slept
      self.sleepLogged = sleepLogged
      self.offer = offer
    }
  }

  public struct Reworded: Sendable, Equatable, Codable {
    public var said: String
    public var rather: String

    public init(said: String, rather: String) {
      self.said = said
      self.rather = rather
    }
  }
}
