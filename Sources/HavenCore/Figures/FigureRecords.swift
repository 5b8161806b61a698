/// What figures are made from: what happened, in values.
///
/// They come from a file (`review --records`) or from the ledger; the figures are the same.
public struct FigureRecords: Sendable, Equatable {
  /// In the order of the config.
  public var lanes: [LaneTarget] = []
  public var respite: [RespiteTime] = []
  public var forgiven: [Forgiven] = []
  public var allowance: Allowance?
  public var nightsAway: [NightAway] = []
  public var occurrences: [Occurrence] = []
  public var balance: [BalanceAnswer] = []
  public var promises: [PromiseOutcome] = []

  public init() {}

  /// A lane, and what it is to have in 28 dates.
  public struct LaneTarget: Sendable, Equatable {
    public var lane: Lane
    public var hours: Hours
    public init(lane: Lane, hours: Hours) {
      self.lane = lane
      self.hours = hours
    }
  }

  public struct RespiteTime: Sendable, Equatable {
    public var lane: Lane
    public var date: CivilDate
    public var hours: Hours
    public var state: State
    /// False on call or at home: shown beside the total, never in it.
    public var counts: Bool
    public init(lane: Lane, date: CivilDate, hours: Hours, state: State, counts: Bool = true) {
      self.lane = lane
      self.date = date
      self.hours = hours
      self.state = state
      self.counts = counts
    }

    public enum State: String, Sendable, Codable, CaseIterable { case happened, shortened, cancelled }
  }

  /// What a lane was owed on that date is let go of; the count begins on the day after.
  public struct Forgiven: Sendable, Equatable {
    public var lane: Lane
    public var date: CivilDate
    public init(lane: Lane, date: CivilDate) {
      self.lane = lane
      self.date = date
    }
  }

  /// The nights that somebody else may have the children, in a year or in a quarter.
  public struct Allowance: Sendable, Equatable {
    public var nights: Int
    public var period: Period
    public init(nights: Int, per period: Period) {
      self.nights = nights
      self.period = period
    }

    public enum Period: String, Sendable, Codable, CaseIterable { case year, quarter }
  }

  public struct NightAway: Sendable, Equatable {
    public var date: CivilDate
    public var state: State
    public init(date: CivilDate, state: State) {
      self.date = date
      self.state = state
    }

    public enum State: String, Sendable, Codable, CaseIterable { case used, booked }
  }

  public struct BalanceAnswer: Sendable, Equatable {
    public var date: CivilDate
    public var answer: Balance
    public init(date: CivilDate, answer: Balance) {
      self.date = date
      self.answer = answer
    }
  }

  public struct PromiseOutcome: Sendable, Equatable {
    public var id: PromiseID
    public var state: State
    public init(id: PromiseID, state: State) {
      self.id = id
      self.state = state
    }

    public enum State: String, Sendable, Codable, CaseIterable {
      case kept
      /// The child was told before it was due: trust kept.
      case movedInTime = "moved-in-time"
      case missedRepaired = "missed-repaired"
      case missed, open
    }
  }
}
