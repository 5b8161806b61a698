import HavenCore
import HavenDesktop
import HavenStore
import Logging

/// Looks after a ledger that its disk does not take: tries again, less often each time, and tells the family once.
///
/// Nothing is lost meanwhile but by the end of the process: what was to be written waits in memory, in order.
@LoopActor
final class LedgerWatch {
  private let ledger: BufferedLedger
  private let notifier: any Notifier
  private let logger: Logger
  private let now: @LoopActor () -> Instant
  /// What to say on the screen; nil while nothing may be said there.
  private let words: @LoopActor () -> Words?
  private var isTroubled: Bool
  /// What was said of this trouble is on the screen, or has been.
  private var isTold = false
  private var toldAt: UInt64?
  private var timer: TimerSource?
  private var patience = Backoff(first: .seconds(5), limit: .seconds(60))

  static let key = "ledger"
  /// A disk that works for a moment now and then is one trouble, and told once an hour at most; in microseconds awake.
  static let rest: UInt64 = 3600 * 1_000_000

  init(
    _ ledger: BufferedLedger, notifier: any Notifier, logger: Logger, now: @escaping @LoopActor () -> Instant,
    words: @escaping @LoopActor () -> Words?
  ) {
    self.ledger = ledger
    self.notifier = notifier
    self.logger = logger
    self.now = now
    self.words = words
    isTroubled = ledger.trouble != nil  // which was logged before there was anybody to tell
    if isTroubled { tryLater() }
  }

  /// Something may have been written, or not.
  func look() {
    guard let trouble = ledger.trouble else { return recover() }
    if !isTroubled {
      isTroubled = true
      logger.error("\(trouble.message); going on from memory. \(trouble.hint)")
      tryLater()
    }
    tell()
  }

  /// What an earlier run said is still on the screen.
  func hear(_ event: NotifierEvent) {
    switch event {
    case .found(let keys) where keys.contains(Self.key): isTold = true
    case .found, .available, .gone, .answered, .closed, .inhibited: break
    }
    look()
  }

  private func tryLater() {
    timer = timer ?? (try? TimerSource(.monotonic) { [weak self] in self?.tryAgain() })
    timer?.arm(after: patience.advance())
  }

  private func tryAgain() {
    ledger.retry(now: now())
    if ledger.trouble != nil { tryLater() }
    look()
  }

  private func recover() {
    if isTroubled { logger.notice("the disk takes what Haven writes again") }
    if isTold { EventLoop.main.spawn { [notifier] in await notifier.close(key: Self.key) } }
    (isTroubled, isTold) = (false, false)
    timer = nil
    patience.reset()
  }

  private func tell() {
    let present = TimerSource.Clock.monotonic.microseconds
    if let toldAt, present - toldAt < Self.rest { return }
    guard !isTold, notifier.isAvailable, let words = words() else { return }
    isTold = true
    let notification = DesktopNotification(
      key: Self.key, title: words.title, body: words.body, urgency: .normal, category: "x-haven.ledger")
    EventLoop.main.spawn { [weak self, notifier] in
      do throws(NotifierError) {
        try await notifier.show(notification)
        self?.toldAt = present
      } catch {
        self?.isTold = false  // another time
      }
    }
  }
}
