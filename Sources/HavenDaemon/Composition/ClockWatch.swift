import Glibc
import HavenCore
import HavenDesktop

/// Notices that the wall clock was set, and that the machine slept.
///
/// A timer that the kernel cancels when the clock is set wakes us after both. Which it was, the clocks themselves say:
/// sleep is what CLOCK_BOOTTIME counted and CLOCK_MONOTONIC did not; a set clock is what CLOCK_REALTIME moved beyond
/// CLOCK_BOOTTIME.
@LoopActor
package final class ClockWatch {
  package enum Change: Equatable {
    /// The machine slept since this instant.
    case slept(since: Instant)
    /// The wall clock was set; this is what it would show now had it not been.
    case set(from: Instant)
  }

  private var source: ClockChange?
  private var last = Reading()
  private let handler: @LoopActor (Change) -> Void

  init(handler: @escaping @LoopActor (Change) -> Void) throws(SystemError) {
    self.handler = handler
    source = try ClockChange { [unowned self] in look() }
  }

  /// Looks at the clocks now.
  func look() {
    let present = Reading()
    let changes = ClockWatch.changes(from: last, to: present)
    last = present
    for change in changes { handler(change) }
  }

  /// The three clocks at one moment, in microseconds.
  package struct Reading {
    var wall: UInt64
    var boot: UInt64
    var awake: UInt64

    package init(
      wall: UInt64 = TimerSource.Clock.realtime.microseconds, boot: UInt64 = TimerSource.Clock.boottime.microseconds,
      awake: UInt64 = TimerSource.Clock.monotonic.microseconds
    ) {
      self.wall = wall
      self.boot = boot
      self.awake = awake
    }
  }

  /// What happened between two looks: sleep first, then a set clock. Less than a second is neither.
  package nonisolated static func changes(from last: Reading, to present: Reading) -> [Change] {
    let elapsed = Int(present.boot) - Int(last.boot)
    let asleep = elapsed - (Int(present.awake) - Int(last.awake))
    let stepped = Int(present.wall) - Int(last.wall) - elapsed
    var changes: [Change] = []
    if asleep > 1_000_000 {
      // When it fell asleep is not known, only for how long: the last it can have been is so long before now.
      let before = (Int(present.wall) - stepped - asleep) / 1_000_000
      changes.append(.slept(since: Instant(seconds: before)))
    }
    if abs(stepped) > 1_000_000 {
      changes.append(.set(from: Instant(seconds: (Int(present.wall) - stepped) / 1_000_000)))
    }
    return changes
  }
}
