import HavenConfig
import HavenCore
import HavenDaemon
import HavenDesktop
import HavenStore
import Logging

/// The daemon's own keeper, words and ledger on a clock that does not wait: years of a household, in order.
@LoopActor
struct Years {
  private let keeper: DayKeeper
  private let timepiece: VirtualTimepiece
  private let notifier = CountingNotifier()

  init(config: String, state: String, from date: CivilDate) throws {
    let configuration = try ConfigurationLoader(directory: config).load()
    timepiece = VirtualTimepiece(configuration.zone.startOfDay(date))
    let ledger = try BufferedLedger(directory: state, now: timepiece.now())
    keeper = DayKeeper(
      goingOnFrom: ledger, with: configuration, notifier: notifier, isLocked: false, login: nil, language: .english,
      logger: Logger(label: "havend") { _ in SwiftLogNoOpLogHandler() }, timepiece: timepiece)
    keeper.start()
  }

  /// Lives until so many notifications have been shown, and stops at each tenth of them to be measured.
  func live(until count: Int, measured: (Int) -> Void) async {
    var next = 0
    while notifier.shown < count {
      if notifier.shown >= next {
        measured(notifier.shown)
        next += max(1, count / 10)
      }
      guard timepiece.goOn() else { break }
      await settle()
    }
    measured(notifier.shown)
  }

  /// What was shown is told to the keeper before time goes on.
  private func settle() async {
    for _ in 0..<4 { await Task.yield() }
  }
}
