import Glibc
import Testing

@testable import HavenDesktop

/// What a run that died has left on the screen.
@Suite(.onLoop)
struct BubbleMemoryTests {
  @Test("the next run finds the bubbles that are up, hears their buttons, and changes them in place")
  @LoopActor func found() async throws {
    let folder = try Folder(), memory = BubbleMemory(folder.path + "/bubbles")
    let daemon = try await PrivateBus(), server = try await MockServer(on: daemon)
    do {
      let first = ShownNotifier(on: daemon, memory: memory)
      try await first.available()
      try await first.show("otter/tablet-ends")
      try await first.show("wren/bath")
      try await first.show("finch/supper")
      try await server.tell("close 3 2")
      _ = try await first.events.next { $0 == .closed(key: "finch/supper", reason: .dismissed) }
      first.bus.stop()  // as a kill does: nothing is taken down
    }
    let second = ShownNotifier(on: daemon, memory: memory)
    try await second.available()
    #expect(second.events.items.first == .found(keys: ["otter/tablet-ends", "wren/bath"]))
    try await server.tell("answer 1 later")
    _ = try await second.events.next { $0 == .answered(key: "otter/tablet-ends", action: "later") }
    try await second.show("wren/bath")
    #expect(server.notified.items.last?.replaces == 2)
    await second.notifier.close(key: "wren/bath")
    _ = try await server.closed.next { $0 == 2 }
  }

  @Test("a button that is pressed before the next run has met the server is an answer all the same")
  @LoopActor func pressedEarly() async throws {
    let folder = try Folder(), memory = BubbleMemory(folder.path + "/bubbles")
    let daemon = try await PrivateBus(), server = try await MockServer(on: daemon)
    let first = ShownNotifier(on: daemon, memory: memory)
    try await first.available()
    try await first.show("otter/tablet-ends")
    first.bus.stop()
    try await server.tell("answer-when-asked 1 done")
    let second = ShownNotifier(on: daemon, memory: memory)
    try await second.available()
    #expect(
      second.events.items == [
        .found(keys: ["otter/tablet-ends"]), .answered(key: "otter/tablet-ends", action: "done"), .available,
      ])
  }

  @Test("what another connection has sent meanwhile is no answer, and no more is kept than a person can press")
  func strangers() {
    var early = EarlySignals()
    for _ in 1...1000 { early.add(from: ":1.9") { _ in nil } }
    #expect(early.take(from: ":1.9").count == EarlySignals.limit)
    early.add(from: ":1.8") { _ in .available }
    early.add(from: ":1.9") { _ in .gone }
    var bubbles = Bubbles()
    #expect(early.take(from: ":1.9").compactMap { $0(&bubbles) } == [.gone])
    #expect(early.take(from: ":1.8").isEmpty)
  }

  @Test("another server, though it hands out the same ids, is not taken for the one before")
  @LoopActor func anotherServer() async throws {
    let folder = try Folder(), memory = BubbleMemory(folder.path + "/bubbles")
    let daemon = try await PrivateBus(), server = try await MockServer(on: daemon)
    let first = ShownNotifier(on: daemon, memory: memory)
    try await first.available()
    try await first.show()
    first.bus.stop()
    try await server.end()
    let next = try await MockServer(on: daemon)
    let second = ShownNotifier(on: daemon, memory: memory)
    try await second.available()
    try await second.show()
    #expect(second.events.items == [.available])
    #expect(next.notified.items.map(\.replaces) == [0])
  }

  @Test("the last thing that a run does leaves nothing to find")
  @LoopActor func closedAll() async throws {
    let folder = try Folder(), memory = BubbleMemory(folder.path + "/bubbles")
    let daemon = try await PrivateBus(), server = try await MockServer(on: daemon)
    let first = ShownNotifier(on: daemon, memory: memory)
    try await first.available()
    try await first.show()
    first.notifier.closeAll()
    _ = try await server.closed.next { $0 == 1 }
    first.bus.stop()
    let second = ShownNotifier(on: daemon, memory: memory)
    try await second.available()
    #expect(second.events.items == [.available])
  }

  static let server = BubbleMemory.Server(bus: "0123", owner: ":1.7")

  @Test("a file that is damaged, of another bus, or no file at all tells of nothing that is not so")
  func damaged() throws {
    let folder = try Folder()
    for (text, ids) in [
      ("0123\t:1.7\n4\tdone,later\tday/step/child\n", [4]), ("0124\t:1.7\n4\tdone\tday/step/child\n", []),
      ("0123\t:1.8\n4\tdone\tday/step/child\n", []), ("", []), ("\u{0}\u{0}\u{0}", []),
      ("0123\t:1.7\nx\tdone\tkey\n0\tdone\tkey\n5\tdone\n6\tdone\t\n7\t\tkey\n-1\tdone\tkey\n99999999999\td\tk\n", [7]),
    ] as [(String, [UInt32])] {
      let memory = BubbleMemory(try folder.file("bubbles", text))
      #expect(memory.bubbles(on: Self.server).map(\.id) == ids, "of \(text.debugDescription)")
    }
    #expect(BubbleMemory(folder.path + "/nowhere/bubbles").bubbles(on: Self.server) == [])
    #expect(BubbleMemory(folder.path).bubbles(on: Self.server) == [])
  }

  @Test("only its owner can read it, whatever the umask; a folder that is gone is no trouble")
  func ownerOnly() throws {
    let folder = try Folder(), memory = BubbleMemory(folder.path + "/bubbles")
    let kept = [BubbleMemory.Kept(key: "day/step/child", id: 4, actions: ["done", "later"])]
    memory.keep(kept, on: Self.server)
    memory.keep(kept, on: Self.server)
    #expect(memory.bubbles(on: Self.server) == kept)
    #expect(try Folder.names(in: folder.path) == ["bubbles"])
    var status = stat()
    #expect(stat(memory.path, &status) == 0 && status.st_mode & 0o777 == 0o600)
    BubbleMemory(folder.path + "/nowhere/bubbles").keep(kept, on: Self.server)
  }
}
