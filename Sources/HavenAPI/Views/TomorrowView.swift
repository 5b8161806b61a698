import HavenCore

/// `havenctl tomorrow --json`: what differs from usual, which is all that an evening has room for.
public struct TomorrowView: Sendable, Equatable, Codable {
  public var version = 1
  public var kind = "tomorrow"
  public var date: CivilDate
  /// The kind of day.
  public var day: String
  /// The date that it is held against: the same weekday of an earlier week.
  public var usual: CivilDate
  public var usualDay: String
  public var differences: [Difference]
  /// The first step of all, usual or not; nil for a day without any.
  @ExplicitNull public var first: DayView.Step?
  /// `ordinary` where the children differ; left out on an ordinary day.
  public var mode: Mode?
  /// Changes before which something else than what is written is tried; left out where there is none.
  public var tried: [Tried]?
  /// A day to go gently, for somebody; left out where it is none.
  public var gently: Bool?
  /// What only the carer who asks is told ahead of; left out where there is nothing.
  public var headsUp: [HeadsUpView]?
  /// Worksheets to be looked at again; left out where there is none.
  public var worksheetsDue: Int?

  public init(
    date: CivilDate, day: String, usual: CivilDate, usualDay: String, differences: [Difference], first: DayView.Step?
  ) {
    self.date = date
    self.day = day
    self.usual = usual
    self.usualDay = usualDay
    self.differences = differences
    self.first = first
  }

  public struct Tried: Sendable, Equatable, Codable {
    public var step: StepID
    public var name: String
    public var child: ChildID

    public init(step: StepID, name: String, child: ChildID) {
      self.step = step
      self.name = name
      self.child = child
    }
  }

  public struct Difference: Sendable, Equatable, Codable {
    public var what: What
    public var step: StepID
    public var name: String
    /// When it is tomorrow; of what is missing, when it usually is.
    public var at: Stamp
    /// Of what is at another time, when it usually is.
    public var usually: Stamp?
    public var children: [ChildID]
    /// `overnight`, of what is missing because the children are away; left out otherwise.
    public var reason: String?

    public enum What: String, Sendable, Codable, CaseIterable {
      case added, missing
      /// At another time.
      case moved
      /// For other children.
      case who
    }

    public init(
      what: What, step: StepID, name: String, at: Stamp, usually: Stamp? = nil, children: [ChildID]
    ) {
      self.what = what
      self.step = step
      self.name = name
      self.at = at
      self.usually = usually
      self.children = children
    }
  }
}

extension TomorrowView {
  /// Holds one plan against another: by step id, and by the time on the wall.
  ///
  /// - Parameter usual: the same weekday of an earlier week, as it was written.
  public init(_ plan: DayView, usual: DayView) {
    let before = Dictionary(usual.steps.map { ($0.step, $0) }, uniquingKeysWith: { first, _ in first })
    let after = Set(plan.steps.map(\.step))
    var differences = plan.steps.compactMap { step in
      guard let old = before[step.step] else {
        return Difference(what: .added, step: step.step, name: step.name, at: step.at, children: step.children)
      }
      if old.at.wall.time != step.at.wall.time {
        return Difference(
          what: .moved, step: step.step, name: step.name, at: step.at, usually: old.at, children: step.children)
      }
      guard Set(old.children) != Set(step.children) else { return nil }
      return Difference(what: .who, step: step.step, name: step.name, at: step.at, children: step.children)
    }
    let away = Set((plan.changes ?? []).lazy.filter { $0.what == .overnight && $0.at == nil }.map(\.step))
    differences += usual.steps.filter { !after.contains($0.step) }.map {
      var missing = Difference(what: .missing, step: $0.step, name: $0.name, at: $0.at, children: $0.children)
      if away.contains($0.step) { missing.reason = PlanChange.What.overnight.rawValue }
      return missing
    }
    self.init(
      date: plan.date, day: plan.day, usual: usual.date, usualDay: usual.day,
      differences: differences.sorted { $0.at.wall.time < $1.at.wall.time }, first: plan.steps.first)
    mode = plan.mode == .ordinary ? nil : plan.mode
    let tried = plan.steps.flatMap { step in
      step.transitions.filter { $0.tried == true }.map { Tried(step: step.step, name: step.name, child: $0.child) }
    }
    self.tried = tried.isEmpty ? nil : tried
  }

  /// Which of the four weeks before `date` shows the usual day: the latest of those whose kind is the commonest.
  ///
  /// - Parameter kind: the kind of day of a date.
  public static func usualDate(for date: CivilDate, kind: (CivilDate) -> DayKindID) -> CivilDate {
    let candidates = [7, 14, 21, 28].map { date - $0 }
    let kinds = candidates.map(kind)
    let counts = kinds.map { one in kinds.count { $0 == one } }
    let most = counts.max() ?? 0
    return zip(candidates, counts).first { $0.1 == most }?.0 ?? date - 7
  }
}
