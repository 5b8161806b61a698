import HavenCore

/// One thing that Haven remembers, as `Export` sends it and `export --json` prints it.
public struct RecordView: Sendable, Equatable, Codable {
  public var version = 1
  public var kind = "record"
  public var at: Stamp
  public var what: What
  /// Who did it; left out for a meeting.
  public var by: CarerID?
  /// As it would be typed.
  public var command: String?
  /// Left out where it was every child's.
  public var child: ChildID?
  /// The change that it belongs to.
  public var step: StepID?
  /// Of a hard moment: 1 wobble, 2 hard, 3 unsafe.
  public var size: Int?
  /// Minutes until it was calm; of a week, the middle one.
  public var settle: Int?
  public var tags: [String]?
  public var helped: [String]?
  /// The family's own words.
  public var note: String?
  public var mode: Mode?
  public var age: Int?
  public var promise: PromiseID?
  /// Of a promise: `made`, `moved`, `kept`, `mended`.
  public var became: String?
  /// When a promise is due, or a mode ends.
  public var until: Stamp?
  /// Of a week: how often the change came, and how often it was hard.
  public var times: Int?
  public var hard: Int?
  /// Of a week: hard moments of it on soft days, or away.
  public var apart: Int?
  /// Of a state: a cue's id, or a line's.
  public var id: String?
  public var state: LedgerEntry.State?
  public var reason: LedgerEntry.Reason?
  public var dueAt: Stamp?
  /// Of a state: to whom it went.
  public var to: CarerID?

  public enum What: String, Sendable, Codable, CaseIterable {
    case hard, promise, nurture, mode, noticed, note, respite
    /// What is left of an older week: its counts.
    case week
    /// Anything else that somebody did.
    case act
    /// What became of a warning or a line.
    case state
  }

  public init(_ what: What, at: Stamp, by: CarerID? = nil) {
    self.what = what
    self.at = at
    self.by = by
  }
}

/// One piece of what `Export` answers.
public struct ExportView: Sendable, Equatable, Codable {
  public var version = 1
  public var kind = "export"
  /// The household's zone.
  public var zone: String
  public var records: [RecordView]
  /// Where the next piece begins: `after` of the call that asks for it; left out with the last.
  public var next: String?

  public init(zone: String, records: [RecordView], next: String? = nil) {
    self.zone = zone
    self.records = records
    self.next = next
  }
}
