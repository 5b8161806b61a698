/// What an earlier run put on the screen and nobody has answered: read back from the ledger, so that a button pressed
/// after a crash is an answer, and what a new server knows nothing of is put up again.
extension Engine {
  /// One bubble for each notification whose latest rung is before a person's eyes and still true.
  mutating func restoreBubbles(now: Instant) {
    var latest: [TransitionID: (id: CueID, entry: LedgerEntry)] = [:]
    func consider(_ id: CueID, _ entry: LedgerEntry) {
      guard id.date >= today - 1, entry.wasEverShown else { return }
      let former = latest[id.transition]?.entry
      if former.map({ ($0.dueAt, $0.at) < (entry.dueAt, entry.at) }) ?? true { latest[id.transition] = (id, entry) }
    }
    for (id, entry) in cueStates { consider(id, entry) }
    for entry in lineStates.values where entry.kind == .moved {
      if let id = CueID(entry.id) { consider(id, entry) }
    }
    // What went out as one notification became shown in one instant.
    struct Showing: Hashable { var to: CarerID, at: Instant, kind: Line.Kind }
    var showings: [Showing: [(dueAt: Instant, item: Line.Item)]] = [:]
    for (id, entry) in latest.values where entry.state == .shown {
      guard let carer = entry.to, let step = step(of: id.transition), cancellation(of: id.transition) == nil,
        now - step.at <= 120
      else { continue }
      let showing = Showing(to: carer, at: entry.at, kind: entry.kind)
      showings[showing, default: []].append((entry.dueAt, Line.Item(id: id, secondsLeft: step.at - entry.at)))
    }
    for (showing, items) in showings {
      let bubble = bubble(of: items, showing.kind, to: showing.to, at: showing.at)
      bubbles[bubble.key] = bubble
    }
  }

  private mutating func bubble(
    of items: [(dueAt: Instant, item: Line.Item)], _ kind: Line.Kind, to carer: CarerID, at instant: Instant
  ) -> Delivery {
    // The first names the bubble: of rungs the first due, then the first in the plan; of moves the soonest change.
    let places = Dictionary(
      Set(items.map(\.item.id.date)).sorted().flatMap { plan(for: $0).cues.map(\.id) }.enumerated()
        .map { ($0.element, $0.offset) }, uniquingKeysWith: min)
    func order(_ one: (dueAt: Instant, item: Line.Item)) -> (Instant, Int, String) {
      let place = kind == .moved ? one.item.secondsLeft : places[one.item.id] ?? .max
      return (one.dueAt, place, "\(one.item.id)")
    }
    let ordered = items.sorted { order($0) < order($1) }.map(\.item)
    let level = level(at: instant)
    let line = Line(
      kind: kind, at: instant, to: carer, level: level, items: ordered,
      subject: kind == .moved ? .movedTo(instant + ordered[0].secondsLeft) : .none)  // a showing has an item
    let claims = ordered.map { "\($0.id)" }
    return takenOver(line, claims: claims, key: "\(ordered[0].id.transition)", Answer.ofAChange)
  }

  /// The screen still has these bubbles: they are not put up again, and what is answered already goes.
  mutating func takeOver(_ keys: [String], now: Instant) {
    for key in keys {
      if bubbles[key] != nil {
        foundBubbles.insert(key)
      } else if let line = lineBubble(key, now: now) {
        lineBubbles[key] = line
        foundBubbles.insert(key)
      } else if isAnswerable(key) {
        outbox.closes.append(key)
      }
    }
  }

  /// Whether a bubble of this key has buttons. The others say what they say, and go by themselves.
  ///
  /// Of what was said on a date that a clock set back has put ahead again, only the key tells.
  private func isAnswerable(_ key: String) -> Bool {
    switch lineStates[key]?.kind {
    case .nudge, .swap: return true
    case nil:
      let parts = key.split(separator: "/", omittingEmptySubsequences: false)
      let isOffered = parts.count > 2 && (parts[1] == "nudge" || parts[1] == "swap")
      return key == "fuel" || isOffered || CueID("\(key)/\(CueID.moved)") != nil
    default: return false
    }
  }

  /// A bubble that is no transition's and has buttons: food, a nudge or a swap. As long as it is up and unanswered it can
  /// be answered, however old it is.
  private func lineBubble(_ key: String, now: Instant) -> Delivery? {
    let theirs = lineStates.values.filter { entry in
      entry.state == .shown
        && (entry.kind == .fuel ? key == "fuel" : (entry.kind == .nudge || entry.kind == .swap) && entry.id == key)
    }
    guard let latest = theirs.max(by: { $0.at < $1.at }), let carer = latest.to else { return nil }
    let shown = theirs.filter { $0.at == latest.at }.sorted { $0.id < $1.id }
    var line = Line(kind: latest.kind, at: latest.at, to: carer, level: level(at: latest.at))
    let actions: [Answer]
    switch latest.kind {
    case .fuel:
      line.subject = .fuel(children: shown.compactMap(\.subject), movementToo: false)
      actions = [.done]
    case .swap:
      guard let swap = Line.Swap(lineID: key) else { return nil }
      line.subject = .swap(swap)
      actions = swap.actions
    default:
      line.subject = .nudge(goal: latest.subject ?? "", dose: .micro)
      actions = [.done, .notToday]
    }
    return takenOver(line, claims: shown.map(\.id), key: key, actions)
  }

  private func takenOver(_ line: Line, claims: [String], key: String, _ actions: [Answer]) -> Delivery {
    // No run counts up to a negative number.
    Delivery(id: -1, line: line, claims: claims, key: key, actions: actions, isTransient: false)
  }

  /// The unanswered bubble of a key, for whoever has to know what a button on it speaks of.
  public func bubble(_ key: String) -> Delivery? { bubbles[key] ?? lineBubbles[key] }
}

extension Line.Swap {
  /// Of a line that was announced as `DATE/swap/ACT/asked/CARER` or `DATE/swap/ACT/over`.
  init?(lineID: String) {
    let parts = lineID.split(separator: "/")
    guard parts.count > 3, let swap = Line.Swap(rawValue: String(parts[3])) else { return nil }
    self = swap
  }
}
