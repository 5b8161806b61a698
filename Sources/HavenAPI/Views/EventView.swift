import HavenCore

/// One change, as `events` lists it and `Monitor` sends it.
public struct EventView: Sendable, Equatable, Codable {
  public var version = 1
  public var kind = "event"
  /// Counts up within one run of the daemon; what is another carer's own is passed over.
  public var sequence: Int
  public var at: Stamp
  public var what: What
  /// Of `line`.
  public var line: SimulatedLine?
  /// Of `state`: a cue's id, or a line's.
  public var id: String?
  public var state: LedgerEntry.State?
  public var reason: LedgerEntry.Reason?
  public var dueAt: Stamp?
  /// To whom it went.
  public var to: CarerID?
  /// When a snoozed cue comes back.
  public var until: Stamp?
  /// Of `act`: who did it.
  public var by: CarerID?
  /// Of `act`: as it would be typed.
  public var command: String?

  public enum What: String, Sendable, Codable, CaseIterable {
    /// Something was said.
    case line
    /// A cue or a line is in a new state.
    case state
    /// A person did something.
    case act
    /// The day changed.
    case plan
    /// A new config runs.
    case config
    /// What a screen may show is another: it was locked or unlocked, or a notification server came, went or fell quiet.
    case screen
  }

  private init(_ what: What, sequence: Int, at: Stamp) {
    self.what = what
    self.sequence = sequence
    self.at = at
  }

  public static func line(_ line: SimulatedLine, sequence: Int) -> EventView {
    var event = EventView(.line, sequence: sequence, at: line.at)
    event.line = line
    event.to = line.to
    return event
  }

  public static func state(_ entry: LedgerEntry, sequence: Int, zone: Zone) -> EventView {
    var event = EventView(.state, sequence: sequence, at: Stamp(entry.at, in: zone))
    event.id = entry.id
    event.state = entry.state
    event.reason = entry.reason
    event.dueAt = Stamp(entry.dueAt, in: zone)
    event.to = entry.to
    event.until = entry.until.map { Stamp($0, in: zone) }
    return event
  }

  public static func act(_ act: Act, sequence: Int, zone: Zone) -> EventView {
    var event = EventView(.act, sequence: sequence, at: Stamp(act.at, in: zone))
    event.by = act.by
    event.command = act.command.words(in: zone).joined(separator: " ")
    return event
  }

  /// `what` is `plan`, `config` or `screen`: nothing more to say than when.
  public static func change(_ what: What, sequence: Int, at: Stamp) -> EventView {
    EventView(what, sequence: sequence, at: at)
  }
}

/// What `Events` answers: those since an instant, oldest first.
public struct EventsView: Sendable, Equatable, Codable {
  public var version = 1
  public var kind = "events"
  /// Of the latest change that is among them: what `Monitor` sends later counts on from it.
  public var sequence: Int?
  public var events: [EventView]

  public init(events: [EventView]) { self.events = events }
}

/// One message of `Monitor`: the full state first, then every change.
public struct MonitorView: Sendable, Equatable, Codable {
  public var version = 1
  public var kind = "monitor"
  /// Of the latest change that it tells of, or includes.
  public var sequence: Int
  public var state: NowView?
  public var event: EventView?

  public init(sequence: Int, state: NowView) {
    self.sequence = sequence
    self.state = state
  }

  public init(_ event: EventView) {
    sequence = event.sequence
    self.event = event
  }
}
