import HavenCore

extension DatabaseFile {
  /// An open database of this Haven's schema.
  struct Opened {
    var connection: Connection
    /// Where the damaged one went that was found instead; nil where there was none.
    var recoveredFrom: String?
  }

  /// Opens or begins the database; sets a damaged one aside and begins anew.
  func connect(now: Instant, isSuspect: Bool) throws(StoreError) -> Opened {
    let wasLeftOpen = wasLeftOpen
    switch try prepare() {
    case .new: return Opened(connection: try connect(checking: nil))
    case .rubbish: return try beginAgain(now: now)
    case .sqlite(let version, let applicationID):
      // Said before SQLite opens it: even a look would run the log of an unclean end into it.
      let supported = Schema.migrations.version
      guard version <= supported else { throw .newer(path: path, found: version, supported: supported) }
      guard [0, Schema.applicationID].contains(applicationID) else { throw .foreign(path: path) }
    }
    do throws(StoreError) {
      return Opened(connection: try connect(checking: isSuspect ? .everything : wasLeftOpen ? .pages : nil))
    } catch .corrupt {
      return try beginAgain(now: now)
    } catch .busy {
      throw .busy(path: path, by: .program(pid: holder()))
    }
  }

  private func beginAgain(now: Instant) throws(StoreError) -> Opened {
    let aside = try setAside(now: now)
    _ = try prepare()
    return Opened(connection: try connect(checking: nil), recoveredFrom: aside)
  }

  private enum Check { case pages, everything }

  private func connect(checking check: Check?) throws(StoreError) -> Connection {
    let connection = try Connection(path: path)
    do throws(StoreError) {
      try setUp(connection, checking: check)
      return connection
    } catch {
      // Whatever is wrong with it, the file stays as it was found.
      connection.closeUntouched()
      throw error
    }
  }

  /// Opens a database of this Haven's schema on a disk that cannot be written, to read what it remembers.
  func connectFrozen() throws(StoreError) -> Connection {
    let connection = try Connection(immutable: path)
    try connection.execute("PRAGMA cache_size = -256; PRAGMA mmap_size = 0; PRAGMA trusted_schema = OFF;")
    let version = try connection.statement("PRAGMA user_version").row { $0.integer(0) } ?? 0
    let applicationID = try connection.statement("PRAGMA application_id").row { $0.integer(0) } ?? 0
    guard applicationID == Schema.applicationID else { throw .foreign(path: path) }
    // An older one cannot be brought up to date here, and a newer one not be read.
    guard version == Schema.migrations.version else {
      throw .newer(path: path, found: version, supported: Schema.migrations.version)
    }
    return connection
  }

  private func setUp(_ connection: Connection, checking check: Check?) throws(StoreError) {
    try connection.execute(DatabaseFile.beforeReading)
    let version = try connection.statement("PRAGMA user_version").row { $0.integer(0) } ?? 0
    // The header that `prepare` read may be older than the log.
    guard version <= Schema.migrations.version else {
      throw .newer(path: path, found: version, supported: Schema.migrations.version)
    }
    let tables = try connection.statement("SELECT count(*) FROM sqlite_schema").row { $0.integer(0) } ?? 0
    let applicationID = try connection.statement("PRAGMA application_id").row { $0.integer(0) } ?? 0
    guard tables == 0 || applicationID == Schema.applicationID else { throw .foreign(path: path) }
    if let check { try verify(connection, check) }
    try connection.execute(DatabaseFile.beforeWriting)
    try Schema.migrations.run(on: connection)
  }

  private func verify(_ connection: Connection, _ check: Check) throws(StoreError) {
    let sql: StaticString =
      switch check {
      case .pages: "PRAGMA quick_check(1)"
      case .everything: "PRAGMA integrity_check(1)"
      }
    let finding = try connection.statement(sql).row { $0.text(0) }
    guard finding == "ok" else { throw .corrupt(path: path) }
  }

  /// EXCLUSIVE before the first read keeps the log's index in our memory: no `-shm` file, and no second connection, which
  /// SQLite 3.40's log may lose a write to, can open the file while we have it. The page cache is a quarter of a mebibyte.
  private static let beforeReading: StaticString = """
    PRAGMA locking_mode = EXCLUSIVE;
    PRAGMA cache_size = -256;
    PRAGMA mmap_size = 0;
    PRAGMA temp_store = MEMORY;
    PRAGMA trusted_schema = OFF;
    PRAGMA cell_size_check = ON;
    PRAGMA foreign_keys = ON;
    """

  /// FULL: a commit has reached the disk when it returns. `secure_delete`: what is erased is overwritten.
  private static let beforeWriting: StaticString = """
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = FULL;
    PRAGMA secure_delete = ON;
    PRAGMA journal_size_limit = 1048576;
    """
}
