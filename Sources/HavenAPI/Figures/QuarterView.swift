import HavenCore

/// Thirteen weeks beside the thirteen before them.
public struct QuarterView: Codable, Sendable, Equatable {
  public var version = 1
  public var kind = "quarter"
  public var at: Stamp
  /// The first Monday of the thirteen weeks.
  public var monday: CivilDate
  public var trends: [Trend]
  public var softDays: Int
  public var softDaysBefore: Int

  public struct Trend: Codable, Sendable, Equatable {
    /// `hard` (in ten times), `settle` (minutes), `respite` (hours a week), `nurture` (offers a day),
    /// `sleep` (hours a night that the carer who asks could have slept).
    public var what: String
    public var step: StepID?
    public var child: ChildID?
    public var lane: String?
    /// Nil where fewer than four weeks say anything.
    @ExplicitNull public var median: Double?
    @ExplicitNull public var before: Double?
    /// Weeks that say something, of thirteen.
    public var n: Int
    public var nBefore: Int
    /// `lower`, `about the same`, `higher`; nil where it is too little to say.
    @ExplicitNull public var words: String?
    /// The thirteen weeks, oldest first.
    public var weeks: [ExplicitNull<Double>]

    public init(_ trend: HavenCore.Trend) {
      switch trend.subject {
      case .hard(let step, let child): (what, self.step, self.child) = ("hard", step, child)
      case .settle: what = "settle"
      case .respite(let lane): (what, self.lane) = ("respite", lane.description)
      case .nurture(let child): (what, self.child) = ("nurture", child)
      case .nights: what = "sleep"
      }
      median = trend.middle.map { Trend.number($0.halves, of: 200) }
      before = trend.middleBefore.map { Trend.number($0.halves, of: 200) }
      n = trend.latest.count
      nBefore = trend.earlier.count
      words = trend.direction?.rawValue
      weeks = trend.weeks.suffix(QuarterFigures.length).map { hundredths in
        ExplicitNull(wrappedValue: hundredths.map { Trend.number($0, of: 100) })
      }
    }

    private static func number(_ part: Int, of whole: Int) -> Double { Double(part) / Double(whole) }
  }

  public init(_ figures: QuarterFigures, at: Stamp) {
    self.at = at
    monday = figures.monday
    trends = figures.trends.map(Trend.init)
    softDays = figures.softDays
    softDaysBefore = figures.softDaysBefore
  }
}
