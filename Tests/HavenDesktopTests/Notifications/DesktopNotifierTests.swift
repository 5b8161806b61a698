import HavenDesktop
import Testing

/// What the notifier says to a server, and what it makes of the answers, over a real bus.
@Suite(.onLoop)
struct DesktopNotifierTests {
  @Test("a notification has Haven's name, its desktop entry, an urgency byte, no sound, and its buttons in order")
  @LoopActor func call() async throws {
    let daemon = try await PrivateBus(), server = try await MockServer(on: daemon)
    let shown = ShownNotifier(on: daemon)
    try await shown.available()
    try await shown.show(title: "Otter: 10 minutes\nto go", body: "Tablet & <game> end → supper")
    #expect(
      try await server.notified.next()
        == MockServer.Notified(
          app: "Haven", replaces: 0, icon: "", title: "Otter: 10 minutes to go",
          body: "Tablet &amp; &lt;game&gt; end → supper",
          actions: ["done", "Done", "later", "+5", "not-today", "Not today"],
          hints: [
            "urgency": .byte(1), "category": .string("x-haven.cue"), "desktop-entry": .string("haven"),
            "suppress-sound": .bool(true),
          ],
          timeout: -1))
    #expect(shown.notifier.state.text == "ready")
    #expect(shown.notifier.state.server == "mock 1.0")
  }

  @Test("a server that reads no markup gets the text as it is, one without actions gets no buttons")
  @LoopActor func modest() async throws {
    let daemon = try await PrivateBus(), server = try await MockServer(on: daemon, "--capabilities", "body")
    let shown = ShownNotifier(on: daemon)
    try await shown.available()
    try await shown.show(body: "Tablet & <game> end")
    let call = try await server.notified.next()
    #expect(call.body == "Tablet & <game> end")
    #expect(call.actions == [])
  }

  @Test("one key keeps one bubble: what is shown next replaces it")
  @LoopActor func replaces() async throws {
    let daemon = try await PrivateBus(), server = try await MockServer(on: daemon, "--first", "7")
    let shown = ShownNotifier(on: daemon)
    try await shown.available()
    try await shown.show(title: "10 minutes")
    try await shown.show(title: "5 minutes")
    try await shown.show("wren/bath")
    #expect(
      try await [server.notified.next(), server.notified.next(), server.notified.next()].map(\.replaces) == [0, 7, 0])
  }

  @Test("two showings of one key at once are still one bubble, the later one on top")
  @LoopActor func concurrentShows() async throws {
    let daemon = try await PrivateBus(), server = try await MockServer(on: daemon)
    let shown = ShownNotifier(on: daemon)
    try await shown.available()
    let done = Inbox<String>()
    for title in ["10 minutes", "5 minutes"] {
      EventLoop.main.spawn {
        do { try await shown.show(title: title) } catch { Issue.record(error) }
        done.add(title)
      }
    }
    _ = try await done.next { $0 == "5 minutes" }
    let calls = try await [server.notified.next(), server.notified.next()]
    #expect(calls.map(\.title) == ["10 minutes", "5 minutes"])
    #expect(calls.map(\.replaces) == [0, 1])
  }

  @Test("an answer is told once, however often the server says it, and its close is no news")
  @LoopActor func answered() async throws {
    let daemon = try await PrivateBus(), server = try await MockServer(on: daemon)
    let shown = ShownNotifier(on: daemon)
    try await shown.available()
    try await shown.show()
    for command in ["answer 1 done", "answer 1 done", "answer 1 later", "close 1 2", "answer 1 done"] {
      try await server.tell(command)
    }
    try await shown.show("wren/bath")
    try await server.tell("close 2 2")
    _ = try await shown.events.next { $0 == .closed(key: "wren/bath", reason: .dismissed) }
    #expect(
      shown.answers == [
        .answered(key: "otter/tablet-ends", action: "done"), .closed(key: "wren/bath", reason: .dismissed),
      ])
  }

  @Test("an action that was never offered is no answer")
  @LoopActor func defaultAction() async throws {
    let daemon = try await PrivateBus(), server = try await MockServer(on: daemon)
    let shown = ShownNotifier(on: daemon)
    try await shown.available()
    try await shown.show()
    try await server.tell("answer 1 default")
    try await server.tell("answer 1 not-today")
    _ = try await shown.events.next { $0 == .answered(key: "otter/tablet-ends", action: "not-today") }
    #expect(shown.answers.count == 1)
  }

  @Test(
    "the reason of a close is told apart",
    arguments: [(1, CloseReason.expired), (2, .dismissed), (3, .closedByCall), (4, .undefined), (9, .undefined)])
  @LoopActor func closeReasons(code: Int, reason: CloseReason) async throws {
    let daemon = try await PrivateBus(), server = try await MockServer(on: daemon)
    let shown = ShownNotifier(on: daemon)
    try await shown.available()
    try await shown.show()
    try await server.tell("close 1 \(code)")
    _ = try await shown.events.next { $0 == .closed(key: "otter/tablet-ends", reason: reason) }
  }

  @Test("closing a key takes its bubble down, and says nothing of it")
  @LoopActor func close() async throws {
    let daemon = try await PrivateBus(), server = try await MockServer(on: daemon)
    let shown = ShownNotifier(on: daemon)
    try await shown.available()
    try await shown.show()
    await shown.notifier.close(key: "otter/tablet-ends")
    await shown.notifier.close(key: "nobody/nothing")
    #expect(try await server.closed.next() == 1)
    try await shown.show()
    #expect(try await server.notified.next { $0.replaces == 0 }.replaces == 0)
    #expect(shown.answers == [])
  }

  @Test("at the end every bubble is taken down")
  @LoopActor func closeAll() async throws {
    let daemon = try await PrivateBus(), server = try await MockServer(on: daemon)
    let shown = ShownNotifier(on: daemon)
    try await shown.available()
    try await shown.show("otter/tablet-ends")
    try await shown.show("wren/bath")
    shown.notifier.closeAll()
    #expect(try await [server.closed.next(), server.closed.next()] == [1, 2])
  }

  @Test("signals of somebody who is not the server are nobody's answer")
  @LoopActor func strangers() async throws {
    let daemon = try await PrivateBus(), server = try await MockServer(on: daemon)
    let shown = ShownNotifier(on: daemon)
    try await shown.available()
    try await shown.show()
    let interface = "org.freedesktop.Notifications"
    try await daemon.emit("/org/freedesktop/Notifications", interface, "ActionInvoked", "us", "1", "not-today")
    try await daemon.emit("/org/freedesktop/Notifications", interface, "NotificationClosed", "uu", "1", "2")
    try await server.tell("answer 1 done")
    _ = try await shown.events.next { $0 == .answered(key: "otter/tablet-ends", action: "done") }
    #expect(shown.answers.count == 1)
  }
}
