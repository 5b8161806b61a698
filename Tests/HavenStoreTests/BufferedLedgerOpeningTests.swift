import Glibc
import HavenCore
import Testing

@testable import HavenStore

/// Beginning in memory, and finding the disk later.
struct BufferedLedgerOpeningTests {
  let home = TemporaryDirectory()
  private var state: String { home.file("way/state") }

  @Test("where the disk cannot be opened it begins in memory, and writes once it can be")
  func opensLater() throws {
    write([], to: home.file("way"))  // a file where a folder belongs
    let ledger = try BufferedLedger(directory: state, now: teatime)
    #expect(ledger.trouble == .cannotOpen(path: state, errno: ENOTDIR))
    #expect(try ledger.history(now: teatime).entries.isEmpty)
    try ledger.commit([.entry(entry("a")), .act(act(1, .unsafe(on: true)))], at: teatime)
    #expect(try ledger.history(now: teatime).entries.map(\.id) == ["a"])
    #expect(try ledger.history(now: teatime).acts.map(\.id) == [1])
    unlink(home.file("way"))
    #expect(ledger.retry(now: teatime + 60))
    #expect(home.names(in: "way/state").contains("haven.db"))
    #expect(ledger.pendingCount == 0)
    #expect(try ledger.entries(id: "a").count == 1)
    #expect(try ledger.entries(idPrefix: "a").count == 1)
  }

  @Test("what a person must settle first is thrown, not kept")
  func thrown() throws {
    let first = try SQLiteLedger(directory: state, now: teatime)
    #expect(throws: StoreError.busy(path: state, by: .havend(pid: Int(getpid())))) {
      try BufferedLedger(directory: state, now: teatime)
    }
    withExtendedLifetime(first) {}
  }

  @Test("but not while it runs: then it waits for that to be settled too")
  func takenMeanwhile() throws {
    write([], to: home.file("way"))
    let ledger = try BufferedLedger(directory: state, now: teatime)
    try ledger.commit([.entry(entry("a"))], at: teatime)
    unlink(home.file("way"))
    do {
      let other = try SQLiteLedger(directory: state, now: teatime)
      try ledger.commit([.entry(entry("b"))], at: teatime)
      #expect(ledger.trouble?.code == "busy")
      withExtendedLifetime(other) {}
    }
    #expect(ledger.retry(now: teatime))
    #expect(try ledger.entries(from: .distantPast, to: .distantFuture).map(\.id) == ["a", "b"])
  }

  @Test("a ledger found damaged while it is used is set aside, and everything since is in the new one")
  func damagedLater() throws {
    do {
      let ledger = try SQLiteLedger(directory: state, now: teatime)
      for number in 1...5 {
        try ledger.commit((1...100).map { .entry(entry("2026-03-10/\(number)/\($0)/5")) }, at: teatime)
      }
    }
    let file = state + "/haven.db"
    // All but the first page, which holds the schema: opening finds nothing wrong.
    write([UInt8](repeating: 0xa5, count: bytes(of: file).count - 4096), to: file, at: 4096)
    let ledger = try BufferedLedger(directory: state, now: teatime)
    try ledger.commit([.entry(entry("a"))], at: teatime)
    #expect(ledger.trouble == nil)
    #expect(ledger.recoveredFrom == file + ".corrupt-20260310T170500")
    #expect(try ledger.history(now: teatime).entries.map(\.id) == ["a"])
  }

  @Test("a history that cannot be read sets the damaged ledger aside and begins with nothing")
  func damagedHistory() throws {
    do {
      let ledger = try SQLiteLedger(directory: state, now: teatime)
      for number in 1...5 {
        try ledger.commit((1...100).map { .entry(entry("2026-03-10/\(number)/\($0)/5")) }, at: teatime)
      }
    }
    let file = state + "/haven.db"
    // The page of `meta` must stand, or opening finds out: so the last third, which entries fill.
    let count = bytes(of: file).count / 4096
    write([UInt8](repeating: 0xa5, count: (count - 20) * 4096), to: file, at: 20 * 4096)
    let ledger = try BufferedLedger(directory: state, now: teatime)
    #expect(try ledger.history(now: teatime).entries.isEmpty)
    #expect(ledger.recoveredFrom == file + ".corrupt-20260310T170500")
    #expect(ledger.trouble == nil)
  }
}
