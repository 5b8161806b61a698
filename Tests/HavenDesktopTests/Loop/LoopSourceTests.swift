import Glibc
import HavenCore
import HavenDesktop
import Testing

@Suite(.onLoop)
struct LoopSourceTests {
  @Test("a timer fires once, and not before its time", arguments: [0, 20])
  @LoopActor func timer(milliseconds: Int) async throws {
    let fired = Inbox<UInt64>()
    let clock = TimerSource.Clock.realtime
    let timer = try TimerSource(clock) { fired.add(clock.microseconds) }
    let due = clock.microseconds + UInt64(milliseconds) * 1000
    timer.arm(atMicroseconds: due)
    let at = try await fired.next()
    #expect(at >= due)
    timer.arm(after: .milliseconds(1))
    #expect(try await fired.next() > at)
  }

  @Test("a timer for an instant fires when the clock says that it is")
  @LoopActor func instants() async throws {
    let fired = Inbox<Instant>()
    let timer = try TimerSource(.realtime) { fired.add(.now) }
    for _ in 1...2 {
      let due = Instant.now + 1
      timer.arm(at: due)
      #expect(try await fired.next() >= due)
    }
  }

  @Test("a timer for an instant that is past fires at once, one beyond all counting never")
  @LoopActor func extremeInstants() async throws {
    let fired = Inbox<String>()
    let past = try TimerSource(.realtime) { fired.add("past") }
    let never = try TimerSource(.realtime) { fired.add("never") }
    never.arm(at: .distantFuture)
    past.arm(at: .distantPast)
    #expect(try await fired.next() == "past")
    try await EventLoop.main.pause(for: .milliseconds(5))
    #expect(fired.items == ["past"])
  }

  @Test("a disarmed, a cancelled and a dropped timer do not fire")
  @LoopActor func disarmed() async throws {
    let fired = Inbox<String>()
    let disarmed = try TimerSource(.monotonic) { fired.add("disarmed") }
    let cancelled = try TimerSource(.monotonic) { fired.add("cancelled") }
    var dropped: TimerSource? = try TimerSource(.monotonic) { fired.add("dropped") }
    for timer in [disarmed, cancelled, dropped] { timer?.arm(after: .milliseconds(1)) }
    disarmed.disarm()
    cancelled.cancel()
    dropped = nil
    let last = try TimerSource(.monotonic) { fired.add("last") }
    last.arm(after: .milliseconds(10))
    _ = try await fired.next()
    #expect(fired.items == ["last"])
    #expect(cancelled.isCancelled && !disarmed.isCancelled)
  }

  @Test("a source may be dropped by its own handler")
  @LoopActor func dropsItself() async throws {
    let fired = Inbox<Int>()
    let holder = Holder()
    holder.timer = try TimerSource(.monotonic) {
      holder.timer = nil
      fired.add(1)
    }
    holder.timer?.arm(after: .milliseconds(1))
    #expect(try await fired.next() == 1)
    #expect(holder.timer == nil)
  }

  @LoopActor private final class Holder { var timer: TimerSource? }

  @Test("a pipe is readable when something was written, and closed when its writer is")
  @LoopActor func io() async throws {
    let pipe = try Pipe()
    let reader = pipe.reader
    defer { close(reader) }
    let seen = Inbox<IOSource.Events>()
    let source = try IOSource(reader, .readable) { events in
      var byte: UInt8 = 0
      read(reader, &byte, 1)
      seen.add(events)
    }
    defer { source.cancel() }
    write(pipe.writer, "x", 1)
    #expect(try await seen.next() == .readable)
    close(pipe.writer)
    #expect(try await seen.next() == .closed)
  }

  @Test("a watched folder tells which of its files was made, written and replaced")
  @LoopActor func fileWatch() async throws {
    let folder = try Folder()
    let seen = Inbox<String>()
    let watch = try FileWatch(folder.path, [.created, .written, .movedIn]) { event in
      let kind = event.kinds.contains(.created) ? "created" : event.kinds.contains(.written) ? "written" : "moved"
      seen.add("\(kind) \(event.name ?? "")")
    }
    defer { watch.cancel() }
    let file = try folder.file("haven.toml", "[household]\n")
    rename(file, "\(folder.path)/conf.toml")
    _ = try await seen.next { $0 == "moved conf.toml" }
    #expect(seen.items == ["created haven.toml", "written haven.toml", "moved conf.toml"])
  }

  @Test("watching what is not there is an error that names it")
  @LoopActor func watchNothing() {
    #expect(throws: SystemError(code: ENOENT, operation: "watch '/nonexistent/haven'")) {
      _ = try FileWatch("/nonexistent/haven", .written) { _ in }
    }
    #expect(
      SystemError(code: ENOENT, operation: "watch '/nonexistent/haven'").description
        == "watch '/nonexistent/haven': No such file or directory")
  }

  @Test("a child's end is told with its code, or the signal that ended it")
  @LoopActor func childExit() async throws {
    #expect(try await Program(["sh", "-c", "exit 7"]).ended() == .exited(code: 7))
    #expect(try await Program(["sh", "-c", "kill -9 $$"]).ended() == .killed(signal: SIGKILL))
  }

  @Test("the watch on the clock is quiet while nobody sets it, and ends when cancelled")
  @LoopActor func clockChange() async throws {
    let fired = Inbox<Int>()
    let change = try ClockChange { fired.add(1) }
    try await EventLoop.main.pause(for: .milliseconds(20))
    change.cancel()
    change.cancel()
    #expect(fired.items.isEmpty)
  }
}

/// Swift may put off an isolated deinit to a later turn of the loop. Here it must not: a dropped source would still fire.
@Suite(.onLoop)
struct DroppedInHandlerTests {
  @LoopActor private final class Witness {
    let log: Inbox<String>
    init(_ log: Inbox<String>) { self.log = log }
    isolated deinit { log.add("gone") }
  }

  @Test("what a handler lets go of is gone before the handler goes on")
  @LoopActor func dropped() async throws {
    let log = Inbox<String>()
    var witness: Witness? = Witness(log)
    let timer = try TimerSource(.monotonic) {
      witness = nil
      log.add("handler goes on")
    }
    timer.arm(after: .milliseconds(1))
    _ = try await log.next { $0 == "handler goes on" }
    #expect(log.items == ["gone", "handler goes on"])
    _ = witness
  }
}
