import HavenCore

/// `havenctl promise list --json`: what was promised, what is open first.
public struct PromisesView: Sendable, Equatable, Codable {
  public var version = 1
  public var kind = "promises"
  public var at: Stamp
  /// Those that are closed were due on this date or later.
  public var since: CivilDate
  public var promises: [Promise]
  /// Of all that were due since.
  public var figures: PromiseFiguresView

  public init(at: Stamp, since: CivilDate, promises: [Promise], figures: PromiseFiguresView) {
    self.at = at
    self.since = since
    self.promises = promises
    self.figures = figures
  }

  public struct Promise: Sendable, Equatable, Codable {
    public var promise: PromiseID
    public var due: Stamp
    /// Who made it.
    public var by: CarerID
    /// When it was made, or last moved.
    public var set: Stamp
    public var state: State
    /// Whom else it hangs on.
    public var hangsOn: String?
    /// In the words of who made it.
    public var note: String?
    /// The lane of the booking that it is the return of.
    public var lane: String?

    public enum State: String, Sendable, Codable, CaseIterable {
      case open
      /// Open, and its time is past.
      case overdue
      case kept
      /// Told before it changed, and kept: trust kept.
      case movedInTime = "moved-in-time"
      case repaired
    }

    public init(promise: PromiseID, due: Stamp, by carer: CarerID, set: Stamp, state: State) {
      self.promise = promise
      self.due = due
      by = carer
      self.set = set
      self.state = state
    }

    public init(_ promise: Facts.Promise, now: Instant, zone: Zone) {
      let state: State =
        switch promise.outcome {
        case nil: promise.dueAt > now ? .open : .overdue
        case .kept: .kept
        case .movedInTime: .movedInTime
        case .repaired: .repaired
        }
      self.init(
        promise: promise.id, due: Stamp(promise.dueAt, in: zone), by: promise.carer,
        set: Stamp(promise.setAt, in: zone),
        state: state)
      hangsOn = promise.on
      // Retention leaves an empty one behind.
      note = promise.note?.isEmpty == true ? nil : promise.note
      lane = promise.stay?.lane.description
    }
  }

  /// Open ones by their time, then those that are still open from before, then what is closed, the latest first.
  public static func ordered(_ promises: [Promise]) -> [Promise] {
    func of(_ states: State...) -> [Promise] { promises.filter { states.contains($0.state) } }
    return of(.open).sorted { $0.due.instant < $1.due.instant }
      + of(.overdue).sorted { $0.due.instant < $1.due.instant }
      + of(.kept, .movedInTime, .repaired).sorted { $0.due.instant > $1.due.instant }
  }

  private typealias State = Promise.State
}
