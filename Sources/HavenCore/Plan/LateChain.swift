/// The steps still to come of those who are late, in order, and how their lateness runs through them.
struct LateChain {
  var steps: [PlannedStep]
  /// Who is late.
  var children: Set<ChildID>
  /// By how much.
  var seconds: Int
  var midnight: Instant

  /// Lets the lateness run: a gap behind a step with `minutes` takes some of it up, a dropped step its whole length,
  /// and a fixed step, which does not wait, ends it.
  ///
  /// - Returns: how late each step is reached, and the fixed steps there is not the time for.
  func run(dropping dropped: Set<StepID>) -> (shifts: [Int], short: [StepShift]) {
    var late = Dictionary(uniqueKeysWithValues: children.map { ($0, seconds) })
    var shifts: [Int] = []
    var short: [StepShift] = []
    for (index, step) in steps.enumerated() {
      let own = step.children.filter(children.contains)
      let shift = own.map { late[$0] ?? 0 }.max() ?? 0
      let isDropped = dropped.contains(step.step.id)
      let isFixed = step.step.anchor == .fixed
      if isFixed, shift > 0 { short.append(StepShift(step: step.step.id, seconds: shift)) }
      shifts.append(isDropped ? 0 : shift)
      for child in own {
        let (length, gap) = length(of: index, for: child)
        late[child] = isFixed ? 0 : max(0, isDropped ? (late[child] ?? 0) - length - gap : shift - gap)
      }
    }
    return (shifts, short)
  }

  /// The optional steps that go: of those that the lateness reaches the last first, until the time is won.
  func dropped() -> Set<StepID> {
    let reached = run(dropping: []).shifts
    var won: [ChildID: Int] = [:]
    var dropped: Set<StepID> = []
    for index in steps.indices.reversed() where reached[index] > 0 {
      let step = steps[index]
      guard step.step.tags.contains(.optional), step.step.anchor != .fixed else { continue }
      guard children.isSuperset(of: step.children) else { continue }
      let lengths = step.children.map { ($0, length(of: index, for: $0)) }
      guard lengths.contains(where: { won[$0.0] ?? 0 < seconds && $0.1.step + $0.1.gap > 0 }) else { continue }
      dropped.insert(step.step.id)
      for (child, length) in lengths { won[child, default: 0] += length.step + length.gap }
    }
    return dropped
  }

  /// What shifts, and what stays although it is short. Nothing shifts past a step that stays, nor past midnight.
  func shifts(dropping dropped: Set<StepID>) -> (moved: [StepShift], stuck: [StepShift]) {
    let shifts = run(dropping: dropped).shifts
    var moved: [StepShift] = []
    var stuck: [StepShift] = []
    var limit: [ChildID: Instant] = [:]
    for index in steps.indices.reversed() where !dropped.contains(steps[index].step.id) {
      let step = steps[index]
      let bound = step.children.compactMap { limit[$0] }.min() ?? midnight
      let stays = step.step.anchor == .fixed || step.at + shifts[index] >= bound
      if shifts[index] > 0 {
        let shift = StepShift(step: step.step.id, seconds: shifts[index])
        if stays { stuck.insert(shift, at: 0) } else { moved.insert(shift, at: 0) }
      }
      for child in step.children { limit[child] = stays ? step.at : step.at + shifts[index] }
    }
    return (moved, stuck)
  }

  /// How long a step takes a child, and how long they then have until their next one, in seconds.
  private func length(of index: Int, for child: ChildID) -> (step: Int, gap: Int) {
    let step = steps[index]
    let next = steps[(index + 1)...].first { $0.children.contains(child) }?.at
    guard let minutes = step.step.minutes else { return (next.map { $0 - step.at } ?? 0, 0) }
    return (minutes * 60, next.map { max(0, $0 - step.at - minutes * 60) } ?? 0)
  }
}
