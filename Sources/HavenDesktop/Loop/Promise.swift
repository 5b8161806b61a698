/// A value that comes once, later; any number of tasks may wait for it, each no longer than it wants to.
@LoopActor
final class Promise<Value: Sendable> {
  private(set) var value: Value?
  private var waiters: [Int: Waiter] = [:]
  private var nextWaiter = 0

  private struct Waiter {
    let continuation: CheckedContinuation<Value?, Never>
    let timer: TimerSource
  }

  init() {}

  /// Gives the value to all who wait, and to all who will. Only the first one counts.
  func fulfil(_ value: Value) {
    guard self.value == nil else { return }
    self.value = value
    let all = waiters
    waiters = [:]
    for waiter in all.values { waiter.continuation.resume(returning: value) }
  }

  /// The value, or nil when `limit` has passed without it.
  func value(within limit: Duration) async -> Value? {
    let number = nextWaiter
    nextWaiter += 1
    guard let timer = try? TimerSource(.monotonic, handler: { [weak self] in self?.giveUp(number) }) else {
      return value
    }
    return await withCheckedContinuation { continuation in
      // The task may have been switched out before this runs: the value may be here already.
      if let value {
        continuation.resume(returning: value)
      } else {
        waiters[number] = Waiter(continuation: continuation, timer: timer)
        timer.arm(after: limit)
      }
    }
  }

  private func giveUp(_ number: Int) {
    waiters.removeValue(forKey: number)?.continuation.resume(returning: nil)
  }
}
