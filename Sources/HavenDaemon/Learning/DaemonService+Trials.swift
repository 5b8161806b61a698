import HavenAPI
import HavenCore
import HavenStore

extension DaemonService {
  func trials(as carer: CarerID?) throws(ServiceError) -> TrialsView {
    let keeper = try keeper()
    _ = try self.carer(carer, keeper)
    return try lookBack(keeper) { (past, engine) throws(StoreError) in
      let trials = engine.trials
      var lived: [Occurrence] = []
      if let first = trials.map(\.first).min().map({ $0 - TrialFigures.datesBefore }) {
        let moments = try past.moments(from: first, through: past.today)
        lived = try past.occurrences(from: first, through: past.today, moments: moments, &engine)
      }
      return TrialsView(
        at: Stamp(past.now, in: past.zone),
        trials: trials.map {
          TrialsView.Row($0, TrialFigures($0, lived, others: trials), today: past.today)
        })
    }
  }
}
