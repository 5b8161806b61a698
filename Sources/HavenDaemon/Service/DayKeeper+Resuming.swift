import HavenConfig
import HavenCore
import HavenDesktop
import HavenStore
import Logging

extension DayKeeper {
  /// Goes on from where the ledger ends; one that cannot be read is begun without.
  ///
  /// - Parameter isLocked: whether the screen is, so far.
  package convenience init(
    goingOnFrom ledger: any Ledger, with configuration: Configuration, notifier: any Notifier, isLocked: Bool,
    login: String?, language: Language, logger: Logger, timepiece: any Timepiece
  ) {
    let present = timepiece.now()
    var history = History()
    do throws(StoreError) {
      history = try ledger.history(now: present)
    } catch {
      logger.error("the ledger could not be read, beginning without it: \(error.message)")
    }
    let engine = Engine(
      household: configuration.household, zone: configuration.zone, history: history, now: present,
      desktop: Engine.Desktop(
        isLocked: isLocked, isInhibited: notifier.isInhibited, hasNotifier: notifier.isAvailable, login: login))
    self.init(
      engine: engine, ledger: ledger, notifier: notifier, language: language, logger: logger, timepiece: timepiece)
  }
}
