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
    if let reason = carerHold(carer, at: now) ?? blockage {
      setLine(
        LedgerEntry(
          id: id, kind: .swap, state: reason == blockage ? .missed : .suppressed, reason: reason, dueAt: dueAt,
          at: now, to: carer))
      return
    }
    let line = Line(kind: .swap, at: now, to: carer, level: level(at: now), subject: .swap(swap))
    deliver(
      line, id: id, dueAt: dueAt, subject: nil, actions: swap.actions,
      isTransient: true)
  }

  /// Asks every other carer who is there; the answer carries the solo plan where nobody is.
  mutating func tagOut(_ command: Command, by carer: CarerID, now: Instant) -> Reply {
    let act = add(command, by: carer, now: now)
    replan(now: now)
    guard let tagOut = facts.tagOuts.last(where: { $0.act == act.key }) else { return Reply("out") }
    let asked = carersToAsk(of: tagOut)
    for other in asked {
      say(.asked, id: "\(act.date)/swap/\(act.key)/asked/\(other)", dueAt: now, to: other, now: now)
    }
    guard !asked.isEmpty else {
      var reply = Reply("nobody else to ask just now; your plan for one:")
      reply.lines += soloPlan.map { "  \($0)" }
      return reply
    }
    return Reply("asked \(asked.map(name).joined(separator: ", ")); go when it is safe, nothing is asked of you")
  }

  private func name(_ carer: CarerID) -> String { household.carer(carer)?.name ?? carer }

  mutating func answerTagOut(_ answer: TagAnswer, by carer: CarerID, now: Instant) throws(Refusal) -> Reply {
    guard let open = facts.tagOuts.last(where: { $0.carer != carer && $0.contains(now) }) else {
      throw Refusal("nobody has asked to swap", isTruthfulNo: true)
    }
    let act = add(.tagAnswer(answer), by: carer, now: now)
    replan(now: now)
    closeAsked(of: open, to: answer == .yes ? nil : carer)
    switch answer {
    case .yes:
      say(.accepted, id: "\(act.date)/swap/\(act.key)/accepted", dueAt: now, to: open.carer, now: now)
      return Reply("you have them; \(name(open.carer)) knows")
    case .later: return Reply("noted; havenctl tag answer yes when you can")
    case .no:
      say(.declined, id: "\(act.date)/swap/\(act.key)/declined", dueAt: now, to: open.carer, now: now)
      return Reply("\(name(open.carer)) knows, and has a plan for one")
    }
  }

  /// Takes the question down once it is settled: from one carer's screen, or from all.
  mutating func closeAsked(of tagOut: Facts.TagOut, to carer: CarerID?) {
    for other in household.carers.map(\.id) where carer == nil || other == carer {
      let key = "\(tagOut.date)/swap/\(tagOut.act)/asked/\(other)"
      if lineStates[key]?.state == .shown { outbox.closes.append(key) }
    }
  }

  /// Who is back needs no answer any more.
  mutating func tagIn(by carer: CarerID, now: Instant) -> Reply {
    let open = facts.tagOuts.last { $0.carer == carer && $0.contains(now) }
    add(.tagIn, by: carer, now: now)
    replan(now: now)
    if let open { closeAsked(of: open, to: nil) }
    return Reply(Command.tagIn.summary)
  }
}

extension Line.Swap {
  /// "Got it", "10 min", "Can't"; "Back in", "Ten more".
  var actions: [Answer] {
    switch self {
    case .asked: [.done, .later, .notToday]
    case .over: [.done, .later]
    case .unanswered, .accepted, .declined: []
    }
  }
}
