import HavenCore
import HavenDesktop
import HavenStore

/// The daemon's own ledger, on a disk that can fail, of a process that can die; the journal hears what was written.
@LoopActor
final class WitnessedLedger: @LoopActor Ledger {
  private let inner: BufferedLedger
  private let mortality: Mortality
  private let journal: Journal

  init(_ inner: BufferedLedger, mortality: Mortality, journal: Journal) {
    self.inner = inner
    self.mortality = mortality
    self.journal = journal
  }

  /// Changes that only memory has.
  var pendingCount: Int { inner.pendingCount }
  func retry(now: Instant) { if !mortality.isDead { inner.retry(now: now) } }
  var recoveredFrom: String? { inner.recoveredFrom }

  func commit(_ changes: [LedgerChange], at now: Instant) throws(StoreError) {
    guard !mortality.isDead else { return }
    let isTorn = mortality.diesNext && mortality.writesOfLastCommit != nil
    if isTorn, let writes = mortality.writesOfLastCommit {
      FaultyDisk.writesLeft = min(FaultyDisk.writesLeft ?? writes, writes)
      journal.wrote(changes, at: now)
      _ = try? inner.commit(changes, at: now)
      mortality.pass()
      return
    }
    mortality.pass()
    guard !mortality.isDead else { return }
    try inner.commit(changes, at: now)
    journal.wrote(changes, at: now)
    mortality.pass()
  }

  func markAlive(at now: Instant) throws(StoreError) {
    if !mortality.isDead { try inner.markAlive(at: now) }
  }

  func history(now: Instant) throws(StoreError) -> History { try inner.history(now: now) }
  func entries(id: String) throws(StoreError) -> [LedgerEntry] { try inner.entries(id: id) }
  func entries(idPrefix: String) throws(StoreError) -> [LedgerEntry] { try inner.entries(idPrefix: idPrefix) }
  func entries(from: Instant, to: Instant) throws(StoreError) -> [LedgerEntry] {
    try inner.entries(from: from, to: to)
  }
  func acts(from: Instant, to: Instant) throws(StoreError) -> [Act] { try inner.acts(from: from, to: to) }
  func acts(ofKinds kinds: [String], from: Instant, to: Instant) throws(StoreError) -> [Act] {
    try inner.acts(ofKinds: kinds, from: from, to: to)
  }
  func nudges(of goal: GoalID, from: Instant, to: Instant) throws(StoreError) -> [LedgerEntry] {
    try inner.nudges(of: goal, from: from, to: to)
  }
  func occurrences(from: CivilDate, through: CivilDate) throws(StoreError) -> [Occurrence] {
    try inner.occurrences(from: from, through: through)
  }
  func countedWeeks(from: CivilDate, through: CivilDate) throws(StoreError) -> [CountedWeek] {
    try inner.countedWeeks(from: from, through: through)
  }
  func countedTo() throws(StoreError) -> CivilDate? { try inner.countedTo() }
  func firstOccurrence() throws(StoreError) -> CivilDate? { try inner.firstOccurrence() }
}
