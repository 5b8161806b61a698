/// What those who look ask of the engine. Nothing here changes what will be said.
extension Engine {
  /// Who acts: the carer named so, or the only one whose id begins so; else the one whose `login` this is, else the
  /// first.
  public func carer(named id: CarerID?, login: String?) throws(Refusal) -> CarerID {
    if id != nil { return try carer(named: id) }
    return household.carers.first { $0.login != nil && $0.login == login }?.id ?? household.carers[0].id  // has one
  }

  /// The step of these dates that a text names: itself, or the only one it begins.
  public mutating func stepID(_ text: String, on dates: [CivilDate]) throws(Refusal) -> StepID {
    try unique(text, among: dates.flatMap { plan(for: $0).steps.map(\.step.id) }, what: "step")
  }

  /// The child that a text names: itself, or the only one it begins.
  public func childID(_ text: String) throws(Refusal) -> ChildID {
    try unique(text, among: household.children.map(\.id), what: "child")
  }

  /// The steps of a date that somebody said are under way, and when.
  public func doneSteps(on date: CivilDate) -> [StepID: Instant] { facts.done[date] ?? [:] }

  /// The last that was done in this Haven.
  public var lastAct: Act? { acts.last { $0.origin == nil } }

  /// The last thing this carer did and did not take back, however long ago.
  public func lastAct(by carer: CarerID) -> Act? { acts.last { $0.by == carer && $0.origin == nil } }

  public func state(of cue: CueID) -> LedgerEntry? { cueStates[cue] }

  public func modeSpan(of child: ChildID, at instant: Instant) -> Facts.ModeSpan? {
    facts.modeSpan(of: child, at: instant)
  }

  /// The words a screen has for a cue's step: its event label, else its name, else its id.
  public mutating func name(of cue: CueID) -> String {
    guard let step = step(of: cue.transition)?.step else { return cue.step }
    return step.eventLabel ?? step.name
  }

  /// What a line says on a screen, at its own level, as the plan stands.
  public mutating func words(for line: Line, in wording: Wording) -> Words {
    var plans: [CivilDate: DayPlan] = [:]
    for item in line.items { plans[item.id.date] = plan(for: item.id.date) }
    let facts = facts
    var line = line
    // A goal that was made smaller is offered in its smallest version's words.
    if case .nudge(let goal, .full) = line.subject, facts.isShrunk(goal) {
      line.subject = .nudge(goal: goal, dose: .micro)
    }
    return wording.words(for: line) { id in
      let span = facts.modeSpan(of: id.child, at: line.at)
      return plans[id.date]?.wordingStep(for: id, mode: span?.mode, workingAge: span?.age)
    }
  }

  /// Whether a planned cue is still to be decided.
  public func isToCome(_ cue: PlannedCue) -> Bool {
    cueStates[cue.id] == nil && cancellation(of: cue.id.transition) == nil
  }

  /// To whom a cue that is to come would go, as things stand.
  public mutating func recipient(of cue: PlannedCue) -> CarerID? {
    guard let step = step(of: cue.id.transition) else { return nil }
    return route(cue.id.transition, step: step.step, at: cue.at)
  }

  /// The next rung that this carer will be shown, today or tomorrow.
  public mutating func nextCue(for carer: CarerID, after now: Instant) -> PlannedCue? {
    let today = zone.date(at: now)
    for date in [today, today + 1] {
      for cue in plan(for: date).cues where cue.at > now && !cue.isOnLeaveCard && isToCome(cue) {
        if recipient(of: cue) == carer, carerHold(carer, at: cue.at) == nil,
          childHold(cue.id.transition, at: cue.at) == nil
        {
          return cue
        }
      }
    }
    return nil
  }

  /// The rung last shown to a carer that was not answered and can come back: its change is to come, or not two minutes
  /// past.
  public mutating func latestCue(for carer: CarerID, at now: Instant) -> (id: CueID, changeAt: Instant)? {
    let since = zone.date(at: now) - 1
    var latest: (id: CueID, at: Instant, changeAt: Instant)?
    for (id, entry) in cueStates
    where id.date >= since && entry.to == carer && [.shown, .dismissed, .expired].contains(entry.state) {
      // Of what was shown at one instant, the last by its name.
      if let latest, (latest.at, "\(latest.id)") > (entry.at, "\(id)") { continue }
      guard let changeAt = changeAt(of: id.transition), now - changeAt <= 120 else { continue }
      latest = (id, entry.at, changeAt)
    }
    return latest.map { ($0.id, $0.changeAt) }
  }

  /// Why a carer is shown nothing just now, and until when where that is known; nil where they are shown things.
  public func silence(of id: CarerID, at now: Instant) -> (reason: String, until: Instant?)? {
    if facts.isUnsafe(at: now) { return ("unsafe", nil) }
    if let tagOut = facts.tagOuts.last(where: { $0.carer == id && $0.contains(now) }) {
      return ("tagged-out", tagOut.plannedEnd)
    }
    if let hush = facts.hushes[id]?.last(where: { $0.contains(now) }) { return ("hush", hush.upperBound) }
    guard let carer = household.carer(id) else { return nil }
    if let quiet = carer.quiet.lazy.compactMap({ $0.interval(containing: now, in: zone) }).first {
      return ("quiet", quiet.upperBound)
    }
    return isOnDuty(id, at: now) ? nil : ("off-duty", nil)
  }

  /// Open promises due on a date.
  public func openPromises(on date: CivilDate) -> [Facts.Promise] {
    facts.allPromises.filter { $0.state == .open && zone.date(at: $0.dueAt) == date }
  }

  /// Cues that wait until they can be said, since when and why.
  public mutating func heldCues() -> [(id: CueID, changeAt: Instant, reason: LedgerEntry.Reason, since: Instant)] {
    held.compactMap { id in
      guard let step = step(of: id.transition), let entry = cueStates[id], let reason = entry.reason else { return nil }
      return (id, step.at, reason, entry.at)
    }
  }

  /// Why nothing at all can be shown just now, and since when; nil while all is well.
  public var screenHold: (reason: LedgerEntry.Reason, since: Instant?)? { blockage.map { ($0, gapSince) } }

  /// Changes of the last half hour of which nothing was said, because Haven could not: "10 min ago".
  public mutating func passedSilently(now: Instant) -> [(id: CueID, changeAt: Instant)] {
    var passed: [(id: CueID, changeAt: Instant)] = []
    for step in plan(for: zone.date(at: now)).steps where step.at <= now && now - step.at <= 1800 {
      for transition in step.transitions {
        let id = TransitionID(date: zone.date(at: now), step: step.step.id, child: transition.child)
        guard shown[id] == nil,
          let missed = cueStates.first(where: { cue, entry in
            cue.transition == id && (entry.state == .missed || entry.state == .held)
          })
        else { continue }
        passed.append((missed.key, step.at))
      }
    }
    return passed
  }

  /// Each choice that made a ladder, in order, in words.
  public mutating func decisions(on transition: Transition, into planned: PlannedStep, date: CivilDate) -> [String] {
    let step = planned.step
    let child = planner.child(transition.child)
    var decisions: [String] = []
    let rungs = transition.rungs.isEmpty ? "no rungs" : transition.rungs.map { "\($0)" }.joined(separator: " · ")
    if let trial = facts.trial(of: step.id, child: child.id, on: date), transition.isTried {
      let before = trial.before.isEmpty ? "no rungs" : trial.before
      decisions.append("tried until \(trial.last): \(rungs), instead of \(before)")
    } else if step.ladder != nil {
      decisions.append("the step's own ladder: \(rungs)")
    } else if child.ladder != nil {
      decisions.append("\(child.id)'s own ladder: \(rungs)")
    } else if let size = transition.size {
      let age = child.workingAge.map { "at working age \($0)" } ?? "with no working age set"
      decisions.append("\(size.rawValue), \(age): \(rungs)")
    }
    if !transition.isTried, case .all(let written?) = step.transition, let size = transition.size, written != size {
      decisions.append(
        "written as \(written.rawValue); one size larger on the first school morning after a clock change")
    }
    if let span = facts.modeSpan(of: transition.child, at: planned.at) {
      decisions.append("a soft day: \(span.mode.rawValue)")
    }
    if !transition.isTried, step.isTuned, step.causes.contains(.leavingGood) {
      decisions.append("tuned: the middle rungs are left out")
    }
    let cues = plan(for: date).cues.filter { $0.id.step == step.id && $0.id.child == transition.child }
    for cue in cues where cue.at != planned.at - cue.rung.lead * 60 {
      decisions.append("\(cue.rung) waits for what is being left to begin")
    }
    let left = transition.rungs.filter { rung in !cues.contains { $0.rung == rung } }
    if !left.isEmpty {
      decisions.append(
        "not said, so as not to crowd a beginning or a landing: \(left.map { "\($0)" }.joined(separator: " · "))")
    }
    if cues.contains(where: \.isOnLeaveCard) {
      decisions.append("away from home: on the leave-card, not on the desktop")
    }
    return decisions
  }
}
