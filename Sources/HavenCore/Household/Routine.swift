/// `[[routine]]`: steps that belong together, on certain kinds of day and certain weekdays.
public struct Routine: Sendable, Equatable {
  public var id: RoutineID
  public var name: String
  /// Kinds of day; nil for every day.
  public var days: [DayKindID]?
  public var on: WeekdaySet = .daily
  public var steps: [Step] = []

  public init(id: RoutineID, name: String) {
    self.id = id
    self.name = name
  }
}

/// `[[routine.step]]`: one thing a day is made of, at a wall time.
public struct Step: Sendable, Equatable {
  public var id: StepID
  public var at: TimeOfDay
  public var name: String
  /// Nil for all children; empty for none: such a step is shown and never has cues.
  public var who: [ChildID]?
  /// First choice for its cues.
  public var carer: CarerID?
  /// In the order written.
  public var tags: [Tag] = []
  /// How long it lasts; nil until its child's next step.
  public var minutes: Int?
  public var anchor: Anchor = .start
  public var transition: TransitionSpec?
  /// Overrides the size, and by itself makes the step a transition.
  public var ladder: LadderChoice?
  public var causes: [Cause] = []
  public var bridge: String?
  public var naturalStop: String?
  public var say: String?
  public var why: String?
  /// Away from home: nothing on the desktop reaches anybody there.
  public var isAway = false
  /// The carer walks through it; soft days leave it out.
  public var isNew = false
  /// Lets `causes` shape the ladder.
  public var isTuned = false
  /// What a screen calls it.
  public var eventLabel: String?

  public init(id: StepID, at: TimeOfDay, name: String) {
    self.id = id
    self.at = at
    self.name = name
  }
}

public enum Tag: String, Sendable, CaseIterable {
  case structure, nurture, food, water, move, landing, play, special, liked, core, optional, retreat, sleep, nap
}

/// What gives way when the day runs late, and what a sick day keeps. It never changes a rung's time.
public enum Anchor: String, Sendable, CaseIterable { case start, end, fixed, loose }

/// What makes a change hard.
public enum Cause: String, Sendable, CaseIterable {
  case surprise
  case leavingGood = "leaving-good"
  case goingToHard = "going-to-hard"
  case separation, sensory, body
}

/// The size of a transition.
public enum Size: String, Sendable, CaseIterable, Comparable {
  case easy, normal, hard
  case veryHard = "very-hard"

  /// One size larger; `very-hard` stays.
  public var larger: Size {
    switch self {
    case .easy: .normal
    case .normal: .hard
    case .hard, .veryHard: .veryHard
    }
  }

  public static func < (a: Size, b: Size) -> Bool {
    allCases.firstIndex(of: a)! < allCases.firstIndex(of: b)!  // both are cases
  }
}

/// `transition`: how big a change this step is, for all its children or for each. A nil size is `none`.
public enum TransitionSpec: Sendable, Equatable {
  case all(Size?)
  case each([ChildID: Size?])
}
