extension Planner {
  /// Fills in the transitions of every step and the cues of the day.
  func addTransitions(to plan: inout DayPlan, facts: Facts, isFirstMorningAfterClockChange: Bool) {
    var previous: [ChildID: Int] = [:]
    let landings = protectedLandings(of: plan)
    for index in plan.steps.indices {
      let step = plan.steps[index]
      for child in step.children {
        defer { previous[child] = index }
        guard
          let transition = transition(
            into: step, child: child, on: plan.date, facts: facts,
            isLarger: isFirstMorningAfterClockChange && step.step.at < Planner.tenInTheMorning)
        else { continue }
        plan.steps[index].transitions.append(transition)
        plan.cues += cues(
          of: transition, into: step, on: plan.date, leaving: previous[child].map { plan.steps[$0] },
          landings: landings[child] ?? [])
      }
    }
    let ordered = plan.cues.enumerated().sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }
    plan.cues = ordered.map(\.element)
  }

  /// Nil where the step is no transition for this child. `none` for a child is never one, ladder or not.
  private func transition(
    into planned: PlannedStep, child id: ChildID, on date: CivilDate, facts: Facts, isLarger: Bool
  ) -> Transition? {
    let step = planned.step
    let written: Size?
    switch step.transition {
    case nil:
      guard step.ladder != nil else { return nil }
      written = nil
    case .all(let size):
      guard let size else { return nil }
      written = size
    case .each(let sizes):
      switch sizes[id] {
      case .some(.some(let size)): written = size
      case .some(.none): return nil
      case .none:
        guard step.ladder != nil else { return nil }
        written = nil
      }
    }

    let child = child(id)
    let span = facts.modeSpan(of: id, at: planned.at)
    // A soft day asks for nothing new: what is tried rests.
    let trial = span == nil ? facts.trial(of: step.id, child: id, on: date) : nil
    var size = written
    var rungs: [Rung]
    if let trial, trial.change != .size {
      return Transition(child: id, size: size, rungs: Ladders.rungs(trial.tried) ?? [], isTried: true)
    }
    if let own = step.ladder ?? child.ladder {
      rungs = self.rungs(of: own)
    } else if let written = trial.flatMap({ Size(rawValue: $0.value) }) ?? written {
      let used = isLarger ? written.larger : written
      size = used
      rungs = tableRungs(child: child, size: used, span: span)
    } else {
      rungs = []
    }
    if span?.mode == .sick && step.anchor != .fixed { rungs = [] }
    if step.isTuned && trial == nil && step.causes.contains(.leavingGood) { rungs = rungs.withoutMiddle() }
    return Transition(
      child: id, size: size, rungs: Ladders.inOrder(rungs),
      isTried: trial != nil && step.ladder == nil && child.ladder == nil)
  }

  private func rungs(of choice: LadderChoice) -> [Rung] {
    switch choice {
    case .preset(let preset): LadderTable.rungs(preset: preset)
    case .named(let id): household.ladders[id] ?? []
    case .rungs(let rungs): rungs
    }
  }

  /// The table's ladder, as the child's mode would have it.
  private func tableRungs(child: Child, size: Size, span: Facts.ModeSpan?) -> [Rung] {
    switch span?.mode ?? .ordinary {
    case .ordinary:
      return LadderTable.rungs(age: child.workingAge, size: size)
    case .lowDemand:
      if size <= .normal { return LadderTable.rungs(preset: .event) }
      return LadderTable.rungs(age: child.workingAge, size: size).withoutMiddle()
    case .regression:
      let rungs = LadderTable.rungs(age: span?.age ?? AgeBand.lowered(child.workingAge), size: size)
      guard let first = rungs.map(\.lead).max(), !rungs.contains(where: { !$0.isChildFacing }) else { return rungs }
      return [Rung(.carer, lead: first + 5)] + rungs
    case .sick:
      return LadderTable.rungs(age: span?.age ?? AgeBand.lowered(child.workingAge), size: size)
    }
  }

  /// The first twenty minutes of each child's landings.
  private func protectedLandings(of plan: DayPlan) -> [ChildID: [Range<Instant>]] {
    var landings: [ChildID: [Range<Instant>]] = [:]
    for step in plan.steps where step.step.tags.contains(.landing) {
      for child in step.children { landings[child, default: []].append(step.at..<(step.at + 1200)) }
    }
    return landings
  }

  /// Clamp, landing and away, in that order.
  private func cues(
    of transition: Transition, into step: PlannedStep, on date: CivilDate, leaving: PlannedStep?,
    landings: [Range<Instant>]
  ) -> [PlannedCue] {
    let id = TransitionID(date: date, step: step.step.id, child: transition.child)
    var cues = transition.rungs.map { rung in
      PlannedCue(
        id: CueID(id, rung: "\(rung)"), rung: rung, at: step.at - rung.lead * 60, changeAt: step.at,
        isOnLeaveCard: leaving?.step.isAway ?? false)
    }
    if let leaving { cues = Planner.clamp(cues, to: leaving.at) }
    return cues.filter { cue in !cue.rung.isChildFacing || !landings.contains { $0.contains(cue.at) } }
  }

  /// A child cannot be told to leave what has not begun: child-facing rungs due before the previous step starts
  /// collapse into one at that start, with the id of the latest of them; it is dropped where the next child-facing
  /// rung comes less than two minutes after. `P` may fire earlier.
  private static func clamp(_ cues: [PlannedCue], to start: Instant) -> [PlannedCue] {
    let early = cues.filter { $0.rung.isChildFacing && $0.at < start }
    guard var collapsed = early.last else { return cues }
    let rest = cues.filter { !$0.rung.isChildFacing || $0.at >= start }
    collapsed.at = start
    let next = rest.first { $0.rung.isChildFacing }
    let isCrowded = next.map { $0.at < start + 120 } ?? false
    let all = isCrowded ? rest : rest + [collapsed]
    return all.sorted { ($0.at, -$0.rung.lead) < ($1.at, -$1.rung.lead) }
  }
}

extension [Rung] {
  /// Keeps every `P`, the first child-facing rung, `L` rungs, and `0` (the last rung where there is no `0`).
  func withoutMiddle() -> [Rung] {
    let ordered = sorted { $0.lead > $1.lead }
    let first = ordered.first { $0.isChildFacing }
    let last = ordered.first { $0.isArrival } ?? ordered.last { $0.isChildFacing }
    return ordered.filter { !$0.isChildFacing || $0.voice == .last || $0 == first || $0 == last }
  }
}
