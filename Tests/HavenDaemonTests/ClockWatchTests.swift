import HavenCore
import Testing

@testable import HavenDaemon

@Suite struct ClockWatchTests {
  private func reading(wall: Int, boot: Int, awake: Int) -> ClockWatch.Reading {
    ClockWatch.Reading(wall: UInt64(wall) * 1_000_000, boot: UInt64(boot) * 1_000_000, awake: UInt64(awake) * 1_000_000)
  }

  private let before = (wall: 1_000_000, boot: 500, awake: 400)

  private func changes(wall: Int, boot: Int, awake: Int) -> [ClockWatch.Change] {
    ClockWatch.changes(
      from: reading(wall: before.wall, boot: before.boot, awake: before.awake),
      to: reading(wall: before.wall + wall, boot: before.boot + boot, awake: before.awake + awake))
  }

  @Test("time that passes is no change")
  func passing() { #expect(changes(wall: 60, boot: 60, awake: 60) == []) }

  @Test("what boottime counted and monotonic did not is sleep, to now")
  func asleep() { #expect(changes(wall: 400, boot: 400, awake: 100) == [.slept(since: Instant(seconds: 1_000_100))]) }

  @Test("a clock set forward says what it would have shown")
  func forward() { #expect(changes(wall: 370, boot: 10, awake: 10) == [.set(from: Instant(seconds: 1_000_010))]) }

  @Test("a clock set back says the same")
  func back() { #expect(changes(wall: -1790, boot: 10, awake: 10) == [.set(from: Instant(seconds: 1_000_010))]) }

  @Test("a sleep during which the clock was set is both")
  func both() {
    #expect(
      changes(wall: 700, boot: 400, awake: 100) == [
        .slept(since: Instant(seconds: 1_000_100)), .set(from: Instant(seconds: 1_000_400)),
      ])
  }
}
