import HavenAPI
import HavenCore

extension NowView {
  /// How things stand for a carer at an instant.
  init(_ engine: inout Engine, carer: CarerID, now: Instant, wording: Wording? = nil) {
    let zone = engine.zone
    let plan = engine.plan(for: zone.date(at: now))
    self.init(
      at: Stamp(now, in: zone), zone: zone.name, day: plan.kind, carer: carer,
      children: engine.household.children.compactMap { NowView.child($0.id, in: &engine, now: now) },
      nextStep: NowView.nextStep(in: &engine, now: now), nextCue: NowView.nextCue(for: carer, in: &engine, now: now),
      duty: engine.firstOnDuty(at: now).flatMap { engine.household.carer($0) }.map { .init(id: $0.id, name: $0.name) },
      mode: plan.mode)
    latestCue = engine.latestCue(for: carer, at: now).map { cue in
      LatestCue(at: Stamp(cue.changeAt, in: zone), id: cue.id, name: engine.name(of: cue.id))
    }
    silence = engine.silence(of: carer, at: now).map {
      Silence(reason: $0.reason, until: $0.until.map { Stamp($0, in: zone) })
    }
    modes = engine.household.children.compactMap { child in
      guard let span = engine.modeSpan(of: child.id, at: now) else { return nil }
      return ChildMode(
        child: child.id, mode: span.mode, until: span.end < .distantFuture ? Stamp(span.end, in: zone) : nil)
    }
    if let shared = modes.first?.mode, modes.count == engine.household.children.count,
      modes.allSatisfy({ $0.mode == shared })
    {
      mode = shared
    }
    fuel = engine.household.children.compactMap { NowView.fuel($0, in: &engine, now: now) }
    promisesDue = engine.openPromises(on: zone.date(at: now)).count
    headsUp = engine.headsUpViews(for: carer, on: zone.date(at: now), now: now)
    window = NowView.openWindow(of: carer, in: &engine, now: now)
    held = engine.heldCues().map { cue in
      Held(
        id: cue.id, name: engine.name(of: cue.id), at: Stamp(cue.changeAt, in: zone), reason: cue.reason.rawValue,
        since: Stamp(cue.since, in: zone))
    }
    screen = engine.screenHold.map { hold in
      ScreenHold(reason: hold.reason.rawValue, since: hold.since.map { Stamp($0, in: zone) })
    }
    if let taken = engine.tookOver(at: now), taken.carer == carer { hint = "you have them now: havenctl handover" }
    offer = engine.offer(to: carer, at: now).map { OfferView($0, in: zone) }
    late = engine.lateViews(at: now)
    if let wording, offer == nil, late.isEmpty, let thing = engine.smallThing(for: carer, at: now) {
      small = NowView.small(thing, in: engine, now: now, wording: wording)
    }
    gently = engine.goesGently(carer, on: zone.date(at: now))
    let due = engine.worksheetsDue(on: zone.date(at: now))
    if due > 0 { worksheetsDue = due }
    let asked = engine.questions(of: carer).count
    if asked > 0, engine.hasAppointmentSoon(carer, at: now) { questionsKept = asked }
    passed = engine.passedSilently(now: now).map { cue in
      Passed(
        step: cue.id.step, name: engine.name(of: cue.id), child: cue.id.child, at: Stamp(cue.changeAt, in: zone),
        secondsAgo: now - cue.changeAt)
    }
  }

  private static func child(_ id: ChildID, in engine: inout Engine, now: Instant) -> Child? {
    let zone = engine.zone
    if let end = engine.overnightEnd(at: now) {
      return Child(child: id, until: Stamp(end, in: zone), secondsLeft: end - now, state: .away)
    }
    let state: Child.State =
      switch engine.whereabouts(of: id, at: now) {
      case .home: .here
      case .asleep: .asleep
      case .away: .away
      case .retreat: .retreat
      }
    let today = engine.plan(for: zone.date(at: now)).steps.filter { $0.children.contains(id) }
    guard !today.isEmpty else { return nil }
    let next = today.first { $0.at > now }.map { step in
      ChildNext(
        at: Stamp(step.at, in: zone), step: step.step.id, name: step.step.eventLabel ?? step.step.name,
        secondsLeft: step.at - now)
    }
    guard let step = today.last(where: { $0.at <= now }) else { return Child(child: id, state: state, next: next) }
    let until = step.step.minutes.map { step.at + $0 * 60 } ?? next?.at.instant
    return Child(
      child: id, step: step.step.id, name: step.step.eventLabel ?? step.step.name, since: Stamp(step.at, in: zone),
      until: until.map { Stamp($0, in: zone) }, secondsLeft: until.map { max(0, $0 - now) }, state: state,
      next: next)
  }

  private static func nextStep(in engine: inout Engine, now: Instant) -> NextStep? {
    let zone = engine.zone
    let today = zone.date(at: now)
    for date in [today, today + 1] {
      guard let step = engine.plan(for: date).steps.first(where: { $0.at > now }) else { continue }
      return NextStep(
        at: Stamp(step.at, in: zone), step: step.step.id, name: step.step.eventLabel ?? step.step.name,
        children: step.children, secondsLeft: step.at - now)
    }
    return nil
  }

  private static func nextCue(for carer: CarerID, in engine: inout Engine, now: Instant) -> NextCue? {
    guard let cue = engine.nextCue(for: carer, after: now) else { return nil }
    return NextCue(
      at: Stamp(cue.at, in: engine.zone), id: cue.id, name: engine.name(of: cue.id), secondsLeft: cue.at - now)
  }

  /// Seconds since food and water, of a child for whom either is past 105 minutes while awake and at home.
  private static func fuel(_ child: HavenCore.Child, in engine: inout Engine, now: Instant) -> Fuel? {
    guard child.fuel != nil else { return nil }
    switch engine.whereabouts(of: child.id, at: now) {
    case .asleep, .away: return nil
    case .home, .retreat: break
    }
    let last = engine.lastFuel(of: child.id, at: now)
    let food = last.food.map { now - $0 }, water = last.water.map { now - $0 }
    guard max(food ?? 0, water ?? 0) > 105 * 60 else { return nil }
    return Fuel(child: child.id, food: food, water: water)
  }

  private static func small(
    _ thing: HavenCore.SmallThing, in engine: Engine, now: Instant, wording: Wording
  ) -> SmallThing? {
    switch thing {
    case .card(let topic, let until):
      return SmallThing(kind: "card", topic: topic, until: Stamp(until, in: engine.zone))
    case .tea(let until): return SmallThing(kind: "tea", until: Stamp(until, in: engine.zone))
    case .dose(let child, let number):
      let span = engine.modeSpan(of: child, at: now)
      let text = wording.dose(
        for: child, mode: span?.mode ?? .ordinary, workingAge: span?.age, number: number,
        on: engine.zone.date(at: now))
      return text.map { SmallThing(kind: "dose", child: child, text: $0) }
    }
  }

  private static func openWindow(of carer: CarerID, in engine: inout Engine, now: Instant) -> Window? {
    for goal in engine.household.goals where goal.carer == carer && !goal.isPrivate {
      guard let span = engine.nudgeSpans(of: goal).first(where: { $0.contains(now) }) else { continue }
      return Window(goal: goal.id, name: goal.name, until: Stamp(span.upperBound, in: engine.zone))
    }
    return nil
  }
}
