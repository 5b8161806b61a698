/// A stretch of time in which a cue or a line waited, as the ledger tells it.
public struct HeldSpan: Sendable, Equatable {
  /// A cue's id, or a line's.
  public var id: String
  public var reason: LedgerEntry.Reason
  public var since: Instant
  /// Nil while it waits.
  public var until: Instant?
  /// What became of it: `claimed` for said, `missed`, `cancelled`; nil while it waits.
  public var outcome: LedgerEntry.State?

  public init(
    id: String, reason: LedgerEntry.Reason, since: Instant, until: Instant? = nil, outcome: LedgerEntry.State? = nil
  ) {
    self.id = id
    self.reason = reason
    self.since = since
    self.until = until
    self.outcome = outcome
  }

  /// What waited, of these rows, in the order in which it began to.
  ///
  /// - Parameter rows: in the order they were written.
  public static func all(in rows: [LedgerEntry]) -> [HeldSpan] {
    var spans: [HeldSpan] = []
    var open: [String: Int] = [:]
    for row in rows {
      if let place = open[row.id] {
        guard row.state != .held || row.reason != spans[place].reason else { continue }
        spans[place].until = row.at
        spans[place].outcome = row.state
        open[row.id] = nil
      }
      guard row.state == .held, let reason = row.reason else { continue }
      open[row.id] = spans.count
      spans.append(HeldSpan(id: row.id, reason: reason, since: row.at))
    }
    return spans
  }
}
