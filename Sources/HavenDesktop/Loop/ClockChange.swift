import CSystemd
import Glibc

/// Fires when the wall clock jumps: `settimeofday`, a step by NTP, waking from suspend. Never for slewing.
///
/// Whatever was computed from the wall clock has to be computed again then.
@LoopActor
public final class ClockChange {
  private var source: IOSource?
  private let descriptor: Int32

  public init(handler: @escaping @LoopActor () -> Void) throws(SystemError) {
    descriptor = timerfd_create(CLOCK_REALTIME, Int32(TFD_CLOEXEC) | Int32(TFD_NONBLOCK))
    guard descriptor >= 0 else { throw SystemError.last("timerfd_create") }
    Self.arm(descriptor)
    source = try IOSource(descriptor, .readable) { [descriptor] _ in
      var expirations: UInt64 = 0
      // Read first, arm after: re-arming an unread timer answers ECANCELED itself, though it has re-armed.
      guard read(descriptor, &expirations, 8) < 0, errno == ECANCELED else { return }
      Self.arm(descriptor)
      handler()
    }
  }

  isolated deinit { cancel() }

  public func cancel() {
    guard let source else { return }
    source.cancel()
    self.source = nil
    close(descriptor)
  }

  /// A timer for a day that does not come, cancelled by the kernel when the clock is set.
  private static func arm(_ descriptor: Int32) {
    var never = itimerspec()
    never.it_value.tv_sec = time_t(Int32.max) * 4
    timerfd_settime(
      descriptor, Int32(TFD_TIMER_ABSTIME) | Int32(TFD_TIMER_CANCEL_ON_SET), &never, nil)
  }
}
