import HavenCore

/// Figures as they are printed: the same for a file of records and for the ledger.
public struct FiguresView: Codable, Sendable, Equatable {
  public var version = 1
  public var kind = "figures"
  public var today: CivilDate
  public var respite: RespiteFiguresView
  @ExplicitNull public var overnight: OvernightFiguresView?
  public var week: WeekFiguresView
  @ExplicitNull public var balance: BalanceFiguresView?
  public var promises: PromiseFiguresView

  public init(_ figures: Figures) {
    today = figures.today
    respite = RespiteFiguresView(figures.respite)
    overnight = figures.overnight.map(OvernightFiguresView.init)
    week = WeekFiguresView(figures.week)
    balance = figures.balance.map(BalanceFiguresView.init)
    promises = PromiseFiguresView(figures.promises)
  }
}

public struct RespiteFiguresView: Codable, Sendable, Equatable {
  public var lanes: [Lane]
  public var nextInLine: [String]

  public struct Lane: Codable, Sendable, Equatable {
    public var lane: String
    /// The first date that is counted.
    public var since: CivilDate
    // Hours.
    public var target: Double
    public var actual: Double
    public var beside: Double
    public var owed: Double
    public var percent: Int
  }

  public init(_ figures: RespiteFigures) {
    lanes = figures.lanes.map { lane in
      Lane(
        lane: lane.lane.description, since: lane.start, target: lane.target.value, actual: lane.actual.value,
        beside: lane.beside.value, owed: lane.owed.value, percent: lane.percent)
    }
    nextInLine = figures.nextInLine.map(\.description)
  }
}

public struct OvernightFiguresView: Codable, Sendable, Equatable {
  public var allowance: Int
  public var used: Int
  public var booked: Int
  /// Nights that an even pace would have used by today; only where the allowance is a year's.
  public var pace: Double?
  /// Only where it is a quarter's.
  public var daysLeft: Int?

  public init(_ figures: OvernightFigures) {
    allowance = figures.allowance
    used = figures.used
    booked = figures.booked
    switch figures.period {
    case .year(let thousandths): pace = Double(thousandths) / 1000
    case .quarter(let days): daysLeft = days
    }
  }
}

public struct BalanceFiguresView: Codable, Sendable, Equatable {
  public var structure: Int
  public var even: Int
  public var nurture: Int
  /// -1 to 1, two decimals.
  public var lean: Double
  public var words: String

  public init(_ figures: BalanceFigures) {
    structure = figures.structure
    even = figures.even
    nurture = figures.nurture
    lean = Double(figures.lean) / 100
    words = figures.leaning.words
  }
}

public struct PromiseFiguresView: Codable, Sendable, Equatable {
  public var kept: Int
  public var movedInTime: Int
  public var missedRepaired: Int
  public var missed: Int
  public var open: Int
  public var closed: Int
  @ExplicitNull public var percent: Int?

  private enum CodingKeys: String, CodingKey {
    case kept
    case movedInTime = "moved-in-time"
    case missedRepaired = "missed-repaired"
    case missed, open, closed, percent
  }

  public init(_ figures: PromiseFigures) {
    kept = figures.kept
    movedInTime = figures.movedInTime
    missedRepaired = figures.missedRepaired
    missed = figures.missed
    open = figures.open
    closed = figures.closed
    percent = figures.percent
  }
}
