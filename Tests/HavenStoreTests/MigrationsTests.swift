import HavenCore
import Testing

@testable import HavenStore

struct MigrationsTests {
  private static let one: StaticString =
    "CREATE TABLE a (n INTEGER); INSERT INTO a VALUES (1); PRAGMA user_version = 1;"
  private static let two: StaticString = "UPDATE a SET n = n + 1; PRAGMA user_version = 2;"
  private static let broken: StaticString = "UPDATE a SET n = 99; UPDATE nothing SET n = 1; PRAGMA user_version = 3;"

  private func number(_ connection: Connection) throws -> Int? {
    try connection.statement("SELECT n FROM a").row { $0.integer(0) }
  }

  private func version(_ connection: Connection) throws -> Int? {
    try connection.statement("PRAGMA user_version").row { $0.integer(0) }
  }

  @Test("each step is taken once, and those of an older Haven not again")
  func once() throws {
    let connection = try Connection(path: ":memory:")
    try Migrations(steps: [Self.one]).run(on: connection)
    for _ in 1...2 { try Migrations(steps: [Self.one, Self.two]).run(on: connection) }
    #expect(try number(connection) == 2)
    #expect(try version(connection) == 2)
  }

  @Test("a step that fails leaves the database at the version it had")
  func failure() throws {
    let connection = try Connection(path: ":memory:")
    try Migrations(steps: [Self.one]).run(on: connection)
    #expect(throws: StoreError.self) {
      try Migrations(steps: [Self.one, Self.two, Self.broken]).run(on: connection)
    }
    #expect(try number(connection) == 1)
    #expect(try version(connection) == 1)
  }

  @Test("a version beyond the last step is refused")
  func newer() throws {
    let connection = try Connection(path: ":memory:")
    try Migrations(steps: [Self.one, Self.two]).run(on: connection)
    #expect(throws: StoreError.newer(path: ":memory:", found: 2, supported: 1)) {
      try Migrations(steps: [Self.one]).run(on: connection)
    }
  }

  @Test("Haven's schema names itself: its version is its number of steps, its application id the constant")
  func schema() throws {
    let ledger = SQLiteLedger.inMemory()
    #expect(try version(ledger.connection) == Schema.migrations.version)
    let id = try ledger.connection.statement("PRAGMA application_id").row { $0.integer(0) }
    #expect(id == Schema.applicationID)
  }

  @Test("what an older Haven counted is there after the upgrade, its minutes as halves, and nothing is lost")
  func weeks() throws {
    let connection = try Connection(path: ":memory:")
    try Migrations(steps: Array(Schema.migrations.steps.prefix(3))).run(on: connection)
    try connection.execute(
      """
      INSERT INTO week VALUES ('2026-01-05', 'otter', 'tea', 5, 2, 13), ('2026-01-05', '', '', 1, 1, NULL);
      INSERT INTO backup VALUES ('/mnt/copy.db', 7);
      UPDATE meta SET counted_to = '2026-01-12';
      """)
    try Schema.migrations.run(on: connection)
    let rows = try connection.statement(
      "SELECT child, times, hard, settle_halves, apart FROM week ORDER BY child"
    ).rows { "\($0.text(0)) \($0.integer(1)) \($0.integer(2)) \($0.optionalInteger(3) ?? -1) \($0.integer(4))" }
    #expect(rows == [" 1 1 -1 0", "otter 5 2 26 0"])
    #expect(try connection.statement("SELECT count(*) FROM backup").row { $0.integer(0) } == 1)
    #expect(try connection.statement("SELECT counted_to FROM meta").row { $0.text(0) } == "2026-01-12")
  }

  @Test("a new word for a state or a kind needs a new schema version: an older Haven would read it as nothing")
  func words() {
    #expect(Schema.migrations.version == 4, "add the new words below with the version that brings them")
    #expect(
      LedgerEntry.State.allCases.map(\.rawValue) == [
        "claimed", "shown", "acknowledged", "snoozed", "skipped", "dismissed", "expired", "held", "suppressed",
        "missed",
        "cancelled",
      ])
    #expect(
      Line.Kind.allCases.map(\.rawValue) == [
        "cue", "catch_up", "moved", "fuel", "nudge", "appointment", "promise", "respite", "tell", "marked", "digest",
        "review", "swap",
      ])
  }
}
