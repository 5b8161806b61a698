/// Rungs that a family closes unanswered day after day: the weekly review may ask whether to drop one.
extension Engine {
  public struct DismissedRung: Sendable, Hashable {
    public var step: StepID
    public var child: ChildID
    public var rung: String

    public init(step: StepID, child: ChildID, rung: String) {
      self.step = step
      self.child = child
      self.rung = rung
    }
  }

  /// The rungs that were closed without an answer on each of the last three days on which they were shown, in the order of
  /// step, child and rung. A day on which one was held, left out or never came says nothing; one that expired, or was
  /// answered in any way, ends the run.
  ///
  /// - Parameter now: the present; what is older than forty days is not looked at.
  public func dismissedRungs(now: Instant) -> [DismissedRung] {
    let today = zone.date(at: now)
    var closings = closings
    for (id, entry) in cueStates where id.date <= today {
      if id.date == today, entry.state == .shown { continue }  // still up, and no answer yet
      closings.note(id, entry)
    }
    return closings.dismissed(since: today - Engine.rememberedDates).filter(isStillThere)
      .sorted { ($0.step, $0.child, $0.rung) < ($1.step, $1.child, $1.rung) }
  }

  private func isStillThere(_ rung: DismissedRung) -> Bool {
    household.child(rung.child) != nil
      && household.routines.contains { $0.steps.contains { $0.id == rung.step } }
  }
}

/// How each rung ended on the last days on which it was shown: all that is kept of dates whose cues are no longer held.
struct Closings: Sendable {
  /// Days in a row after which a rung is asked about.
  static let run = 3

  fileprivate struct Day {
    var date: CivilDate
    var isDismissed: Bool
  }
  /// The last three of each, latest first.
  private var days: [Engine.DismissedRung: [Day]] = [:]

  /// Takes what became of a cue, in any order of dates.
  mutating func note(_ id: CueID, _ entry: LedgerEntry) {
    guard entry.wasShown, id.rung != CueID.moved else { return }
    let rung = Engine.DismissedRung(step: id.step, child: id.child, rung: id.rung)
    days[rung, default: []].note(Day(date: id.date, isDismissed: entry.state == .dismissed))
  }

  func dismissed(since date: CivilDate) -> [Engine.DismissedRung] {
    days.filter { $1.count == Closings.run && $1.allSatisfy { $0.isDismissed && $0.date >= date } }.map(\.key)
  }

  /// Forgets rungs that were last shown before this date.
  mutating func forget(before date: CivilDate) { days = days.filter { $1.contains { $0.date >= date } } }
}

extension [Closings.Day] {
  fileprivate mutating func note(_ day: Closings.Day) {
    let place = firstIndex { $0.date <= day.date } ?? count
    guard place < Closings.run else { return }
    insert(day, at: place)
    if count > Closings.run { removeLast() }
  }
}
