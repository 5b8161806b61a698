import Glibc
import HavenCore
import Testing

@testable import HavenStore

/// Proves: whatever `commit` returned from is on the disk, and no transaction is ever there by half, however the process
/// that wrote it was killed.
struct CrashDuringCommitTests {
  let home = TemporaryDirectory()

  /// Every transaction of the probe is two entries of one cue and one act.
  private func check(_ directory: String, acknowledged: Int) throws {
    let ledger = try SQLiteLedger(directory: directory, now: teatime)
    #expect(ledger.recoveredFrom == nil)
    #expect(ledger.integrityCheck() == [])
    let history = try ledger.history(now: teatime)
    let count = history.lastActID
    #expect(count >= acknowledged, "\(acknowledged) were acknowledged")
    #expect(count <= acknowledged + 1, "only the one under way can be more")
    #expect(history.acts.map(\.id) == Array(stride(from: 1, through: count, by: 1)))
    #expect(history.entries.count == count)
    #expect(history.entries.allSatisfy { $0.state == .shown })
    #expect(try ledger.entries(from: .distantPast, to: .distantFuture).count == 2 * count)
    #expect(try ledger.transactionCount() == count)
  }

  @Test("killed again and again in the middle of commits, it loses nothing that was acknowledged")
  func kills() throws {
    var random = SeededRandom(7)
    var acknowledged = 0
    for _ in 1...25 {
      let probe = Probe("commit", home.path)
      // Beyond a checkpoint now and then: the log is copied into the database every fortieth transaction or so.
      for _ in 0..<Int.random(in: 1...60, using: &random) {
        acknowledged = try #require(probe.line().flatMap { Int($0) })
      }
      kill(probe.pid, SIGKILL)
      // What it said after we last listened counts too.
      acknowledged = probe.lines().compactMap { Int($0) }.last ?? acknowledged
      probe.wait()
      try check(home.path, acknowledged: acknowledged)
    }
  }

  @Test(
    "killed at a chosen write or sync, from the making of the file on, it can be opened again with nothing lost",
    .enabled(if: canRun("strace", "-o", "/dev/null", "/bin/true"), "needs strace"),
    arguments: ["pwrite64", "fdatasync", "unlink"])
  func chosenKills(call: String) throws {
    for number in [1, 2, 3, 5, 8, 13, 21, 34] {
      let strace = ["strace", "-f", "-qq", "-o", "/dev/null", "-e", "trace=\(call)"]
      let inject = ["-e", "inject=\(call):signal=KILL:when=\(number)"]
      let directory = home.file("\(call)-\(number)")
      let probe = Probe("commit", directory, "10", under: strace + inject)
      let acknowledged = probe.lines().compactMap { Int($0) }.last ?? 0
      probe.wait()
      try check(directory, acknowledged: acknowledged)
    }
  }
}
