import HavenCore

extension HardMomentView {
  public init(_ hard: Facts.Hard, _ engine: inout Engine) {
    let step = engine.plan(for: hard.date).steps.first { $0.step.id == hard.step }?.step
    self.init(
      moment: hard.act, at: Stamp(hard.at, in: engine.zone), by: hard.by, child: hard.child, size: hard.size,
      settle: hard.settle, tags: hard.tags, helped: hard.helped, step: hard.step,
      name: hard.step.map { step?.eventLabel ?? step?.name ?? $0 }, note: hard.note)
  }
}

extension HardListView {
  /// - Parameter child: those that concern this child; nil for all.
  public init(_ engine: inout Engine, child: ChildID?, count: Int, now: Instant) {
    let moments = engine.hardMoments.filter { hard in child.map(hard.concerns) ?? true }
      .sorted { ($1.at, $1.act) < ($0.at, $0.act) }
    self.init(
      at: Stamp(now, in: engine.zone), moments: moments.prefix(count).map { HardMomentView($0, &engine) })
  }
}

extension HardView {
  /// What a command that was just done has to tell of a hard moment; nil for every other command.
  public init?(_ engine: inout Engine, after command: Command, now: Instant) {
    switch command {
    case .hard(let moment):
      self.init(&engine, act: engine.lastAct?.id, typed: moment.tags + moment.helped, now: now)
    case .hardEdit(_, let edit):
      guard case .hardEdit(let moment?, _)? = engine.lastAct?.command else { return nil }
      self.init(&engine, act: moment, typed: (edit.tags ?? []) + (edit.helped ?? []), now: now)
    default: return nil
    }
  }

  /// What to say about the hard moment of an act, once it is recorded; nil where there is none.
  ///
  /// - Parameter typed: the tags as they were typed, before any was put in gentler words.
  public init?(_ engine: inout Engine, act: Int?, typed: [String], now: Instant) {
    guard let hard = engine.hardMoments.last(where: { act == nil || $0.act == act }) else { return nil }
    let children = engine.household.children.filter { hard.concerns($0.id) }
    self.init(moment: HardMomentView(hard, &engine))
    bodies = children.compactMap { HardView.body(of: $0, at: hard.at, in: &engine) }
    duty = engine.firstOnDuty(at: hard.at).flatMap { engine.household.carer($0) }.map {
      .init(id: $0.id, name: $0.name)
    }
    helps = Array(engine.helps(children).filter { !hard.helped.contains(NeutralWords.tag($0) ?? $0) }.prefix(3))
    if now < hard.closedAt + 1200 { restsUntil = Stamp(hard.closedAt + 1200, in: engine.zone) }
    if now < hard.closedAt + 3600 { asksAgainAt = Stamp(hard.closedAt + 3600, in: engine.zone) }
    let kept = hard.tags + hard.helped
    for text in typed {
      guard let tag = NeutralWords.tag(text), let rather = NeutralWords.gentler(tag: tag), kept.contains(rather) else {
        continue
      }
      reworded.append(Reworded(said: tag, rather: rather))
    }
    reworded += hard.note.map(NeutralWords.verdicts)?.map { Reworded(said: $0.word, rather: $0.instead) } ?? []
    pointsToHelp = engine.pointsToHelp(after: hard)
  }

  /// Nil for a child who was away.
  private static func body(of child: Child, at instant: Instant, in engine: inout Engine) -> Body? {
    guard engine.whereabouts(of: child.id, at: instant) != .away else { return nil }
    let last = child.fuel == nil ? (food: nil, water: nil) : engine.lastFuel(of: child.id, at: instant)
    let isDue = engine.isFuelDue(child, at: instant)
    let night = engine.lastNight(of: child.id, at: instant)
    return Body(
      child: child.id, food: last.food.map { instant - $0 }, water: last.water.map { instant - $0 },
      moved: engine.lastMovement(of: child.id, at: instant).map { instant - $0 }, slept: night?.seconds,
      sleepLogged: night?.isLogged, offer: (isDue.food ? ["food"] : []) + (isDue.water ? ["water"] : []))
  }
}
