/// How the changes of a week went, at home on ordinary days.
public struct WeekFigures: Sendable, Equatable {
  public var monday: CivilDate
  public var smooth: Int
  public var of: Int
  /// Nil where there was none.
  public var percent: Int?
  /// In the order in which they first occur among the records.
  public var steps: [StepFigures]
  /// Hard moments by the two hours that they fall in: `16` for 16:00 to 18:00. Hours with none are left out.
  public var bins: [Int: Int]

  /// - Parameter occurrences: of any dates; those of the week that count are looked at.
  public init(monday: CivilDate, _ occurrences: [Occurrence]) {
    let own = occurrences.filter { $0.counts && $0.date >= monday && $0.date <= monday + 6 }
    self.monday = monday
    of = own.count
    smooth = own.count(where: \.isSmooth)
    percent = HavenCore.percent(smooth, of: own.count)
    steps = StepFigures.each(of: own)
    bins = own.reduce(into: [:]) { bins, occurrence in
      if !occurrence.isSmooth { bins[occurrence.at.hour / 2 * 2, default: 0] += 1 }
    }
  }
}

/// One step of one child: how often it was hard, of how many times.
public struct StepFigures: Sendable, Equatable {
  public var step: StepID
  public var child: ChildID
  public var hard: Int
  public var times: Int
  /// Minutes, of the hard ones of which somebody said it; nil where nobody did.
  public var settleMedian: Half?

  /// Under five times is too few to say anything.
  public static let fewest = 5
  public var isFew: Bool { times < StepFigures.fewest }
  /// Nil where there was none.
  public var percent: Int? { HavenCore.percent(hard, of: times) }

  /// One a step and child, in the order in which they come; of those that count.
  static func each(of occurrences: [Occurrence]) -> [StepFigures] {
    occurrences.placesByChange().map { key, places in
      let hard = places.filter { !occurrences[$0].isSmooth }
      return StepFigures(
        step: key.step, child: key.child, hard: hard.count, times: places.count,
        settleMedian: median(hard.compactMap { occurrences[$0].settle }))
    }
  }
}
