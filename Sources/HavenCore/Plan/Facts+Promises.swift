// What becomes of a promise.

extension Facts.Promise {
  /// What a closed one came to.
  public enum Outcome: Sendable, Equatable {
    case kept
    /// Told before it changed, and kept: trust kept.
    case movedInTime
    /// Its time went by, and it was made good: said so, or moved and kept afterwards.
    case repaired
  }

  /// Nil while it is open.
  public var outcome: Outcome? {
    switch state {
    case .open: nil
    case .repaired: .repaired
    case .kept: movedLate ? .repaired : movedCount > 0 ? .movedInTime : .kept
    }
  }

  mutating func move(to dueAt: Instant, at: Instant) {
    if at > self.dueAt { movedLate = true }
    self.dueAt = dueAt
    setAt = at
    movedCount += 1
    state = .open
  }
}

extension Facts {
  mutating func changePromise(_ id: PromiseID, _ body: (inout Promise) -> Void) {
    if let index = promises.lastIndex(where: { $0.id == id }) {
      body(&promises[index])
    } else if let index = returns.lastIndex(where: { $0.id == id }) {
      body(&returns[index])
    }
  }
}
