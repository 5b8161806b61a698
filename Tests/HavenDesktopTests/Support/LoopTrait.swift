import Glibc
import HavenDesktop
import Testing

/// Runs the process's loop on a thread of its own, so that tests isolated to `LoopActor` have it to run on.
///
/// Isolate the test functions, not the suite: the runner asks a suite for its tests before it asks its traits, and
/// would wait for a loop that nobody runs. havend has one thread and is looked at from outside (`OneThreadTests`); a
/// test runner has more, and one loop.
struct LoopTrait: SuiteTrait, TestTrait, TestScoping {
  var isRecursive: Bool { true }

  func provideScope(
    for test: Test, testCase: Test.Case?, performing body: @Sendable () async throws -> Void
  ) async throws {
    _ = Self.started
    try await body()
  }

  /// Once for the process, though several of its test targets ask for it: the loop runs on one thread, and the others
  /// end at once.
  private static let started: Void = {
    var thread = pthread_t()
    let isReady = UnsafeMutablePointer<sem_t>.allocate(capacity: 1)
    sem_init(isReady, 0, 0)
    let result = pthread_create(
      &thread, nil,
      { isReady in
        let loop = EventLoop.main
        if let isReady { sem_post(isReady.assumingMemoryBound(to: sem_t.self)) }
        _ = try? loop.run()
        return nil
      }, isReady)
    precondition(result == 0, "no thread for the loop")
    while sem_wait(isReady) != 0 {}
  }()
}

extension Trait where Self == LoopTrait {
  static var onLoop: LoopTrait { LoopTrait() }
}
