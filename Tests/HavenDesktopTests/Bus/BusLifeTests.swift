import HavenDesktop
import Testing

/// A bus that is absent, late, dead and back: what a person's session does at login, at logout, and on a bad day.
@Suite(.onLoop)
struct BusLifeTests {
  @Test("a bus that appears late is joined when it does")
  @LoopActor func late() async throws {
    let daemon = try await PrivateBus(starts: false)
    let seen = Inbox<Bool>()
    let bus = Bus(daemon.address)
    let subscription = bus.onState { seen.add($0.isConnected) }
    defer { subscription.cancel() }
    bus.start()
    await #expect(throws: BusError.disconnected) {
      _ = try await bus.property("Any", of: "org.example.Any", at: "/", from: "org.example.Any")
    }
    try await daemon.start()
    #expect(try await seen.next { $0 })
  }

  @Test("a bus whose folder does not exist yet is joined when folder and socket appear")
  @LoopActor func lateFolder() async throws {
    let parent = try Folder()
    let seen = Inbox<Bool>()
    let address = BusAddress.socket(at: "\(parent.path)/run user/bus")
    #expect(address.text == "unix:path=\(parent.path)/run%20user/bus")
    let bus = Bus(address)
    let subscription = bus.onState { seen.add($0.isConnected) }
    defer { subscription.cancel() }
    bus.start()
    let maker = try Program(["mkdir", "\(parent.path)/run user"])
    _ = try await maker.ended()
    let daemon = try Program(
      ["dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address", "--address=\(address)"], isQuiet: true)
    #expect(try await seen.next { $0 })
    _ = try await daemon.end()
  }

  @Test("a bus that dies and comes back is joined again, and subscriptions hold over it")
  @LoopActor func restart() async throws {
    let daemon = try await PrivateBus()
    let seen = Inbox<Bool>()
    let heard = Inbox<String>()
    let bus = Bus(daemon.address)
    let state = bus.onState { seen.add($0.isConnected) }
    let signals = bus.onSignal(SignalMatch(interface: "org.example.Test", member: "Said")) {
      signal throws(BusError) in heard.add(try signal.string())
    }
    defer {
      state.cancel()
      signals.cancel()
    }
    bus.start()
    _ = try await seen.next { $0 }
    for round in ["first", "second", "third"] {
      try await daemon.stop()
      _ = try await seen.next { !$0 }
      try await daemon.start()
      _ = try await seen.next { $0 }
      _ = try await bus.call(BusMethod("org.freedesktop.DBus", "/", "org.freedesktop.DBus", "GetId"))
      try await daemon.emit("/org/example", "org.example.Test", "Said", "s", round)
      #expect(try await heard.next() == round)
    }
    #expect(heard.items == ["first", "second", "third"])
  }

  @Test("the owner of a name is told when it comes, when it goes, and when the bus does")
  @LoopActor func owner() async throws {
    let daemon = try await PrivateBus()
    let seen = Inbox<String?>()
    let bus = try await daemon.client()
    let subscription = bus.onOwner(of: "org.example.Name") { seen.add($0) }
    defer { subscription.cancel() }
    #expect(try await seen.next() == nil)
    let first = try await nameOwner(on: daemon)
    let name = try #require(try await seen.next())
    #expect(name.hasPrefix(":1."))
    _ = try await first.end()
    #expect(try await seen.next() == nil)
    _ = try await nameOwner(on: daemon)
    #expect(try await seen.next() != nil)
  }

  @Test("the owner there was is gone with its bus, and asked for again on the next one")
  @LoopActor func ownerOverRestart() async throws {
    let daemon = try await PrivateBus()
    let seen = Inbox<String?>()
    let bus = try await daemon.client()
    let owner = try await nameOwner(on: daemon)
    let subscription = bus.onOwner(of: "org.example.Name") { seen.add($0) }
    defer { subscription.cancel() }
    #expect(try await seen.next() != nil)
    try await daemon.stop()
    #expect(try await seen.next() == nil)
    try await daemon.start()
    #expect(try await seen.next() == nil)
    _ = try await owner.end()
  }

  @Test("a subscription that was cancelled or dropped hears no more")
  @LoopActor func cancelled() async throws {
    let daemon = try await PrivateBus()
    let bus = try await daemon.client()
    let heard = Inbox<String>()
    let match = SignalMatch(interface: "org.example.Test")
    let cancelled = bus.onSignal(match) { _ throws(BusError) in heard.add("cancelled") }
    var dropped: BusSubscription? = bus.onSignal(match) { _ throws(BusError) in heard.add("dropped") }
    let kept = bus.onSignal(match) { _ throws(BusError) in heard.add("kept") }
    defer { kept.cancel() }
    cancelled.cancel()
    _ = dropped
    dropped = nil
    _ = try await bus.call(BusMethod("org.freedesktop.DBus", "/", "org.freedesktop.DBus", "GetId"))
    try await daemon.emit("/org/example", "org.example.Test", "Said", "s", "x")
    _ = try await heard.next { $0 == "kept" }
    #expect(heard.items == ["kept"])
  }

  @Test("an address that makes no sense is said, and not tried again and again")
  @LoopActor func badAddress() {
    let bus = Bus(BusAddress("no such thing"))
    bus.start()
    guard case .waiting(let reason?) = bus.state else {
      Issue.record("state \(bus.state)")
      return
    }
    #expect(reason.description.contains("'no such thing'"))
  }

  @LoopActor private func nameOwner(on daemon: PrivateBus) async throws -> Program {
    let script = """
      import dbus, signal, sys
      bus = dbus.bus.BusConnection(sys.argv[1])
      bus.request_name('org.example.Name')
      print('ready', flush=True)
      signal.pause()
      """
    let owner = try Program(["/usr/bin/python3", "-c", script, daemon.address.text])
    _ = try await owner.lines.next { $0 == "ready" }
    return owner
  }
}
