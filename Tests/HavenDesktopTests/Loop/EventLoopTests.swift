import Glibc
import HavenDesktop
import Testing

@Suite(.onLoop)
struct EventLoopTests {
  @Test("what is isolated to the loop runs on its thread, and comes back there after a wait")
  @LoopActor func staysOnLoop() async throws {
    #expect(EventLoop.main.isCurrent)
    try await EventLoop.main.pause(for: .milliseconds(1))
    #expect(EventLoop.main.isCurrent)
    let elsewhere = await offTheLoop()
    #expect(!elsewhere)
    #expect(EventLoop.main.isCurrent)
  }

  @concurrent private func offTheLoop() async -> Bool { EventLoop.main.isCurrent }

  @Test("no second thread runs it, and the one that does goes on")
  @LoopActor func oneThread() async throws {
    #expect(await refusal() == EBUSY)
    #expect(EventLoop.main.isCurrent)
  }

  @concurrent private func refusal() async -> Int32? {
    do throws(SystemError) {
      _ = try EventLoop.main.run()
      return nil
    } catch {
      return error.code
    }
  }

  @Test("a spawned task stays on the loop where it is isolated to nothing")
  @LoopActor func spawnPrefersLoop() async throws {
    let seen = Inbox<Bool>()
    EventLoop.main.spawn { seen.add(await isCurrentWithoutIsolation()) }
    #expect(try await seen.next())
  }

  @Test("spawned tasks begin in the order they were spawned")
  @LoopActor func order() async throws {
    let seen = Inbox<Int>()
    for number in 0..<100 { EventLoop.main.spawn { seen.add(number) } }
    _ = try await seen.next { $0 == 99 }
    #expect(seen.items == Array(0..<100))
  }

  @Test("a task that keeps giving way does not starve a timer")
  @LoopActor func fairness() async throws {
    let seen = Inbox<String>()
    let timer = try TimerSource(.monotonic) { seen.add("timer") }
    let busy = EventLoop.main.spawn {
      while !Task.isCancelled { await Task.yield() }
      seen.add("gave up")
    }
    timer.arm(after: .milliseconds(5))
    #expect(try await seen.next() == "timer")
    busy.cancel()
    #expect(try await seen.next() == "gave up")
  }

  @Test("perform runs at once on the loop, and from another thread when the loop comes to it")
  @LoopActor func perform() async throws {
    let seen = Inbox<String>()
    EventLoop.main.perform { seen.add("here") }
    #expect(seen.items == ["here"])
    await performElsewhere { seen.add("from elsewhere") }
    #expect(try await seen.next { $0 == "from elsewhere" } == "from elsewhere")
  }

  @concurrent private func performElsewhere(_ body: @escaping @Sendable @LoopActor () -> Void) async {
    EventLoop.main.perform(body)
  }

  @Test("a pause ends at once, with an error, when its task is cancelled")
  @LoopActor func cancelledPause() async throws {
    let seen = Inbox<String>()
    let task = EventLoop.main.spawn {
      do { try await EventLoop.main.pause(for: .seconds(3600)) } catch { seen.add("\(error)") }
    }
    await Task.yield()
    task.cancel()
    #expect(try await seen.next() == "CancellationError()")
  }

  @Test("a pause in a task that is already cancelled does not begin")
  @LoopActor func pauseAfterCancellation() async throws {
    let seen = Inbox<String>()
    EventLoop.main.spawn {
      withUnsafeCurrentTask { $0?.cancel() }
      do { try await EventLoop.main.pause(for: .seconds(3600)) } catch { seen.add("\(error)") }
    }
    #expect(try await seen.next() == "CancellationError()")
  }
}

nonisolated private func isCurrentWithoutIsolation() async -> Bool {
  await Task.yield()
  return EventLoop.main.isCurrent
}
