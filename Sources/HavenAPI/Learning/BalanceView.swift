import HavenCore

/// `havenctl balance --json`: how the week leans so far. It is the carers' together: of no child, and of no one carer.
public struct BalanceView: Sendable, Equatable, Codable {
  public var version = 1
  public var kind = "balance"
  public var at: Stamp
  /// The week's first date.
  public var monday: CivilDate
  /// Answers of this week.
  public var answered: Int
  /// Nil under three answers: too few to say, and whose they are could be guessed.
  @ExplicitNull public var balance: BalanceFiguresView?
  public var sides: Sides
  /// Leaning structure: three small doses of nurture. Empty otherwise, and where none may be said.
  public var doses: [String]
  /// Leaning nurture: one boundary to hold kindly.
  public var boundary: Held?

  public init(
    at: Stamp, monday: CivilDate, answered: Int, balance: BalanceFiguresView?, sides: Sides, doses: [String] = [],
    boundary: Held? = nil
  ) {
    self.at = at
    self.monday = monday
    self.answered = answered
    self.balance = balance
    self.sides = sides
    self.doses = doses
    self.boundary = boundary
  }

  public struct Sides: Sendable, Equatable, Codable {
    public var boundariesHeld: Int
    /// As handovers had them.
    public var choicesOffered: Int
    public var nurtureOffered: Int
    public var repairs: Int

    /// - Parameter acts: of the week.
    public init(_ acts: [Act]) {
      (boundariesHeld, choicesOffered, nurtureOffered, repairs) = (0, 0, 0, 0)
      for act in acts {
        switch act.command {
        case .boundaryHeld: boundariesHeld += 1
        case .handover(let handover): choicesOffered += handover.choices.count
        case .nurture: nurtureOffered += 1
        case .repair: repairs += 1
        default: break
        }
      }
    }
  }

  /// A boundary, in the family's own words.
  public struct Held: Sendable, Equatable, Codable {
    public var name: String
    public var feeling: String?
    public var limit: String?

    public init(_ boundary: Boundary) {
      name = boundary.name
      feeling = boundary.feeling
      limit = boundary.limit
    }
  }
}
