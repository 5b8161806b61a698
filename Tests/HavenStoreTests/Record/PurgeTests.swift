import HavenCore
import Testing

@testable import HavenStore

/// Proves that of an erased child no byte is left in the state directory.
@Suite("Erasing a child")
struct PurgeTests {
  private static let otter = NameMention("otter", others: ["otter", "wren", "sea-otter"])
  private static let changes: [LedgerChange] = [
    .entry(entry("2026-03-10/tablet-ends/otter/10")), .entry(entry("2026-03-10/tablet-ends/wren/10")),
    .entry(entry("2026-03-10/tea/sea-otter/10")), .entry(entry("2026-03-10/fuel/1", kind: .fuel, subject: "otter")),
    .act(act(1, .hard(HardMoment(child: "otter", tags: ["quietsecret"])))), .act(act(2, .nurture(child: "otter"))),
    .act(act(3, .nurture(child: "wren"))), .act(act(4, .promiseAdd(id: "otter-swim", dueAt: teatime + day))),
    .act(act(5, .respiteForgive(lane: .sibling("otter")))), .act(act(6, .fed(child: "sea-otter"))),
    .act(act(7, .mode(.sick, child: nil, age: nil, until: nil))),
    .act(act(8, .mode(.sick, child: "otter", age: nil, until: nil))),
    .undo(act: 2, at: teatime + 1),
  ]

  @Test("what would go is counted first, by what a person calls it, and nothing is changed")
  func trace() throws {
    let ledger = SQLiteLedger.inMemory()
    try ledger.commit(Self.changes, at: teatime)
    let trace = try ledger.trace(of: Self.otter, recent: tuesday)
    #expect(trace.acts == ["hard moments": 1, "nurture offers": 1, "promises": 1, "respite": 1, "soft days": 1])
    #expect(trace.states == 2)
    #expect(try ledger.acts(from: teatime, to: teatime + 1).count == 7)
  }

  @Test("other children's rows stay, those of a longer alias too")
  func others() throws {
    let ledger = SQLiteLedger.inMemory()
    try ledger.commit(Self.changes, at: teatime)
    _ = try ledger.erase(Self.otter, recent: tuesday)
    #expect(try ledger.acts(from: teatime, to: teatime + 1).map(\.id) == [3, 6, 7])
    #expect(
      try ledger.entries(from: teatime, to: teatime + 1).map(\.id) == [
        "2026-03-10/tablet-ends/wren/10", "2026-03-10/tea/sea-otter/10",
      ])
  }

  @Test("no byte of the alias or of a note is left in any file, while the ledger is open and after")
  func bytesLeft() throws {
    let home = TemporaryDirectory()
    do {
      let ledger = try SQLiteLedger(directory: home.path, now: teatime)
      // Enough that pages split, and rows are copied from one to the other.
      for round in 0..<40 {
        let more: [LedgerChange] = (0..<20).flatMap { index -> [LedgerChange] in
          let id = 100 + round * 20 + index
          return [
            .act(act(id, .hard(HardMoment(child: "otter", tags: ["quietsecret", large.prefix(300).description])))),
            .entry(entry("2026-03-10/tablet-ends/otter/\(id)")), .act(act(10_000 + id, .nurture(child: "wren"))),
          ]
        }
        try ledger.commit(more, at: teatime)
      }
      try ledger.commit(
        Self.changes.filter {
          $0 != .entry(entry("2026-03-10/tea/sea-otter/10")) && $0 != .act(act(6, .fed(child: "sea-otter")))
        }, at: teatime)
      #expect(leftIn(home, "quietsecret"))
      _ = try ledger.erase(Self.otter, recent: tuesday)
      #expect(!leftIn(home, "otter"))
      #expect(!leftIn(home, "quietsecret"))
      #expect(ledger.integrityCheck().isEmpty)
      #expect(try ledger.history(now: teatime).lastActID == 10_899)
    }
    #expect(!leftIn(home, "otter"))
  }

  @Test("in a step that is called after them, other children's rows stay for two days, so that nothing is said twice")
  func recent() throws {
    let ledger = SQLiteLedger.inMemory()
    try ledger.commit(
      [
        .entry(entry("2026-03-10/otter-time/wren/10")), .entry(entry("2026-03-08/otter-time/wren/10")),
        .act(act(1, .done(step: "otter-time"))), .act(act(2, .skip(step: "otter-time"), at: teatime - 3 * day)),
      ], at: teatime)
    let trace = try ledger.erase(Self.otter, recent: tuesday - 1)
    #expect(trace.kept == 2)
    #expect(trace.states == 1)
    #expect(trace.acts == ["other acts": 1])
  }

  @Test("changes as they were lived go too, and other children's stay")
  func lived() throws {
    let ledger = SQLiteLedger.inMemory()
    try ledger.connection.execute(
      """
      INSERT INTO occurrence VALUES ('2026-03-10', 1020, 'tea', 'otter', NULL, '', 'ordinary', 'home'),
        ('2026-03-10', 1020, 'tea', 'wren', NULL, '', 'ordinary', 'home')
      """)
    #expect(try ledger.erase(Self.otter, recent: tuesday).lived == 1)
    #expect(try ledger.connection.statement("SELECT child FROM occurrence").rows { $0.text(0) } == ["wren"])
  }

  @Test("counts of older weeks go too")
  func weeks() throws {
    let ledger = SQLiteLedger.inMemory()
    try ledger.connection.execute(
      """
      INSERT INTO week VALUES
        ('2026-01-05', 'otter', 'tea', 5, 1, 20, 0), ('2026-01-05', 'wren', 'tea', 5, 1, NULL, 0);
      INSERT INTO week_apart VALUES ('2026-01-05', 'otter', 3, 4, 0), ('2026-01-05', 'wren', 1, 1, 0);
      """)
    #expect(try ledger.erase(Self.otter, recent: tuesday).weeks == 2)
    #expect(try ledger.weeks(of: nil).map(\.child) == ["wren"])
    #expect(try ledger.connection.statement("SELECT child FROM week_apart").rows { $0.text(0) } == ["wren"])
  }

  @Test("in a note about another child the name is taken out, and the note stays")
  func notes() throws {
    let words = try #require(CommandWords(json: #"{"hard":{"_0":{"child":"wren","note":"Otter hid","size":2}}}"#))
    #expect(!words.concerns(Self.otter))
    #expect(!words.names(Self.otter))
    #expect(words.forgetting(Self.otter) == #"{"hard":{"_0":{"child":"wren","note":"another child hid","size":2}}}"#)
  }

  @Test("a disk that cannot be written is said, and nothing is taken for erased")
  func failingDisk() throws {
    let home = TemporaryDirectory()
    let ledger = try BufferedLedger(directory: home.path, now: teatime)
    try ledger.commit(Self.changes, at: teatime)
    try ledger.withDisk(now: teatime) { (disk) throws(StoreError) in
      do { try disk.fillDisk() } catch { throw .fault(text: "\(error)", .system(errno: 0)) }
    }
    try ledger.commit([.act(act(20, .nurture(child: large)))], at: teatime)
    #expect(throws: StoreError.self) {
      try ledger.withDisk(now: teatime) { (disk) throws(StoreError) in
        try disk.erase(Self.otter, recent: tuesday)
      }
    }
  }

  private func leftIn(_ home: TemporaryDirectory, _ text: String) -> Bool {
    home.names().contains { bytes(of: home.file($0)).contains(Array(text.utf8)) }
  }
}
