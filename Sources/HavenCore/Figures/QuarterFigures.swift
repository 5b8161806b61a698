/// Thirteen whole weeks beside the thirteen before them: medians, and which way they went.
public struct QuarterFigures: Sendable, Equatable {
  /// The first Monday of the thirteen; those before begin thirteen weeks earlier.
  public var monday: CivilDate
  public var trends: [Trend]
  /// Dates with a soft day for any child, in the thirteen weeks and in those before.
  public var softDays: Int
  public var softDaysBefore: Int

  public static let length = 13
  /// Fewer weeks that say something are too few for a median.
  public static let fewest = 4
  /// The commonest changes.
  public static let changes = 5

  public struct Input: Sendable {
    public var weeks: [LivedWeek] = []
    public var softDates: Set<CivilDate> = []
    public var lanes: [Lane] = []
    public var respite: [FigureRecords.RespiteTime] = []
    public var children: [ChildID] = []
    /// The date of each offer.
    public var nurture: [ChildID: [CivilDate]] = [:]
    /// The carer who asks; nil where nothing was said of their nights.
    public var sleep: (carer: CarerID, nights: SleepOpportunity)?
    /// The first date that all of it is known of: weeks before it have no number, not zero.
    public var since: CivilDate?
    /// The same for what is the carer's own.
    public var ownSince: CivilDate?

    public init() {}
  }

  /// The thirteen weeks that ended before this date's own.
  public static func first(before today: CivilDate) -> CivilDate { today.startOfWeek - 7 * length }

  public init(_ input: Input, today: CivilDate) {
    let first = QuarterFigures.first(before: today)
    monday = first
    let all = (0..<2 * QuarterFigures.length).map { first - 7 * QuarterFigures.length + 7 * $0 }
    softDays = input.softDates.count { $0 >= first && $0 < today.startOfWeek }
    softDaysBefore = input.softDates.count { $0 >= all[0] && $0 < first }
    trends = QuarterFigures.hard(input, all) + [QuarterFigures.settle(input, all)]
    for lane in input.lanes {
      trends.append(
        Trend(
          .respite(lane),
          weeks: all.map { monday in
            guard QuarterFigures.isKnown(monday, input) else { return nil }
            let own = input.respite.filter {
              $0.lane == lane && $0.counts && $0.state != .cancelled && $0.date >= monday && $0.date <= monday + 6
            }
            return roundedHalfUp(own.reduce(Hours.zero) { $0 + $1.hours }.minutes * 100, over: 60)
          }))
    }
    for child in input.children {
      trends.append(
        Trend(
          .nurture(child),
          weeks: all.map { monday in
            guard QuarterFigures.isKnown(monday, input) else { return nil }
            let own = input.nurture[child, default: []].count { $0 >= monday && $0 <= monday + 6 }
            return roundedHalfUp(own * 100, over: 7)
          }))
    }
    if let sleep = input.sleep {
      trends.append(
        Trend(
          .nights(sleep.carer),
          weeks: all.map { monday in input.ownSince.map { $0 <= monday } ?? false ? sleep.nights.week(monday) : nil }))
    }
  }

  private static func isKnown(_ monday: CivilDate, _ input: Input) -> Bool {
    input.since.map { $0 <= monday } ?? false
  }

  /// Hard moments in ten times, of the commonest changes.
  private static func hard(_ input: Input, _ mondays: [CivilDate]) -> [Trend] {
    struct Key: Hashable {
      var step: StepID
      var child: ChildID
    }
    let weeks = Dictionary(grouping: input.weeks) { Key(step: $0.step, child: $0.child) }
    let first = mondays[length]
    func times(_ key: Key) -> Int {
      weeks[key, default: []].filter { $0.monday >= first }.reduce(0) { $0 + $1.times }
    }
    let commonest = weeks.keys.filter { times($0) >= StepFigures.fewest }.sorted {
      (-times($0), $0.step, $0.child) < (-times($1), $1.step, $1.child)
    }
    return commonest.prefix(changes).map { key in
      Trend(
        .hard(key.step, key.child),
        weeks: mondays.map { monday in
          guard let week = weeks[key]?.first(where: { $0.monday == monday }), week.times > 0 else { return nil }
          return roundedHalfUp(week.hard * 1000, over: week.times)
        })
    }
  }

  /// The middle of a week's own medians.
  private static func settle(_ input: Input, _ mondays: [CivilDate]) -> Trend {
    let weeks = Dictionary(grouping: input.weeks, by: \.monday)
    return Trend(
      .settle,
      weeks: mondays.map { monday in
        median(weeks[monday, default: []].compactMap { $0.settle?.halves }).map { $0.halves * 25 }
      })
  }
}
