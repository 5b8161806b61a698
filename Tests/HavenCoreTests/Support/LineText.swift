@testable import HavenCore

extension Line {
  /// A line as a test writes it: `17:05 ros: tablet-ends/otter/P20 20m`, `17:14 ros: catch-up tablet-ends/otter/15 11m`,
  /// `09:00 ros: nudge walk full`. The date is named where it is not `date`.
  func text(in zone: Zone, on date: CivilDate) -> String {
    let wall = zone.civil(at: at)
    let day = wall.date == date ? "" : "\("\(wall.date)".dropFirst(5)) "
    let about = items.map { "\($0.id.step)/\($0.id.child)/\($0.id.rung) \(LineText.length($0.secondsLeft))" }
    let words =
      [kind == .cue ? "" : kind.rawValue.replacing("_", with: "-"), subjectText(in: zone)] + [
        about.joined(separator: ", ")
      ]
    return "\(day)\(LineText.time(wall.time)) \(to): \(words.filter { !$0.isEmpty }.joined(separator: " "))"
  }

  private func subjectText(in zone: Zone) -> String {
    switch subject {
    case .none: ""
    case .stillSoft: "still-soft"
    case .movedTo(let at): "to \(zone.civil(at: at).time)"
    case .fuel(let children, let movementToo): (children + (movementToo ? ["and move"] : [])).joined(separator: " ")
    case .nudge(let goal, let dose): "\(goal) \(dose.rawValue)"
    case .appointment(let goal, _, let lead): "\(goal) \(LineText.length(lead))"
    case .promise(let id, _, let lead): "\(id) \(LineText.length(lead))"
    case .respite(let lane, _, let lead): "\(lane) \(LineText.length(lead))"
    case .tell(let child, let startsAt): "\(child) \(zone.civil(at: startsAt))"
    case .marked(let days): "\(days)d"
    case .swap(let swap): swap.rawValue
    }
  }
}

/// How tests write times and lengths.
enum LineText {
  /// `17:05`, and `18:46:30` where there are seconds.
  static func time(_ time: TimeOfDay) -> String {
    time.seconds % 60 == 0 ? "\(time)" : "\(time):\(padded(time.seconds % 60, 2))"
  }

  /// `20m`, `24h`, `90s`, `-2m`, `0m`.
  static func length(_ seconds: Int) -> String {
    if seconds % 60 != 0 { return "\(seconds)s" }
    return seconds >= 7200 && seconds % 3600 == 0 ? "\(seconds / 3600)h" : "\(seconds / 60)m"
  }
}
