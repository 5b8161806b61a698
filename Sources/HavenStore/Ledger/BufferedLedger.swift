import HavenCore

/// A ledger that goes on when the disk does not: what cannot be written is kept in memory, in order, and written when it
/// can be, each transaction once.
///
/// The disk is tried again at every write and by `retry`. What is kept is lost if Haven is stopped before then; `trouble`
/// is there to tell people so.
public final class BufferedLedger: Ledger {
  /// Why something is kept in memory, or could not be read; nil while all is well.
  public private(set) var trouble: StoreError?
  public private(set) var recoveredFrom: String?

  /// What the disk has not taken yet.
  struct Transaction {
    var changes: [LedgerChange]
    var at: Instant
  }
  private(set) var waiting: [Transaction] = []
  /// The latest `markAlive` that the disk has not taken yet.
  private(set) var aliveAt: Instant?

  /// Opens, or opens again; the second argument says that the ledger was found damaged.
  private let open: (Instant, Bool) throws(StoreError) -> SQLiteLedger
  /// Nil where it could not be opened.
  private var disk: SQLiteLedger?
  /// What can be read of a disk that could not be opened for writing; nil where nothing can.
  private var frozen: SQLiteLedger?
  private var isSuspect = false
  /// How many transactions the disk is known to hold.
  private var written = 0
  /// The last commit failed, and may have reached the disk all the same: a failed fsync does not say.
  private var isUncertain = false

  /// Opens the ledger of a state directory; where its disk fails for now, begins in memory.
  ///
  /// - Throws: what a person must settle first: `.notPrivate`, `.busy`, `.newer`, `.foreign`.
  public convenience init(directory: String, now: Instant) throws(StoreError) {
    try self.init(now: now) { (now, isSuspect) throws(StoreError) in
      try SQLiteLedger(directory: directory, now: now, isSuspect: isSuspect)
    }
    if case .readOnly = trouble { frozen = try? .frozen(directory: directory) }
  }

  init(now: Instant, open: @escaping (Instant, Bool) throws(StoreError) -> SQLiteLedger) throws(StoreError) {
    self.open = open
    do throws(StoreError) {
      try openDisk(now: now)
    } catch {
      guard error.mayPass else { throw error }
      trouble = error
    }
  }

  /// How many changes wait for the disk.
  public var pendingCount: Int { waiting.reduce(0) { $0 + $1.changes.count } }

  /// Never throws for the disk's sake: then the changes wait, and `trouble` says why.
  ///
  /// - Throws: `.fault`, and keeps nothing of it, where a transaction is one that no disk could take.
  public func commit(_ changes: [LedgerChange], at now: Instant) throws(StoreError) {
    guard !changes.isEmpty else { return try markAlive(at: now) }
    waiting.append(Transaction(changes: changes, at: now))
    aliveAt = nil  // the transaction says it
    try write(now: now)
  }

  public func markAlive(at now: Instant) throws(StoreError) {
    aliveAt = now
    try write(now: now)
  }

  /// Tries the disk again.
  ///
  /// - Returns: whether everything is written now.
  @discardableResult
  public func retry(now: Instant) -> Bool {
    try? write(now: now)
    return trouble == nil
  }

  /// What `body` reads from the disk; nil where it cannot be read, which `trouble` then tells.
  func read<Result>(_ body: (SQLiteLedger) throws(StoreError) -> Result) -> Result? {
    guard let disk = disk ?? frozen else { return nil }
    do throws(StoreError) {
      return try body(disk)
    } catch {
      note(error)
      return nil
    }
  }

  /// Does something with the disk alone, once nothing waits for it: what is in memory only cannot be copied or erased.
  ///
  /// - Parameter body: must not `commit`; what is committed is counted here.
  /// - Throws: what keeps the disk from being written.
  public func withDisk<Result>(
    now: Instant, _ body: (SQLiteLedger) throws(StoreError) -> Result
  ) throws(StoreError) -> Result {
    retry(now: now)
    if let trouble { throw trouble }
    guard let disk else { throw .fault(text: "the ledger is closed", .system(errno: 0)) }
    do throws(StoreError) {
      return try body(disk)
    } catch {
      note(error)
      throw error
    }
  }

  /// Writes what waits. A damaged database is given up for a new one, once.
  private func write(now: Instant) throws(StoreError) {
    var refused: StoreError?
    for _ in 1...2 {
      do throws(StoreError) {
        let disk = try openDisk(now: now)
        try settle(with: disk)
        try writeWaiting(to: disk, refused: &refused)
        trouble = nil
        break
      } catch {
        note(error)
        guard isSuspect else { break }
      }
    }
    if let refused { throw refused }
  }

  @discardableResult
  private func openDisk(now: Instant) throws(StoreError) -> SQLiteLedger {
    if let disk { return disk }
    let opened = try open(now, isSuspect)
    let held = try opened.transactionCount()
    isSuspect = false
    if let aside = opened.recoveredFrom {
      recoveredFrom = aside
      isUncertain = false
    }
    if !isUncertain { written = held }
    disk = opened
    frozen = nil
    return opened
  }

  /// Finds out whether the commit that failed last has reached the disk after all, so that it is not written twice.
  private func settle(with disk: SQLiteLedger) throws(StoreError) {
    guard isUncertain else { return }
    let held = try disk.transactionCount()
    if held > written { waiting.removeFirst() }
    written = held
    isUncertain = false
  }

  private func writeWaiting(to disk: SQLiteLedger, refused: inout StoreError?) throws(StoreError) {
    var done = 0
    defer { waiting.removeFirst(done) }
    for transaction in waiting {
      do throws(StoreError) {
        try disk.commit(transaction.changes, at: transaction.at)
        written += 1
      } catch {
        guard case .fault = error else {
          isUncertain = true
          throw error
        }
        refused = refused ?? error
      }
      done += 1
    }
    if let aliveAt {
      try disk.markAlive(at: aliveAt)
      self.aliveAt = nil
    }
  }

  private func note(_ error: StoreError) {
    trouble = error
    guard case .corrupt = error else { return }
    disk = nil
    frozen = nil
    isSuspect = true
  }
}
