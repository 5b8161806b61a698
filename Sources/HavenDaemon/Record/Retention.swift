import HavenCore
import HavenDesktop
import HavenStore
import Logging

/// Once a date: makes weekly counts of what is older than the household keeps, one week a turn of the loop.
@LoopActor
final class Retention {
  private let ledger: BufferedLedger
  private let logger: Logger
  /// Knows the household's zone, and what was recorded in other logins.
  private let engine: @LoopActor () -> Engine
  private let now: @LoopActor () -> Instant
  private var timer: TimerSource?
  /// The date and the setting that it last looked for.
  private var last: (today: CivilDate, kept: Int?)?
  /// The first date whose details are kept.
  private var first: CivilDate?

  init(
    ledger: BufferedLedger, logger: Logger, engine: @escaping @LoopActor () -> Engine,
    now: @escaping @LoopActor () -> Instant
  ) {
    self.ledger = ledger
    self.logger = logger
    self.engine = engine
    self.now = now
  }

  /// - Parameter kept: seconds; nil keeps everything.
  func look(_ kept: Int?, on today: CivilDate) {
    if let last, last.today == today, last.kept == kept { return }
    last = (today, kept)
    first = kept.map { today - $0 / 86_400 }
    countOne()
  }

  private func countOne() {
    guard let first else { return }
    do throws(StoreError) {
      let engine = engine()
      let counted = try ledger.withDisk(now: now()) { (disk) throws(StoreError) in
        try disk.countOldestWeek(before: first, zone: engine.zone, shared: engine.sharedMoments)
      }
      guard counted != nil else { return }
      timer = timer ?? (try? TimerSource(.monotonic) { [weak self] in self?.countOne() })
      timer?.arm(after: Retention.pause)
    } catch {
      logger.warning("older details could not be made counts, retrying tomorrow: \(error.code)")
    }
  }

  /// Between two weeks: years of them must not keep a cue waiting.
  static let pause = Duration.milliseconds(20)
}
