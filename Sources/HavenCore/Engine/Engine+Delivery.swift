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
    let spoken = Set(delivery.line.items.map(\.id.transition))
    guard !spoken.isEmpty else { return }
    for (key, bubble) in bubbles
    where key != delivery.key && bubble.line.items.contains(where: { spoken.contains($0.id.transition) }) {
      bubbles[key] = nil
      outbox.closes.append(key)
    }
    bubbles[delivery.key] = delivery
  }

  /// A bubble stays while it is true: until it is answered, or two minutes after the last change it tells of.
  private mutating func end(of bubble: Delivery) -> Instant {
    let changes = bubble.line.items.compactMap { changeAt(of: $0.id.transition) }
    return (changes.max() ?? bubble.line.at) + 121
  }

  mutating func nextBubbleEnd() -> Instant? {
    var next: Instant?
    for bubble in bubbles.values {
      let end = end(of: bubble)
      next = min(next ?? end, end)
    }
    return next
  }

  mutating func closeBubbles(dueBy due: Instant) {
    for (key, bubble) in bubbles where end(of: bubble) <= due {
      bubbles[key] = nil
      outbox.closes.append(key)
    }
  }

  /// Takes down what speaks of a transition that somebody has answered.
  mutating func closeBubbles(of transition: TransitionID) {
    let over = bubbles.filter { _, bubble in
      bubble.line.items.contains { $0.id.transition == transition }
        && bubble.line.items.allSatisfy { $0.id.transition == transition || !isUnanswered($0.id) }
    }
    for key in over.keys {
      bubbles[key] = nil
      outbox.closes.append(key)
    }
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
