/// One cue as a title speaks of it: whom, and how soon.
public struct Heading: Sendable, Equatable {
  /// The child's alias; nil where no name is said.
  public var name: String?
  public var timing: Timing
  public var numbers: Numbers
}

/// How soon a change comes, as far as it is said.
public enum Timing: Sendable, Equatable {
  case left(TimeLeft)
  /// By the bar that `first-then` draws, for a child who has no use for minutes.
  case bar(isLong: Bool)
  /// The last one.
  case last
  case soon

  /// Up to this many seconds the bar is short.
  static let shortBar = 5 * 60
}

/// What the carer does when a cue comes: each asks for another word of advice.
public enum Moment: Sendable, Equatable, CaseIterable {
  /// For the carer alone: go near.
  case near
  /// Say it, with some time left.
  case ahead
  /// Say that it is the last one.
  case last
  /// The change is here.
  case arrival
  /// Haven is late with it.
  case late
  /// The change has another time.
  case moved
}

/// A line that an adult can say to a child.
public struct Spoken: Sendable, Equatable {
  public var moment: Moment
  public var manner: Manner
  public var timing: Timing
  public var numbers: Numbers
  /// When the change comes.
  public var at: TimeOfDay
}

/// When something is, seen from the day on which it is said.
public enum When: Sendable, Equatable {
  case today(TimeOfDay)
  case tomorrow(TimeOfDay)
  case on(CivilDate, TimeOfDay)

  init(_ moment: CivilDateTime, seenFrom today: CivilDate) {
    switch moment.date - today {
    case 0: self = .today(moment.time)
    case 1: self = .tomorrow(moment.time)
    default: self = .on(moment.date, moment.time)
    }
  }
}
