/// The stretch that a handover tells of: since the children last went from one carer's hands to another's.
public struct Shift: Sendable, Equatable {
  public var start: Instant
  /// What the outgoing carer wrote about it; nil where nobody has.
  public var written: Act?
  /// What was done in it, in order.
  public var acts: [Act]
}

extension Engine {
  /// The shift that is being handed over, or was within the last half hour, or runs.
  ///
  /// A swap and the handover that is written about it belong together, whichever comes first: what lies within half
  /// an hour of the end does not begin another shift. Without a change of duty it began with the day.
  public func shift(at now: Instant) -> Shift {
    let changes = acts.filter { $0.at <= now && now - $0.at <= 86_400 && $0.command.handsOver }
    let written = changes.last { act in
      if case .handover = act.command { return !changes.contains { $0.at > act.at + Engine.handoverTime } }
      return false
    }
    let recent = changes.last.flatMap { now - $0.at <= Engine.handoverTime ? $0.at : nil }
    let end = written?.at ?? recent ?? now
    let start = changes.last { $0.at < end - Engine.handoverTime }?.at ?? zone.startOfDay(zone.date(at: end))
    return Shift(start: start, written: written, acts: acts.filter { start <= $0.at && $0.at <= now })
  }

  /// Seconds around a change of hands that are part of it.
  static let handoverTime = 1800

  /// Who took the children over within the last half hour; nil where nobody did.
  public func tookOver(at now: Instant) -> (carer: CarerID, at: Instant)? {
    guard let accepted = facts.tagOuts.last(where: { $0.contains(now) })?.accepted else { return nil }
    return now - accepted.at <= Engine.handoverTime ? accepted : nil
  }

  /// Open promises that were made or moved since an instant, or are due by the end of its day.
  public func promises(since start: Instant, at now: Instant) -> [Facts.Promise] {
    let end = zone.startOfDay(zone.date(at: now) + 1)
    return facts.allPromises.filter { $0.state == .open && ($0.setAt >= start || $0.dueAt < end) }
      .sorted { ($0.dueAt, $0.id) < ($1.dueAt, $1.id) }
  }

  /// When a child's last hard moment was, within a day.
  public func lastHardMoment(of child: ChildID, at now: Instant) -> Instant? {
    facts.hardMoments.last { ($0.child == nil || $0.child == child) && $0.at <= now && now - $0.at <= 86_400 }?.at
  }

  /// How often somebody was up since noon before: whoever it was.
  public func timesUp(at now: Instant) -> Int {
    let date = zone.date(at: now)
    let noon = zone.instant(date, TimeOfDay(hour: 12, minute: 0)!)  // a time of day
    let start = now < noon ? zone.instant(date - 1, TimeOfDay(hour: 12, minute: 0)!) : noon  // a time of day
    // In the afternoon the night before is old news.
    return facts.nights.values.joined().count { start <= $0.up && $0.up <= now }
  }

  /// The latest rung that the child was told of a transition.
  public mutating func lastSaid(of id: TransitionID) -> (rung: String, at: Instant)? {
    let rungs = cueStates.filter {
      $0.key.transition == id && $0.value.wasEverShown && Rung($0.key.rung)?.isChildFacing == true
    }
    guard let latest = rungs.max(by: { ($0.value.dueAt, $0.key.rung) < ($1.value.dueAt, $1.key.rung) }) else {
      return nil
    }
    return (latest.key.rung, latest.value.dueAt)
  }

  /// A step's words whether or not it is still in the day: its event label, else its name, else its id.
  public func stepName(_ id: StepID) -> String {
    let step = household.routines.lazy.flatMap(\.steps).first { $0.id == id }
    return step.map { $0.eventLabel ?? $0.name } ?? id
  }
}

extension Command {
  /// Whether it gives the children into another carer's hands, or tells of that.
  var handsOver: Bool {
    switch self {
    case .handover, .duty, .tagAnswer(.yes), .tagIn: true
    default: false
    }
  }
}
