import HavenCore
import Testing

@testable import HavenStore

struct ConnectionTests {
  let connection: Connection

  init() throws {
    connection = try Connection(path: ":memory:")
    try connection.execute("CREATE TABLE thing (name TEXT, size INTEGER) STRICT")
  }

  private func insert(_ name: String?, _ size: Int?) throws {
    try connection.statement("INSERT INTO thing VALUES (?1, ?2)").run(Value(name), Value(size))
  }

  private func names() throws -> [String?] {
    try connection.statement("SELECT name FROM thing ORDER BY rowid").rows { .some($0.optionalText(0)) }
  }

  @Test("a value comes back as it was given, whatever it is made of")
  func values() throws {
    let given: [String?] = ["", "o'clock \"now\"", "räv 🦊", "a\0b", "'); DROP TABLE thing; --", nil]
    for name in given { try insert(name, nil) }
    #expect(try names() == given)
    for size in [0, -1, .max, .min] {
      try insert("size", size)
      let last = try connection.statement("SELECT size FROM thing ORDER BY rowid DESC").row { $0.optionalInteger(0) }
      #expect(last == .some(size))
    }
  }

  @Test("one place in the source is one prepared statement")
  func cache() throws {
    var seen: [ObjectIdentifier] = []
    var kept: [Statement] = []
    for _ in 1...2 {
      kept.append(try connection.statement("SELECT 1"))
      seen.append(ObjectIdentifier(kept[kept.count - 1]))
    }
    #expect(seen[0] == seen[1])
  }

  @Test("a transaction that throws leaves nothing behind, and the next one works")
  func transaction() throws {
    #expect(throws: StoreError.full(path: "here", .sqlite(13))) {
      try connection.transaction { () throws(StoreError) in
        try connection.statement("INSERT INTO thing VALUES ('half', 1)").run()
        throw .full(path: "here", .sqlite(13))
      }
    }
    try connection.transaction { () throws(StoreError) in
      try connection.statement("INSERT INTO thing VALUES ('whole', 1)").run()
    }
    #expect(try names() == ["whole"])
  }

  @Test("a statement that makes no sense is Haven's fault, and says so")
  func fault() throws {
    let error = #expect(throws: StoreError.self) { try connection.execute("SELEKT 1") }
    #expect(error?.code == "fault")
    #expect(error?.message == "the ledger refused a statement: near \"SELEKT\": syntax error (sqlite 1)")
  }

  @Test("what is deleted leaves no bytes in the file")
  func secureDelete() throws {
    let directory = TemporaryDirectory()
    let secret = "a-name-that-must-go"
    do {
      let ledger = try SQLiteLedger(directory: directory.path, now: teatime)
      try ledger.commit([.entry(entry(secret)), .act(act(1, .fed(child: secret)))], at: teatime)
      try ledger.connection.execute("DELETE FROM entry; DELETE FROM act; PRAGMA wal_checkpoint(TRUNCATE);")
    }
    let left = bytes(of: directory.file("haven.db"))
    #expect(left.count > 4096)
    #expect(!String(decoding: left, as: UTF8.self).contains(secret))
  }
}
