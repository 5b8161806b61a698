import Glibc
import HavenCore

/// Wakes `poll` at an instant of the wall clock, also where the machine slept or the clock was set in between: what
/// `poll` itself counts stands still while a laptop is shut.
///
/// It is the process's alarm signal, so there is one at a time.
final class WakeClock {
  /// What the kernel calls its first timer is 0, which reads as nil here and is none the less a timer.
  private let timer: timer_t?
  private let signals: SignalPipe

  init?() {
    guard let signals = SignalPipe([SIGALRM]) else { return nil }
    self.signals = signals
    var made: timer_t?
    // Without a sigevent it is SIGALRM (timer_create(2)).
    guard timer_create(CLOCK_REALTIME, nil, &made) == 0 else { return nil }
    timer = made
  }

  deinit { timer_delete(timer) }

  /// Readable once the instant has come.
  var descriptor: Int32 { signals.descriptor }

  /// Nil for never. What is past comes at once.
  func set(_ instant: Instant?) {
    _ = signals.take()
    var time = itimerspec()
    if let instant { time.it_value.tv_sec = max(1, Int(instant.seconds)) }
    timer_settime(timer, TIMER_ABSTIME, &time, nil)
  }

  func heard() { _ = signals.take() }
}
