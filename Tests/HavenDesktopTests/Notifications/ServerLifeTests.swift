import Glibc
import HavenDesktop
import Testing

/// Notification servers that are absent, late, replaced, restarted, or started by the bus.
@Suite(.onLoop)
struct ServerLifeTests {
  @Test("with no server nothing can be shown; when one comes it can")
  @LoopActor func late() async throws {
    let daemon = try await PrivateBus()
    let shown = ShownNotifier(on: daemon)
    try await eventually("a state") { shown.notifier.state == .absent }
    #expect(!shown.notifier.isAvailable)
    await #expect(throws: NotifierError.absent) { try await shown.show() }
    let server = try await MockServer(on: daemon)
    try await shown.available()
    try await shown.show()
    #expect(server.notified.items.count == 1)
  }

  @Test("with no bus it is said, and the server is found when the bus comes")
  @LoopActor func noBus() async throws {
    let daemon = try await PrivateBus(starts: false)
    let shown = ShownNotifier(on: daemon)
    #expect(shown.notifier.state.text == "waiting for the session bus")
    await #expect(throws: NotifierError.absent) { try await shown.show() }
    try await daemon.start()
    let server = try await MockServer(on: daemon)
    try await shown.available()
    try await shown.show()
    #expect(server.notified.items.count == 1)
  }

  @Test("a restarted server knows nothing of the old bubbles, though it hands out their ids again")
  @LoopActor func restart() async throws {
    let daemon = try await PrivateBus(), first = try await MockServer(on: daemon)
    let shown = ShownNotifier(on: daemon)
    try await shown.available()
    try await shown.show("otter/tablet-ends")
    try await first.end()
    _ = try await shown.events.next { $0 == .gone }
    let second = try await MockServer(on: daemon)
    try await shown.available()
    try await shown.show("wren/bath")
    try await second.tell("answer 1 done")
    _ = try await shown.events.next { $0 == .answered(key: "wren/bath", action: "done") }
    try await shown.show("otter/tablet-ends")
    #expect(second.notified.items.map(\.replaces) == [0, 0])
    #expect(shown.answers.count == 1)
  }

  @Test("a server that takes the name from another is greeted anew, and the old bubbles are void")
  @LoopActor func replaced() async throws {
    let daemon = try await PrivateBus(), first = try await MockServer(on: daemon)
    let shown = ShownNotifier(on: daemon)
    try await shown.available()
    try await shown.show()
    let second = try await MockServer(on: daemon, "--capabilities", "body", "--name", "second")
    try await shown.available()
    #expect(shown.events.items == [.available, .gone, .available])
    #expect(shown.notifier.state.server == "second 1.0")
    try await first.tell("answer 1 done")
    try await shown.show()
    #expect(second.notified.items.map(\.replaces) == [0])
    #expect(shown.answers == [])
  }

  @Test("a bus that dies takes the server with it; both are found again")
  @LoopActor func busRestart() async throws {
    let daemon = try await PrivateBus(), first = try await MockServer(on: daemon)
    let shown = ShownNotifier(on: daemon)
    try await shown.available()
    try await shown.show()
    #expect(first.notified.items.count == 1)
    try await daemon.stop()
    _ = try await shown.events.next { $0 == .gone }
    #expect(shown.notifier.state.text == "waiting for the session bus")
    try await daemon.start()
    let server = try await MockServer(on: daemon)
    try await shown.available()
    try await shown.show()
    #expect(server.notified.items.map(\.replaces) == [0])
  }

  @Test("where the bus can start a server, the first notification has it started")
  @LoopActor func startable() async throws {
    let daemon = try await PrivateBus(services: [
      "org.freedesktop.Notifications": "/usr/bin/python3 \(MockServer.path) --name started"
    ])
    let shown = ShownNotifier(on: daemon)
    try await shown.available()
    #expect(shown.notifier.state == .startable)
    try await shown.show()
    #expect(shown.notifier.state.server == "started 1.0")
    #expect(shown.events.items == [.available])
  }

  @Test("a server that cannot be started is told as gone, and offered again later")
  @LoopActor func unstartable() async throws {
    let daemon = try await PrivateBus(services: ["org.freedesktop.Notifications": "/bin/false"])
    let shown = ShownNotifier(on: daemon)
    try await shown.available()
    await #expect(throws: NotifierError.absent) { try await shown.show() }
    try await shown.available()
    #expect(shown.events.items == [.available, .gone, .available])
  }

  @Test("a startable server that died is offered again after a while, not at once")
  @LoopActor func offeredAgain() async throws {
    let daemon = try await PrivateBus(services: [
      "org.freedesktop.Notifications": "/usr/bin/python3 \(MockServer.path)"
    ])
    let shown = ShownNotifier(on: daemon)
    try await shown.available()
    try await shown.show()
    let owner = try await shown.bus.call(
      BusMethod("org.freedesktop.DBus", "/", "org.freedesktop.DBus", "GetConnectionUnixProcessID")
    ) { arguments throws(BusError) in try arguments.string("org.freedesktop.Notifications") }
    kill(pid_t(try owner.uint32()), SIGKILL)
    _ = try await shown.events.next { $0 == .gone }
    let lostAt = ContinuousClock.now
    try await shown.available()
    #expect(ContinuousClock.now - lostAt > .milliseconds(900))
    try await shown.show()
  }
}
