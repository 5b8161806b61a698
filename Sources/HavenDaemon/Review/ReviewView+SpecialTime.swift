import HavenCore
import HavenStore

// A carer to themselves: what the plan has for a child, and what was booked or stood for them.
extension LookBack {
  /// Minutes of a week's dates as far as they have come, by child. A date's steps and its respite may be the same hour:
  /// the longer of the two counts.
  ///
  /// - Parameter engine: a copy; dates that are no longer remembered have nothing planned.
  func specialMinutes(
    from monday: CivilDate, _ respite: [FigureRecords.RespiteTime], _ engine: inout Engine
  ) throws(StoreError) -> [ChildID: Int] {
    var minutes: [ChildID: Int] = [:]
    // Before Haven was there nothing is known of what was done of the plan.
    let since = max(monday, try since() ?? today)
    for number in 0..<7 {
      let date = monday + number
      let planned = date >= since && date <= today && isRemembered(date) ? planned(on: date, &engine) : [:]
      for child in household.children.map(\.id) {
        let stood = respite.filter { $0.lane == .sibling(child) && $0.date == date && $0.state != .cancelled }
        minutes[child, default: 0] += max(planned[child] ?? 0, stood.reduce(Hours.zero) { $0 + $1.hours }.minutes)
      }
    }
    return minutes
  }

  private func planned(on date: CivilDate, _ engine: inout Engine) -> [ChildID: Int] {
    var minutes: [ChildID: Int] = [:]
    for step in engine.plan(for: date).steps where step.step.tags.contains(.special) && step.at <= now {
      guard let until = step.until else { continue }
      for child in step.children { minutes[child, default: 0] += (until - step.at) / 60 }
    }
    return minutes
  }
}
