import HavenCore

/// The ledger on disk: `haven.db` in the state directory, in SQLite.
///
/// The only writer, on the only connection; not `Sendable`, it lives on the loop. `docs/ledger.md` is its page.
public final class SQLiteLedger: Ledger {
  public let recoveredFrom: String?
  let connection: Connection
  /// Nil in memory.
  private let lock: StateLock?

  /// Opens the ledger of a state directory, making what is missing.
  ///
  /// A damaged database is set aside under a name with `now` in it and a new one begun: see `recoveredFrom`. It is looked
  /// for by what opening reads, and whole where the last run did not close it (half a second for a million entries).
  ///
  /// - Parameter isSuspect: something in it was found damaged: check all of it, indices too.
  /// - Throws: `.notPrivate`, `.busy`, `.newer` or `.foreign`, with nothing changed; else as the disk answers.
  public init(directory path: String, now: Instant, isSuspect: Bool = false) throws(StoreError) {
    let directory = try StateDirectory(path)
    let lock = try StateLock(in: directory)
    let opened = try DatabaseFile(in: directory).connect(now: now, isSuspect: isSuspect)
    self.lock = lock
    connection = opened.connection
    recoveredFrom = opened.recoveredFrom
  }

  private init(_ connection: Connection) {
    self.connection = connection
    lock = nil
    recoveredFrom = nil
  }

  deinit {
    // Before the lock goes: whoever takes it next must find the database free.
    connection.close()
  }

  /// A ledger of the same make that ends with the process.
  public static func inMemory() -> SQLiteLedger {
    do {
      let connection = try Connection(path: ":memory:")
      try Schema.migrations.run(on: connection)
      return SQLiteLedger(connection)
    } catch {
      // Proof: no file and no other connection are involved, and the schema is constant; only memory can fail.
      fatalError("no memory for a ledger: \(error.message)")
    }
  }

  /// The ledger of a directory on a disk that cannot be written, to read from.
  ///
  /// What the last run left in its log, where it ended by a crash, is not seen.
  static func frozen(directory path: String) throws(StoreError) -> SQLiteLedger {
    SQLiteLedger(try DatabaseFile(in: StateDirectory(path)).connectFrozen())
  }

  /// The same rows in memory, as they are now.
  func copyInMemory() throws(StoreError) -> SQLiteLedger {
    let copy = try Connection(path: ":memory:")
    try connection.copy(into: copy)
    return SQLiteLedger(copy)
  }

  /// What is wrong with its pages, in SQLite's words; empty where all is well. Indexes are not compared with their tables,
  /// which makes it several times quicker than `integrityCheck`.
  func quickCheck() throws(StoreError) -> [String] {
    let findings = try connection.statement("PRAGMA quick_check(10)").rows { $0.text(0) }
    return findings == ["ok"] ? [] : findings
  }

  /// What is wrong in the database, in SQLite's words; empty where all is well.
  ///
  /// Reads every page: 0.8 s for a million entries.
  public func integrityCheck() -> [String] {
    do throws(StoreError) {
      let findings = try connection.statement("PRAGMA integrity_check").rows { $0.text(0) }
      return findings == ["ok"] ? [] : findings
    } catch {
      return [error.message]
    }
  }
}
