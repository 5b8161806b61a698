/// Something that may make the day smaller, or end that. It is said once, kindly, with what to type for yes and no;
/// nothing happens unless somebody types it.
public struct Offer: Sendable, Equatable {
  public var what: What
  /// Whom it is about; empty for every child.
  public var children: [ChildID]
  /// Since when the mode lasts that is asked about.
  public var since: Instant?
  public var yes: Command
  public var no: Command

  public enum What: String, Sendable, Codable, CaseIterable {
    /// After a broken night, or two hard moments by three o'clock: today can be smaller.
    case softDay = "soft-day"
    /// A mode has lasted for days: is it still right?
    case stillRight = "still-right"
  }
}

extension Engine {
  /// What a carer may be offered at an instant; nil for nothing. What lasts is asked about before what may begin.
  public func offer(to carer: CarerID, at now: Instant) -> Offer? {
    stillRight(at: now) ?? softDayOffer(to: carer, at: now)
  }

  /// A soft day, after a broken night of this carer's until noon, or after two hard moments by three until the evening's
  /// digest. Never once somebody has set a mode today, `ordinary` included: that was the answer.
  private func softDayOffer(to carer: CarerID, at now: Instant) -> Offer? {
    let date = zone.date(at: now)
    guard !isSoftDay(at: now), !isQuiet(carer, at: now), now < zone.instant(date, household.settings.digest),
      !acts.contains(where: { $0.date == date && $0.command.isMode })
    else { return nil }
    let three = zone.instant(date, Engine.threeInTheAfternoon)
    let hard = facts.hardMoments.filter { zone.date(at: $0.at) == date && $0.at <= three && $0.at <= now }
    var child: ChildID?
    if hard.count >= 2 {
      child = hard.allSatisfy { $0.child == hard[0].child } ? hard[0].child : nil
    } else if now >= zone.instant(date, Engine.noon) || !hadBrokenNight(carer, at: now) {
      return nil
    }
    return Offer(
      what: .softDay, children: child.map { [$0] } ?? [], since: nil,
      yes: .mode(.lowDemand, child: child, age: nil, until: nil),
      no: .mode(.ordinary, child: child, age: nil, until: nil))
  }

  /// The mode that has lasted longest, where that is `max-days` or more; the same mode again is a yes, and begins anew.
  public func stillRight(at now: Instant) -> Offer? {
    let spans = household.children.compactMap { child in
      facts.modeSpan(of: child.id, at: now).map { (child: child.id, span: $0, since: since($0, of: child.id)) }
    }
    guard let (_, oldest, since) = spans.min(by: { $0.since < $1.since }) else { return nil }
    let most = household.modeTuning[oldest.mode]?.maxDays ?? Engine.usualMaxDays
    guard zone.date(at: now) - zone.date(at: since) >= most else { return nil }
    let same = spans.filter { $0.span == oldest && $0.since == since }.map(\.child)
    let child = same.count == household.children.count ? nil : same.first
    return Offer(
      what: .stillRight, children: child.map { [$0] } ?? [], since: since,
      yes: .mode(oldest.mode, child: child, age: oldest.age, until: nil),
      no: .mode(.ordinary, child: child, age: nil, until: nil))
  }

  /// Since when a mode has lasted, counting days on which it was set anew after it had ended by itself: a soft day that is
  /// asked for every morning has lasted since the first of them. One that somebody ended, or said yes to, begins anew.
  private func since(_ span: Facts.ModeSpan, of child: ChildID) -> Instant {
    var first = span
    for earlier in (facts.modes[child] ?? []).reversed()
    where earlier.start < first.start && earlier.start < earlier.end {
      guard earlier.mode == span.mode, zone.date(at: first.start) - zone.date(at: earlier.end - 1) <= 1,
        !acts.contains(where: { $0.command.isMode && $0.at == earlier.end })
      else { break }
      first = earlier
    }
    return first.start
  }

  private static let usualMaxDays = 3
  private static let noon = TimeOfDay(hour: 12, minute: 0)!  // a time of day
  private static let threeInTheAfternoon = TimeOfDay(hour: 15, minute: 0)!  // a time of day
}

extension Command {
  var isMode: Bool {
    if case .mode = self { return true }
    return false
  }
}
