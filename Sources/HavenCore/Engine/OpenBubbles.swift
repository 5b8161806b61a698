/// The bubbles of transitions that are before a person's eyes and unanswered: found by their key, and by each transition
/// that they tell of.
struct OpenBubbles: Sendable {
  private var byKey: [String: Delivery] = [:]
  /// A transition has one bubble.
  private var keys: [TransitionID: String] = [:]
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
      for item in newValue.line.items { keys[item.id.transition] = key }
    }
  }

  private mutating func forget(_ key: String, _ bubble: Delivery) {
    for item in bubble.line.items where keys[item.id.transition] == key { keys[item.id.transition] = nil }
  }

  var all: some Collection<Delivery> { byKey.values }
  /// Every key, in order.
  var inOrder: [String] { byKey.keys.sorted() }

  /// The key of the one that tells of a transition.
  func key(of transition: TransitionID) -> String? { keys[transition] }
}
