import Glibc
import HavenCore
import Testing

@testable import HavenStore

struct StateLockTests {
  let home = TemporaryDirectory()

  @Test("a second havend for the same state is refused, naming the first")
  func second() throws {
    let first = Probe("hold", home.path)
    #expect(first.line() == "held")
    let error = #expect(throws: StoreError.self) { try SQLiteLedger(directory: home.path, now: teatime) }
    #expect(error == .busy(path: home.path, by: .havend(pid: Int(first.pid))))
    #expect(error?.message == "another havend (pid \(first.pid)) already keeps '\(home.path)'")
    #expect(first.wait() == 0)
    _ = try SQLiteLedger(directory: home.path, now: teatime)
  }

  @Test("a refusal leaves the first one's name in the lock file")
  func refusalLeavesName() throws {
    let first = try SQLiteLedger(directory: home.path, now: teatime)
    #expect(throws: StoreError.self) { try SQLiteLedger(directory: home.path, now: teatime) }
    #expect(bytes(of: home.file("haven.lock")) == Array("\(getpid())\n".utf8))
    try first.commit([.entry(entry())], at: teatime)
  }

  @Test("within one process too")
  func sameProcess() throws {
    let first = try SQLiteLedger(directory: home.path, now: teatime)
    #expect(throws: StoreError.busy(path: home.path, by: .havend(pid: Int(getpid())))) {
      try SQLiteLedger(directory: home.path, now: teatime)
    }
    // A refusal must not have let go of the first one's locks.
    let other = Probe("open", home.path)
    #expect(other.line()?.hasPrefix("error busy") == true)
    try first.commit([.entry(entry())], at: teatime)
  }

  @Test("a havend that was killed holds nothing: its lock file is no obstacle")
  func killed() throws {
    let first = Probe("hold", home.path)
    #expect(first.line() == "held")
    first.end(by: SIGKILL)
    #expect(bytes(of: home.file("haven.lock")) == Array("\(first.pid)\n".utf8))
    _ = try SQLiteLedger(directory: home.path, now: teatime)
    #expect(bytes(of: home.file("haven.lock")).isEmpty)
  }

  @Test("any other program that has the database open is named")
  func otherProgram() throws {
    _ = try SQLiteLedger(directory: home.path, now: teatime)
    let other = Probe(command: ["/usr/bin/python3", "-c", Self.reader, home.file("haven.db")])
    #expect(other.line() == "reading")
    let error = #expect(throws: StoreError.self) { try SQLiteLedger(directory: home.path, now: teatime) }
    #expect(error == .busy(path: home.file("haven.db"), by: .program(pid: Int(other.pid))))
    #expect(error?.mayPass == false)
    other.wait()
    _ = try SQLiteLedger(directory: home.path, now: teatime)
  }

  @Test("while a ledger is open no second connection can be made, SQLite's own shell included")
  func exclusive() throws {
    let ledger = try SQLiteLedger(directory: home.path, now: teatime)
    let other = Probe(command: ["/usr/bin/python3", "-c", Self.reader, home.file("haven.db")])
    #expect(other.line() == "database is locked")
    try ledger.commit([.entry(entry())], at: teatime)
  }

  /// Reads a row, and holds the database until its input ends.
  private static let reader = """
    import sqlite3, sys
    database = sqlite3.connect(sys.argv[1], timeout=0, isolation_level=None)
    try:
        database.execute("BEGIN")
        database.execute("SELECT * FROM meta").fetchall()
        print("reading", flush=True)
        sys.stdin.read()
    except sqlite3.OperationalError as error:
        print(error, flush=True)
    """
}
