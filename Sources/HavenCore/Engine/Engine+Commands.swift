/// What a person is told when a command was done.
public struct Reply: Sendable, Equatable {
  /// One or a few plain lines.
  public var lines: [String]

  public init(_ lines: String...) { self.lines = lines }
}

extension Engine {
  /// Does what a person asked, after everything that was due before and before what is due now: send `.timePassed`
  /// after it.
  ///
  /// - Parameters:
  ///   - by: who asks; nil for the first carer.
  /// - Throws: `Refusal`, with nothing changed, for what cannot be done as asked.
  public mutating func perform(
    _ command: Command, by: CarerID? = nil, now: Instant
  ) throws(Refusal) -> (reply: Reply, effects: [Effect]) {
    let carer = try carer(named: by)
    advance(to: now - 1)
    if case .answer(let cue, let answer) = command {
      try apply(answer, to: try cueID(cue), by: carer, now: now)
      return (Reply("\(answer.rawValue)"), outbox.drain())
    }
    let resolved = try resolve(command, by: carer, now: now)
    let reply = try apply(resolved, by: carer, now: now)
    outbox.announcements.append(.planChanged)
    return (reply, outbox.drain())
  }

  /// A button of the notification that showed this cue, pressed by the carer it was shown to.
  public mutating func press(_ answer: Answer, on cue: CueID, now: Instant) throws(Refusal) -> [Effect] {
    advance(to: now - 1)
    try apply(answer, to: cue, by: nil, now: now)
    return outbox.drain()
  }

  /// Takes back the last act of this carer, within ten minutes.
  public mutating func undo(by: CarerID? = nil, now: Instant) throws(Refusal) -> (reply: Reply, effects: [Effect]) {
    let carer = try carer(named: by)
    guard let index = acts.lastIndex(where: { $0.by == carer && $0.at >= now - 600 }) else {
      throw Refusal("nothing to undo in the last ten minutes", isTruthfulNo: true)
    }
    advance(to: now - 1)
    let act = acts.remove(at: index)
    outbox.changes.append(.undo(act: act.id, at: now))
    restoreCue(after: act, now: now)
    replan(now: now)
    outbox.announcements.append(.planChanged)
    return (Reply("taken back: \(act.command.summary)"), outbox.drain())
  }

  private mutating func restoreCue(after act: Act, now: Instant) {
    switch act.command {
    case .answer(let cue, _), .snooze(let cue, _):
      if let id = CueID(cue), cueStates[id]?.wasShown == true { set(id, .shown, now: now) }
    default: break
    }
  }

  func carer(named id: CarerID?) throws(Refusal) -> CarerID {
    guard let id else { return household.carers[0].id }  // a household has a carer
    return try unique(id, among: household.carers.map(\.id), what: "carer")
  }

  /// Writes an act and folds it into the facts.
  @discardableResult
  mutating func add(_ command: Command, by carer: CarerID, now: Instant) -> Act {
    lastActID += 1
    let act = Act(id: lastActID, at: now, date: zone.date(at: now), by: carer, command: command)
    acts.append(act)
    outbox.changes.append(.act(act))
    outbox.announcements.append(.act(act))
    return act
  }

  mutating func apply(_ command: Command, by carer: CarerID, now: Instant) throws(Refusal) -> Reply {
    switch command {
    case .delay(let step, let minutes):
      return try delay(step, minutes: minutes, by: carer, now: now)
    case .swap(let first, let second):
      return try swap(first, second, by: carer, now: now)
    case .snooze(let cue, let seconds):
      guard let id = CueID(cue) else { throw Refusal("no such cue '\(cue)'") }
      try snooze(id, seconds: seconds, now: now)
      add(command, by: carer, now: now)
      return Reply("back in \(durationText(seconds))")
    case .done(let step):
      let today = zone.date(at: now)
      add(command, by: carer, now: now)
      replan(now: now)
      for child in children(of: step, on: today) {
        closeBubbles(of: TransitionID(date: today, step: step, child: child))
      }
      return Reply("done: \(step)")
    case .skip(let step):
      let today = zone.date(at: now)
      for child in children(of: step, on: today) {
        closeBubbles(of: TransitionID(date: today, step: step, child: child))
      }
      add(command, by: carer, now: now)
      replan(now: now)
      return Reply("out of today: \(step)")
    case .tagOut: return tagOut(command, by: carer, now: now)
    case .tagAnswer(let answer): return try answerTagOut(answer, by: carer, now: now)
    default:
      add(command, by: carer, now: now)
      replan(now: now)
      return Reply(command.summary)
    }
  }

  private mutating func children(of step: StepID, on date: CivilDate) -> [ChildID] {
    plan(for: date).steps.filter { $0.step.id == step }.flatMap(\.children)
  }

  /// Moves a step; where a child-facing rung was shown, exactly one truthful `moved` line is said at once.
  private mutating func delay(_ id: StepID, minutes: Int, by carer: CarerID, now: Instant) throws(Refusal) -> Reply {
    let today = zone.date(at: now)
    guard let step = plan(for: today).steps.first(where: { $0.step.id == id }) else {
      throw Refusal("'\(id)' is not in today's plan", hint: "havenctl day", isTruthfulNo: true)
    }
    let movedAt = step.at + minutes * 60
    guard zone.date(at: movedAt) == today else {
      throw Refusal(
        "'\(id)' cannot be moved past midnight, to \(zone.civil(at: movedAt).time)",
        hint: "havenctl skip \(id) takes it out of today")
    }
    add(.delay(step: id, minutes: minutes), by: carer, now: now)
    replan(now: now)
    sayMoved([id], on: today, now: now)
    let twice = acts.count { $0.date == today && $0.command.delayedStep == id } == 2
    var reply = Reply("\(id) is at \(zone.civil(at: movedAt).time) now")
    if twice && step.step.anchor != .loose {
      reply.lines.append("moved twice today; anchor = \"loose\" would let it float")
    }
    return reply
  }

  private mutating func swap(_ first: StepID, _ second: StepID, by carer: CarerID, now: Instant) throws(Refusal)
    -> Reply
  {
    let today = zone.date(at: now)
    let steps = plan(for: today).steps
    guard let one = steps.first(where: { $0.step.id == first }),
      let other = steps.first(where: { $0.step.id == second })
    else { throw Refusal("both steps have to be in today's plan", hint: "havenctl day", isTruthfulNo: true) }
    guard one.at != other.at else {
      throw Refusal("'\(first)' and '\(second)' are at the same time already", isTruthfulNo: true)
    }
    add(.swapped(first: first, second: second, seconds: other.at - one.at), by: carer, now: now)
    replan(now: now)
    sayMoved([first, second], on: today, now: now)
    return Reply(
      "\(first) is at \(zone.civil(at: other.at).time) now", "\(second) is at \(zone.civil(at: one.at).time) now")
  }

  /// One `moved` line a carer for the transitions of these steps whose child was told of the old time.
  private mutating func sayMoved(_ steps: [StepID], on date: CivilDate, now: Instant) {
    for step in plan(for: date).steps where steps.contains(step.step.id) {
      var lines: [(to: CarerID, ids: [CueID])] = []
      for child in step.children {
        let id = TransitionID(date: date, step: step.step.id, child: child)
        guard shown[id]?.isChildTold == true, cancellation(of: id) == nil, canShow else { continue }
        guard childHold(id, at: now) == nil, let carer = route(id, step: step.step, at: now) else { continue }
        guard carerHold(carer, at: now) == nil else { continue }
        let cue = CueID(id, rung: CueID.moved)
        if let place = lines.firstIndex(where: { $0.to == carer }) {
          lines[place].ids.append(cue)
        } else {
          lines.append((carer, [cue]))
        }
      }
      for line in lines { say(moved: line.ids, to: line.to, changeAt: step.at, now: now) }
    }
  }

  private mutating func say(moved ids: [CueID], to carer: CarerID, changeAt: Instant, now: Instant) {
    let items = ids.map { Line.Item(id: $0, secondsLeft: changeAt - now) }
    let line = Line(
      kind: .moved, at: now, to: carer, level: level(at: now), items: items, subject: .movedTo(changeAt))
    for id in ids {
      setLine(
        LedgerEntry(id: "\(id)", kind: .moved, state: .claimed, dueAt: now, at: now, to: carer, subject: id.child))
    }
    deliver(line, claims: ids.map { "\($0)" }, key: "\(ids[0].transition)", actions: [.done, .later, .notToday])
  }

  private mutating func tagOut(_ command: Command, by carer: CarerID, now: Instant) -> Reply {
    let act = add(command, by: carer, now: now)
    replan(now: now)
    guard let tagOut = facts.tagOuts.last(where: { $0.act == act.id }) else { return Reply("out") }
    let asked = carersToAsk(of: tagOut)
    for other in asked {
      say(.asked, id: "\(act.date)/swap/\(act.id)/asked/\(other)", dueAt: now, to: other, now: now)
    }
    guard asked.isEmpty else { return Reply("asked") }
    var reply = Reply("nobody else to ask just now")
    reply.lines += household.safetyPlans.flatMap { [$0.name] + $0.actions.map { "  \($0)" } }
    return reply
  }

  private mutating func answerTagOut(_ answer: TagAnswer, by carer: CarerID, now: Instant) throws(Refusal) -> Reply {
    guard let open = facts.tagOuts.last(where: { $0.carer != carer && $0.contains(now) }) else {
      throw Refusal("nobody has asked to swap", isTruthfulNo: true)
    }
    let act = add(.tagAnswer(answer), by: carer, now: now)
    replan(now: now)
    switch answer {
    case .yes: say(.accepted, id: "\(act.date)/swap/\(act.id)/accepted", dueAt: now, to: open.carer, now: now)
    case .no: say(.declined, id: "\(act.date)/swap/\(act.id)/declined", dueAt: now, to: open.carer, now: now)
    case .later: break
    }
    return Reply(answer == .yes ? "you have them" : "told")
  }

  private mutating func snooze(_ id: CueID, seconds: Int, now: Instant) throws(Refusal) {
    guard seconds > 0 else { throw Refusal("a snooze takes a duration above zero, such as '5m'") }
    guard cueStates[id]?.wasEverShown == true else { throw Refusal("cue '\(id)' has not been shown", isTruthfulNo: true) }
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

extension Command {
  var delayedStep: StepID? {
    if case .delay(let step, _) = self { return step }
    return nil
  }
}
