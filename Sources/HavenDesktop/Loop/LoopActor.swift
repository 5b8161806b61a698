/// The actor of everything that lives on the event loop: sockets, timers, the bus, the engine's owner.
///
/// What is isolated to it runs on the loop's thread, one thing at a time; callbacks from C enter it by
/// `assumeIsolated`, without a task and without a wait.
@globalActor
public actor LoopActor {
  public static let shared = LoopActor()

  public nonisolated var unownedExecutor: UnownedSerialExecutor { EventLoop.main.asUnownedSerialExecutor() }

  /// Runs `body` at once, as code of this actor; stops the program when the caller is not on the loop.
  ///
  /// The way in for C callbacks, and for a synchronous `main` before it runs the loop. Swift offers this for
  /// MainActor only.
  public static func assumeIsolated<Value>(_ body: @LoopActor () throws -> Value) rethrows -> Value {
    typealias Unisolated = () throws -> Value
    precondition(EventLoop.main.isCurrent, "not on the event loop")
    return try withoutActuallyEscaping(body) { body in
      // The cast is the one of the standard library's MainActor: the compiler checks isolation before the call, and
      // nothing of it is left in how a synchronous function is called.
      try unsafeBitCast(body, to: Unisolated.self)()
    }
  }
}
