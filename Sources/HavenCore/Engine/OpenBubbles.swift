/// The bubbles of transitions that are before a person's eyes and unanswered: found by their key, and by each transition
/// that they tell of.
struct OpenBubbles: Sendable {
  private var byKey: [String: Delivery] = [:]
  private var keysByTransition: [TransitionID: Set<String>] = [:]
  /// When the first of them is no longer true, looked for once: unknown again with another plan, and with every change of
  /// these but those that keep it.
  var firstEnd: Engine.CachedInstant = .unknown

  subscript(key: String) -> Delivery? {
    get { byKey[key] }
    set {
      if let former = byKey[key] { forget(key, former) }
      firstEnd = .unknown
      byKey[key] = newValue
      guard let newValue else { return }
      for item in newValue.line.items { keysByTransition[item.id.transition, default: []].insert(key) }
    }
  }

  private mutating func forget(_ key: String, _ bubble: Delivery) {
    for item in bubble.line.items {
      keysByTransition[item.id.transition]?.remove(key)
      if keysByTransition[item.id.transition]?.isEmpty == true { keysByTransition[item.id.transition] = nil }
    }
  }

  var isEmpty: Bool { byKey.isEmpty }
  var all: some Collection<Delivery> { byKey.values }
  /// In order.
  var keys: [String] { byKey.keys.sorted() }

  /// The keys of those that tell of a transition, in order.
  func keys(of transition: TransitionID) -> [String] { keysByTransition[transition]?.sorted() ?? [] }
}
