import CSQLite
import Glibc

/// One open SQLite database, with its prepared statements.
///
/// SQL is a `StaticString`: it cannot be made of parts at run time, so no value can ever be written into it.
final class Connection {
  /// As given; `:memory:` for a database of no file.
  let path: String
  private var handle: OpaquePointer?
  /// By the address of the literal that prepared them: one place in the source, one statement.
  private var statements: [UnsafePointer<UInt8>: Statement] = [:]

  /// Opens or creates the database. SQLite reads nothing yet: a file of rubbish is first noticed by a statement.
  convenience init(path: String) throws(StoreError) {
    try self.init(name: path, path: path, flags: SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE)
  }

  /// Opens a database that nobody writes to, and on a disk that cannot be written: without a lock, a log or a change.
  ///
  /// What stands in a log that was left behind is not seen (<https://sqlite.org/c3ref/open.html>, `immutable`).
  convenience init(immutable path: String) throws(StoreError) {
    let escaped = path.utf8.map { byte in
      let isPlain = byte == UInt8(ascii: "/") || (byte > 0x20 && byte < 0x7f && !"?#%".utf8.contains(byte))
      return isPlain ? String(UnicodeScalar(byte)) : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }
    try self.init(
      name: "file:\(escaped.joined())?immutable=1", path: path, flags: SQLITE_OPEN_READONLY | SQLITE_OPEN_URI)
  }

  private init(name: String, path: String, flags: Int32) throws(StoreError) {
    self.path = path
    errno = 0
    // One thread uses it, so no mutex.
    let code = sqlite3_open_v2(name, &handle, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nil)
    guard code == SQLITE_OK else {
      let failure = error(code)
      close()
      throw failure
    }
    // A person's other program may hold the file for a moment; Haven's loop must not stand still for it.
    sqlite3_busy_timeout(handle, 0)
  }

  deinit { close() }

  /// Ends it; the last connection to a database copies its write-ahead log into it and removes the log.
  func close() {
    statements.removeAll()
    sqlite3_close_v2(handle)
    handle = nil
  }

  /// Ends it and changes no file.
  func closeUntouched() {
    if let handle { _ = haven_no_checkpoint_on_close(handle) }
    close()
  }

  /// Runs statements that take no values and give no rows.
  func execute(_ sql: StaticString) throws(StoreError) {
    let text = UnsafeRawPointer(sql.utf8Start).assumingMemoryBound(to: CChar.self)  // literals end in a NUL
    errno = 0
    let code = sqlite3_exec(handle, text, nil, nil, nil)
    guard code == SQLITE_OK else { throw error(code) }
  }

  /// The prepared statement for this literal, made at its first use.
  func statement(_ sql: StaticString) throws(StoreError) -> Statement {
    if let known = statements[sql.utf8Start] { return known }
    guard let handle else { throw .fault(text: "the ledger is closed", .sqlite(SQLITE_MISUSE)) }
    let new = try Statement(sql, on: self, handle: handle)
    statements[sql.utf8Start] = new
    return new
  }

  /// How many pages of the log make a commit copy it into the database, two more waits for the disk: the most at once, and
  /// the most while somebody waits for what follows the commit.
  private static let longLog: Int32 = 256, longestLog: Int32 = 1024

  /// All of `body` or, where it throws, nothing. Durable on return.
  ///
  /// - Parameter isAwaited: what follows it must not wait for the log, which the next transaction can see to.
  func transaction(isAwaited: Bool = false, _ body: () throws(StoreError) -> Void) throws(StoreError) {
    sqlite3_wal_autocheckpoint(handle, isAwaited ? Connection.longestLog : Connection.longLog)
    // IMMEDIATE: a transaction that will write says so at once, not halfway.
    try statement("BEGIN IMMEDIATE").run()
    do throws(StoreError) {
      try body()
      try statement("COMMIT").run()
    } catch {
      // SQLite may have rolled back already (disk full, I/O error): <https://sqlite.org/lang_transaction.html>.
      if sqlite3_get_autocommit(handle) == 0 { try? statement("ROLLBACK").run() }
      throw error
    }
  }

  /// The error that a result code on this connection stands for.
  ///
  /// `errno` is taken as the call left it: `sqlite3_system_errno` knows nothing of a commit that failed.
  func error(_ code: Int32) -> StoreError {
    let errno = errno
    let extended = handle == nil ? code : sqlite3_extended_errcode(handle)
    return StoreError(
      sqlite: extended & 0xff == code & 0xff ? extended : code, errno: errno, path: path,
      text: sqlite3_errmsg(handle).map { String(cString: $0) } ?? "unknown error")
  }

  /// A copy of everything, in memory; later changes here do not reach it.
  func copy(into other: Connection) throws(StoreError) {
    guard let backup = sqlite3_backup_init(other.handle, "main", handle, "main") else {
      throw other.error(SQLITE_ERROR)
    }
    let code = sqlite3_backup_step(backup, -1)
    sqlite3_backup_finish(backup)
    guard code == SQLITE_DONE else { throw error(code) }
  }
}
