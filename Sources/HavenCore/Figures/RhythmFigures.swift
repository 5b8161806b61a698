/// How steadily the grown-ups kept the evening: on how many of a week's evenings its steps came in the order written
/// and within a quarter of an hour of their times.
///
/// It is about the adults' rhythm, and says nothing of a child. An evening that was bent on purpose is no worse for it:
/// nobody is told which they were.
public struct RhythmFigures: Sendable, Equatable {
  public var kept: Int
  /// Evenings that Haven was there for, at home and ordinary.
  public var of: Int

  /// Under three are too few to say.
  public static let fewest = 3

  /// `Command`'s cases that move an evening, as the ledger calls them.
  public static let kinds = ["delay", "skip", "swap", "swapped", "ranLate"]

  private static let evening = TimeOfDay(hour: 17, minute: 0)!  // a time of day
  private static let nearly = 900

  /// - Parameters:
  ///   - occurrences: of one week.
  ///   - acts: of the same dates.
  ///   - household: says which steps are of the evening.
  /// - Returns: nil where it is too few to say.
  public init?(_ occurrences: [Occurrence], _ acts: [Act], _ household: Household) {
    let dates = Set(occurrences.filter { $0.counts && $0.at >= RhythmFigures.evening }.map(\.date))
    guard dates.count >= RhythmFigures.fewest else { return nil }
    let steps = household.routines.flatMap(\.steps).filter { $0.at >= RhythmFigures.evening }
    let evening = Set(steps.map(\.id))
    var late: [CivilDate: [StepID: Int]] = [:]
    var bent: Set<CivilDate> = []
    for act in acts {
      switch act.command {
      case .delay(let step, let minutes) where evening.contains(step):
        late[act.date, default: [:]][step, default: 0] += minutes * 60
      case .skip(let step) where evening.contains(step): bent.insert(act.date)
      case .swap(let first, let second), .swapped(let first, let second, _):
        if evening.contains(first) || evening.contains(second) { bent.insert(act.date) }
      case .ranLate(_, _, let dropped, let moved):
        if dropped.contains(where: evening.contains) { bent.insert(act.date) }
        for shift in moved where evening.contains(shift.step) {
          late[act.date, default: [:]][shift.step, default: 0] += shift.seconds
        }
      default: continue
      }
    }
    for (date, steps) in late where steps.values.contains(where: { $0 > RhythmFigures.nearly }) { bent.insert(date) }
    of = dates.count
    kept = dates.subtracting(bent).count
  }
}
