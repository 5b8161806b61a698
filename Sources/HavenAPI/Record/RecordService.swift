import HavenCore

/// What can be asked of the record as a whole: to have all of it, to have one child's, to erase a child, to copy it.
public protocol RecordService {
  /// One piece; the answer says where the next begins.
  func export(_ request: ExportRequest) throws(ServiceError) -> ExportView
  /// - Parameter isConfirmed: false only says what would go.
  func purge(_ child: ChildID, isConfirmed: Bool) throws(ServiceError) -> PurgeView
  /// - Parameter path: where the copy will lie in the end, absolute.
  func backup(to path: String) throws(ServiceError) -> BackupView
}

/// What `Export` is asked for.
public struct ExportRequest: Sendable, Equatable, Codable {
  /// Nil for the household's own record.
  public var child: ChildID?
  /// For people outside of the house: no carer and no other child by name, and the counts of every week.
  public var meeting: Bool?
  /// From this instant on.
  public var since: Stamp?
  /// Up to this instant, not included.
  public var until: Stamp?
  /// `next` of the piece before.
  public var after: String?
  public var `as`: CarerID?

  public init(
    child: ChildID? = nil, meeting: Bool? = nil, since: Stamp? = nil, until: Stamp? = nil, after: String? = nil,
    as carer: CarerID? = nil
  ) {
    self.child = child
    self.meeting = meeting
    self.since = since
    self.until = until
    self.after = after
    self.as = carer
  }
}

/// What `Purge` answers: what goes, or has gone, and what is for a person to do.
public struct PurgeView: Sendable, Equatable, Codable {
  public var version = 1
  public var kind = "purge"
  public var child: ChildID
  /// False where it was only asked what would go.
  public var done: Bool
  /// Whether the config that runs has the child still.
  public var inConfig: Bool
  public var records: [Count]
  /// Copies that `backup` made and that Haven remembers: whoever asked deletes them.
  public var backups: [String]
  /// Damaged ledgers and unfinished files in the state directory.
  public var copies: [String]
  /// What could not be deleted.
  public var left: [String]
  /// Rows of today and yesterday about other children that stay for two days, so that nothing is said twice.
  public var kept: Int

  public struct Count: Sendable, Equatable, Codable {
    /// `hard moments`, `promises`, `states of warnings`.
    public var what: String
    public var count: Int

    public init(what: String, count: Int) {
      self.what = what
      self.count = count
    }
  }

  public init(
    child: ChildID, done: Bool, inConfig: Bool, records: [Count], backups: [String] = [], copies: [String] = [],
    left: [String] = [], kept: Int = 0
  ) {
    self.child = child
    self.done = done
    self.inConfig = inConfig
    self.records = records
    self.backups = backups
    self.copies = copies
    self.left = left
    self.kept = kept
  }
}

/// What `Backup` answers: a copy in the state directory, for whoever asked to move to its place.
public struct BackupView: Sendable, Equatable, Codable {
  public var version = 1
  public var kind = "backup"
  public var at: Stamp
  /// Where it was asked for, and is remembered.
  public var path: String
  /// Where it lies now.
  public var copy: String

  public init(at: Stamp, path: String, copy: String) {
    self.at = at
    self.path = path
    self.copy = copy
  }
}
