import Testing

@testable import HavenDesktop

@Suite(.onLoop)
struct PromiseTests {
  @Test("all who wait get the value, and so do those who come later; only the first one counts")
  @LoopActor func fulfil() async throws {
    let promise = Promise<Int>(), seen = Inbox<Int?>()
    for _ in 0..<3 { EventLoop.main.spawn { seen.add(await promise.value(within: .seconds(60))) } }
    try await EventLoop.main.pause(for: .milliseconds(1))
    promise.fulfil(1)
    promise.fulfil(2)
    for _ in 0..<3 { #expect(try await seen.next() == 1) }
    #expect(await promise.value(within: .zero) == 1)
  }

  @Test("who waits too long gets nothing, and is not kept")
  @LoopActor func limit() async throws {
    let promise = Promise<Int>()
    #expect(await promise.value(within: .milliseconds(5)) == nil)
    #expect(await promise.value(within: .zero) == nil)
    promise.fulfil(1)
    #expect(promise.value == 1)
  }
}
