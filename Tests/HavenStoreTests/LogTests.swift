import Glibc
import HavenCore
import Testing

@testable import HavenStore

/// The write-ahead log, which is copied into the database from time to time.
struct LogTests {
  let home = TemporaryDirectory()

  @Test("a claim does not wait for the log to be copied; what comes after it sees to that")
  func claims() throws {
    let ledger = try SQLiteLedger(directory: home.path, now: teatime)
    let begun = size("haven.db")
    // Each is some pages: the log is long after forty of them.
    for number in 1...60 {
      try ledger.commit([.entry(entry("2026-03-10/tea/otter/\(number)", .claimed))], at: teatime)
    }
    #expect(size("haven.db-wal") > 256 * 4096)
    #expect(size("haven.db") == begun)
    try ledger.commit([.entry(entry("2026-03-10/tea/otter/1", .shown))], at: teatime)
    #expect(size("haven.db") > begun)
  }

  @Test("a log of nothing but claims is copied all the same, before it is four times as long")
  func endless() throws {
    let ledger = try SQLiteLedger(directory: home.path, now: teatime)
    for number in 1...400 {
      try ledger.commit([.entry(entry("2026-03-10/tea/otter/\(number)", .claimed))], at: teatime)
      #expect(size("haven.db-wal") < 1100 * 4120)
    }
  }

  /// Bytes of a file of the ledger's.
  private func size(_ name: String) -> Int {
    var status = stat()
    return stat(home.file(name), &status) == 0 ? Int(status.st_size) : 0
  }
}
