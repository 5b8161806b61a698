import Glibc
import HavenCore
import Testing

@testable import HavenStore

struct BufferedLedgerTests {
  let home = TemporaryDirectory()

  /// A buffered ledger over a disk that the test can fill.
  private func make() throws -> (ledger: BufferedLedger, disk: SQLiteLedger) {
    let disk = try SQLiteLedger(directory: home.path, now: teatime)
    let ledger = try BufferedLedger(now: teatime) { (_, _) throws(StoreError) in disk }
    return (ledger, disk)
  }

  private func ids(_ ledger: any Ledger) throws -> [String] {
    try ledger.entries(from: .distantPast, to: .distantFuture).map(\.id)
  }

  @Test("while the disk takes everything nothing waits")
  func passesThrough() throws {
    let (ledger, disk) = try make()
    try ledger.commit([.entry(entry("a"))], at: teatime)
    #expect(ledger.trouble == nil)
    #expect(ledger.pendingCount == 0)
    #expect(try ids(disk) == ["a"])
  }

  @Test("what the disk does not take is kept in order, told and written at the next commit that finds room")
  func waits() throws {
    let (ledger, disk) = try make()
    try disk.fillDisk()
    try ledger.commit([.entry(entry("a", subject: large)), .entry(entry("b"))], at: teatime)
    try ledger.commit([.entry(entry("c", subject: large))], at: teatime + 1)
    #expect(ledger.trouble == .full(path: home.file("haven.db"), .sqlite(13)))
    #expect(ledger.pendingCount == 3)
    #expect(try ids(disk) == [])
    #expect(try ids(ledger) == ["a", "b", "c"])
    try disk.makeRoom()
    try ledger.commit([.entry(entry("d"))], at: teatime + 2)
    #expect(ledger.trouble == nil)
    #expect(ledger.pendingCount == 0)
    #expect(try ids(disk) == ["a", "b", "c", "d"])
    #expect(try disk.transactionCount() == 3)
  }

  @Test("a later transaction never overtakes an earlier one, even where it would fit")
  func order() throws {
    let (ledger, disk) = try make()
    try disk.fillDisk()
    try ledger.commit([.entry(entry("large", subject: large))], at: teatime)
    try ledger.commit([.entry(entry("small"))], at: teatime + 1)
    #expect(try ids(disk) == [])
    #expect(ledger.pendingCount == 2)
  }

  @Test("it can be asked to try again")
  func retry() throws {
    let (ledger, disk) = try make()
    try disk.fillDisk()
    try ledger.commit([.entry(entry("a", subject: large))], at: teatime)
    #expect(!ledger.retry(now: teatime + 1))
    try disk.makeRoom()
    #expect(ledger.retry(now: teatime + 2))
    #expect(try ids(disk) == ["a"])
    #expect(try disk.history(now: teatime).aliveAt == teatime)
  }

  // An act's number would give a second writing away; a row of the log has nothing that does.
  @Test("a commit that failed and yet reached the disk is not written twice", arguments: [true, false])
  func onceOnly(withAct: Bool) throws {
    let (ledger, disk) = try make()
    let changes: [LedgerChange] =
      [.entry(entry("a", subject: large))] + (withAct ? [.act(act(1, .noticed()))] : [])
    try disk.fillDisk()
    try ledger.commit(changes, at: teatime)
    try ledger.commit([.entry(entry("b"))], at: teatime + 1)
    try disk.makeRoom()
    try disk.commit(changes, at: teatime)  // as a sync that failed after all was written
    #expect(ledger.retry(now: teatime + 2))
    #expect(try ids(disk) == ["a", "b"])
    #expect(try disk.transactionCount() == 2)
  }

  @Test("a sync that fails does not write a transaction twice", .enabled(if: canRun("strace", "-V"), "needs strace"))
  func failedSync() throws {
    for number in 1...6 {
      let directory = home.file("\(number)")
      _ = try SQLiteLedger(directory: directory, now: teatime)
      let strace = ["strace", "-f", "-qq", "-o", "/dev/null", "-e", "trace=fdatasync,fsync"]
      let inject = ["-e", "inject=fdatasync,fsync:error=EIO:when=\(number)..\(number + 1)"]
      let heard = Probe("buffer", directory, "8", under: strace + inject).lines()
      #expect(heard.contains { $0.hasSuffix("io") }, "\(heard)")
      #expect(heard.last == "end pending 0 written true")
      let ledger = try SQLiteLedger(directory: directory, now: teatime)
      #expect(try ledger.acts(from: .distantPast, to: .distantFuture).map(\.id) == Array(1...8))
      #expect(try ids(ledger).count == 16)
      #expect(ledger.integrityCheck() == [])
    }
  }

  @Test("changes that no disk could take are the caller's fault; the rest goes on")
  func fault() throws {
    let (ledger, disk) = try make()
    try ledger.commit([.act(act(1, .noticed()))], at: teatime)
    let error = #expect(throws: StoreError.self) { try ledger.commit([.act(act(1, .repair))], at: teatime) }
    #expect(error?.code == "fault")
    #expect(ledger.trouble == nil)
    try ledger.commit([.act(act(2, .repair))], at: teatime)
    #expect(try disk.acts(from: .distantPast, to: .distantFuture).map(\.command) == [.noticed(), .repair])
  }

  @Test("being alive waits for the disk too, and only its latest instant")
  func alive() throws {
    let (ledger, disk) = try make()
    try disk.fillDisk()
    try ledger.commit([.entry(entry("a", subject: large))], at: teatime)
    try ledger.markAlive(at: teatime + 60)
    try ledger.markAlive(at: teatime + 120)
    #expect(try ledger.history(now: teatime + 120).aliveAt == teatime + 120)
    #expect(try disk.history(now: teatime + 120).aliveAt == nil)
    try disk.makeRoom()
    ledger.retry(now: teatime + 130)
    #expect(try disk.history(now: teatime + 130).aliveAt == teatime + 120)
  }

  @Test("an act that waits can be taken back while it waits, and one on the disk too")
  func undo() throws {
    let (ledger, disk) = try make()
    try ledger.commit([.act(act(1, .noticed()))], at: teatime)
    try disk.fillDisk()
    try ledger.commit([.entry(entry("a", subject: large)), .act(act(2, .repair))], at: teatime)
    try ledger.commit([.undo(act: 1, at: teatime + 5)], at: teatime + 5)
    #expect(try ledger.acts(from: teatime, to: teatime + 10).map(\.id) == [2])
    try ledger.commit([.undo(act: 2, at: teatime + 6)], at: teatime + 6)
    #expect(try ledger.acts(from: teatime, to: teatime + 10).isEmpty)
    #expect(try ledger.history(now: teatime + 10).acts.isEmpty)
    #expect(try ledger.history(now: teatime + 10).lastActID == 2)
  }
}
