/// One cue as a title speaks of it: whom, and how soon.
struct Heading: Sendable, Equatable {
  /// The child's alias; nil where no name is said.
  var name: String?
  var timing: Timing
  var numbers: Numbers
}

/// How soon a change comes, as far as it is said.
enum Timing: Sendable, Equatable {
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
enum CueStage: Sendable, Equatable, CaseIterable {
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
struct Spoken: Sendable, Equatable {
  var stage: CueStage
  var manner: Manner
  var timing: Timing
  var numbers: Numbers
  /// When the change comes.
  var at: TimeOfDay
}

/// When something is, seen from the day on which it is said.
enum When: Sendable, Equatable {
  case today(TimeOfDay)
  case tomorrow(TimeOfDay)
  case on(CivilDate, TimeOfDay)

  init(_ civil: CivilDateTime, seenFrom today: CivilDate) {
    switch civil.date - today {
    case 0: self = .today(civil.time)
    case 1: self = .tomorrow(civil.time)
    default: self = .on(civil.date, civil.time)
    }
  }
}
