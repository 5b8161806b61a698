import HavenCore

/// `havenctl goals --json`: a carer's own goals, how far each has come, and when it may be on offer. For that carer alone.
public struct GoalsView: Sendable, Equatable, Codable {
  public var version = 1
  public var kind = "goals"
  public var at: Stamp
  public var carer: CarerID
  /// Nudges shown today and this week, of at most two and eight.
  public var nudgesToday: Int
  public var nudgesThisWeek: Int
  /// In the order of the config.
  public var goals: [Goal]

  public init(at: Stamp, carer: CarerID, nudgesToday: Int = 0, nudgesThisWeek: Int = 0, goals: [Goal] = []) {
    self.at = at
    self.carer = carer
    self.nudgesToday = nudgesToday
    self.nudgesThisWeek = nudgesThisWeek
    self.goals = goals
  }

  public struct Goal: Sendable, Equatable, Codable {
    public var goal: GoalID
    public var name: String
    public var domain: String
    public var minutes: Int
    /// How long a whole one is: `micro` to five minutes, `short` to under an hour, `long`.
    public var dose: String
    public var smallest: String?
    public var target: Target?
    /// What puts it on offer: `step`, `window`, `step-and-window`, `appointment`; `none` where nothing does, and it only
    /// counts.
    public var offeredBy: String
    /// The step that it comes after.
    public var after: StepID?
    /// From this date on it is counted; of a goal without a target, this week.
    public var since: CivilDate
    /// Times, done or in part.
    public var touched: Int
    /// Times in full; of one that was made smaller, any time.
    public var full: Int
    /// A part counts for the minutes that it was.
    public var minutesDone: Int
    /// Times by how long each was.
    public var doses: Doses
    /// The target's lower figure is reached, in times or in minutes; left out without a target.
    public var met: Bool?
    /// `awake`, `shrunk`, `sleeping`, `let-go`.
    public var state: String
    /// Today's stretches in which it may be on offer.
    public var windows: [Window]
    /// The next minute of today that nothing holds, as things stand.
    public var next: Stamp?
    /// Why it is not on offer just now, or at the beginning of its next window today.
    public var hold: Hold?
    public var appointment: Stamp?
    /// How its nudges were answered lately, by window.
    public var answers: [Answers]

    public init(goal: GoalID, name: String, domain: String, minutes: Int, since: CivilDate, state: String = "awake") {
      self.goal = goal
      self.name = name
      self.domain = domain
      self.minutes = minutes
      self.since = since
      dose = HavenCore.Goal.DoseTier(minutes: minutes).rawValue
      offeredBy = "none"
      touched = 0
      full = 0
      minutesDone = 0
      doses = Doses()
      self.state = state
      windows = []
      answers = []
    }
  }

  /// `unit`: times, hours or nights. `period`: `week`, `2 weeks`, `28 days`, `quarter`, `year`.
  public struct Target: Sendable, Equatable, Codable {
    public var low: Int
    public var high: Int
    public var unit: String
    public var period: String

    public init(_ target: HavenCore.Target) {
      low = target.low
      high = target.high
      unit =
        switch target.unit {
        case .times: "times"
        case .hours: "hours"
        case .nights: "nights"
        }
      period =
        switch target.period {
        case .weeks(1): "week"
        case .weeks(let count): "\(count) weeks"
        case .days(let count): "\(count) days"
        case .quarter: "quarter"
        case .year: "year"
        }
    }
  }

  public struct Doses: Sendable, Equatable, Codable {
    public var micro = 0
    public var short = 0
    public var long = 0

    public init() {}
  }

  public struct Window: Sendable, Equatable, Codable {
    public var from: Stamp
    public var until: Stamp

    public init(from: Stamp, until: Stamp) {
      self.from = from
      self.until = until
    }
  }

  public struct Hold: Sendable, Equatable, Codable {
    /// A `NudgeHold.Reason`; of `spent`, what it is spent by: a `GoalOutlook.Fill`.
    public var reason: String
    /// When it may be over; left out for the rest of the day.
    public var until: Stamp?

    public init(reason: String, until: Stamp? = nil) {
      self.reason = reason
      self.until = until
    }
  }

  /// Shares in whole percent; left out where there is too little to say.
  public struct Answers: Sendable, Equatable, Codable {
    public var window: String
    public var offered: Int
    public var answered: Int?
    public var taken: Int?

    public init(window: String, offered: Int, answered: Int? = nil, taken: Int? = nil) {
      self.window = window
      self.offered = offered
      self.answered = answered
      self.taken = taken
    }

    public init(_ share: NudgeAnswers.Share) {
      window = share.window
      offered = share.offered
      answered = share.isFew ? nil : Int((share.answered * 100).rounded())
      taken = share.isFew ? nil : Int((share.taken * 100).rounded())
    }
  }
}

extension GoalsView.Goal {
  public init(
    _ goal: HavenCore.Goal, _ figures: GoalFigures, _ outlook: GoalOutlook, since: CivilDate, zone: Zone
  ) {
    self.init(goal: goal.id, name: goal.name, domain: goal.domain.rawValue, minutes: goal.minutes, since: since)
    smallest = goal.smallest
    target = goal.target.map(GoalsView.Target.init)
    after = goal.after
    offeredBy =
      switch (goal.after, goal.windows.isEmpty, goal.appointment) {
      case (_?, false, _): "step-and-window"
      case (_?, true, _): "step"
      case (nil, false, _): "window"
      case (nil, true, _?): "appointment"
      case (nil, true, nil): "none"
      }
    touched = figures.touched
    full = figures.full
    minutesDone = figures.minutes
    doses.micro = figures.doses[.micro] ?? 0
    doses.short = figures.doses[.short] ?? 0
    doses.long = figures.doses[.long] ?? 0
    met = goal.target.map(figures.meets)
    state = outlook.rest?.rawValue ?? (outlook.isShrunk ? "shrunk" : "awake")
    windows = outlook.spans.map { .init(from: Stamp($0.lowerBound, in: zone), until: Stamp($0.upperBound, in: zone)) }
    next = outlook.next.map { Stamp($0, in: zone) }
    hold = outlook.hold.map { hold in
      let reason = hold.reason == .spent ? outlook.fill?.rawValue : nil
      return .init(reason: reason ?? hold.reason.rawValue, until: hold.until.map { Stamp($0, in: zone) })
    }
  }
}
