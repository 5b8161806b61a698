/// What `now` may hold out, one thing at a time. It is never a notification, and nothing is kept of its having been seen.
public enum SmallThing: Sendable, Equatable {
  /// To the carer who recorded a hard moment, in its first twenty minutes: a quick card.
  case card(topic: String, until: Instant)
  /// To the same, later in that hour, where another adult is on duty.
  case tea(until: Instant)
  /// A small dose of nurture, to a child.
  case dose(ChildID, number: Int)
}

extension Engine {
  /// Nil where there is nothing, in quiet hours, in `unsafe` and tagged out.
  public mutating func smallThing(for carer: CarerID, at now: Instant) -> SmallThing? {
    if ["unsafe", "quiet", "tagged-out"].contains(silence(of: carer, at: now)?.reason) { return nil }
    return afterHardMoment(to: carer, at: now) ?? openDose(at: now)
  }

  /// However many there were, it is one line, after the last.
  private mutating func afterHardMoment(to carer: CarerID, at now: Instant) -> SmallThing? {
    let own = facts.hardMoments.filter { $0.by == carer && $0.closedAt <= now && now < $0.closedAt + 3600 }
    guard let last = own.map(\.closedAt).max() else { return nil }
    if now < last + 1200 { return .card(topic: "not-about-you", until: last + 1200) }
    let isAnotherThere = household.carers.contains { $0.id != carer && isOnDuty($0.id, at: now) }
    return isAnotherThere ? .tea(until: last + 3600) : nil
  }

  /// For the first child who is at home, in a step that carries a dose not offered yet: a step tagged `nurture`, or a
  /// free quarter of an hour. Not in the twenty minutes after a hard moment.
  private mutating func openDose(at now: Instant) -> SmallThing? {
    for child in household.children {
      guard !facts.isAfterHardMoment(child.id, at: now), whereabouts(of: child.id, at: now) == .home else { continue }
      let own = plan(for: zone.date(at: now)).steps.filter { $0.children.contains(child.id) }
      guard let step = own.last(where: { $0.at <= now }) else { continue }
      let dose = nurturePlan(of: child.id, on: zone.date(at: now)).doses.last { $0.at <= now }
      guard let dose, dose.step == step.step.id, !wasNurtured(child.id, since: step.at) else { continue }
      let isFree = own.first { $0.at > now }.map { $0.at - now >= 900 } ?? true
      if isFree || step.step.tags.contains(.nurture) { return .dose(child.id, number: dose.number) }
    }
    return nil
  }

  /// The day's doses of a child, to the aim that goes with the mode at noon.
  public mutating func nurturePlan(of child: ChildID, on date: CivilDate) -> NurturePlan {
    let noon = zone.instant(date, TimeOfDay(seconds: 43_200))
    return NurturePlan(plan(for: date), child: child, aim: nurtureAim(of: child, at: noon))
  }

  private func wasNurtured(_ child: ChildID, since instant: Instant) -> Bool {
    facts.nurtured[child]?.contains { $0 >= instant } ?? false
  }

  /// The children to whom something small was offered on a date, in the order written.
  func nurtured(on date: CivilDate) -> [ChildID] {
    household.children.map(\.id).filter { child in
      facts.nurtured[child]?.contains { zone.date(at: $0) == date } ?? false
    }
  }
}
