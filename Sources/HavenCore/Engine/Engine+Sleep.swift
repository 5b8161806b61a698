extension Engine {
  /// How long a child slept last night, in seconds: from the `sleep` step to the child's next step, less the time that
  /// somebody was up (`night up`, `night down`). `isLogged` where there was such a stamp; else it is what the plan says.
  ///
  /// Nil at night, and where the plan has no such step.
  public mutating func lastNight(of child: ChildID, at instant: Instant) -> (seconds: Int, isLogged: Bool)? {
    let date = zone.date(at: instant)
    let steps = [date - 1, date].flatMap { plan(for: $0).steps }
      .filter { $0.children.contains(child) && $0.at <= instant }
    guard let last = steps.last, !last.step.tags.contains(.sleep),
      let bed = steps.lastIndex(where: { $0.step.tags.contains(.sleep) })
    else { return nil }
    let night = steps[bed].at..<steps[bed + 1].at
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
