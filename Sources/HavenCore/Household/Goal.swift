/// `[[goal]]`: something a carer does for themselves.
public struct Goal: Sendable, Equatable {
  public var id: GoalID
  public var carer: CarerID
  public var domain: Domain
  public var name: String
  public var minutes: Int
  /// The smallest thing that counts, in words; always a micro dose.
  public var smallest: String?
  public var target: Target?
  /// After this step starts, plus `delay` seconds.
  public var after: StepID?
  public var delay = 300
  public var windows: [Window] = []
  /// Kinds of day; nil for every day.
  public var days: [DayKindID]?
  public var appointment: Appointment?
  public var isPrivate = false
  /// Up to three lines to choose from.
  public var lines: [String] = []
  /// What it is done with; nil where that is nothing that Haven knows.
  public var source: Source?

  public init(id: GoalID, carer: CarerID, domain: Domain, name: String, minutes: Int) {
    self.id = id
    self.carer = carer
    self.domain = domain
    self.name = name
    self.minutes = minutes
  }

  public enum Domain: String, Sendable, CaseIterable {
    case body, mind, heart, people, meaning, fun, rest, help, practice
  }

  public enum Source: String, Sendable, CaseIterable {
    /// The next title of the reading list.
    case reading
  }

  /// A local date-time, and the rule by which it comes again, which starts there.
  public struct Appointment: Sendable, Equatable {
    public var start: CivilDateTime
    public var rule: Recurrence?

    public init(start: CivilDateTime, rule: Recurrence? = nil) {
      self.start = start
      self.rule = rule
    }

    public func happens(on date: CivilDate) -> Bool {
      rule?.includes(date, from: start.date) ?? (date == start.date)
    }
  }
}

/// `"2-3 per week"`, `"12h per 28d"`, `"2 nights per quarter"`.
public struct Target: Hashable, Sendable {
  public var low: Int
  /// Equal to `low` where no range is written.
  public var high: Int
  public var unit: Unit
  public var period: Period

  public init(low: Int, high: Int, unit: Unit, period: Period) {
    self.low = low
    self.high = high
    self.unit = unit
    self.period = period
  }

  public enum Unit: Hashable, Sendable { case times, hours, nights }

  /// Weeks start on Monday.
  public enum Period: Hashable, Sendable {
    case weeks(Int)
    case days(Int)
    case quarter
    case year
  }
}

/// `[[respite]]`: one line of the respite ledger.
public struct RespiteLane: Sendable, Equatable {
  public var lane: Lane
  public var target: Target?
  /// Windows that stand; others are booked.
  public var weekly: [Window] = []
  public var cover: String?
  public var knownSince: CivilDate?
  public var backup: String?

  public init(lane: Lane) { self.lane = lane }
}

/// Whose time it is.
public enum Lane: Hashable, Sendable, Codable {
  case solo(CarerID)
  case couple
  case sibling(ChildID)
  case overnight
}

extension Lane: CustomStringConvertible {
  /// `solo:ros`, `couple`, `sibling:finch`, `overnight`.
  public var description: String {
    switch self {
    case .solo(let carer): "solo:\(carer)"
    case .couple: "couple"
    case .sibling(let child): "sibling:\(child)"
    case .overnight: "overnight"
    }
  }

  public init?(_ text: String) {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    switch (parts[0], parts.count) {
    case ("solo", 2): self = .solo(parts[1])
    case ("sibling", 2): self = .sibling(parts[1])
    case ("couple", 1): self = .couple
    case ("overnight", 1): self = .overnight
    default: return nil
    }
  }
}
