import HavenCore
import Testing

@testable import HavenStore

/// Databases that are sound, but not for this Haven to write: not a byte of them may change.
struct OtherDatabaseTests {
  let home = TemporaryDirectory()
  private var file: String { home.file("haven.db") }

  private func refusal() -> StoreError? {
    #expect(throws: StoreError.self) { try SQLiteLedger(directory: home.path, now: teatime) }
  }

  @Test("a database from a newer version is refused untouched")
  func newer() throws {
    _ = try SQLiteLedger(directory: home.path, now: teatime)
    write([0, 0, 0, 9], to: file, at: 60)  // the header's user_version
    let before = bytes(of: file)
    let error = refusal()
    #expect(error == .newer(path: file, found: 9, supported: Schema.migrations.version))
    #expect(
      error?.message == "'\(file)' was written by a newer Haven (schema 9; this one knows \(Schema.migrations.version))"
    )
    #expect(bytes(of: file) == before)
    #expect(home.names() == ["haven.db", "haven.lock"])
  }

  @Test("so is one whose newer version stands in the log alone, as after a crash right at an upgrade")
  func newerInLog() throws {
    do {
      let ledger = try SQLiteLedger(directory: home.path, now: teatime)
      try ledger.connection.execute("PRAGMA user_version = 9")
      ledger.connection.closeUntouched()
    }
    let before = (bytes(of: file), bytes(of: file + "-wal"))
    #expect(before.0.count < 64 || before.0[63] != 9)
    #expect(refusal() == .newer(path: file, found: 9, supported: Schema.migrations.version))
    #expect(bytes(of: file) == before.0)
    #expect(bytes(of: file + "-wal") == before.1)
  }

  @Test("another program's database is refused untouched")
  func foreign() throws {
    do {
      let other = try Connection(path: file)
      try other.execute("CREATE TABLE recipe (name TEXT); PRAGMA application_id = 1234")
    }
    let before = bytes(of: file)
    let error = refusal()
    #expect(error == .foreign(path: file))
    #expect(error?.message == "'\(file)' is a database, but not one of Haven's")
    #expect(bytes(of: file) == before)
  }

  @Test("so is one that names no program but has tables")
  func nameless() throws {
    do {
      let other = try Connection(path: file)
      try other.execute("CREATE TABLE recipe (name TEXT)")
    }
    #expect(refusal() == .foreign(path: file))
  }

  @Test("an empty database, as a crash at the very first start leaves it, is begun")
  func unborn() throws {
    do {
      let other = try Connection(path: file)
      try other.execute("PRAGMA journal_mode = WAL")
    }
    #expect(bytes(of: file).count == 4096)
    let ledger = try SQLiteLedger(directory: home.path, now: teatime)
    try ledger.commit([.entry(entry())], at: teatime)
    #expect(ledger.recoveredFrom == nil)
  }
}
