/// Decides what is said, when, to whom, and what becomes of it. A pure state machine: time and the world come in as
/// events, what is to be done goes out as effects, and nothing else is touched.
///
/// Its owner performs the effects in order (writes before it shows) and feeds results back as events. Everything the
/// engine knows can be had again from its household, zone and history, so a restart goes on where the ledger ends.
///
///     var engine = Engine(household: household, zone: zone, history: ledger.history(now: now), now: now)
///     perform(engine.handle(.resumed(since: engine.aliveAt), now: now))
///     // at engine.nextWake:
///     perform(engine.handle(.timePassed, now: now))
///
/// Times are handled in order, and at one instant in this order: the end of a gap with its catch-ups, commands,
/// released rungs, rungs, snoozed cues, fuel, swap, fixed lines, nudges.
public struct Engine: Sendable {
  var planner: Planner
  var plans: [CivilDate: DayPlan] = [:]

  /// Acts that still bear on the present, in order.
  var acts: [Act]
  var lastActID: Int
  var facts: Facts
  /// Hard moments and notes as they were before they were changed or erased, by the act that did it: for `undo`, in this
  /// run.
  var formerRecords: [Int: Act] = [:]

  /// The latest state of every cue of the dates that are held: `heldDates` back.
  var cueStates: [CueID: LedgerEntry] = [:]
  /// The same for lines that are not cues, by their ids.
  var lineStates: [String: LedgerEntry] = [:]
  /// What is kept of the cues of dates before those.
  var closings = Closings()
  /// Who was last shown a rung of a transition, and whether the child was told anything.
  var shown: [TransitionID: ShownTransition] = [:]
  var lastRungAt: [CarerID: Instant] = [:]
  /// Shown nudges, oldest first.
  var nudges: [NudgeRecord] = []
  /// When food and water were last offered to each child, shown or not; the last two dates'.
  var fuelOffers: [ChildID: [Instant]] = [:]
  /// Cues that come back, and when.
  var snoozes: [CueID: Instant] = [:]
  /// Those of them whose time has come while nobody was on duty.
  var waitingSnoozes: Set<CueID> = []
  /// Rungs that wait for a carer or for the end of a gap.
  var held: [CueID] = []
  /// When somebody's duty was last looked at for their sake; nil where it has to be looked at now.
  var heldLookedAt: Instant?
  /// What the desktop shows and nobody has answered.
  var bubbles = OpenBubbles()
  /// The same of lines that are about no transition; some of them the server has taken down without a word.
  var lineBubbles: [String: Delivery] = [:]
  /// Ledger ids that are on their way to the desktop: claimed in this run, and not yet heard of.
  var inFlight: Set<String> = []
  /// A new server has come, which knows nothing of them; or they were taken down while the screen is locked.
  var areBubblesLost = false
  /// Those of them that an earlier run put up, and that the server still has.
  var foundBubbles: Set<String> = []

  /// Planned cues without a state, in order of time.
  var agenda: [PlannedCue] = []
  /// Index of the first of them that is still to come.
  var agendaHead = 0
  /// Fixed lines around today without a state, in order of time.
  var fixedLines: [FixedLine] = []
  var fuelCache: CachedInstant = .unknown
  var nudgeCache: CachedInstant = .unknown
  /// When each goal may be nudged today, as long as the plan stays as it is.
  var nudgeSpanCache: [GoalID: [Range<Instant>]] = [:]

  /// Everything due before this instant has been dealt with.
  var cursor: Instant
  /// Nothing due before this instant was ever ours to say.
  var watchingSince: Instant
  /// Since when nothing could be shown; nil while all is well.
  var gapSince: Instant?
  var today: CivilDate
  var isLocked = false
  var isInhibited = false
  var hasNotifier = true
  /// Whose desktop it is; nil where it is everybody's.
  var login: String?
  /// Logins of other carers, whose Havens do not run.
  var absentLogins: Set<String> = []
  /// An act of another login's Haven that is being followed here: `add` takes it as it is, and writes nothing.
  var received: Act?
  var nextDeliveryID = 1
  var outbox = Outbox()

  /// What stands between Haven and a person's eyes.
  public struct Desktop: Sendable, Equatable {
    public var isLocked = false
    /// Do-not-disturb.
    public var isInhibited = false
    public var hasNotifier = true
    /// The login that it belongs to; nil where all carers look at it.
    public var login: String?

    public init(
      isLocked: Bool = false, isInhibited: Bool = false, hasNotifier: Bool = true, login: String? = nil
    ) {
      self.isLocked = isLocked
      self.isInhibited = isInhibited
      self.hasNotifier = hasNotifier
      self.login = login
    }
  }

  public var desktop: Desktop {
    Desktop(isLocked: isLocked, isInhibited: isInhibited, hasNotifier: hasNotifier, login: login)
  }

  struct ShownTransition: Sendable {
    var carer: CarerID
    /// When that was.
    var at: Instant
    var isChildTold: Bool
  }

  struct NudgeRecord: Sendable {
    var goal: GoalID
    var carer: CarerID
    var at: Instant
    var date: CivilDate
  }

  /// An answer that is costly to find and holds until something happens.
  enum CachedInstant: Sendable {
    case unknown
    case known(Instant?)
  }

  /// Dates before today of which every cue and line is held: a bubble that nobody answers is kept for a week, and the
  /// ledger has the rest.
  static let heldDates = 8
  /// Dates before today of which anything but acts is remembered.
  static let rememberedDates = 40

  public var household: Household { planner.household }
  public var zone: Zone { planner.zone }

  /// - Parameters:
  ///   - history: what the ledger remembers; nothing due before its `aliveAt` is looked at again, and nothing due
  ///     before `now` where it has none.
  ///   - now: the present, in UTC.
  ///   - desktop: what the desktop is like already, before any event tells of a change.
  public init(
    household: Household, zone: Zone, history: History = History(), now: Instant, desktop: Desktop = Desktop()
  ) {
    planner = Planner(household: household, zone: zone)
    acts = history.acts
    lastActID = history.lastActID
    facts = Facts(acts: history.acts, children: household.children.map(\.id), zone: zone)
    cursor = min(history.aliveAt ?? now, now)
    watchingSince = cursor
    today = zone.date(at: cursor)
    isLocked = desktop.isLocked
    isInhibited = desktop.isInhibited
    hasNotifier = desktop.hasNotifier
    login = desktop.login
    if !canShow { gapSince = cursor }
    for entry in history.entries { restore(entry) }
    planAgain(after: now)
    restoreBubbles(now: now)
    areBubblesLost = !hasNotifier  // until the first server says that it has them still
    rebuildAgenda(from: cursor)
  }

  /// The instant up to which everything has been dealt with: hand it to `.resumed(since:)` after a restart.
  public var aliveAt: Instant { cursor }

  // The plan of a date as it stands, computed once.
  public mutating func plan(for date: CivilDate) -> DayPlan {
    if let known = plans[date] { return known }
    let plan = planner.plan(for: date, facts: facts)
    plans[date] = plan
    return plan
  }

  /// Takes one row of the ledger into the state. Rows come in any order; each id once.
  private mutating func restore(_ entry: LedgerEntry) {
    guard let id = CueID(entry.id), entry.kind == .cue || entry.kind == .catchUp else {
      if entry.kind == .nudge, entry.wasShown { noteNudge(entry) }
      guard isHeld(zone.date(at: entry.dueAt)) else { return }
      lineStates[entry.id] = entry
      if entry.kind == .fuel, entry.wasShown || entry.state == .suppressed, let child = entry.subject {
        fuelOffers[child, default: []].append(entry.dueAt)
      }
      return
    }
    guard isHeld(id.date) else { return closings.note(id, entry) }
    cueStates[id] = entry
    // The row tells when its state began; of an answered cue, the time it was due is the nearest to its showing.
    note(id, entry, at: entry.state == .shown || entry.state == .claimed ? entry.at : entry.dueAt)
    switch entry.state {
    case .claimed, .held: held.append(id)
    case .snoozed: snoozes[id] = entry.until ?? entry.at
    default: break
    }
  }

  func isHeld(_ date: CivilDate) -> Bool { date >= today - Engine.heldDates }

  /// Remembers what a showing says about its transition and its carer. A later answer to it is no showing.
  mutating func note(_ id: CueID, _ entry: LedgerEntry, at shownAt: Instant) {
    guard entry.wasShown || entry.state == .claimed, let carer = entry.to else { return }
    let isChildTold = Rung(id.rung)?.isChildFacing ?? true
    let before = shown[id.transition]
    let isLatest = before.map { $0.at <= shownAt } ?? true
    shown[id.transition] = ShownTransition(
      carer: isLatest ? carer : before?.carer ?? carer, at: isLatest ? shownAt : before?.at ?? shownAt,
      isChildTold: isChildTold || before?.isChildTold ?? false)
    lastRungAt[carer] = max(lastRungAt[carer] ?? .distantPast, shownAt)
  }

  mutating func noteNudge(_ entry: LedgerEntry) {
    guard let goal = entry.subject, let carer = entry.to else { return }
    // The date that it was announced under, which in another zone or by another clock may not be that of its instant.
    let date = CivilDate(entry.id.prefix(10)) ?? zone.date(at: entry.dueAt)
    let record = NudgeRecord(goal: goal, carer: carer, at: entry.dueAt, date: date)
    if !nudges.contains(where: { $0.goal == goal && $0.at == entry.dueAt }) { nudges.append(record) }
    nudges.sort { $0.at < $1.at }
  }
}

extension LedgerEntry {
  /// Whether a person had it before their eyes.
  var wasShown: Bool {
    switch state {
    case .shown, .acknowledged, .snoozed, .skipped, .dismissed, .expired: true
    case .claimed, .held, .suppressed, .missed, .cancelled: false
    }
  }

  /// The same, of a cue that was snoozed and then did not come back, too: it keeps whom it was shown to.
  var wasEverShown: Bool { wasShown || to != nil && (state == .cancelled || until != nil) }
}

/// Effects in the making: one transaction of changes first, then what is shown.
struct Outbox: Sendable {
  var changes: [LedgerChange] = []
  var closes: [String] = []
  var deliveries: [Delivery] = []
  var announcements: [Announcement] = []

  /// The effects so far, in the order in which they must be performed.
  mutating func drain() -> [Effect] {
    var effects: [Effect] = []
    if !changes.isEmpty { effects.append(.record(changes)) }
    effects += closes.map(Effect.close)
    effects += deliveries.map(Effect.show)
    effects += announcements.map(Effect.announce)
    self = Outbox()
    return effects
  }
}
