import HavenAPI
import HavenConfig
import HavenCore
import HavenDesktop
import HavenStore

extension Daemon {
  /// Reads the config and swaps it in whole; a faulty one changes nothing but what `status` says.
  ///
  /// Until it is read the old one holds, its calendars too. Who asks meanwhile is answered by one more reading, since
  /// this one may have passed what they changed.
  func reload(then: @escaping @LoopActor (Result<Configuration, ConfigurationError>) -> Void) {
    reloadWaiters.append(then)
    if reading == nil { readConfiguration() }
  }

  private func readConfiguration() {
    let waiters = reloadWaiters
    reloadWaiters = []
    let loader = ConfigurationLoader(directory: places.config)
    // Whatever is wrong with it is found again below, and told.
    let calendars = (try? loader.calendarPlaces()) ?? CalendarPlaces()
    guard !calendars.files.isEmpty else { return finish(loader, calendars, waiters) }
    let reading = CalendarReading(calendars.files, with: loader.calendarProgram) { [unowned self] answers in
      var loader = loader
      loader.calendarAnswers = answers
      self.reading = nil
      finish(loader, calendars, waiters)
    }
    self.reading = reading
    reading.start()
  }

  private func finish(
    _ loader: ConfigurationLoader, _ calendars: CalendarPlaces,
    _ waiters: [@LoopActor (Result<Configuration, ConfigurationError>) -> Void]
  ) {
    let result: Result<Configuration, ConfigurationError>
    do throws(ConfigurationError) {
      let fresh = try loader.load()
      adopt(fresh)
      PrivateMemory.giveBack()
      result = .success(fresh)
    } catch {
      note(error, calendars)
      result = .failure(error)
    }
    for waiter in waiters { waiter(result) }
    if !reloadWaiters.isEmpty, reading == nil { readConfiguration() }
  }

  /// What was asked by a signal or a saved file: nobody waits for an answer, so it is logged.
  func reloadUnasked(then: @escaping @LoopActor () -> Void = {}) {
    let before = keeper == nil
    reload { [unowned self] result in
      switch result {
      case .success(let fresh):
        logger.notice("config read again: \(fresh.files.count) files, \(fresh.warnings.count) warnings")
        if before, keeper != nil { logger.notice("the day begins") }
      case .failure(.missing): break  // said in `status`
      case .failure: logger.error("the config has faults; the old one goes on: havenctl check")
      }
      tellSupervisor()
      then()
    }
  }

  /// Runs a config: the first makes the keeper, a later one is swapped into it.
  func adopt(_ fresh: Configuration) {
    configuration = fresh
    lastReload = .ok
    problems = []
    loadedAt = now()
    configWatch?.follow(fresh.files, calendarFolders: fresh.calendarFolders)
    if let keeper {
      keeper.handle(.configured(fresh.household, fresh.zone))
      share(fresh.household)
    } else {
      begin(fresh)
    }
  }

  private func note(_ error: ConfigurationError, _ calendars: CalendarPlaces) {
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
    // A calendar that is missing may be what is wrong: it is waited for.
    configWatch?.follow(
      (configuration?.files ?? []) + calendars.files,
      calendarFolders: (configuration?.calendarFolders ?? []) + calendars.folders)
  }

  /// Goes on from the ledger.
  private func begin(_ configuration: Configuration) {
    let timepiece: SystemTimepiece
    do throws(SystemError) {
      timepiece = try SystemTimepiece()
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
    let ledgerWatch = LedgerWatch(
      ledger, notifier: notifier, logger: logger, now: { [unowned self] in now() },
      words: { [unowned keeper] in
        keeper.look { engine, now in engine.mayHaveAWord(at: now) } ? keeper.wording.fromMemory : nil
      })
    self.ledgerWatch = ledgerWatch
    keeper.onDate = { [unowned keeper] today in
      retention.look(keeper.engine.household.settings.retention, on: today)
      ledgerWatch.look()
    }
    share(configuration.household)
    keeper.start()
  }
}
