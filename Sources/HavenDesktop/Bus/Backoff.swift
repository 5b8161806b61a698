/// How long to wait before trying again something that keeps failing: twice as long each time, up to a limit.
package struct Backoff {
  let first: Duration
  let limit: Duration
  private var next: Duration

  package init(first: Duration, limit: Duration) {
    self.first = first
    self.limit = limit
    next = first
  }

  /// The wait before the coming try.
  package mutating func advance() -> Duration {
    defer { next = min(next * 2, limit) }
    return next
  }

  /// It has worked: the next failure begins at `first` again.
  package mutating func reset() { next = first }
}
