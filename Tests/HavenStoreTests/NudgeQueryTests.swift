import HavenCore
import Testing

@testable import HavenStore

@Suite("The offers of one goal")
struct NudgeQueryTests {
  private func nudge(_ goal: GoalID, _ days: Int, _ state: LedgerEntry.State) -> LedgerChange {
    let at = teatime + days * day
    return .entry(
      LedgerEntry(id: "\(days)/nudge/\(goal)", kind: .nudge, state: state, dueAt: at, at: at, to: "ros", subject: goal))
  }

  @Test("the latest row of each that was due in the stretch, in order of time, and no other goal's")
  func rows() throws {
    let ledger = SQLiteLedger.inMemory()
    try ledger.commit(
      [
        nudge("walk", 2, .shown), nudge("walk", 1, .shown), nudge("read", 1, .shown), nudge("walk", 1, .acknowledged),
        nudge("walk", 3, .shown), .entry(entry("2026-03-10/walk/otter/10")),
      ], at: teatime)
    let found = try ledger.nudges(of: "walk", from: teatime + day, to: teatime + 3 * day)
    #expect(found.map(\.id) == ["1/nudge/walk", "2/nudge/walk"])
    #expect(found.map(\.state) == [.acknowledged, .shown])
  }
}
