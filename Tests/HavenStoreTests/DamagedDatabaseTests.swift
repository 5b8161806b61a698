import Glibc
import HavenCore
import Testing

@testable import HavenStore

/// A database that makes no sense is set aside, told and never deleted; one that was only cut short keeps what it had.
struct DamagedDatabaseTests {
  let home = TemporaryDirectory()
  private var file: String { home.file("haven.db") }
  private var aside: String { file + ".corrupt-20260310T170500" }

  /// A ledger of five hundred entries, a few hundred kilobytes.
  private func fill(andClose: Bool = true) throws {
    let ledger = try SQLiteLedger(directory: home.path, now: teatime)
    for number in 1...5 {
      try ledger.commit((1...100).map { .entry(entry("2026-03-10/\(number)/\($0)/5")) }, at: teatime)
    }
    if !andClose { ledger.connection.closeUntouched() }
  }

  private func expectNewLedger(from damaged: [UInt8]) throws {
    let ledger = try SQLiteLedger(directory: home.path, now: teatime)
    #expect(ledger.recoveredFrom == aside)
    #expect(bytes(of: aside) == damaged)
    #expect(mode(of: file) == 0o600)
    #expect(try ledger.history(now: teatime).entries == [])
    try ledger.commit([.entry(entry())], at: teatime)
    #expect(ledger.integrityCheck() == [])
  }

  @Test("a header of rubbish: set aside and begun anew")
  func header() throws {
    try fill()
    write(Array("not a database at all".utf8), to: file)
    try expectNewLedger(from: bytes(of: file))
  }

  @Test("a file too short for a header: set aside and begun anew")
  func short() throws {
    write([1, 2, 3], to: file)
    try expectNewLedger(from: [1, 2, 3])
  }

  @Test("a file shorter than it says: set aside and begun anew")
  func truncated() throws {
    try fill()
    let whole = bytes(of: file)
    truncate(file, off_t(whole.count / 2))
    try expectNewLedger(from: Array(whole[..<(whole.count / 2)]))
  }

  @Test("a schema of rubbish: set aside and begun anew")
  func schema() throws {
    try fill()
    write([UInt8](repeating: 0xa5, count: 3996), to: file, at: 100)
    try expectNewLedger(from: bytes(of: file))
  }

  @Test("a malformed page deep inside is looked for where the last run did not close the database")
  func page() throws {
    try fill()
    let count = bytes(of: file).count
    write([UInt8](repeating: 0xa5, count: 4096), to: file, at: count / 4096 / 2 * 4096)
    // What a power cut leaves: some log, be it of no use.
    write([0, 0, 0, 0], to: file + "-wal")
    try expectNewLedger(from: bytes(of: file))
  }

  @Test("or where something damaged was met while reading")
  func suspect() throws {
    try fill()
    let count = bytes(of: file).count
    write([UInt8](repeating: 0xa5, count: 4096), to: file, at: count / 4096 / 2 * 4096)
    let ledger = try SQLiteLedger(directory: home.path, now: teatime, isSuspect: true)
    #expect(ledger.recoveredFrom == aside)
  }

  @Test("its log is set aside with it, so that other tools can still try")
  func log() throws {
    try fill(andClose: false)
    let log = bytes(of: file + "-wal")
    write(Array("not a database at all".utf8), to: file)
    try expectNewLedger(from: bytes(of: file))
    #expect(bytes(of: aside + "-wal") == log)
  }

  @Test("a second one in the same second gets a name of its own")
  func twice() throws {
    for expected in [aside, aside + "-2", aside + "-3"] {
      write([1, 2, 3], to: file)
      #expect(try SQLiteLedger(directory: home.path, now: teatime).recoveredFrom == expected)
    }
    #expect(bytes(of: aside) == [1, 2, 3])
  }

  @Test("a sound database that the last run did not close is kept")
  func unclean() throws {
    try fill(andClose: false)
    let ledger = try SQLiteLedger(directory: home.path, now: teatime)
    #expect(ledger.recoveredFrom == nil)
    #expect(try ledger.history(now: teatime).entries.count == 500)
  }

  @Test("a log that was cut short keeps the transactions before the cut, whole", arguments: [1, 3, 10, 30])
  func truncatedLog(quarters: Int) throws {
    try fill(andClose: false)
    let size = bytes(of: file + "-wal").count
    truncate(file + "-wal", off_t(size * quarters / 40))
    let ledger = try SQLiteLedger(directory: home.path, now: teatime)
    #expect(ledger.recoveredFrom == nil)
    let count = try ledger.history(now: teatime).entries.count
    #expect(count % 100 == 0 && count < 500)
    #expect(try ledger.transactionCount() == count / 100)
  }
}
