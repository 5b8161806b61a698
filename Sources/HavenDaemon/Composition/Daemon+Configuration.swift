import HavenAPI
import HavenConfig
import HavenCore
import HavenDesktop
import HavenStore

extension Daemon {
  /// Reads the config and swaps it in whole; a faulty one changes nothing but what `status` says.
  @discardableResult
  func reload() throws(ConfigurationError) -> Configuration {
    do throws(ConfigurationError) {
      let fresh = try ConfigurationLoader(directory: places.config).load()
      adopt(fresh)
      return fresh
    } catch {
      note(error)
      throw error
    }
  }

  /// What was asked by a signal or a saved file: nobody waits for an answer, so it is logged.
  func reloadUnasked() {
    do throws(ConfigurationError) {
      let before = keeper == nil
      let fresh = try reload()
      logger.notice("config read again: \(fresh.files.count) files, \(fresh.warnings.count) warnings")
      if before, keeper != nil { logger.notice("the day begins") }
    } catch {
      switch error {
      case .missing: break  // said in `status`
      default: logger.error("the config has faults; the old one goes on: havenctl check")
      }
    }
    tellSupervisor()
  }

  /// Runs a config: the first makes the keeper, a later one is swapped into it.
  func adopt(_ fresh: Configuration) {
    configuration = fresh
    lastReload = .ok
    problems = []
    loadedAt = now()
    configWatch?.follow(fresh.files)
    if let keeper {
      keeper.handle(.configured(fresh.household, fresh.zone))
      share(fresh.household)
    } else {
      begin(fresh)
    }
  }

  private func note(_ error: ConfigurationError) {
    switch error {
    case .missing:
      lastReload = keeper == nil ? .missing : .faulty
      problems = keeper == nil ? [] : ["\(error)"]
    case .unreadable:
      lastReload = .faulty
      problems = ["\(error)"]
    case .invalid(let findings):
      lastReload = .faulty
      problems = findings.map { "\($0)" }
    }
    configWatch?.follow(configuration?.files ?? [])
  }

  /// Goes on from the ledger.
  private func begin(_ configuration: Configuration) {
    let timepiece: SystemTimepiece
    do throws(SystemError) {
      timepiece = try SystemTimepiece { [unowned self] in now() }
    } catch {
      logger.critical("no timer can be had: \(error)")
      return EventLoop.main.exit(ExitCode.fault)
    }
    let keeper = DayKeeper(
      goingOnFrom: ledger, with: configuration, notifier: notifier, isLocked: session?.isLocked ?? false, login: login,
      language: language, logger: logger, timepiece: timepiece)
    keeper.onAnnouncement = { [unowned self] announcement, instant in announce(announcement, at: instant) }
    self.keeper = keeper
    let retention = Retention(ledger: ledger, logger: logger, engine: { [unowned keeper] in keeper.engine }) {
      [unowned self] in now()
    }
    keeper.onDate = { [unowned keeper] today in retention.look(keeper.engine.household.settings.retention, on: today) }
    share(configuration.household)
    keeper.start()
  }
}
