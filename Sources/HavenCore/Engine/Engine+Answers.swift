extension Engine {
  /// A button speaks for the carer to whom the notification went. An answer to what is no longer open is nothing.
  mutating func pressed(_ answer: Answer, on shown: Delivery, now: Instant) {
    let delivery = asClaimed(shown)
    let carer = delivery.line.to
    for item in delivery.line.items { try? apply(answer, to: item.id, by: carer, now: now) }
    switch (delivery.line.subject, answer) {
    case (.nudge(let goal, _), .done): settle(delivery, .acknowledged, .goal(id: goal, .done), now: now)
    case (.nudge(let goal, _), .notToday): settle(delivery, .skipped, .goal(id: goal, .notToday), now: now)
    case (.fuel(let children, _), .done):
      for child in children {
        add(.fed(child: child), by: carer, now: now)
        settle(delivery, .acknowledged, .drank(child: child), now: now)
      }
    case (.swap(.asked), .done): settle(delivery, .acknowledged, .tagAnswer(.yes), now: now)
    case (.swap(.asked), .later): settle(delivery, .acknowledged, .tagAnswer(.later), now: now)
    case (.swap(.asked), .notToday): settle(delivery, .acknowledged, .tagAnswer(.no), now: now)
    // The time that was asked for is over, so who presses "back in" is back already.
    case (.swap(.over), .done): setState(.acknowledged, of: delivery, now: now)
    case (.swap(.over), .later): settle(delivery, .acknowledged, .tagOut(seconds: 600), now: now)
    default: break
    }
  }

  /// A line is answered by an act of its carer's; one that this clock knows nothing of yet, too.
  private mutating func settle(
    _ delivery: Delivery, _ state: LedgerEntry.State, _ command: Command, now: Instant
  ) {
    let isOpen = delivery.claims.contains { lineStates[$0].map { $0.state == .shown || $0.state == state } ?? true }
    guard isOpen || delivery.claims.isEmpty else { return }
    setState(state, of: delivery, now: now)
    _ = try? apply(command, by: delivery.line.to, now: now)  // refused where it no longer makes sense
    outbox.announcements.append(.planChanged)
  }

  /// A notification went without an answer.
  mutating func closed(_ shown: Delivery, isExpiry: Bool, now: Instant) {
    let delivery = asClaimed(shown)
    let state: LedgerEntry.State = isExpiry ? .expired : .dismissed
    for item in delivery.line.items where cueStates[item.id]?.state == .shown { set(item.id, state, now: now) }
    setState(state, of: delivery, now: now)
    bubbles[delivery.key] = nil
    lineBubbles[delivery.key] = nil
  }

  private mutating func setState(_ state: LedgerEntry.State, of delivery: Delivery, now: Instant) {
    for claim in delivery.claims {
      guard var entry = lineStates[claim], entry.state == .shown else { continue }
      entry.state = state
      entry.at = now
      setLine(entry)
    }
  }

  mutating func snooze(_ id: CueID, seconds: Int, now: Instant) throws(Refusal) {
    guard seconds > 0 else { throw Refusal("a snooze takes a duration above zero, such as '5m'") }
    guard cueStates[id]?.wasEverShown == true else {
      throw Refusal("cue '\(id)' has not been shown", isTruthfulNo: true)
    }
    set(id, .snoozed, until: now + seconds, now: now)
    snoozes[id] = now + seconds
    closeBubbles(of: id.transition)
  }

  /// A button, or its likeness in the shell.
  mutating func apply(_ answer: Answer, to id: CueID, by carer: CarerID?, now: Instant) throws(Refusal) {
    if id.rung == CueID.moved { return try answerMoved(answer, to: id, by: carer, now: now) }
    guard let entry = cueStates[id], entry.wasEverShown else {
      throw Refusal("cue '\(id)' has not been shown", isTruthfulNo: true)
    }
    let who = carer ?? entry.to ?? household.carers[0].id  // a household has a carer
    switch answer {
    case .done:
      set(id, .acknowledged, now: now)
      add(.answer(cue: "\(id)", answer), by: who, now: now)
      closeBubbles(of: id.transition)
    case .later:
      try snooze(id, seconds: 300, now: now)
      add(.snooze(cue: "\(id)", seconds: 300), by: who, now: now)
    case .notToday:
      set(id, .skipped, now: now)
      add(.answer(cue: "\(id)", answer), by: who, now: now)
      replan(now: now)
      closeBubbles(of: id.transition)
    case .dismiss:
      if entry.state == .shown { set(id, .dismissed, now: now) }
      bubbles["\(id.transition)"] = nil
    }
  }

  /// A `moved` line has no rung of its own to snooze: its transition's next rung will speak.
  private mutating func answerMoved(_ answer: Answer, to id: CueID, by carer: CarerID?, now: Instant) throws(Refusal) {
    guard var entry = lineStates["\(id)"], entry.wasShown else {
      throw Refusal("cue '\(id)' has not been shown", isTruthfulNo: true)
    }
    entry.state = answer == .dismiss ? .dismissed : answer == .notToday ? .skipped : .acknowledged
    entry.at = now
    setLine(entry)
    if answer == .notToday {
      add(.answer(cue: "\(id)", answer), by: carer ?? entry.to ?? household.carers[0].id, now: now)  // has a carer
      replan(now: now)
    }
    closeBubbles(of: id.transition)
  }
}
