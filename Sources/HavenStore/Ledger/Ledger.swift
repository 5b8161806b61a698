import HavenCore

/// What Haven has said and what people did, durably: the one memory that outlives the process.
///
/// Used from the loop alone. Everything that is written is whole and on the disk when the call returns.
public protocol Ledger: AnyObject {
  /// Writes all changes in one transaction, in order, and says that Haven was watching at `now`.
  func commit(_ changes: [LedgerChange], at now: Instant) throws(StoreError)

  /// Says that Haven was watching at `now`.
  func markAlive(at now: Instant) throws(StoreError)

  /// What the engine needs to go on from the past, as `History` says; rows in the order they were written.
  func history(now: Instant) throws(StoreError) -> History

  /// Everything that became of one cue or line, oldest first.
  func entries(id: String) throws(StoreError) -> [LedgerEntry]

  /// The same for every id that begins so: `2026-03-10/tablet-ends/` is a step's cues of one date.
  func entries(idPrefix: String) throws(StoreError) -> [LedgerEntry]

  /// What became true in [from, to), in the order it was written.
  func entries(from: Instant, to: Instant) throws(StoreError) -> [LedgerEntry]

  /// What people did in [from, to) and did not take back, in order.
  func acts(from: Instant, to: Instant) throws(StoreError) -> [Act]

  /// The changes of these dates, in order of time, without how they went: hard moments are acts.
  func occurrences(from: CivilDate, through: CivilDate) throws(StoreError) -> [Occurrence]

  /// The Monday from which on weeks have their details; nil where all have.
  func countedTo() throws(StoreError) -> CivilDate?

  /// The weeks that are kept as counts only, from one Monday through another.
  func countedWeeks(from: CivilDate, through: CivilDate) throws(StoreError) -> [CountedWeek]

  /// The first date that there are changes of, kept or counted; nil where there are none.
  func firstOccurrence() throws(StoreError) -> CivilDate?

  /// What people did in [from, to) of these kinds, as `Command`'s cases are called, and did not take back; in order.
  func acts(ofKinds kinds: [String], from: Instant, to: Instant) throws(StoreError) -> [Act]

  /// The latest row of each nudge of a goal that was due in [from, to), in order of time.
  func nudges(of goal: GoalID, from: Instant, to: Instant) throws(StoreError) -> [LedgerEntry]

  /// Where the database was found damaged when it was opened: the path that it was set aside at, for `status` to tell.
  var recoveredFrom: String? { get }
}
