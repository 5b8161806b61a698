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
    advance(before: now)
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
    advance(before: now)
    try apply(answer, to: cue, by: nil, now: now)
    return outbox.drain()
  }

  /// Takes back the last act of this carer, within ten minutes.
  public mutating func undo(by: CarerID? = nil, now: Instant) throws(Refusal) -> (reply: Reply, effects: [Effect]) {
    let carer = try carer(named: by)
    guard let index = acts.lastIndex(where: { $0.by == carer && $0.origin == nil && $0.at >= now - 600 }) else {
      throw Refusal("nothing to undo in the last ten minutes", isTruthfulNo: true)
    }
    if acts[index].command.isOfTheConfig {
      throw Refusal(
        "the last thing was a change of the config", hint: "havenctl suggestions undo", isTruthfulNo: true)
    }
    let act = acts[index]
    try restoreRecord(before: act)
    advance(before: now)
    acts.removeAll { $0.id == act.id && $0.origin == act.origin }
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
    if let received {
      insert(received)
      outbox.announcements.append(.act(received))
      return received
    }
    lastActID += 1
    let act = Act(id: lastActID, at: now, date: zone.date(at: now), by: carer, command: command)
    insert(act)
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
    case .late(let minutes, let child):
      return try late(minutes: minutes, child: child, by: carer, now: now)
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
    case .hardEdit(let moment, let edit): return try editHardMoment(moment, edit, by: carer, now: now)
    case .hardDelete(let moment): return try deleteHardMoment(moment, by: carer, now: now)
    case .noteDelete(let note): return try deleteNote(note, by: carer, now: now)
    case .tagOut: return tagOut(command, by: carer, now: now)
    case .tagIn: return tagIn(by: carer, now: now)
    case .tagAnswer(let answer): return try answerTagOut(answer, by: carer, now: now)
    default:
      var wasSoft = false
      if case .mode(_, let child, _, _) = command { wasSoft = isSoft(child, at: now) }
      add(command, by: carer, now: now)
      replan(now: now)
      return reply(to: command, by: carer, wasSoft: wasSoft, now: now)
    }
  }

  private mutating func children(of step: StepID, on date: CivilDate) -> [ChildID] {
    plan(for: date).steps.filter { $0.step.id == step }.flatMap(\.children)
  }

}
