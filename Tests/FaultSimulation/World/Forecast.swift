import HavenCore
import HavenDesktop

/// What the plan says must become of every moment that passes: worked out from the planner alone, beside the engine.
@LoopActor
final class Forecast {
  struct Expectation {
    let due: Instant
    /// Haven ran and could show things when it came due.
    let isWatched: Bool
    let tick: Int
  }

  private(set) var cues: [String: Expectation] = [:]
  private(set) var digests: [String: Expectation] = [:]
  /// Of gaps longer than a month.
  private(set) var forgiven: Set<String> = []

  private let household: Household
  private(set) var zone: Zone
  private let journal: Journal
  private var plans: [CivilDate: DayPlan] = [:]
  private var facts = Facts()
  private var version = -1

  /// Further back than this, what a gap swallowed is not written down one by one.
  static let longestGap = 29 * 86_400

  init(household: Household, zone: Zone, journal: Journal) {
    self.household = household
    self.zone = zone
    self.journal = journal
  }

  func change(zone: Zone) {
    self.zone = zone
    version = -1
  }

  func plan(for date: CivilDate) -> DayPlan {
    if version != journal.version {
      version = journal.version
      plans = [:]
      facts = Facts(acts: journal.acts, children: household.children.map(\.id), zone: zone)
    }
    if let known = plans[date] { return known }
    let plan = Planner(household: household, zone: zone).plan(for: date, facts: facts)
    plans[date] = plan
    return plan
  }

  /// Facts as they are now.
  var presentFacts: Facts {
    _ = plan(for: zone.date(at: Instant(seconds: 0)))
    return facts
  }

  /// When the change comes that a cue tells of; nil where it is out of the plan.
  func change(of transition: TransitionID) -> Instant? {
    plan(for: transition.date).steps.first { $0.step.id == transition.step && $0.children.contains(transition.child) }?
      .at
  }

  /// A stretch of time goes by: what lies in it must be found in the ledger.
  func cover(from: Instant, to: Instant, isWatched: Bool) {
    guard from < to else { return }
    let tick = journal.next()
    if to - from > Self.longestGap { forgive(before: to) }
    let from = max(from, to - Self.longestGap)
    var date = zone.date(at: from) - 1
    let last = zone.date(at: to) + 1
    while date <= last {
      for cue in plan(for: date).cues where from <= cue.at && cue.at < to && !cue.isOnLeaveCard {
        let id = "\(cue.id)"
        // Only the first time counts: afterwards it has been dealt with.
        if cues[id] == nil, journal.latest[id] == nil {
          cues[id] = Expectation(due: cue.at, isWatched: isWatched, tick: tick)
        }
      }
      expectDigest(on: date, from: from, to: to, isWatched: isWatched, tick: tick)
      date = date + 1
    }
  }

  /// Haven is back: of a gap that was longer than a month, the beginning is not written down.
  func forgive(before now: Instant) {
    func isForgiven(_ id: String, _ expectation: Expectation) -> Bool {
      let state = journal.latest[id]?.state
      return !expectation.isWatched && expectation.due < now - Self.longestGap && (state == nil || state == .held)
    }
    forgiven.formUnion(cues.filter(isForgiven).keys)
    forgiven.formUnion(digests.filter(isForgiven).keys)
    cues = cues.filter { !forgiven.contains($0.key) }
    digests = digests.filter { !forgiven.contains($0.key) }
  }

  private func expectDigest(on date: CivilDate, from: Instant, to: Instant, isWatched: Bool, tick: Int) {
    let at = zone.instant(date, household.settings.digest)
    guard zone.exists(date), from <= at, at < to else { return }
    for carer in household.carers {
      let id = "\(date)/\(date.weekday == .sunday ? "review" : "digest")/\(carer.id)"
      if digests[id] == nil, journal.latest[id] == nil {
        digests[id] = Expectation(due: at, isWatched: isWatched, tick: tick)
      }
    }
  }
}
