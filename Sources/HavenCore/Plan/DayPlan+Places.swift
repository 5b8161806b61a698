/// Where each step of a date stands, so that a long day is not read through for each of its warnings.
struct StepPlaces: Sendable {
  /// Indices of the steps, by their ids; those of one id in the day's own order.
  private let byID: [Int32]

  init(_ steps: [PlannedStep]) {
    byID = steps.indices.map { Int32($0) }.sorted {
      let (a, b) = (steps[Int($0)].step.id, steps[Int($1)].step.id)
      return a == b ? $0 < $1 : a < b
    }
  }

  /// The first step of that id that the child is in.
  func index(of id: StepID, for child: ChildID, in steps: [PlannedStep]) -> Int? {
    var (low, high) = (0, byID.count)
    while low < high {
      let middle = (low + high) / 2
      if steps[Int(byID[middle])].step.id < id { low = middle + 1 } else { high = middle }
    }
    while low < byID.count, case let index = Int(byID[low]), steps[index].step.id == id {
      if steps[index].children.contains(child) { return index }
      low += 1
    }
    return nil
  }
}

extension DayPlan {
  /// Where a child's step stands among the date's; nil where the child is in no step of that id. In the logarithm of
  /// their number.
  func index(of step: StepID, for child: ChildID) -> Int? { places.index(of: step, for: child, in: steps) }

  /// Where the first step after an instant stands, whose ever it is; the number of steps where there is none.
  func index(after instant: Instant) -> Int {
    var (low, high) = (0, steps.count)
    while low < high {
      let middle = (low + high) / 2
      if steps[middle].at <= instant { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Where the step before this one stands in the child's own day.
  func index(before index: Int, for child: ChildID) -> Int? {
    (0..<index).last { steps[$0].children.contains(child) }
  }

  func index(after index: Int, for child: ChildID) -> Int? {
    (index + 1..<steps.count).first { steps[$0].children.contains(child) }
  }
}
