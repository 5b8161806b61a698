/// One child's change into one step on one date, as it was lived.
public struct Occurrence: Sendable, Equatable {
  public var date: CivilDate
  /// The step's time on the wall, as it was in the end: delays are in it.
  public var at: TimeOfDay
  public var step: StepID
  public var child: ChildID
  /// 0 went smoothly, 1 a wobble, 2 hard, 3 unsafe.
  public var hard: Int
  /// Minutes until it had settled; nil where nobody said.
  public var settle: Int?
  public var mode: Mode
  public var isAway: Bool
  /// The size that its ladder was looked up by; nil where a ladder of its own made it a transition.
  public var size: Size?
  /// The rungs, `P20 · 15 · 5 · L2 · 0`; empty where there were none, or where it is not known.
  public var ladder: String

  public init(
    date: CivilDate, at: TimeOfDay, step: StepID, child: ChildID, hard: Int = 0, settle: Int? = nil,
    mode: Mode = .ordinary, isAway: Bool = false, size: Size? = nil, ladder: String = ""
  ) {
    self.date = date
    self.at = at
    self.step = step
    self.child = child
    self.hard = hard
    self.settle = settle
    self.mode = mode
    self.isAway = isAway
    self.size = size
    self.ladder = ladder
  }

  public var isSmooth: Bool { hard == 0 }
  /// At home on an ordinary day. What happened elsewhere or on a soft day is told apart, and is in no denominator.
  public var counts: Bool { mode == .ordinary && !isAway }
}

extension [Occurrence] {
  /// Where those of each change stand that count, in the order in which the changes first came.
  func placesByChange() -> [(key: ChangeKey, places: [Int])] {
    var groups: [(key: ChangeKey, places: [Int])] = []
    var known: [ChangeKey: Int] = [:]
    // Days are alike: what came next the last time is looked at first.
    var next: [Int] = []
    var last: Int?
    for place in indices where self[place].counts {
      let likely = last.map { next[$0] } ?? 0
      let group: Int
      if likely < groups.count, groups[likely].key.step == self[place].step,
        groups[likely].key.child == self[place].child
      {
        group = likely
      } else {
        let key = ChangeKey(step: self[place].step, child: self[place].child)
        group = known[key] ?? groups.count
        if group == groups.count {
          known[key] = group
          groups.append((key, []))
          next.append(0)
        }
      }
      groups[group].places.append(place)
      if let last { next[last] = group }
      last = group
    }
    return groups
  }
}
