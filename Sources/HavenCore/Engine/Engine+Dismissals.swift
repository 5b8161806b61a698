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

  /// The rungs that were closed without an answer on each of the last days on which they were shown, in the order of
  /// step, child and rung. A day on which one was held, left out or never came says nothing; one that expired, or was
  /// answered in any way, ends the run.
  ///
  /// - Parameters:
  ///   - days: how many in a row.
  ///   - now: the present; what is older than the forty days that the engine remembers is not looked at.
  public func dismissedRungs(days: Int = 3, now: Instant) -> [DismissedRung] {
    let today = zone.date(at: now)
    var shown: [DismissedRung: [(date: CivilDate, isDismissed: Bool)]] = [:]
    for (id, entry) in cueStates where id.date <= today && entry.wasShown && id.rung != CueID.moved {
      if id.date == today, entry.state == .shown { continue }  // still up, and no answer yet
      let rung = DismissedRung(step: id.step, child: id.child, rung: id.rung)
      shown[rung, default: []].append((id.date, entry.state == .dismissed))
    }
    return shown.compactMap { rung, dates in
      // What the server has up just now has no answer yet, and says nothing.
      let last = dates.sorted { $0.date > $1.date }.prefix(days)
      return last.count == days && last.allSatisfy(\.isDismissed) && isStillThere(rung) ? rung : nil
    }.sorted { ($0.step, $0.child, $0.rung) < ($1.step, $1.child, $1.rung) }
  }

  private func isStillThere(_ rung: DismissedRung) -> Bool {
    household.child(rung.child) != nil
      && household.routines.contains { $0.steps.contains { $0.id == rung.step } }
  }
}
