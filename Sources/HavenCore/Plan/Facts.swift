/// What people have done that bends the plan or decides who hears it: the fold of the household's acts.
///
/// Facts are never edited. An act is added or taken back, and the facts are folded again, so `undo` is exact.
public struct Facts: Sendable {
  /// Seconds by which today's steps are moved, by date and step.
  public internal(set) var shifts: [CivilDate: [StepID: Int]] = [:]
  public internal(set) var skipped: [CivilDate: Set<StepID>] = [:]
  /// Steps said to be done, and when.
  public internal(set) var done: [CivilDate: [StepID: Instant]] = [:]
  /// Transitions answered with "not today".
  public internal(set) var notToday: [TransitionID: Instant] = [:]
  public internal(set) var modes: [ChildID: [ModeSpan]] = [:]
  public internal(set) var retreats: [ChildID: [OpenSpan]] = [:]
  public internal(set) var hushes: [CarerID: [Range<Instant>]] = [:]
  public internal(set) var unsafe: [OpenSpan] = []
  public internal(set) var hardMoments: [Hard] = []
  public internal(set) var tagOuts: [TagOut] = []
  public internal(set) var duties: [Duty] = []
  public internal(set) var fed: [ChildID: [Instant]] = [:]
  public internal(set) var drank: [ChildID: [Instant]] = [:]
  public internal(set) var moved: [ChildID: [Instant]] = [:]
  public internal(set) var nurtured: [ChildID: [Instant]] = [:]
  public internal(set) var goalActs: [GoalID: [GoalEvent]] = [:]
  public internal(set) var capacity: [CarerID: (date: CivilDate, level: Int)] = [:]
  public internal(set) var nights: [CarerID: [Night]] = [:]
  public internal(set) var promises: [Promise] = []
  public internal(set) var bookings: [Booking] = []
  public internal(set) var suggestions = Suggestions()
  public internal(set) var worksheets: [KeptWorksheet] = []
  public internal(set) var questions: [KeptQuestion] = []
  public internal(set) var trials: [KeptTrial] = []
  public internal(set) var notes: [KeptNote] = []
  /// The return of each booking: a promise that nobody has to write down.
  public internal(set) var returns: [Promise] = []

  public init() {}

  /// A mode of one child, for the steps whose own instant lies in it.
  public struct ModeSpan: Sendable, Equatable {
    public var mode: Mode
    /// The age to look ladders up at, where one was given.
    public var age: Int?
    public var start: Instant
    /// Exclusive.
    public var end: Instant

    func contains(_ instant: Instant) -> Bool { start <= instant && instant < end }
  }

  /// From a start to an end that may not have come.
  public struct OpenSpan: Sendable, Equatable {
    public var start: Instant
    /// Exclusive; `distantFuture` while it lasts.
    public var end: Instant

    func contains(_ instant: Instant) -> Bool { start <= instant && instant < end }
  }

  /// One carer's tag-out, with what came of it.
  public struct TagOut: Sendable, Equatable {
    /// The act's key.
    public var act: String
    public var date: CivilDate
    public var carer: CarerID
    public var start: Instant
    /// Exclusive; `distantFuture` until `tag in`.
    public var end: Instant
    /// The end that `--for` asked for; nil without it.
    public var plannedEnd: Instant?
    public var answeredAt: Instant?
    /// Who said yes, and when.
    public var accepted: (carer: CarerID, at: Instant)?

    func contains(_ instant: Instant) -> Bool { start <= instant && instant < end }

    public static func == (a: TagOut, b: TagOut) -> Bool { a.act == b.act && a.end == b.end }
  }

  /// A carer made first choice, on duty whatever their windows.
  public struct Duty: Sendable, Equatable {
    public var carer: CarerID
    public var start: Instant
    /// Exclusive.
    public var end: Instant
  }

  public struct GoalEvent: Sendable, Equatable {
    public var act: GoalAct
    public var at: Instant
    public var date: CivilDate
  }

  public struct Night: Sendable, Equatable {
    public var up: Instant
    /// Nil while up.
    public var down: Instant?
  }

  public struct Promise: Sendable, Equatable {
    public var id: PromiseID
    /// Who made it, and hears of it.
    public var carer: CarerID
    public var dueAt: Instant
    /// When it was made, or last moved.
    public var setAt: Instant
    public var movedCount: Int
    /// Moved when its time was past already: the change was not told before it came.
    public var movedLate = false
    public var state: State
    /// Whom else it hangs on.
    public var on: String?
    /// In the words of who made it.
    public var note: String?
    /// The stay that it is the return of; nil for what somebody promised.
    public var stay: Stay?

    public enum State: String, Sendable, Codable { case open, kept, repaired }

    /// A booking, by what tells it from others.
    public struct Stay: Sendable, Equatable {
      public var lane: Lane
      public var start: CivilDateTime
    }
  }

  public struct Booking: Sendable, Equatable {
    public var lane: Lane
    public var start: CivilDateTime
    /// Exclusive.
    public var end: CivilDateTime
    public var bookedAt: Instant
  }

  /// The mode of a child at an instant, with the age that goes with it.
  public func modeSpan(of child: ChildID, at instant: Instant) -> ModeSpan? {
    modes[child]?.last { $0.contains(instant) }
  }

  public func mode(of child: ChildID, at instant: Instant) -> Mode {
    modeSpan(of: child, at: instant)?.mode ?? .ordinary
  }

  public func isTaggedOut(_ carer: CarerID, at instant: Instant) -> Bool {
    tagOuts.contains { $0.carer == carer && $0.contains(instant) }
  }

  public func isInRetreat(_ child: ChildID, at instant: Instant) -> Bool {
    retreats[child]?.contains { $0.contains(instant) } ?? false
  }

  public func isHushed(_ carer: CarerID, at instant: Instant) -> Bool {
    hushes[carer]?.contains { $0.contains(instant) } ?? false
  }

  public func isUnsafe(at instant: Instant) -> Bool { unsafe.contains { $0.contains(instant) } }
}
