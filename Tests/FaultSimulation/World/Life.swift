import HavenConfig
import HavenCore
import HavenDaemon
import HavenDesktop
import HavenStore
import Logging

/// One process of havend: the daemon's own keeper, ledger and way of beginning, in a virtual world.
@LoopActor
final class Life {
  let keeper: DayKeeper
  let ledger: WitnessedLedger
  let timepiece: VirtualTimepiece
  let mortality: Mortality
  private let notifier: VirtualNotifier
  private let desktop: VirtualDesktop

  /// Opens the ledger of a state directory.
  init(
    directory: String, configuration: Configuration, machine: Machine, desktop: VirtualDesktop, isLocked: Bool,
    journal: Journal
  ) throws(StoreError) {
    mortality = Mortality()
    let disk = try BufferedLedger(directory: directory, now: machine.wall)
    ledger = WitnessedLedger(disk, mortality: mortality, journal: journal)
    timepiece = VirtualTimepiece(machine)
    self.desktop = desktop
    notifier = VirtualNotifier(desktop, mortality: mortality)
    keeper = DayKeeper(
      goingOnFrom: ledger, with: configuration, notifier: notifier, isLocked: isLocked, login: nil, language: .english,
      logger: Logger(label: "havend") { _ in SwiftLogNoOpLogHandler() }, timepiece: timepiece)
    notifier.onEvent = { [weak self] event in
      guard let self, !self.mortality.isDead else { return }
      self.keeper.hear(event)
    }
  }

  func start() {
    keeper.start()
    desktop.greet()
  }

  /// The orderly end, as of SIGTERM.
  func stop() {
    keeper.settle()
    notifier.closeAll()
    mortality.die()
  }
}
