/// One figure over twice thirteen weeks.
public struct Trend: Sendable, Equatable {
  public var subject: Subject
  /// Hundredths, the earlier thirteen weeks first; nil where a week says nothing.
  public var weeks: [Int?]

  public enum Subject: Sendable, Equatable {
    /// Hard moments in ten times.
    case hard(StepID, ChildID)
    /// Minutes.
    case settle
    /// Hours a week.
    case respite(Lane)
    /// Offers a day.
    case nurture(ChildID)
    /// Hours a night that this carer could have slept: their own.
    case nights(CarerID)
  }

  public init(_ subject: Subject, weeks: [Int?]) {
    self.subject = subject
    self.weeks = weeks
  }

  public var latest: [Int] { weeks.suffix(QuarterFigures.length).compactMap { $0 } }
  public var earlier: [Int] { weeks.prefix(QuarterFigures.length).compactMap { $0 } }

  /// Hundredths of the latest thirteen weeks' middle; nil where too few of them say anything.
  public var middle: Half? { latest.count < QuarterFigures.fewest ? nil : median(latest) }
  public var middleBefore: Half? { earlier.count < QuarterFigures.fewest ? nil : median(earlier) }

  /// Nil where either side is too few to say.
  public var direction: Direction? {
    guard let middle, let middleBefore else { return nil }
    let difference = middle.halves - middleBefore.halves
    // Within fifteen in a hundred of the larger is about the same.
    if abs(difference) * 20 <= max(middle.halves, middleBefore.halves) * 3 { return .same }
    return difference < 0 ? .lower : .higher
  }

  public enum Direction: String, Sendable, Codable, CaseIterable {
    case lower
    case same = "about the same"
    case higher
  }
}
