import HavenAPI
import HavenCore
import HavenStore

extension QuarterView {
  /// The thirteen weeks before this one, for the carer who asks.
  init(_ past: LookBack, _ engine: inout Engine, carer: CarerID) throws(StoreError) {
    let last = past.today.startOfWeek - 1
    let first = QuarterFigures.first(before: past.today) - 7 * QuarterFigures.length
    let moments = try past.moments(from: first, through: last)
    let lived = try past.occurrences(from: first, through: last, moments: moments, &engine)
    let counted = try past.ledger.countedWeeks(from: first, through: last)
    var input = QuarterFigures.Input()
    // Weeks whose details are forgotten are there as counts, and only as those.
    input.weeks =
      counted.flatMap(\.changes) + LivedWeek.each(of: lived).filter { $0.monday >= past.sharedSince ?? $0.monday }
    input.softDates = counted.reduce(into: Set(lived.filter { $0.mode != .ordinary }.map(\.date))) {
      $0.formUnion($1.softDates)
    }
    input.lanes = past.household.respite.map(\.lane).filter { $0 != .overnight }
    input.respite = try past.respite(from: first, through: last).times
    input.children = past.household.children.map(\.id)
    for act in try past.acts(["nurture"], from: first, through: last) {
      if case .nurture(let child) = act.command { input.nurture[child, default: []].append(act.date) }
    }
    let since = try past.since()
    input.ownSince = since
    // Half of what two logins did is no figure: before it is all known, there is none.
    input.since = since.map { max($0, past.sharedSince ?? $0) }
    if let who = past.household.carer(carer) {
      let nights = SleepOpportunity(
        who, acts: try past.acts(["night"], from: first, through: last + 1), zone: past.zone)
      if nights.isKnown { input.sleep = (carer, nights) }
    }
    self.init(QuarterFigures(input, today: past.today), at: Stamp(past.now, in: past.zone))
  }
}
