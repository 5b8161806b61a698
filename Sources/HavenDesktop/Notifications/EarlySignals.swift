/// What a server says between a run's first moment on the bus and its first word with that server, in order: somebody
/// may press a button that an earlier run has put up before this one knows of it.
struct EarlySignals {
  typealias Meaning = (inout Bubbles) -> NotifierEvent?

  private var signals: [(sender: String, meaning: Meaning)] = []

  /// More than anybody presses in the meantime; whoever sends more is no person.
  static let limit = 64

  mutating func add(from sender: String, _ meaning: @escaping Meaning) {
    if signals.count < Self.limit { signals.append((sender, meaning)) }
  }

  /// What this server has said; the rest is about ids that are void. Nothing stays.
  mutating func take(from sender: String) -> [Meaning] {
    defer { signals = [] }
    return signals.filter { $0.sender == sender }.map(\.meaning)
  }
}
