import HavenCore

/// What is left of one week of one child's changes into one step, once its details are old: a row of `week`.
public struct WeekCount: Sendable, Equatable {
  public var monday: CivilDate
  /// Empty for a moment that was every child's.
  public var child: ChildID
  /// Empty for moments outside of any change.
  public var step: StepID
  /// How often the change came, at home on ordinary days; without a step, the same as `hard`.
  public var times: Int
  /// How often it was hard; without a step, how many moments there were.
  public var hard: Int
  /// The middle one of the minutes to settle; nil where none was noted.
  public var settle: Half?
  /// Moments of it on soft days, or away.
  public var apart: Int

  public init(
    monday: CivilDate, child: ChildID, step: StepID, times: Int, hard: Int, settle: Half?, apart: Int = 0
  ) {
    self.monday = monday
    self.child = child
    self.step = step
    self.times = times
    self.hard = hard
    self.settle = settle
    self.apart = apart
  }
}

extension CountedWeek {
  /// The rows that are kept of it, by child and step.
  var rows: [WeekCount] {
    var rows = changes.map { change in
      WeekCount(
        monday: monday, child: change.child, step: change.step, times: change.times, hard: change.hard,
        settle: change.settle)
    }
    for one in elsewhere {
      let (child, step) = (one.child ?? "", one.step ?? "")
      let place = rows.firstIndex { $0.child == child && $0.step == step } ?? rows.endIndex
      if place == rows.endIndex {
        rows.append(WeekCount(monday: monday, child: child, step: step, times: 0, hard: 0, settle: nil))
      }
      if step.isEmpty {
        rows[place].times += one.moments
        rows[place].hard += one.moments
      } else {
        rows[place].apart += one.moments
      }
    }
    return rows.sorted { ($0.child, $0.step) < ($1.child, $1.step) }
  }

  /// The week that rows were kept of.
  init(monday: CivilDate, _ rows: [WeekCount], apart: [Apart]) {
    self.init(monday: monday, changes: [], apart: apart)
    for row in rows.sorted(by: { ($0.step, $0.child) < ($1.step, $1.child) }) {
      let child = row.child.isEmpty ? nil : row.child
      if row.step.isEmpty {
        elsewhere.append(Elsewhere(child: child, step: nil, moments: row.hard))
        continue
      }
      if row.apart > 0 { elsewhere.append(Elsewhere(child: child, step: row.step, moments: row.apart)) }
      guard let child, row.times > 0 else { continue }
      changes.append(
        LivedWeek(
          monday: monday, step: row.step, child: child, times: row.times, hard: row.hard, settle: row.settle))
    }
  }
}
