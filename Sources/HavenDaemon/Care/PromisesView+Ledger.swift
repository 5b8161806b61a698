import HavenAPI
import HavenCore
import HavenStore

extension PromisesView {
  /// Everything open, and four weeks of what is closed.
  init(_ past: LookBack, _ engine: Engine) throws(StoreError) {
    let since = past.today - 27
    let outcomes = try past.promises(dueFrom: since, through: past.today)
    self.init(
      at: Stamp(past.now, in: past.zone), since: since,
      promises: PromisesView.ordered(
        engine.promiseList(since: since, now: past.now).map { Promise($0, now: past.now, zone: past.zone) }),
      figures: PromiseFiguresView(PromiseFigures(outcomes.map(\.state))))
  }
}
