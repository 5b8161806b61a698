/// A whole week in counts: what its figures are made from, and all that is kept of it once its details are forgotten.
///
/// Looking back on a week makes one from the details; forgetting them writes the same one down. So a figure is the same
/// before and after.
public struct CountedWeek: Sendable, Equatable {
  public var monday: CivilDate
  /// Changes at home on ordinary days, in the order in which they first came; by step and child once they are kept.
  public var changes: [LivedWeek]
  /// What is in no figure, child by child.
  public var apart: [Apart]
  /// Hard moments that are in no change's count.
  public var elsewhere: [Elsewhere]

  /// One child's soft days, and changes on them or away.
  public struct Apart: Sendable, Equatable {
    public var child: ChildID
    public var softDates: Set<CivilDate>
    public var softChanges: Int
    /// On ordinary days.
    public var awayChanges: Int

    public init(child: ChildID, softDates: Set<CivilDate> = [], softChanges: Int = 0, awayChanges: Int = 0) {
      self.child = child
      self.softDates = softDates
      self.softChanges = softChanges
      self.awayChanges = awayChanges
    }
  }

  /// Hard moments that belong to no change, or to one that is told apart.
  public struct Elsewhere: Sendable, Equatable {
    /// Nil for all children's.
    public var child: ChildID?
    /// Nil where they belong to no change.
    public var step: StepID?
    public var moments: Int

    public init(child: ChildID?, step: StepID?, moments: Int) {
      self.child = child
      self.step = step
      self.moments = moments
    }
  }

  public init(monday: CivilDate, changes: [LivedWeek], apart: [Apart] = [], elsewhere: [Elsewhere] = []) {
    self.monday = monday
    self.changes = changes
    self.apart = apart
    self.elsewhere = elsewhere
  }

  /// - Parameters:
  ///   - occurrences: of any dates, with how each went; the week's are looked at.
  ///   - moments: the same.
  public init(monday: CivilDate, _ occurrences: [Occurrence], _ moments: [LivedMoment]) {
    let lived = occurrences.filter { $0.date.startOfWeek == monday }
    let own = moments.filter { $0.date.startOfWeek == monday }
    self.init(monday: monday, changes: LivedWeek.each(of: lived))
    for occurrence in lived where !occurrence.counts {
      tellApart(occurrence)
      let moments = own.count { $0.belongs(to: occurrence) }
      if moments > 0 { addElsewhere(occurrence.child, occurrence.step, moments) }
    }
    for moment in own where !lived.contains(where: { moment.belongs(to: $0) }) { addElsewhere(moment.child, nil, 1) }
  }

  private mutating func tellApart(_ occurrence: Occurrence) {
    let place = apart.firstIndex { $0.child == occurrence.child } ?? apart.endIndex
    if place == apart.endIndex { apart.append(Apart(child: occurrence.child)) }
    if occurrence.mode == .ordinary {
      apart[place].awayChanges += 1
    } else {
      apart[place].softDates.insert(occurrence.date)
      apart[place].softChanges += 1
    }
  }

  private mutating func addElsewhere(_ child: ChildID?, _ step: StepID?, _ moments: Int) {
    if let place = elsewhere.firstIndex(where: { $0.child == child && $0.step == step }) {
      elsewhere[place].moments += moments
    } else {
      elsewhere.append(Elsewhere(child: child, step: step, moments: moments))
    }
  }

  /// Dates that were soft for any child.
  public var softDates: Set<CivilDate> { apart.reduce(into: []) { $0.formUnion($1.softDates) } }
  public var softChanges: Int { apart.reduce(0) { $0 + $1.softChanges } }
  public var awayChanges: Int { apart.reduce(0) { $0 + $1.awayChanges } }
  /// Hard moments that belong to no change at all.
  public var momentsOutside: Int { elsewhere.reduce(0) { $0 + ($1.step == nil ? $1.moments : 0) } }
}

extension WeekFigures {
  /// A week of which the counts alone are kept: at what time of day a moment was is not known any more.
  public init(_ week: CountedWeek) {
    let times = week.changes.reduce(0) { $0 + $1.times }
    let smooth = week.changes.reduce(0) { $0 + $1.times - $1.hard }
    self.init(
      monday: week.monday, smooth: smooth, of: times,
      steps: week.changes.map { change in
        StepFigures(
          step: change.step, child: change.child, hard: change.hard, times: change.times, settleMedian: change.settle)
      }, bins: [:])
  }

  private init(monday: CivilDate, smooth: Int, of: Int, steps: [StepFigures], bins: [Int: Int]) {
    self.monday = monday
    self.smooth = smooth
    self.of = of
    percent = HavenCore.percent(smooth, of: of)
    self.steps = steps
    self.bins = bins
  }
}
