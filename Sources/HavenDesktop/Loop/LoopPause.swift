extension EventLoop {
  /// Waits for `duration` of awake time without holding the loop; the loop's `Task.sleep`.
  ///
  /// - Throws: `CancellationError` as soon as the task is cancelled.
  @LoopActor public func pause(for duration: Duration) async throws {
    let pause = Pause()
    try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { pause.begin(duration, $0) }
    } onCancel: {
      EventLoop.main.perform { pause.end(with: CancellationError()) }
    }
  }
}

/// A continuation and the timer that resumes it, once, whichever of the timer and a cancellation comes first.
@LoopActor
private final class Pause {
  private var continuation: CheckedContinuation<Void, any Error>?
  private var timer: TimerSource?
  private var isOver = false

  nonisolated init() {}

  func begin(_ duration: Duration, _ continuation: CheckedContinuation<Void, any Error>) {
    // The task was cancelled before it got here: its handler has been and gone.
    guard !isOver else { return continuation.resume(throwing: CancellationError()) }
    self.continuation = continuation
    do {
      timer = try TimerSource(.monotonic) { [weak self] in self?.end(with: nil) }
      timer?.arm(after: duration)
    } catch {
      end(with: error)
    }
  }

  func end(with error: (any Error)?) {
    isOver = true
    timer?.cancel()
    timer = nil
    guard let continuation else { return }
    self.continuation = nil
    if let error { continuation.resume(throwing: error) } else { continuation.resume() }
  }
}
