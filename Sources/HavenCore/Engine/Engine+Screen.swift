/// What is on the screen already when the screen changes: it is locked or unlocked, or its server is a new one.
extension Engine {
  /// How long a line about its minute stays true, in seconds.
  static let momentary = 600

  /// The screen is locked, and the family wants nothing on it then.
  var isHiddenByLock: Bool { isLocked && household.settings.whenLocked == .nothing }

  /// A lock, or a config that says otherwise about one, changes what may be on the screen: what is up already is put in
  /// other words, or taken down until the screen is open again.
  mutating func changeScreen(now: Instant, _ change: (inout Engine) -> Void) {
    let before = (isHidden: isHiddenByLock, isAble: canShow, level: level(at: now))
    if household.settings.whenLocked == .nothing { advance(before: now) }
    change(&self)
    if isHiddenByLock && !before.isHidden {
      outbox.closes += bubbles.inOrder + lineBubbles.keys.sorted()
      areBubblesLost = true
    }
    abilityChanged(from: before.isAble, now: now)
    if canShow && before.isAble && level(at: now) != before.level { recreateBubbles(now: now) }
  }

  /// What is unanswered and still true is put up again, with the time that is left now and in the words of now: a new
  /// server knows nothing of the old one's bubbles, a locked screen shows them in other words. That announces nothing.
  mutating func recreateBubbles(now: Instant) {
    let fresh = foundBubbles.union(outbox.deliveries.map(\.key))
    foundBubbles = []
    for key in bubbles.inOrder where !fresh.contains(key) {
      guard let bubble = bubbles[key] else { continue }
      var items: [Line.Item] = []
      for item in bubble.line.items {
        guard isUnanswered(item.id), let step = step(of: item.id.transition) else { continue }
        items.append(Line.Item(id: item.id, secondsLeft: step.at - now))
      }
      guard items.contains(where: { $0.secondsLeft >= -120 }), carerHold(bubble.line.to, at: now) == nil else {
        bubbles[key] = nil
        outbox.closes.append(key)
        continue
      }
      var again = bubble
      again.line.items = items
      bubbles[key] = putUp(again, now: now)
    }
    for (key, bubble) in lineBubbles.sorted(by: { $0.key < $1.key }) where !fresh.contains(key) {
      guard isStillTrue(bubble, now: now), ownLineHold(bubble.line.to, at: now) == nil else {
        lineBubbles[key] = nil
        outbox.closes.append(key)
        continue
      }
      _ = putUp(bubble, now: now)  // kept as it was: its claims are what an answer is written to
    }
  }

  private mutating func putUp(_ bubble: Delivery, now: Instant) -> Delivery {
    var again = bubble
    again.line.at = now
    again.line.level = level(at: now)
    again.claims = []
    outbox.deliveries.append(again)
    return again
  }

  /// A delivery as it was claimed, though what is on the screen was put up again since.
  func asClaimed(_ delivery: Delivery) -> Delivery {
    delivery.isRecreation ? lineBubbles[delivery.key] ?? delivery : delivery
  }

  /// Nobody has answered it or closed it, and what it is about is still to come. Food, nudges and swaps are of their
  /// minute: a while later they are judged anew.
  private func isStillTrue(_ bubble: Delivery, now: Instant) -> Bool {
    let states = bubble.claims.compactMap { lineStates[$0] }
    guard let shown = states.first(where: { $0.state == .shown || inFlight.contains($0.id) }) else { return false }
    switch bubble.line.subject {
    case .appointment(_, let startsAt, _), .respite(_, let startsAt, _), .tell(_, let startsAt): return now < startsAt
    case .promise(_, let dueAt, _): return now < dueAt
    case .none, .stillSoft, .marked: return true
    case .movedTo, .fuel, .nudge, .swap: return now - shown.at < Engine.momentary
    }
  }
}
