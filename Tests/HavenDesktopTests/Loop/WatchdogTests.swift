import Glibc
import HavenDesktop
import Testing

@Suite(.onLoop)
struct WatchdogTests {
  @Test("the loop answers a watchdog that the service manager asks for")
  @LoopActor func answers() async throws {
    let manager = try ManagerSocket()
    let probe = try Program(
      ["\(Folder.products)/loop-probe", "watchdog"],
      environment: ["NOTIFY_SOCKET": manager.path, "WATCHDOG_USEC": "200000"])
    _ = try await probe.lines.next { $0 == "watchdog true" }
    for _ in 0..<3 { #expect(try await manager.messages.next().contains("WATCHDOG=1")) }
  }

  @Test("with no watchdog asked for there is none, and no wake-up for it")
  @LoopActor func none() async throws {
    let probe = try Program(["\(Folder.products)/loop-probe", "watchdog"])
    _ = try await probe.lines.next { $0 == "watchdog false" }
  }
}
