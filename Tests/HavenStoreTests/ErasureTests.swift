import Glibc
import HavenCore
import Testing

@testable import HavenStore

/// What is erased leaves no byte of its words in the database or in its log.
struct ErasureTests {
  private func bytes(_ home: TemporaryDirectory) -> String {
    var bytes: [UInt8] = []
    for name in ["haven.db", "haven.db-wal"] {
      guard let file = fopen("\(home.path)/\(name)", "r") else { continue }
      defer { fclose(file) }
      var chunk = [UInt8](repeating: 0, count: 65_536)
      while case let count = fread(&chunk, 1, chunk.count, file), count > 0 { bytes += chunk[..<count] }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test("neither the file nor its log keeps what was erased or written anew")
  func noByte() throws {
    let home = TemporaryDirectory()
    let ledger = try SQLiteLedger(directory: home.path, now: teatime)
    try ledger.commit([.act(act(1, .hard(HardMoment(note: "first words"))))], at: teatime)
    try ledger.commit([.act(act(2, .hard(HardMoment(note: "second words"))))], at: teatime)
    #expect(bytes(home).contains("first words") && bytes(home).contains("second words"))

    try ledger.commit([.rewrite(act(2, .hard(HardMoment(note: "other words")))), .erase(act: 1)], at: teatime)
    #expect(!bytes(home).contains("first words") && !bytes(home).contains("second words"))
    #expect(
      try ledger.acts(from: teatime, to: teatime + 1) == [act(2, .hard(HardMoment(note: "other words")))])
  }

  @Test("an act that was erased can be written again, and counts again")
  func restored() throws {
    let ledger = SQLiteLedger.inMemory()
    try ledger.commit([.act(act(1, .hard(HardMoment()))), .act(act(2, .repair))], at: teatime)
    try ledger.commit([.erase(act: 1)], at: teatime)
    try ledger.commit([.rewrite(act(1, .hard(HardMoment(size: 3))))], at: teatime)
    #expect(try ledger.acts(from: teatime, to: teatime + 1).map(\.id) == [1, 2])
    #expect(try ledger.history(now: teatime).lastActID == 2)
  }

  @Test("what waits in memory for the disk is changed and erased as well")
  func waiting() throws {
    let home = TemporaryDirectory()
    let ledger = try BufferedLedger(directory: home.path, now: teatime)
    try ledger.commit([.act(act(1, .repair)), .act(act(2, .repair)), .erase(act: 1)], at: teatime)
    try ledger.commit([.rewrite(act(2, .noticed()))], at: teatime)
    #expect(try ledger.acts(from: teatime, to: teatime + 1) == [act(2, .noticed())])
  }
}
