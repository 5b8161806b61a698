import HavenAPI
import HavenCore
import HavenStore

extension DaemonService {
  func suggestions(as carer: CarerID?) throws(ServiceError) -> SuggestionsView {
    let keeper = try keeper()
    let who = try self.carer(carer, keeper)
    return try lookBack(keeper) { (past, engine) throws(StoreError) in
      let first = past.today - DaemonService.datesLookedAt
      let moments = try past.moments(from: first, through: past.today)
      let lived = try past.occurrences(from: first, through: past.today, moments: moments, &engine)
      let found = engine.suggestions(lived, to: who, now: past.now)
      return SuggestionsView(
        at: Stamp(past.now, in: past.zone), carer: who,
        suggestions: found.enumerated().map { SuggestionsView.Row($1, number: $0 + 1) },
        few: !engine.saysEnough(lived),
        accepted: engine.acceptedSuggestions.last.map {
          SuggestionsView.Accepted(id: $0.id, at: Stamp($0.at, in: past.zone), changes: $0.changes)
        })
    }
  }

  /// Twelve weeks: enough for twelve times of what comes once a week.
  static let datesLookedAt = 84
}
