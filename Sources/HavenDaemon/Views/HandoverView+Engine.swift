import HavenAPI
import HavenCore

extension HandoverView {
  /// What the next carer needs to know, as the engine knows it at an instant.
  ///
  /// - Parameter carer: who reads.
  init(_ engine: inout Engine, carer: CarerID, now: Instant) {
    let zone = engine.zone
    func stamp(_ instant: Instant) -> Stamp { Stamp(instant, in: zone) }
    let shift = engine.shift(at: now)
    let view = NowView(&engine, carer: carer, now: now)
    self.init(at: stamp(now), carer: carer, since: stamp(shift.start))
    children = view.children
    nextStep = view.nextStep
    nextCue = view.nextCue
    said = HandoverView.said(before: view.nextStep, in: &engine)
    fuel = engine.household.children.compactMap { HandoverView.clocks(of: $0.id, in: &engine, now: now) }
    timesUp = engine.timesUp(at: now)
    promises = engine.promises(since: shift.start, at: now).map {
      Promise(promise: $0.id, due: stamp($0.dueAt), by: $0.carer)
    }
    var written = Handover()
    if let act = shift.written, case .handover(let handover) = act.command {
      written = handover
      by = engine.household.carer(act.by).map { .init(id: $0.id, name: $0.name) }
      writtenAt = stamp(act.at)
    }
    states = engine.household.children.map { child in
      State(
        child: child.id, state: written.weather(of: child.id)?.rawValue,
        hardSecondsAgo: engine.lastHardMoment(of: child.id, at: now).map { now - $0 })
    }
    meds = written.meds?.rawValue
    choices = written.choices
    knows = written.knows
    level = written.level
    line = written.line
    add(shift.acts, written: written, engine)
  }

  /// What was done since the shift began, each thing once.
  private mutating func add(_ acts: [Act], written: Handover, _ engine: Engine) {
    func note(_ text: String, in list: WritableKeyPath<HandoverView, [String]>) {
      if !self[keyPath: list].contains(text) { self[keyPath: list].append(text) }
    }
    for act in acts {
      switch act.command {
      case .boundaryHeld(let name): note(name, in: \.held)
      case .hard(let moment): moment.helped.forEach { note($0, in: \.helped) }
      default: if let text = HandoverView.change(act.command, engine) { note(text, in: \.changes) }
      }
    }
    written.helped.forEach { note($0, in: \.helped) }
  }

  /// What an act changes of the plan, in words; nil where it changes nothing that another carer must know.
  private static func change(_ command: Command, _ engine: Engine) -> String? {
    switch command {
    case .delay(let step, let minutes): "\(engine.stepName(step)) \(minutes) min later"
    case .skip(let step): "no \(engine.stepName(step))"
    case .swapped(let first, let second, _), .swap(let first, let second):
      "\(engine.stepName(first)) and \(engine.stepName(second)) swapped"
    case .done(let step): "\(engine.stepName(step)) done"
    case .mode, .retreat, .unsafe: command.summary
    default: nil
    }
  }

  private static func said(before step: NowView.NextStep?, in engine: inout Engine) -> [Said] {
    guard let step else { return [] }
    let date = engine.zone.date(at: step.at.instant)
    return step.children.compactMap { child in
      let id = TransitionID(date: date, step: step.step, child: child)
      guard let said = engine.lastSaid(of: id) else { return nil }
      return Said(child: child, rung: said.rung, at: Stamp(said.at, in: engine.zone))
    }
  }

  private static func clocks(of child: ChildID, in engine: inout Engine, now: Instant) -> Fuel? {
    let last = engine.lastFuel(of: child, at: now)
    let moved = engine.lastMovement(of: child, at: now)
    guard last.food != nil || last.water != nil || moved != nil else { return nil }
    return Fuel(
      child: child, food: last.food.map { now - $0 }, water: last.water.map { now - $0 }, moved: moved.map { now - $0 })
  }
}
