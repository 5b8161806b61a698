/// A hard moment as figures need it: when, whose, which change it belongs to, and how it went.
public struct LivedMoment: Sendable, Equatable {
  public var at: Instant
  /// The household's, at `at`.
  public var date: CivilDate
  /// Nil for all children.
  public var child: ChildID?
  /// Nil where it belongs to no change.
  public var step: StepID?
  /// 1 wobble, 2 hard, 3 unsafe.
  public var size: Int
  /// Minutes; nil where nobody said.
  public var settle: Int?
  public var helped: [String]

  public init(
    at: Instant, date: CivilDate, child: ChildID? = nil, step: StepID? = nil, size: Int = 2, settle: Int? = nil,
    helped: [String] = []
  ) {
    self.at = at
    self.date = date
    self.child = child
    self.step = step
    self.size = size
    self.settle = settle
    self.helped = helped
  }

  /// Nil for an act that is no hard moment.
  public init?(_ act: Act, zone: Zone) {
    guard case .hard(let moment) = act.command else { return nil }
    let at = moment.at ?? act.at
    self.init(
      at: at, date: zone.date(at: at), child: moment.child, step: moment.step, size: moment.size,
      settle: moment.settle, helped: moment.helped)
  }

  func belongs(to occurrence: Occurrence) -> Bool {
    date == occurrence.date && belongs(to: occurrence.step, of: occurrence.child)
  }

  /// Of changes of its date.
  fileprivate func belongs(to step: StepID, of child: ChildID) -> Bool {
    self.step == step && (self.child == nil || self.child == child)
  }
}

extension [Occurrence] {
  /// The same with how each went: of several moments of one change, the largest and the longest count.
  public func with(_ moments: [LivedMoment]) -> [Occurrence] {
    guard !moments.isEmpty else { return self }
    let byDate = Dictionary(grouping: moments, by: \.date)
    var lived = self
    // Dates come in runs.
    var (date, own): (CivilDate?, [LivedMoment]) = (nil, [])
    for place in lived.indices {
      if lived[place].date != date { (date, own) = (lived[place].date, byDate[lived[place].date] ?? []) }
      for index in own.indices where own[index].belongs(to: lived[place].step, of: lived[place].child) {
        lived[place].hard = Swift.max(lived[place].hard, own[index].size)
        lived[place].settle = [lived[place].settle, own[index].settle].compactMap { $0 }.max()
      }
    }
    return lived
  }
}
