/// What became of one cue or line, at one instant: a row of the ledger. The latest row of an id is its state.
public struct LedgerEntry: Sendable, Equatable, Codable {
  /// A cue's id, or a line's: `2026-03-10/digest/ros`.
  public var id: String
  public var kind: Line.Kind
  public var state: State
  /// Why, for `held`, `suppressed`, `missed` and `cancelled`.
  public var reason: Reason?
  /// When it was to be said.
  public var dueAt: Instant
  /// When this became true.
  public var at: Instant
  /// To whom; nil where nobody was on duty.
  public var to: CarerID?
  /// When a snoozed cue comes back.
  public var until: Instant?
  /// What the line is about, for queries: a goal, a promise, a child.
  public var subject: String?

  public init(
    id: String, kind: Line.Kind, state: State, reason: Reason? = nil, dueAt: Instant, at: Instant,
    to: CarerID? = nil, until: Instant? = nil, subject: String? = nil
  ) {
    self.id = id
    self.kind = kind
    self.state = state
    self.reason = reason
    self.dueAt = dueAt
    self.at = at
    self.to = to
    self.until = until
    self.subject = subject
  }

  public enum State: String, Sendable, Codable, CaseIterable {
    /// Taken, durably, before showing.
    case claimed
    case shown
    /// Done.
    case acknowledged
    /// Comes back at a time.
    case snoozed
    /// "Not today".
    case skipped
    /// Closed without an answer.
    case dismissed
    /// The server closed it.
    case expired
    /// Waiting until it can be said.
    case held
    case suppressed
    /// Never shown.
    case missed
    case cancelled
  }

  public enum Reason: String, Sendable, Codable, CaseIterable {
    case quiet, hush, unsafe, hard, asleep, away, retreat, taggedOut = "tagged-out"
    case nobodyOnDuty = "nobody-on-duty"
    case doNotDisturb = "do-not-disturb"
    case noServer = "no-server"
    /// The screen was locked, and the family wants nothing on it then.
    case locked
    /// Haven was not running, or the machine slept, or the clock was set forward.
    case gap
    /// A later rung of the same transition spoke for it, or is about to.
    case superseded
    /// The change was already too far past.
    case past
    /// The plan moved it to where it can no longer be said.
    case replanned
    case done, notToday = "not-today", skippedStep = "skipped-step"
    /// Haven died between claim and show.
    case crash
    /// The Haven of the carer's own login shows it.
    case otherLogin = "other-login"
  }
}

/// What a person did, as the ledger keeps it: the facts of a day are the fold of its acts.
public struct Act: Sendable, Equatable, Codable {
  /// Counts up; one household, one sequence.
  public var id: Int
  public var at: Instant
  /// The household's date at `at`.
  public var date: CivilDate
  public var by: CarerID
  /// Every id in it whole.
  public var command: Command
  /// The login whose Haven it was done in, and whose number it has; nil for this one.
  public var origin: String?

  public init(id: Int, at: Instant, date: CivilDate, by: CarerID, command: Command, origin: String? = nil) {
    self.id = id
    self.at = at
    self.date = date
    self.by = by
    self.command = command
    self.origin = origin
  }

  /// What no other act of the household has, whichever Haven it was done in.
  public var key: String { origin.map { "\($0)-\(id)" } ?? "\(id)" }
}

/// One durable change. The changes of one effect are one transaction.
public enum LedgerChange: Sendable, Equatable {
  case entry(LedgerEntry)
  case act(Act)
  /// The act with this id was taken back at this instant; it is kept, and no longer counts.
  case undo(act: Int, at: Instant)
  /// The changes of a date that has ended, instead of what was known of it before.
  case lived(CivilDate, [Occurrence])
  /// The act with this id is now this one, or is there again; what it said before is gone.
  case rewrite(Act)
  /// Nothing is left of the act with this id.
  case erase(act: Int)

  /// Whether something is on its way to a person.
  public var isClaim: Bool {
    if case .entry(let entry) = self { entry.state == .claimed } else { false }
  }

  /// Whether words that were written before are to be gone, from every copy.
  public var removesWords: Bool {
    switch self {
    case .rewrite, .erase: true
    case .entry, .act, .undo, .lived: false
    }
  }
}

/// What the engine needs of the past to go on from it.
public struct History: Sendable {
  /// Days of entries. The engine counts by whole dates, forty of them, and a date may be begun and of another zone.
  public static let entryDays = 42

  /// The latest row of each id: all that were due in the last `entryDays`, and for each goal its last eight nudges.
  public var entries: [LedgerEntry] = []
  /// Acts not taken back, in order: the last hundred days', and before them the latest of each lasting key.
  public var acts: [Act] = []
  /// The last instant at which Haven is known to have been watching; nil for a new ledger.
  public var aliveAt: Instant?
  /// The highest act id ever given.
  public var lastActID = 0

  public init() {}
}
