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

    init(at wall: Instant) throws {
      self.wall = wall
      folder = try TemporaryFolder()
      try folder.write("[[child]]\nid = \"otter\"\n", to: "haven.toml")
      ledger = try BufferedLedger(directory: folder.path + "/state", now: wall)
    }

    func now() -> Instant { wall }
    func wake(at instant: Instant?) {}
    func retry(after wait: Duration) {}

    func keeper() throws -> DayKeeper {
      let configuration = try ConfigurationLoader(directory: folder.path, systemZone: { .utc }).load()
      return DayKeeper(
        goingOnFrom: ledger, with: configuration, notifier: TerminalNotifier(time: { "" }), isLocked: false, login: nil,
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
    bench.wall = from + seconds
    keeper.hear(.set(from: from))
    #expect(try bench.ledger.history(now: bench.wall).aliveAt == from + seconds)
  }
}
