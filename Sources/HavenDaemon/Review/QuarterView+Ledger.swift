import HavenAPI
import HavenCore
import HavenStore

extension QuarterView {
  init(_ past: LookBack, _ engine: inout Engine) throws(StoreError) {
    let last = past.today.startOfWeek - 1
    let first = QuarterFigures.first(before: past.today) - 7 * QuarterFigures.length
    let moments = try past.moments(from: first, through: last)
    let lived = try past.occurrences(from: first, through: last, moments: moments, &engine)
    var input = QuarterFigures.Input()
    // Weeks whose details are forgotten are there as counts, and only as those.
    input.weeks = try past.ledger.countedWeeks(from: first, through: last) + LivedWeek.each(of: lived)
    input.softDates = Set(lived.filter { $0.mode != .ordinary }.map(\.date))
    input.lanes = past.household.respite.map(\.lane).filter { $0 != .overnight }
    input.respite = try past.respite(from: first, through: last).times
    input.children = past.household.children.map(\.id)
    for act in try past.acts(["nurture"], from: first, through: last) {
      if case .nurture(let child) = act.command { input.nurture[child, default: []].append(act.date) }
    }
    input.since = try past.ledger.firstOccurrence()
    self.init(QuarterFigures(input, today: past.today), at: Stamp(past.now, in: past.zone))
  }
}
