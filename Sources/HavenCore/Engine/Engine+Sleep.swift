extension Engine {
  /// How long a child slept last night, in seconds: from the `sleep` step to the child's next step, less the time that
  /// somebody was up (`night up`, `night down`). `isLogged` where there was such a stamp; else it is what the plan says.
  ///
  /// Nil at night, and where the plan has no such step.
  public mutating func lastNight(of child: ChildID, at instant: Instant) -> (seconds: Int, isLogged: Bool)? {
    let date = zone.date(at: instant)
    // From the last backwards: of two days' steps most lie before the night.
    var woken: Instant?
    var asleep: Instant?
    for day in [date, date - 1] where asleep == nil {
      let steps = plan(for: day).steps
      for index in steps.indices.reversed() where steps[index].at <= instant && steps[index].children.contains(child) {
        if steps[index].step.tags.contains(.sleep) {
          asleep = steps[index].at
          break
        }
        woken = steps[index].at
      }
    }
    guard let asleep, let woken, asleep <= woken else { return nil }
    let night = asleep..<woken
    var up = 0
    var counted = night.lowerBound
    let stamps = facts.nights.values.flatMap { $0 }.filter { night.contains($0.up) }.sorted { $0.up < $1.up }
    for stamp in stamps {
      let start = max(stamp.up, counted), end = min(stamp.down ?? stamp.up, night.upperBound)
      guard start < end else { continue }
      up += end - start
      counted = end
    }
    return (night.upperBound - night.lowerBound - up, !stamps.isEmpty)
  }
}
