import Glibc
import HavenDesktop
import Testing

/// The promise of the loop, seen from outside: one thread whatever is awaited, and not one
/// wake-up while nothing is due.
@Suite(.onLoop)
struct OneThreadTests {
  @Test("a process that awaits in every way has one thread, and does not wake while nothing is due")
  @LoopActor func idleProcess() async throws {
    let probe = try Program(["\(Folder.products)/loop-probe", "idle"])
    _ = try await probe.lines.next { $0 == "ready" }
    #expect(probe.lines.items.contains("suspended 3"))
    try await expectStillness(of: probe)
    #expect(try await probe.end() == .exited(code: 0))
  }

  @Test("waiting for a bus that is not there costs no wake-up")
  @LoopActor func absentBus() async throws {
    // Not in /tmp: whoever waits for a path watches its folders, and wakes for what other tests do there.
    let folder = try Folder(in: "/dev/shm")
    let probe = try Program(["\(Folder.products)/loop-probe", "bus", "unix:path=\(folder.path)/run/bus"])
    _ = try await probe.lines.next { $0 == "bus waiting" }
    try await expectStillness(of: probe)
    #expect(probe.lines.items.allSatisfy { $0 == "bus waiting" })
  }

  @Test("a quiet bus costs no wake-up")
  @LoopActor func quietBus() async throws {
    let bus = try await PrivateBus()
    let probe = try Program(["\(Folder.products)/loop-probe", "bus", bus.address.text])
    _ = try await probe.lines.next { $0 == "owner none" }
    try await expectStillness(of: probe)
  }

  @Test("a notifier and a session watch, with all they watch there, cost no wake-up")
  @LoopActor func quietDesktop() async throws {
    let bus = try await PrivateBus()
    let server = try await MockServer(on: bus)
    let services = try Program(
      ["/usr/bin/python3", Repository.root + "/Tests/Desktop/session_services.py"], environment: bus.environment)
    _ = try await services.lines.next { $0.contains("ready") }
    let probe = try Program(["\(Folder.products)/loop-probe", "desktop", bus.address.text])
    _ = try await probe.lines.next { $0 == "available" }
    _ = try await services.lines.next { $0.contains("take") }
    services.send("locked true")
    _ = try await probe.lines.next { $0 == "locked(true)" }
    try await expectStillness(of: probe)
    try await server.end()
    _ = try await probe.lines.next { $0 == "gone" }
    #expect(try await probe.end() == .exited(code: 0))
  }

  @Test("SIGHUP and SIGINT are heard on the loop, SIGTERM ends it in order")
  @LoopActor func signals() async throws {
    let probe = try Program(["\(Folder.products)/loop-probe", "idle"])
    _ = try await probe.lines.next { $0 == "ready" }
    kill(probe.process, SIGHUP)
    _ = try await probe.lines.next { $0 == "hangup" }
    kill(probe.process, SIGINT)
    _ = try await probe.lines.next { $0 == "interrupt" }
    #expect(try await probe.end(SIGTERM) == .exited(code: 0))
    _ = try await probe.lines.next { $0 == "terminated" }
  }

  /// Looks twice, with the only pause in these tests between: an idle stretch is the thing looked at.
  @LoopActor private func expectStillness(of probe: Program) async throws {
    // What follows the last line, freeing of jobs and the like, may still be under way, and pause on its way.
    var before: Substring?, unchanged = 0
    try await eventually("sleep") {
      let present = try switches(of: probe.process)
      unchanged = try present == before && state(of: probe.process) == "S" ? unchanged + 1 : 0
      before = present
      return unchanged == 20
    }
    try await EventLoop.main.pause(for: .seconds(2))
    #expect(try switches(of: probe.process) == before)
    #expect(try Folder.names(in: "/proc/\(probe.process)/task").count == 1)
  }

  @LoopActor private func state(of process: pid_t) throws -> Substring? {
    try field("State", of: process)
  }

  @LoopActor private func switches(of process: pid_t) throws -> Substring? {
    try field("voluntary_ctxt_switches", of: process)
  }

  @LoopActor private func field(_ name: String, of process: pid_t) throws -> Substring? {
    let status = try Folder.text(of: "/proc/\(process)/status")
    let line = status.split(separator: "\n").first { $0.hasPrefix("\(name):") }
    return line?.split(whereSeparator: { $0 == ":" || $0 == "\t" || $0 == " " }).dropFirst().first
  }
}
