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

  /// Whether a step was of the evening is asked of what stood: a change has its own time of that date in the record. Of a
  /// step that warns nobody there is no record, and the config is asked.
  ///
  /// - Parameters:
  ///   - occurrences: of one week.
  ///   - acts: of the same dates.
  ///   - written: a date's steps with their times as the config has them, before anything was moved.
  /// - Returns: nil where it is too few to say.
  public init?(_ occurrences: [Occurrence], _ acts: [Act], written: (CivilDate) -> [StepID: TimeOfDay]) {
    let dates = Set(occurrences.filter { $0.counts && $0.at >= RhythmFigures.evening }.map(\.date))
    guard dates.count >= RhythmFigures.fewest else { return nil }
    let byDate = Dictionary(grouping: acts.filter { dates.contains($0.date) }, by: \.date)
    of = dates.count
    kept = dates.count { date in
      let moves = (byDate[date] ?? []).compactMap(Move.init)
      let late = moves.reduce(into: [:]) { $0.merge($1.late, uniquingKeysWith: +) }
      let stood = Dictionary(
        occurrences.lazy.filter { $0.date == date }.map { ($0.step, $0.at) }, uniquingKeysWith: { first, _ in first })
      // Nothing was moved: nothing has to be looked up.
      let plan = late.isEmpty && moves.allSatisfy(\.turned.isEmpty) ? [:] : written(date)
      func isOfTheEvening(_ step: StepID) -> Bool {
        // What came late is in the time of the record.
        if let at = stood[step] { return at.seconds - (late[step] ?? 0) >= RhythmFigures.evening.seconds }
        return plan[step].map { $0 >= RhythmFigures.evening } ?? false
      }
      return !moves.contains { $0.turned.contains(where: isOfTheEvening) }
        && !late.contains { $0.value > RhythmFigures.nearly && isOfTheEvening($0.key) }
    }
  }

  /// What one act did to a day.
  private struct Move {
    /// Steps that were taken out, or came in another order.
    var turned: [StepID] = []
    /// Seconds.
    var late: [StepID: Int] = [:]

    init?(_ act: Act) {
      switch act.command {
      case .delay(let step, let minutes): late = [step: minutes * 60]
      case .skip(let step): turned = [step]
      case .swap(let first, let second), .swapped(let first, let second, _): turned = [first, second]
      case .ranLate(_, _, let dropped, let moved):
        turned = dropped
        late = Dictionary(moved.map { ($0.step, $0.seconds) }, uniquingKeysWith: +)
      default: return nil
      }
    }
  }
}
