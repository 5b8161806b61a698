/// Which bubble of the server belongs to which key, and what a signal about one means: a state machine without a bus.
///
/// Signals come for bubbles that were just replaced, twice, for ids that no `Notify` has returned yet, and with the id 0;
/// every one of those is seen on real servers. A key has at most one `Notify` under way: the caller sees to that.
struct Bubbles {
  private struct Bubble {
    var id: UInt32
    var actions: Set<String>
    /// An answer was told: its close is no news, and neither is a second answer.
    var isAnswered = false
  }

  private struct Flight {
    var actions: Set<String>
    var isUnwanted = false
  }

  private enum Early {
    case answered(id: UInt32, action: String)
    case closed(id: UInt32, reason: CloseReason)
  }

  private var bubbles: [String: Bubble] = [:] { didSet { changes += 1 } }
  /// Counts up whenever what is up, or unanswered, may be another.
  private(set) var changes = 0
  private var keys: [UInt32: String] = [:]
  private var flights: [String: Flight] = [:]
  /// Signals for ids that nobody knows, while a `Notify` is under way that may return one of them.
  private var early: [Early] = []

  /// A `Notify` for this key leaves.
  /// - Returns: the id that it replaces, 0 for none.
  mutating func begin(_ key: String, actions: Set<String>) -> UInt32 {
    flights[key] = Flight(actions: actions)
    return bubbles[key]?.id ?? 0
  }

  /// What follows from the reply to a `Notify`.
  struct Arrival: Equatable {
    var events: [NotifierEvent] = []
    /// The bubble was closed by us while it was on its way: it has to be taken down.
    var isUnwanted = false
  }

  /// The server has taken it, as `id`.
  mutating func arrived(_ key: String, id: UInt32) -> Arrival {
    guard let flight = flights.removeValue(forKey: key) else { return Arrival() }
    defer { if flights.isEmpty { early = [] } }
    guard !flight.isUnwanted else {
      remove(key)
      return Arrival(isUnwanted: true)
    }
    remove(key)
    // A server that hands out an id again has no bubble any more that had it before; id 0 is all of its bubbles.
    if let former = keys[id], former != key { bubbles[former] = nil }
    bubbles[key] = Bubble(id: id, actions: flight.actions)
    keys[id] = key
    var events: [NotifierEvent] = []
    for signal in early {
      switch signal {
      case .answered(id, let action): if let event = answered(id: id, action: action) { events.append(event) }
      case .closed(id, let reason): if let event = closed(id: id, reason: reason) { events.append(event) }
      default: continue
      }
    }
    return Arrival(events: events)
  }

  /// The server has not taken it. What the key had before may still be there.
  mutating func failed(_ key: String) {
    flights[key] = nil
    if flights.isEmpty { early = [] }
  }

  mutating func answered(id: UInt32, action: String) -> NotifierEvent? {
    guard let key = keys[id], var bubble = bubbles[key] else {
      if !flights.isEmpty { early.append(.answered(id: id, action: action)) }
      return nil
    }
    // Some servers invoke `default` when the bubble itself is clicked, offered or not.
    guard !bubble.isAnswered, bubble.actions.contains(action) else { return nil }
    bubble.isAnswered = true
    bubbles[key] = bubble
    return .answered(key: key, action: action)
  }

  mutating func closed(id: UInt32, reason: CloseReason) -> NotifierEvent? {
    guard let key = keys[id], let bubble = bubbles[key] else {
      if !flights.isEmpty { early.append(.closed(id: id, reason: reason)) }
      return nil
    }
    remove(key)
    // What is closed has a successor on its way: the person has seen neither go.
    guard !bubble.isAnswered, flights[key] == nil else { return nil }
    return .closed(key: key, reason: reason)
  }

  /// We take a key's bubble down.
  /// - Returns: its id, if it is up.
  mutating func forget(_ key: String) -> UInt32? {
    if flights[key] != nil { flights[key]?.isUnwanted = true }
    let id = bubbles[key]?.id
    remove(key)
    return id
  }

  /// The server is another: its ids mean nothing to it. What is under way ends by itself.
  /// - Returns: the ids there were.
  @discardableResult
  mutating func forgetAll() -> [UInt32] {
    defer { (bubbles, keys, early) = ([:], [:], []) }
    return bubbles.values.map(\.id).sorted()
  }

  /// What is up and unanswered, in the order of its keys.
  var kept: [BubbleMemory.Kept] {
    bubbles.filter { $1.id != 0 && !$1.isAnswered }.sorted { $0.key < $1.key }
      .map { BubbleMemory.Kept(key: $0, id: $1.id, actions: $1.actions) }
  }

  /// Takes over what an earlier run left on this server.
  mutating func adopt(_ kept: [BubbleMemory.Kept]) {
    for bubble in kept where bubbles[bubble.key] == nil && keys[bubble.id] == nil {
      bubbles[bubble.key] = Bubble(id: bubble.id, actions: bubble.actions)
      keys[bubble.id] = bubble.key
    }
  }

  private mutating func remove(_ key: String) {
    guard let bubble = bubbles.removeValue(forKey: key) else { return }
    if keys[bubble.id] == key { keys[bubble.id] = nil }
  }
}
