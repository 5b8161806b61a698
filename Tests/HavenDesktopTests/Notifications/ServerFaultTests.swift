import HavenDesktop
import Testing

/// Servers that refuse, keep silent, answer too early, hand out the id 0, or die of a notification.
@Suite(.onLoop)
struct ServerFaultTests {
  private static let tooMany = "org.freedesktop.Notifications.Error.ExcessNotificationGeneration"

  @Test("a server that takes no more just now is asked once more")
  @LoopActor func refusedOnce() async throws {
    let daemon = try await PrivateBus(), server = try await MockServer(on: daemon)
    let shown = ShownNotifier(on: daemon)
    try await shown.available()
    try await server.tell("fail \(Self.tooMany) 1")
    try await shown.show()
    #expect(server.notified.items.count == 2)
  }

  @Test("a server that goes on refusing is not asked a third time")
  @LoopActor func refused() async throws {
    let daemon = try await PrivateBus(), server = try await MockServer(on: daemon)
    let shown = ShownNotifier(on: daemon)
    try await shown.available()
    try await server.tell("fail \(Self.tooMany)")
    await #expect(throws: NotifierError.tooMany) { try await shown.show() }
    #expect(server.notified.items.count == 2)
  }

  @Test("any other error is told with its name, and the next try is free")
  @LoopActor func error() async throws {
    let daemon = try await PrivateBus(), server = try await MockServer(on: daemon)
    let shown = ShownNotifier(on: daemon)
    try await shown.available()
    try await server.tell("fail org.example.Error.Broken 1")
    await #expect(throws: NotifierError.refused(name: "org.example.Error.Broken", message: "told to")) {
      try await shown.show()
    }
    try await shown.show()
    #expect(server.notified.items.map(\.replaces) == [0, 0])
  }

  @Test("a silent server is given up in time; its late answer keeps the next try from doubling the bubble")
  @LoopActor func lateAnswer() async throws {
    let daemon = try await PrivateBus(), server = try await MockServer(on: daemon)
    let shown = ShownNotifier(on: daemon, patience: .milliseconds(200))
    try await shown.available()
    try await server.tell("silent")
    await #expect(throws: NotifierError.noAnswer) { try await shown.show() }
    await #expect(throws: NotifierError.noAnswer) { try await shown.show() }
    // The second has not been sent: the first is still under way.
    #expect(server.notified.items.count == 1)
    try await server.tell("answering")
    // Whatever is asked behind the late answer is answered behind it.
    await shown.notifier.close(key: "nobody/nothing")
    _ = try await shown.bus.property(
      "Inhibited", of: "org.freedesktop.Notifications", at: "/org/freedesktop/Notifications",
      from: "org.freedesktop.Notifications")
    try await shown.show()
    #expect(server.notified.items.map(\.replaces) == [0, 1])
  }

  @Test("a server that hands out the id 0 still has its answers heard")
  @LoopActor func zero() async throws {
    let daemon = try await PrivateBus(), server = try await MockServer(on: daemon, "--first", "0")
    let shown = ShownNotifier(on: daemon)
    try await shown.available()
    try await shown.show()
    try await server.tell("answer 0 done")
    _ = try await shown.events.next { $0 == .answered(key: "otter/tablet-ends", action: "done") }
  }

  @Test("a bubble that is closed before its id is known is told as closed")
  @LoopActor func closedAtOnce() async throws {
    let daemon = try await PrivateBus(), server = try await MockServer(on: daemon)
    let shown = ShownNotifier(on: daemon)
    try await shown.available()
    try await server.tell("close-at-once 1")
    try await shown.show()
    _ = try await shown.events.next { $0 == .closed(key: "otter/tablet-ends", reason: .expired) }
    try await shown.show()
    #expect(server.notified.items.map(\.replaces) == [0, 0])
  }

  @Test("an answer that comes before the id is known is heard")
  @LoopActor func answeredAtOnce() async throws {
    let daemon = try await PrivateBus(), server = try await MockServer(on: daemon)
    let shown = ShownNotifier(on: daemon)
    try await shown.available()
    try await server.tell("answer-at-once later")
    try await shown.show()
    _ = try await shown.events.next { $0 == .answered(key: "otter/tablet-ends", action: "later") }
  }

  @Test("a bubble closed while it is on its way is taken down as soon as it is up")
  @LoopActor func closedInFlight() async throws {
    let daemon = try await PrivateBus(), server = try await MockServer(on: daemon)
    let shown = ShownNotifier(on: daemon)
    try await shown.available()
    try await server.tell("silent")
    let done = Inbox<Bool>()
    EventLoop.main.spawn {
      do { try await shown.show() } catch { Issue.record(error) }
      done.add(true)
    }
    _ = try await server.notified.next()
    await shown.notifier.close(key: "otter/tablet-ends")
    try await server.tell("answering")
    _ = try await done.next()
    #expect(try await server.closed.next() == 1)
    #expect(shown.answers == [])
  }

  @Test("a server that dies of a notification is told as gone")
  @LoopActor func dies() async throws {
    let daemon = try await PrivateBus(), server = try await MockServer(on: daemon)
    let shown = ShownNotifier(on: daemon)
    try await shown.available()
    server.program.send("die-on-notify")
    await #expect(throws: NotifierError.gone) { try await shown.show() }
    _ = try await shown.events.next { $0 == .gone }
    #expect(shown.notifier.state == .absent)
    await #expect(throws: NotifierError.absent) { try await shown.show() }
  }
}
