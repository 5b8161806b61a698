import HavenCore
import HavenDesktop

/// The clock that a keeper lives by, and the two alarms that wake it.
///
/// havend's own is the loop's. A simulation of faults has one that suspends, jumps and runs backwards, and drives the
/// same keeper with it.
@LoopActor
package protocol Timepiece: AnyObject {
  /// Hears that the instant which was asked for has come.
  var onWake: @LoopActor () -> Void { get set }
  /// Hears that the wait which was asked for is over.
  var onRetry: @LoopActor () -> Void { get set }

  /// What the wall clock says.
  func now() -> Instant
  /// Wakes once at this instant of the wall clock, whatever is done to the clock before; nil for never.
  func wake(at instant: Instant?)
  /// Calls `onRetry` once, after so much time awake.
  func retry(after wait: Duration)
}

/// The machine's clock, and timers of the loop.
@LoopActor
final class SystemTimepiece: Timepiece {
  var onWake: @LoopActor () -> Void = {}
  var onRetry: @LoopActor () -> Void = {}
  private var alarm: TimerSource?
  private var wait: TimerSource?

  init() throws(SystemError) {
    alarm = try TimerSource(.realtime) { [unowned self] in onWake() }
    wait = try TimerSource(.monotonic) { [unowned self] in onRetry() }
  }

  func now() -> Instant { .now }

  func wake(at instant: Instant?) {
    if let instant { alarm?.arm(at: instant) } else { alarm?.disarm() }
  }

  func retry(after duration: Duration) { wait?.arm(after: duration) }
}
