import HavenDesktop
import Testing

/// What a test waited for did not come.
struct NotInTime: Error, CustomStringConvertible {
  let description: String
}

/// Comes back as soon as `condition` holds; looks every few milliseconds, for things that cannot tell of themselves.
@LoopActor
func eventually(
  _ what: String, within limit: Duration = .seconds(20), _ condition: () throws -> Bool
) async throws {
  let end = ContinuousClock.now + limit
  while try !condition() {
    guard ContinuousClock.now < end else { throw NotInTime(description: "not in time: \(what)") }
    try await EventLoop.main.pause(for: .milliseconds(5))
  }
}

/// Keeps what happens, in order, for a test to wait for.
@LoopActor
final class Inbox<Item: Sendable> {
  private(set) var items: [Item] = []
  private var taken = 0
  private var change: CheckedContinuation<Void, Never>?

  func add(_ item: Item) {
    items.append(item)
    change?.resume()
    change = nil
  }

  /// Forgets all that has come.
  func clear() {
    items = []
    taken = 0
  }

  /// The next item not taken yet that satisfies `isWanted`; those before it are passed over.
  func next(
    within limit: Duration = .seconds(20), where isWanted: (Item) -> Bool = { _ in true }
  ) async throws -> Item {
    let timer = try TimerSource(.monotonic) { [weak self] in
      self?.change?.resume()
      self?.change = nil
    }
    timer.arm(after: limit)
    let end = ContinuousClock.now + limit
    while true {
      while taken < items.count {
        taken += 1
        if isWanted(items[taken - 1]) { return items[taken - 1] }
      }
      guard ContinuousClock.now < end else {
        throw NotInTime(description: "nothing wanted in time; there came \(items)")
      }
      // A test's task may be switched out before this body runs: something may have come meanwhile.
      await withCheckedContinuation { if taken < items.count { $0.resume() } else { change = $0 } }
    }
  }
}
