import Glibc
import HavenConfig
import HavenCore
import HavenDesktop
import HavenStore
import Logging
import Testing

@testable import HavenDaemon

/// The keeper and the ledger on a clock that somebody sets.
@Suite(.onLoop)
struct DayKeeperClockTests {
  @LoopActor private final class Bench: Timepiece {
    var onWake: @LoopActor () -> Void = {}
    var onRetry: @LoopActor () -> Void = {}
    var wall: Instant
    let folder: TemporaryFolder
    let ledger: BufferedLedger
    private let output = open("/dev/null", O_WRONLY | O_CLOEXEC)

    static let family = """
      [[carer]]
      id = "ros"
      name = "Ros"
      quiet = []
      [[carer]]
      id = "imani"
      name = "Imani"
      quiet = []
      [[child]]
      id = "otter"

      """

    init(at wall: Instant) throws {
      self.wall = wall
      folder = try TemporaryFolder()
      try folder.write(Self.family, to: "haven.toml")
      ledger = try BufferedLedger(directory: folder.path + "/state", now: wall)
    }

    func now() -> Instant { wall }
    func wake(at instant: Instant?) {}
    func retry(after wait: Duration) {}

    func keeper() throws -> DayKeeper {
      let configuration = try ConfigurationLoader(directory: folder.path, systemZone: { .utc }).load()
      return DayKeeper(
        goingOnFrom: ledger, with: configuration, notifier: TerminalNotifier(to: output, time: { "" }), isLocked: false,
        login: nil,
        language: .english, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }, timepiece: self)
    }
  }

  @Test(
    "a crash after the clock was set goes on from where the clock was set to", arguments: [-31_536_000, 31_536_000])
  @LoopActor func crashAfterSetting(seconds: Int) throws {
    let bench = try Bench(at: Instant(seconds: 1_774_000_000))
    let keeper = try bench.keeper()
    keeper.start()
    let from = bench.wall
    set(keeper, bench, by: seconds)
    #expect(try bench.ledger.history(now: bench.wall).aliveAt == from + seconds)
  }

  @Test("what was said is not said again when a clock that was a year ahead is put right")
  @LoopActor func yearAhead() async throws {
    let bench = try Bench(at: Instant(seconds: 1_774_000_000))
    let keeper = try bench.keeper()
    try await tagOutIsOver(keeper, bench)
    #expect(try states(bench) == [.claimed, .shown])
    set(keeper, bench, by: 31_536_000)
    set(keeper, bench, by: -31_536_000)
    #expect(try states(bench) == [.claimed, .shown])
  }

  @Test("a bubble is let go of after a week, where no server says that it is gone", arguments: [(2, true), (9, false)])
  @LoopActor func lettingGo(days: Int, isKnown: Bool) async throws {
    let bench = try Bench(at: Instant(seconds: 1_774_000_000))
    let keeper = try bench.keeper()
    try await tagOutIsOver(keeper, bench)
    for _ in 1...days {
      bench.wall = bench.wall + 86_400
      keeper.handle(.timePassed)
    }
    keeper.hear(.closed(key: Self.over, reason: .dismissed))
    #expect(try (states(bench).last == .dismissed) == isKnown)
  }

  @Test("a button answers for what it says after a clock that was a year ahead, over a midnight, is put right")
  @LoopActor func answerAfterYearAhead() async throws {
    let bench = try Bench(at: Instant(seconds: 1_774_000_000))
    let keeper = try bench.keeper()
    try await tagOutIsOver(keeper, bench)
    set(keeper, bench, by: 31_536_000)
    bench.wall = bench.wall + 86_400
    keeper.handle(.timePassed)
    set(keeper, bench, by: -31_536_000 - 86_400)
    keeper.hear(.answered(key: Self.over, action: Answer.done.rawValue))
    #expect(try states(bench).last == .acknowledged)
  }

  private static let over = "2026-03-20/swap/1/over"

  /// Somebody sets the clock.
  @LoopActor private func set(_ keeper: DayKeeper, _ bench: Bench, by seconds: Int) {
    let from = bench.wall
    bench.wall = from + seconds
    keeper.hear(.set(from: from))
  }

  @LoopActor private func states(_ bench: Bench) throws -> [LedgerEntry.State] {
    try bench.ledger.entries(id: Self.over).map(\.state)
  }

  /// Begins, and lives until it has been said that the time is over that a carer asked for.
  @LoopActor private func tagOutIsOver(_ keeper: DayKeeper, _ bench: Bench) async throws {
    keeper.start()
    try keeper.perform(.tagOut(seconds: 900), by: "ros")
    bench.wall = bench.wall + 1200
    keeper.handle(.timePassed)
    for _ in 1...100 where try states(bench).last != .shown { await Task.yield() }
  }
}
