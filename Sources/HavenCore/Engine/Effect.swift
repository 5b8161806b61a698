/// What the engine asks of its owner, who performs effects in order and feeds results back as events.
public enum Effect: Sendable {
  /// Write, durably, before anything that follows. One transaction.
  case record([LedgerChange])
  /// Claimed already; put it on the desktop, then answer with `Event.delivered` or `.deliveryFailed`.
  case show(Delivery)
  /// Take down the bubble of this key; nothing happens where there is none.
  case close(key: String)
  /// What a `Monitor` client should look at again.
  case announce(Announcement)
}

/// One attempt to show a line.
public struct Delivery: Sendable, Equatable {
  /// Counts up within one run of the engine.
  public var id: Int
  public var line: Line
  /// Ledger ids that the claim was written for.
  public var claims: [String]
  /// One bubble on the desktop: a transition's, or a line's.
  public var key: String
  public var actions: [Answer]
  /// Leaves no trace in a notification history.
  public var isTransient: Bool
}

/// A change worth telling those who watch.
public enum Announcement: Sendable, Equatable {
  case line(Line)
  case state(LedgerEntry)
  case act(Act)
  case planChanged
  case configured
}

/// What happens to the engine, besides commands.
public enum Event: Sendable {
  /// The timer that `nextWake` asked for, or any other moment: look at what is due.
  case timePassed
  /// Haven is back after it could show nothing since this instant: a restart, or the machine slept.
  case resumed(since: Instant)
  /// The wall clock was set while Haven ran; this is what it said just before.
  case clockSet(from: Instant)
  case zoneChanged(Zone)
  case configured(Household, Zone)
  case locked(Bool)
  /// The desktop's do-not-disturb.
  case inhibited(Bool)
  /// A notification server is there, or gone.
  case notifier(isAvailable: Bool)
  /// An earlier run left the bubbles of these keys on the screen, and they are still up. Comes before the server is told
  /// to be there.
  case found(keys: [String])
  case delivered(Delivery)
  case deliveryFailed(Delivery)
  /// A button of a notification was pressed.
  case pressed(Delivery, Answer)
  /// A notification went without an answer: by a person's hand, or by the server's own clock.
  case closed(Delivery, isExpiry: Bool)
}
