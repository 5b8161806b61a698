import HavenCore

extension Instant {
  /// What the wall clock says: the second that it is in.
  ///
  /// Not what `time` says: that is as of the kernel's last tick, up to 10 ms ago (`CLOCK_REALTIME_COARSE`, see
  /// clock_getres(2)). A timer that fires with a second would be told that the second has not begun.
  public static var now: Instant { Instant(seconds: Int(TimerSource.Clock.realtime.microseconds / 1_000_000)) }
}
