extension Engine {
  /// The lines of a tag-out that come later: no answer after ninety seconds, and the end that was asked for.
  private func timedSwapLines() -> [(id: String, at: Instant, to: CarerID, subject: Line.Swap)] {
    facts.tagOuts.suffix(8).flatMap { tagOut in
      var lines: [(id: String, at: Instant, to: CarerID, subject: Line.Swap)] = []
      let asked = tagOut.start + 90
      let isAnswered = tagOut.answeredAt.map { $0 <= asked } ?? false
      if !isAnswered && asked < tagOut.end && !carersToAsk(of: tagOut).isEmpty {
        lines.append(("\(tagOut.date)/swap/\(tagOut.act)/unanswered", asked, tagOut.carer, .unanswered))
      }
      if let end = tagOut.plannedEnd, tagOut.end == end {
        lines.append(("\(tagOut.date)/swap/\(tagOut.act)/over", end, tagOut.carer, .over))
      }
      return lines.filter { lineStates[$0.id] == nil && $0.at > cursor - 86_400 }
    }
  }

  /// Every other carer on duty and not quiet when it began.
  func carersToAsk(of tagOut: Facts.TagOut) -> [CarerID] {
    household.carers.map(\.id).filter { id in
      id != tagOut.carer && isOnDuty(id, at: tagOut.start) && !isQuiet(id, at: tagOut.start)
    }
  }

  func nextSwapLine() -> Instant? {
    facts.tagOuts.isEmpty ? nil : timedSwapLines().map(\.at).min()
  }

  mutating func saySwapLines(dueBy due: Instant, now: Instant) {
    guard !facts.tagOuts.isEmpty else { return }
    for line in timedSwapLines() where line.at <= due {
      say(line.subject, id: line.id, dueAt: line.at, to: line.to, now: now)
    }
  }

  /// A swap line is no line of a carer's own: a tag-out does not drop it. Quiet hours, hush and `unsafe` do.
  mutating func say(_ swap: Line.Swap, id: String, dueAt: Instant, to carer: CarerID, now: Instant) {
    if let reason = carerHold(carer, at: now) ?? (canShow ? nil : .doNotDisturb) {
      setLine(
        LedgerEntry(
          id: id, kind: .swap, state: reason == .doNotDisturb ? .missed : .suppressed, reason: reason, dueAt: dueAt,
          at: now, to: carer))
      return
    }
    let line = Line(kind: .swap, at: now, to: carer, level: level(at: now), subject: .swap(swap))
    deliver(
      line, id: id, dueAt: dueAt, subject: nil, actions: swap == .asked ? [.done, .later, .notToday] : [],
      isTransient: true)
  }
}
