import HavenCore
import HavenDaemon
import HavenDesktop

/// The clocks of a machine that nobody but the simulation moves.
@LoopActor
final class Machine {
  /// What the clock on the wall says; somebody may set it.
  private(set) var wall: Instant
  /// Seconds since the story began, asleep or not.
  private(set) var boot = 0
  /// Seconds of them awake.
  private(set) var awake = 0

  init(wall: Instant) { self.wall = wall }

  func pass(_ seconds: Int) {
    wall = wall + seconds
    boot += seconds
    awake += seconds
  }

  func sleep(_ seconds: Int) {
    wall = wall + seconds
    boot += seconds
  }

  func set(by seconds: Int) { wall = wall + seconds }

  /// What `ClockWatch` would read.
  var reading: ClockWatch.Reading {
    ClockWatch.Reading(
      wall: UInt64(wall.seconds) * 1_000_000, boot: UInt64(boot + 1000) * 1_000_000,
      awake: UInt64(awake + 1000) * 1_000_000)
  }
}

/// One process's view of the machine's clock, and its two alarms.
@LoopActor
final class VirtualTimepiece: Timepiece {
  var onWake: @LoopActor () -> Void = {}
  var onRetry: @LoopActor () -> Void = {}
  private let machine: Machine
  private(set) var alarm: Instant?
  private(set) var retryAt: Int?

  init(_ machine: Machine) { self.machine = machine }

  func now() -> Instant { machine.wall }
  func wake(at instant: Instant?) { alarm = instant }
  func retry(after wait: Duration) { retryAt = machine.awake + Int(wait.components.seconds) }

  /// Seconds until an alarm rings; nil for none.
  var secondsLeft: Int? {
    let waits = [alarm.map { max(0, $0 - machine.wall) }, retryAt.map { max(0, $0 - machine.awake) }]
    return waits.compactMap { $0 }.min()
  }

  /// Rings what is due.
  func ring() {
    if let alarm, alarm <= machine.wall {
      self.alarm = nil
      onWake()
    }
    if let retryAt, retryAt <= machine.awake {
      self.retryAt = nil
      onRetry()
    }
  }
}
