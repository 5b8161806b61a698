import HavenCore
import Testing

@testable import HavenStore

@Suite("Reading the record in pieces")
struct PiecesTests {
  @Test("each piece says where the next begins, and all of them together are the whole")
  func pieces() throws {
    let ledger = SQLiteLedger.inMemory()
    try ledger.commit((1...7).map { .act(act($0, .noticed())) } + [.undo(act: 3, at: teatime)], at: teatime)
    var ids: [[Int]] = []
    var place: Int? = 0
    while let after = place {
      let piece = try ledger.acts(after: after, on: tuesday...tuesday, limit: 2)
      ids.append(piece.acts.map(\.id))
      place = piece.next
    }
    #expect(ids == [[1, 2], [4, 5], [6, 7], []])
  }

  @Test("an act that a later Haven wrote is passed over, and does not end the reading")
  func unknown() throws {
    let ledger = SQLiteLedger.inMemory()
    try ledger.commit((1...3).map { .act(act($0, .noticed())) }, at: teatime)
    try ledger.connection.execute("UPDATE act SET command = '{\"sing\":{}}' WHERE id = 1")
    let piece = try ledger.acts(after: 0, on: tuesday...tuesday, limit: 1)
    #expect(piece.acts.isEmpty)
    #expect(piece.next == 1)
  }

  @Test("states come in the order they were written, from a place on")
  func states() throws {
    let ledger = SQLiteLedger.inMemory()
    try ledger.commit([.entry(entry("a")), .entry(entry("b")), .entry(entry("a", .acknowledged))], at: teatime)
    #expect(try ledger.entries(after: 1, limit: 10).map(\.entry.id) == ["b", "a"])
    #expect(try ledger.entries(after: 0, limit: 1).map(\.place) == [1])
  }
}
