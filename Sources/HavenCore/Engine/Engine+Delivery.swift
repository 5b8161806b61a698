extension Engine {
  /// Asks for a line to be shown; its claims are in the same transaction.
  mutating func deliver(
    _ line: Line, claims: [String], key: String, actions: [Answer], isTransient: Bool = false
  ) {
    guard isShownHere(line) else { return leave(claims, now: line.at) }
    let delivery = Delivery(
      id: nextDeliveryID, line: line, claims: claims, key: key, actions: actions, isTransient: isTransient)
    nextDeliveryID += 1
    inFlight.formUnion(claims)
    outbox.deliveries.append(delivery)
    outbox.announcements.append(.line(line))
    replaceBubbles(with: delivery)
    if line.items.isEmpty { lineBubbles[key] = delivery }
  }

  /// Claims a line that is not a cue and asks for it to be shown.
  mutating func deliver(
    _ line: Line, id: String, dueAt: Instant, subject: String?, actions: [Answer] = [], isTransient: Bool = false
  ) {
    setLine(
      LedgerEntry(id: id, kind: line.kind, state: .claimed, dueAt: dueAt, at: line.at, to: line.to, subject: subject))
    deliver(line, claims: [id], key: id, actions: actions, isTransient: isTransient)
  }

  /// It is on the desktop.
  mutating func delivered(_ delivery: Delivery, now: Instant) {
    inFlight.subtract(delivery.claims)
    for claim in delivery.claims {
      if let id = CueID(claim), cueStates[id]?.state == .claimed {
        set(id, .shown, now: now)
      } else if var entry = lineStates[claim], entry.state == .claimed {
        entry.state = .shown
        entry.at = now
        setLine(entry)
      }
    }
  }

  /// The server would not take it: from here on nothing can be shown, until the owner says that one can.
  mutating func deliveryFailed(_ delivery: Delivery, now: Instant) {
    inFlight.subtract(delivery.claims)
    // The bubble that it was to replace may still be there, and is to be taken down in its time all the same.
    if delivery.isRecreation { areBubblesLost = true }
    if hasNotifier {
      hasNotifier = false
      if gapSince == nil { gapSince = now }
    }
    for claim in delivery.claims {
      if let id = CueID(claim), cueStates[id]?.state == .claimed {
        set(id, .held, reason: .noServer, now: now)
        if !held.contains(id) { held.append(id) }
      } else if var entry = lineStates[claim], entry.state == .claimed {
        entry.state = .held
        entry.reason = .noServer
        entry.at = now
        setLine(entry)
      }
    }
    forgetCaches()
  }

  /// One transition keeps one bubble: what a new one speaks for is taken down.
  private mutating func replaceBubbles(with delivery: Delivery) {
    guard !delivery.line.items.isEmpty else { return }
    for item in delivery.line.items {
      if let key = bubbles.key(of: item.id.transition), key != delivery.key { takeDown(key) }
    }
    open(delivery)
  }

  private mutating func takeDown(_ key: String) {
    let (known, end) = (bubbles.firstEnd, end(ofKey: key))
    bubbles[key] = nil
    if case .known(let first?) = known, let end, end > first { bubbles.firstEnd = known }
    outbox.closes.append(key)
  }

  private mutating func open(_ bubble: Delivery) {
    let (known, former) = (bubbles.firstEnd, end(ofKey: bubble.key))
    bubbles[bubble.key] = bubble
    guard case .known(let first) = known else { return }
    let end = self.end(of: bubble)
    if let former, let first, former <= first, end > first { return }
    bubbles.firstEnd = .known(min(first ?? end, end))
  }

  /// A bubble stays while it is true: until it is answered, or two minutes after the last change it tells of.
  private mutating func end(of bubble: Delivery) -> Instant {
    let changes = bubble.line.items.compactMap { changeAt(of: $0.id.transition) }
    return (changes.max() ?? bubble.line.at) + 121
  }

  private mutating func end(ofKey key: String) -> Instant? {
    guard let bubble = bubbles[key] else { return nil }
    return end(of: bubble)
  }

  mutating func nextBubbleEnd() -> Instant? {
    if case .known(let first) = bubbles.firstEnd { return first }
    let first = bubbles.all.map { end(of: $0) }.min()
    bubbles.firstEnd = .known(first)
    return first
  }

  mutating func closeBubbles(dueBy due: Instant) {
    guard let first = nextBubbleEnd(), first <= due else { return }
    for key in bubbles.inOrder {
      if let bubble = bubbles[key], end(of: bubble) <= due { takeDown(key) }
    }
  }

  /// Takes down what speaks of a transition that somebody has answered.
  mutating func closeBubbles(of transition: TransitionID) {
    guard let key = bubbles.key(of: transition), let bubble = bubbles[key] else { return }
    if bubble.line.items.allSatisfy({ $0.id.transition == transition || !isUnanswered($0.id) }) { takeDown(key) }
  }

  /// Before a person's eyes, or on its way there. A `moved` line is no rung, and has its state among the lines.
  func isUnanswered(_ id: CueID) -> Bool {
    let state = cueStates[id]?.state ?? lineStates["\(id)"]?.state
    return state == .shown || state == .claimed
  }
}

extension Delivery {
  /// Put up again on a new server; not an announcement.
  public var isRecreation: Bool { claims.isEmpty }
}
