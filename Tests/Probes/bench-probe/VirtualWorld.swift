import HavenCore
import HavenDaemon
import HavenDesktop

/// A clock that goes straight to the next alarm.
@LoopActor
final class VirtualTimepiece: Timepiece {
  var onWake: @LoopActor () -> Void = {}
  var onRetry: @LoopActor () -> Void = {}
  private var wall: Instant
  private var alarm: Instant?

  init(_ wall: Instant) { self.wall = wall }

  func now() -> Instant { wall }
  func wake(at instant: Instant?) { alarm = instant }
  /// Nothing is ever refused here.
  func retry(after wait: Duration) {}

  /// False where nothing will ever be due.
  func goOn() -> Bool {
    guard let alarm else { return false }
    self.alarm = nil
    wall = max(wall, alarm)
    onWake()
    return true
  }
}

/// A desktop that takes everything at once.
@LoopActor
final class CountingNotifier: Notifier {
  var onEvent: (@LoopActor (NotifierEvent) -> Void)?
  private(set) var shown = 0

  var state: NotifierState { .terminal }
  var isAvailable: Bool { true }
  var isInhibited: Bool { false }
  var inhibitionSource: String? { nil }

  func show(_ notification: DesktopNotification) async throws(NotifierError) { shown += 1 }
  func close(key: String) async {}
  func closeAll() {}
}
