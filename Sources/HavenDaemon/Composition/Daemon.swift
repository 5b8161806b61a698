import Glibc
import HavenAPI
import HavenConfig
import HavenCore
import HavenDesktop
import HavenStore
import Logging

/// The running program: what there is of it, and how its parts hear of each other.
///
/// Without a config there is no keeper and nothing is said; the socket answers all the same, and says how to begin.
@LoopActor
final class Daemon {
  let places: Places
  let options: DaemonOptions
  /// The login that this process runs for.
  let login: String?
  let language: Language
  let logger: Logger
  let ledger: BufferedLedger
  let notifier: any Notifier
  let session: SessionWatch?
  let supervisor = Supervisor()
  let startedAt: Instant

  var keeper: DayKeeper?
  var configuration: Configuration?
  var configWatch: ConfigWatch?
  /// Nil where there is one login, or no folder to share.
  var shared: SharedFolder?
  var ledgerWatch: LedgerWatch?
  var lastReload = StatusView.Config.State.missing
  var problems: [String] = []
  var loadedAt: Instant?
  /// The calendars that a reload is reading just now, and who waits for the next one.
  var reading: CalendarReading?
  var reloadWaiters: [@LoopActor (Result<Configuration, ConfigurationError>) -> Void] = []
  /// Counts the changes that `Monitor` clients are told of.
  private(set) var sequence = 0

  /// Runs the config's own commands.
  private(set) lazy var hooks = HookRunner(home: Places.variable("HOME")) { [unowned self] in now() }

  private var server: SocketServer?
  private var signals: [SignalSource] = []
  private(set) var clock: ClockWatch?

  init(
    options: DaemonOptions, places: Places, ledger: BufferedLedger, notifier: any Notifier, session: SessionWatch?,
    logger: Logger
  ) {
    self.options = options
    self.places = places
    self.ledger = ledger
    self.notifier = notifier
    self.session = session
    self.logger = logger
    login = getpwuid(getuid()).map { String(cString: $0.pointee.pw_name) }
    language = Language(environment: Places.variable)
    startedAt = .now
  }

  /// The wall clock.
  func now() -> Instant { .now }

  /// Connects the parts and begins. The socket answers before anything else is said.
  func start(_ socket: ListeningSocket) throws {
    server = try SocketServer(socket, service: DaemonService(self), logger: logger)
    signals = [
      try SignalSource(SIGTERM) { [unowned self] in stop() },
      try SignalSource(SIGINT) { [unowned self] in stop() },
      try SignalSource(SIGHUP) { [unowned self] in hangUp() },
    ]
    notifier.onEvent = { [unowned self] event in
      keeper?.hear(event)
      ledgerWatch?.hear(event)
      tellSupervisor()
      switch event {
      case .available, .gone, .inhibited: tellOfScreen()
      case .found, .answered, .closed: break
      }
    }
    session?.onEvent = { [unowned self] event in hear(event) }
    clock = try ClockWatch { [unowned self] change in hear(change) }
    if configWatch == nil { configWatch = try ConfigWatch(directory: places.config) }
    configWatch?.handler = { [unowned self] in reloadUnasked() }
    if let configuration { adopt(configuration) }
    _ = try EventLoop.main.answerWatchdog()
    supervisor.tellReady()
    tellSupervisor()
    PrivateMemory.giveBack()
    ProgramPages.letGo()
  }

  /// An announcement of the engine, for those who watch.
  func announce(_ announcement: Announcement, at instant: Instant) {
    if case .act(let act) = announcement { keepHandover(after: act) }
    guard let keeper, let server else { return }
    let zone = keeper.engine.zone
    let privacy = Privacy(household: keeper.engine.household, login: login)
    let owner = privacy.owner(of: announcement)
    if case .configured = announcement { hooks.keep(keeper.engine.household.hooks) }
    hooks.hear(
      announcement, of: owner, hooks: keeper.engine.household.hooks, zone: zone, words: keeper.words)
    sequence += 1
    guard server.monitorCount > 0 else { return }
    let event: EventView =
      switch announcement {
      case .line(let line): .line(view(of: line, words: keeper.words(for: line), zone: zone), sequence: sequence)
      case .state(let entry): .state(entry, sequence: sequence, zone: zone)
      case .act(let act): .act(act, sequence: sequence, zone: zone)
      case .planChanged: .change(.plan, sequence: sequence, at: Stamp(instant, in: zone))
      case .configured: .change(.config, sequence: sequence, at: Stamp(instant, in: zone))
      }
    server.send(MonitorView(event)) { viewer in
      owner == nil
        || (try? keeper.engine.carer(named: viewer, login: login)).map { privacy.mayShow(owner, to: $0) } == true
    }
  }

  /// What a screen may show is another, though nothing was decided.
  func tellOfScreen() {
    guard let keeper, let server else { return }
    sequence += 1
    guard server.monitorCount > 0 else { return }
    server.send(
      MonitorView(.change(.screen, sequence: sequence, at: Stamp(now(), in: keeper.engine.zone)))
    ) { _ in true }
  }

  private func view(of line: Line, words: Words, zone: Zone) -> SimulatedLine {
    SimulatedLine(line, title: words.title, body: words.body, zone: zone)
  }

  /// SIGHUP: as systemd's notify protocol wants it.
  private func hangUp() {
    supervisor.tellReloading()
    reloadUnasked { [unowned self] in
      supervisor.tellReady()
      tellSupervisor()
    }
  }

  private func stop() {
    supervisor.tellStopping()
    keeper?.settle()
    hooks.stop()
    notifier.closeAll()
    server?.stop()
    EventLoop.main.exit(0)
  }
}
