import HavenCore

/// A week, looked back on, in the order in which it is told: what went well first.
public struct ReviewView: Codable, Sendable, Equatable {
  public var version = 1
  public var kind = "review"
  public var at: Stamp
  public var today: CivilDate
  public var week: WeekFiguresView
  /// True where the week's details are older than what is kept: there are no times of day, no context, no ladders and
  /// nothing that helped. Left out otherwise.
  public var countsOnly: Bool?
  /// Soft days and what happened away: told apart, in no figure of the week.
  public var apart: Apart
  /// Hard moments that belong to no change.
  public var elsewhere: Int
  public var context: [Context]
  public var ladders: [Ladder]
  public var helped: [Helped]
  public var children: [Nurture]
  public var sides: Sides
  /// Evenings whose steps came in their order and near their times; left out where they are too few to say.
  public var rhythm: Rhythm?
  /// Dates of the week on which somebody answered, of seven.
  public var answeredDays: Int
  @ExplicitNull public var balance: BalanceFiguresView?
  public var promises: PromiseFiguresView
  public var respite: RespiteFiguresView
  @ExplicitNull public var overnight: OvernightFiguresView?
  /// The own goals of the carer who asks.
  public var goals: [Goal]
  public var question: String
  public var experiment: String?

  public struct Apart: Codable, Sendable, Equatable {
    public var softDays: Int
    public var softChanges: Int
    public var awayChanges: Int
    public init(softDays: Int = 0, softChanges: Int = 0, awayChanges: Int = 0) {
      self.softDays = softDays
      self.softChanges = softChanges
      self.awayChanges = awayChanges
    }
  }

  /// Of `of` hard moments of which it is known, `n` were so.
  public struct Context: Codable, Sendable, Equatable {
    /// `food`: more than two hours since food. `night`: after less than six hours. `event`: later on the date of an
    /// absence with an event label. `away`: within two hours of coming home. `solo`: one carer on duty.
    public var what: String
    public var n: Int
    public var of: Int
    public init(what: String, n: Int, of: Int) {
      self.what = what
      self.n = n
      self.of = of
    }
  }

  public struct Ladder: Codable, Sendable, Equatable {
    public var step: StepID
    public var child: ChildID
    public var arms: [Arm]

    public struct Arm: Codable, Sendable, Equatable {
      public var ladder: String
      public var smooth: Int
      public var of: Int
    }

    public init(_ figures: LadderFigures) {
      step = figures.step
      child = figures.child
      arms = figures.arms.map { Arm(ladder: $0.ladder, smooth: $0.smooth, of: $0.of) }
    }
  }

  public struct Helped: Codable, Sendable, Equatable {
    public var tag: String
    public var times: Int
    public init(tag: String, times: Int) {
      self.tag = tag
      self.times = times
    }
  }

  public struct Nurture: Codable, Sendable, Equatable {
    public var child: ChildID
    public var offered: Int
    /// Minutes of a carer to themselves.
    public var specialMinutes: Int
    public init(child: ChildID, offered: Int, specialMinutes: Int) {
      self.child = child
      self.offered = offered
      self.specialMinutes = specialMinutes
    }
  }

  public struct Sides: Codable, Sendable, Equatable {
    public var boundariesHeld: Int
    public var choicesOffered: Int
    public var nurtureOffered: Int
    public var noticed: Int
    public var repairs: Int

    public init(_ counts: SideCounts = SideCounts([])) {
      boundariesHeld = counts.boundariesHeld
      choicesOffered = counts.choicesOffered
      nurtureOffered = counts.nurtureOffered
      noticed = counts.noticed
      repairs = counts.repairs
    }
  }

  /// The grown-ups' own, and no child's.
  public struct Rhythm: Codable, Sendable, Equatable {
    public var kept: Int
    public var of: Int
    public init(kept: Int, of: Int) {
      self.kept = kept
      self.of = of
    }
  }

  public struct Goal: Codable, Sendable, Equatable {
    public var goal: GoalID
    public var name: String
    /// Times in the week, done or in part.
    public var touched: Int
    /// The target's figure was reached; left out where the target is not a week's count.
    public var met: Bool?
    /// `sleeping`: it was on offer three times in a row without an answer, and is asked about. Left out otherwise.
    public var state: String?
    public init(goal: GoalID, name: String, touched: Int, met: Bool?, state: String? = nil) {
      self.goal = goal
      self.name = name
      self.touched = touched
      self.met = met
      self.state = state
    }
  }

  public init(_ figures: Figures, at: Stamp, question: String) {
    self.at = at
    today = figures.today
    week = WeekFiguresView(figures.week)
    apart = Apart()
    elsewhere = 0
    context = []
    ladders = []
    helped = []
    children = []
    sides = Sides()
    answeredDays = 0
    balance = figures.balance.map(BalanceFiguresView.init)
    promises = PromiseFiguresView(figures.promises)
    respite = RespiteFiguresView(figures.respite)
    overnight = figures.overnight.map(OvernightFiguresView.init)
    goals = []
    self.question = question
  }
}
