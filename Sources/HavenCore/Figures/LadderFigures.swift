/// How a change went with each ladder that it was prepared by. What went with what: never what caused it.
public struct LadderFigures: Sendable, Equatable {
  public var step: StepID
  public var child: ChildID
  /// In the order of their first use; each with enough times.
  public var arms: [Arm]

  public struct Arm: Sendable, Equatable {
    /// `P20 · 15 · 5`; empty for none.
    public var ladder: String
    public var smooth: Int
    public var of: Int
  }

  /// Fewer times with a ladder are too few to say.
  public static let fewest = 8

  /// Those changes that had two ladders often enough.
  public static func each(of occurrences: [Occurrence]) -> [LadderFigures] {
    occurrences.placesByChange().compactMap { key, places in
      var figure = LadderFigures(step: key.step, child: key.child, arms: [])
      for place in places { figure.add(occurrences[place]) }
      figure.arms.removeAll { $0.of < fewest }
      return figure.arms.count > 1 ? figure : nil
    }
  }

  private mutating func add(_ occurrence: Occurrence) {
    let place = arms.firstIndex { $0.ladder == occurrence.ladder }
    if place == nil { arms.append(Arm(ladder: occurrence.ladder, smooth: 0, of: 0)) }
    arms[place ?? arms.count - 1].of += 1
    if occurrence.isSmooth { arms[place ?? arms.count - 1].smooth += 1 }
  }
}
