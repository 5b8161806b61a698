import CSystemd
import Glibc
import HavenCore

/// Fires once at an absolute time of one of the system's clocks; `arm` sets it again.
///
/// Made unarmed: an unarmed timer costs no wake-up.
public final class TimerSource: LoopSource {
  public enum Clock: Sendable {
    /// The wall clock, in microseconds since 1970-01-01T00:00:00Z. Follows the clock when somebody sets it; counts
    /// time asleep, and is due at once after waking.
    case realtime
    /// Time since boot, asleep or not.
    case boottime
    /// Time since boot that the machine was awake: for timeouts.
    case monotonic

    var id: clockid_t {
      switch self {
      case .realtime: CLOCK_REALTIME
      case .boottime: CLOCK_BOOTTIME
      case .monotonic: CLOCK_MONOTONIC
      }
    }

    /// What the clock shows now, in microseconds.
    public var microseconds: UInt64 {
      var now = timespec()
      clock_gettime(id, &now)
      return UInt64(now.tv_sec) * 1_000_000 + UInt64(now.tv_nsec) / 1000
    }
  }

  /// How late the loop may be, to wake once for several things, in microseconds: for the wall clock, by which cues are said,
  /// as good as not; for others 1 ms. (0 would mean sd-event's 250 ms.)
  public static func accuracy(of clock: Clock) -> UInt64 { clock == .realtime ? 1 : 1000 }

  public let clock: Clock
  private let handler: @LoopActor () -> Void

  public init(_ clock: Clock, handler: @escaping @LoopActor () -> Void) throws(SystemError) {
    self.clock = clock
    self.handler = handler
    super.init()
    try sd(
      sd_event_add_time(
        EventLoop.main.event, &raw, clock.id, .max, Self.accuracy(of: clock),
        { _, _, own in LoopSource.enter(own, as: TimerSource.self) { $0.handler() } }, own),
      "sd_event_add_time")
    disarm()
  }

  /// Fires at `microseconds` of its clock; at once, on the loop's next turn, if that is past.
  public func arm(atMicroseconds microseconds: UInt64) {
    guard let raw else { return }
    sd_event_source_set_time(raw, microseconds)
    sd_event_source_set_enabled(raw, Int32(SD_EVENT_ONESHOT))
  }

  /// Fires at an instant: only for a timer of the `realtime` clock.
  public func arm(at instant: Instant) {
    precondition(clock == .realtime, "an instant is a time of the wall clock")
    // Beyond what sd-event can count to, or before 1970: never, and now.
    let seconds = UInt64(clamping: instant.seconds)
    arm(atMicroseconds: seconds < UInt64.max / 4_000_000 ? seconds * 1_000_000 : .max / 4)
  }

  /// Fires when `duration` of its clock has passed from now.
  public func arm(after duration: Duration) {
    arm(atMicroseconds: clock.microseconds &+ duration.wholeMicroseconds)
  }

  public func disarm() {
    guard let raw else { return }
    sd_event_source_set_enabled(raw, Int32(SD_EVENT_OFF))
  }
}

extension Duration {
  /// Rounded up, so that a timer never fires early; 0 for what is not positive.
  var wholeMicroseconds: UInt64 {
    let (seconds, attoseconds) = components
    guard seconds >= 0, attoseconds >= 0 else { return 0 }
    let rest = UInt64((attoseconds + 999_999_999_999) / 1_000_000_000_000)
    return UInt64(seconds).multipliedReportingOverflow(by: 1_000_000).partialValue &+ rest
  }
}
