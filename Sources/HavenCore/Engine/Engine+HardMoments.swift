extension Engine {
  /// A hard moment with its ids whole, and with the transition that it belongs to.
  mutating func resolve(_ moment: HardMoment, recordedAt now: Instant) throws(Refusal) -> HardMoment {
    var moment = moment
    guard (1...3).contains(moment.size) else { throw Refusal("a size is 1, 2 or 3, not '\(moment.size)'") }
    if let at = moment.at {
      guard at <= now else { throw Refusal("a hard moment is recorded once it is over") }
      guard now - at <= 86_400 else { throw Refusal("a hard moment is recorded within a day of it") }
    }
    if let text = moment.child { moment.child = try child(text) }
    if household.children.count == 1 { moment.child = household.children[0].id }
    moment.tags = try moment.tags.map { text throws(Refusal) in try tag(text) }
    moment.helped = try moment.helped.map { text throws(Refusal) in try tag(text) }
    moment.step = transition(of: moment.child, at: moment.at ?? now)?.step
    return moment
  }

  private func tag(_ text: String) throws(Refusal) -> String {
    guard let tag = NeutralWords.tag(text) else {
      throw Refusal("'\(text)' is not a tag", hint: "one word, or a few with hyphens; more goes into --note")
    }
    return NeutralWords.gentler(tag: tag) ?? tag
  }

  /// The transition that a moment belongs to: of this child's (nil for any child's), the one whose ladder is running,
  /// the nearest change first; else the one that began most recently, within the hour before; else none.
  ///
  ///     17:05  tablet-ends   its P20 was at 17:05, the change is at 17:25
  ///     17:25  tablet-ends   it began just now
  ///     18:25  tablet-ends   it began an hour ago, and bath's ladder begins at 18:30
  ///     18:30  bath
  ///
  /// A step said to be done began then, and its ladder runs no more. "Not today" takes a transition out of it. Only
  /// transitions of the moment's own date are looked at.
  public mutating func transition(of child: ChildID?, at instant: Instant) -> TransitionID? {
    let date = zone.date(at: instant)
    let plan = plan(for: date)
    var running: (id: TransitionID, changeAt: Instant)?
    var latest: (id: TransitionID, beganAt: Instant)?
    for step in plan.steps {
      for transition in step.transitions where child == nil || transition.child == child {
        let id = TransitionID(date: date, step: step.step.id, child: transition.child)
        guard facts.notToday[id] == nil else { continue }
        let done = facts.done[date]?[step.step.id].flatMap { $0 <= instant ? $0 : nil }
        let began = min(step.at, done ?? step.at)
        if began <= instant {
          if instant - began <= 3600, latest.map({ $0.beganAt <= began }) ?? true { latest = (id, began) }
        } else if let first = plan.cues.first(where: { $0.id.transition == id }), first.at <= instant {
          if running.map({ step.at < $0.changeAt }) ?? true { running = (id, step.at) }
        }
      }
    }
    return running?.id ?? latest?.id
  }
}
