import Glibc
import HavenCore
import Testing

@testable import HavenStore

@Suite("A copy of the ledger")
struct BackupTests {
  @Test("it is whole, for its owner alone, a file by itself, and can be opened as a ledger")
  func whole() throws {
    let home = TemporaryDirectory()
    let other = TemporaryDirectory()
    let ledger = try SQLiteLedger(directory: home.path, now: teatime)
    try ledger.commit([.act(act(1, .noticed()))], at: teatime)
    let old = umask(0)
    defer { umask(old) }
    try ledger.backup(to: other.file("haven.db"), for: "/home/ros/copy.db", now: teatime)
    #expect(mode(of: other.file("haven.db")) == 0o600)
    #expect(other.names() == ["haven.db"])
    let copy = try SQLiteLedger(directory: other.path, now: teatime)
    #expect(try copy.acts(from: teatime, to: teatime + 1).map(\.id) == [1])
    #expect(copy.recoveredFrom == nil)
  }

  @Test("where it went is remembered once, in order")
  func remembered() throws {
    let home = TemporaryDirectory()
    let ledger = try SQLiteLedger(directory: home.path, now: teatime)
    for (name, at) in [("b", 0), ("a", 10), ("b", 20)] {
      try ledger.backup(to: home.file("haven.backup.tmp"), for: "/x/\(name)", now: teatime + at)
    }
    #expect(try ledger.backups() == ["/x/a", "/x/b"])
  }

  @Test("what an interrupted copy or a damaged ledger left is found, and nothing else is touched")
  func leftovers() throws {
    let home = TemporaryDirectory()
    _ = try SQLiteLedger(directory: home.path, now: teatime)
    for name in ["haven.db.corrupt-20260310T170500", "haven.db.corrupt-20260310T170500-wal", "haven.backup.tmp"] {
      write([1], to: home.file(name))
    }
    #expect(try Leftovers.paths(in: home.path).count == 3)
    #expect(try Leftovers.delete(in: home.path).isEmpty)
    #expect(home.names() == ["haven.db", "haven.lock"])
  }
}
