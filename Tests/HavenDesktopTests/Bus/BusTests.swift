import Glibc
import HavenDesktop
import Testing

@Suite(.onLoop)
struct BusTests {
  private static func ofBus(_ member: String) -> BusMethod {
    BusMethod("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", member)
  }

  @Test("a call comes back with its reply")
  @LoopActor func call() async throws {
    let daemon = try await PrivateBus()
    let bus = try await daemon.client()
    let names = try await bus.call(Self.ofBus("ListNames")).strings()
    #expect(names.contains("org.freedesktop.DBus"))
    let owned = try await bus.call(Self.ofBus("NameHasOwner")) { arguments throws(BusError) in
      try arguments.string("org.freedesktop.DBus")
    }
    #expect(try owned.bool())
  }

  @Test("an error reply is thrown with its name")
  @LoopActor func errorReply() async throws {
    let daemon = try await PrivateBus()
    let bus = try await daemon.client()
    let error = await #expect(throws: BusError.self) {
      _ = try await bus.call(BusMethod("org.example.Nobody", "/", "org.example.Nothing", "Do"))
    }
    guard case .remote(BusError.Name.serviceUnknown, _) = error else {
      Issue.record("not the error of an unknown service: \(String(describing: error))")
      return
    }
  }

  @Test("a peer that never answers is given up after the timeout")
  @LoopActor func silence() async throws {
    let daemon = try await PrivateBus()
    let bus = try await daemon.client()
    let peer = try await idlePeer(on: daemon)
    kill(peer.program.process, SIGSTOP)
    let ping = BusMethod(peer.name, "/", "org.freedesktop.DBus.Peer", "Ping")
    await #expect(throws: BusError.timedOut) { _ = try await bus.call(ping, timeout: .milliseconds(50)) }
  }

  @Test("a peer that goes away without answering is told apart from one that is slow")
  @LoopActor func peerGone() async throws {
    let daemon = try await PrivateBus()
    let bus = try await daemon.client()
    let peer = try await idlePeer(on: daemon)
    kill(peer.program.process, SIGSTOP)
    let seen = Inbox<BusError?>()
    try bus.send(BusMethod(peer.name, "/", "org.freedesktop.DBus.Peer", "Ping")) { result in
      if case .failure(let error) = result { seen.add(error) } else { seen.add(nil) }
    }
    kill(peer.program.process, SIGKILL)
    guard case .remote(BusError.Name.noReply, _) = try await seen.next() else {
      Issue.record("expected the bus's NoReply, not \(seen.items)")
      return
    }
  }

  @Test("a call that is open when the bus dies ends as disconnected")
  @LoopActor func busGone() async throws {
    let daemon = try await PrivateBus()
    let bus = try await daemon.client()
    daemon.freeze()
    let seen = Inbox<String>()
    EventLoop.main.spawn {
      do { _ = try await bus.call(Self.ofBus("ListNames")) } catch { seen.add("\(error)") }
    }
    await Task.yield()
    try await daemon.stop()
    #expect(try await seen.next() == "not connected to the bus")
    await #expect(throws: BusError.disconnected) { _ = try await bus.call(Self.ofBus("ListNames")) }
  }

  @Test("cancelling a task ends its call at once")
  @LoopActor func cancellation() async throws {
    let daemon = try await PrivateBus()
    let bus = try await daemon.client()
    daemon.freeze()
    let seen = Inbox<String>()
    let task = EventLoop.main.spawn {
      do { _ = try await bus.call(Self.ofBus("ListNames")) } catch { seen.add("\(error)") }
    }
    await Task.yield()
    task.cancel()
    #expect(try await seen.next() == "cancelled")
  }

  @Test("a string with a NUL is not sent as half of itself")
  @LoopActor func embeddedNUL() async throws {
    let daemon = try await PrivateBus()
    let bus = try await daemon.client()
    await #expect(throws: BusError.malformed("a string with a NUL")) {
      _ = try await bus.call(Self.ofBus("NameHasOwner")) { arguments throws(BusError) in
        try arguments.string("half\0whole")
      }
    }
  }

  @Test("values of every kind are read from a signal, and an unknown kind is passed over")
  @LoopActor func values() async throws {
    let daemon = try await PrivateBus()
    let bus = try await daemon.client()
    let seen = Inbox<[String: BusValue]>()
    let subscription = bus.onSignal(SignalMatch(interface: "org.example.Test", member: "Said")) {
      signal throws(BusError) in seen.add(try signal.dictionary())
    }
    defer { subscription.cancel() }
    // Answered behind the match: from here on the bus delivers.
    _ = try await bus.call(Self.ofBus("GetId"))
    try await daemon.emit(
      "/org/example", "org.example.Test", "Said", "a{sv}", "12", "bool", "b", "true", "byte", "y", "255", "int32", "i",
      "-7", "uint32", "u", "4294967295", "int64", "x", "-9", "uint64", "t", "18446744073709551615", "double", "d",
      "0.5", "string", "s", "Grüße 🦦", "path", "o", "/a/b", "strings", "as", "2", "", "x", "structure", "(ii)", "1",
      "2", "last", "s", "end")
    #expect(
      try await seen.next() == [
        "bool": .bool(true), "byte": .byte(255), "int32": .int32(-7), "uint32": .uint32(.max), "int64": .int64(-9),
        "uint64": .uint64(.max), "double": .double(0.5), "string": .string("Grüße 🦦"), "path": .objectPath("/a/b"),
        "strings": .strings(["", "x"]), "structure": .other(signature: "(ii)"), "last": .string("end"),
      ])
  }

  @Test("a signal with other arguments than it should have is passed over, and the next one is heard")
  @LoopActor func malformedSignal() async throws {
    let daemon = try await PrivateBus()
    let bus = try await daemon.client()
    let seen = Inbox<UInt32>()
    let subscription = bus.onSignal(SignalMatch(interface: "org.example.Test")) { signal throws(BusError) in
      seen.add(try signal.uint32())
    }
    defer { subscription.cancel() }
    _ = try await bus.call(Self.ofBus("GetId"))
    try await daemon.emit("/org/example", "org.example.Test", "Said", "s", "seven")
    try await daemon.emit("/org/example", "org.example.Test", "Said", "")
    try await daemon.emit("/org/example", "org.example.Test", "Said", "u", "7")
    #expect(try await seen.next() == 7)
    #expect(seen.items == [7])
  }

  @LoopActor private func idlePeer(on daemon: PrivateBus) async throws -> (program: Program, name: String) {
    let program = try Program(["\(Folder.products)/loop-probe", "bus", daemon.address.text])
    let line = try await program.lines.next { $0.hasPrefix("bus connected") }
    return (program, String(line.split(separator: " ").last ?? ""))
  }
}
