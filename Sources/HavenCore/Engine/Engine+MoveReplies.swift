/// What a person is told about a step that they moved.
extension Engine {
  /// Each child's steps that follow a step on a date: those it may come to stand behind.
  mutating func order(of step: PlannedStep, on date: CivilDate) -> [PlannedStep] {
    plan(for: date).steps.filter {
      $0.step.id != step.step.id && $0.at > step.at && !Set($0.children).isDisjoint(with: step.children)
    }
  }

  /// Where it is now; what is odd about that; and what it runs into, with what to type.
  mutating func delayed(
    _ step: PlannedStep, to movedAt: Instant, overtaking followers: [PlannedStep], now: Instant
  ) -> Reply {
    let id = step.step.id
    let today = zone.date(at: now)
    var reply = Reply("\(id) is at \(zone.civil(at: movedAt).time) now")
    if zone.civil(at: now).time < Engine.smallHours, step.at - now > Engine.farOff {
      reply.lines.append("that is this evening's, \(today): yesterday is over")
    }
    if step.at <= now { reply.lines.append("it began at \(zone.civil(at: step.at).time); what was said stays said") }
    if step.step.anchor == .fixed {
      reply.lines.append("\(id) is a fixed one: is \(zone.civil(at: movedAt).time) really open to it?")
    }
    let passed = followers.filter { $0.at < movedAt }.map(\.step.id)
    if !passed.isEmpty { reply.lines.append("it comes after \(passed.joined(separator: ", ")) now") }
    reply.lines += lateLines(at: now)
    let delays = acts.count { $0.date == today && $0.command.delayedStep == id }
    if delays == 2 && step.step.anchor != .loose {
      reply.lines.append("moved twice today; anchor = \"loose\" would let it float")
    }
    return reply
  }

  private static let smallHours = TimeOfDay(hour: 4, minute: 0)!  // a time of day
  private static let farOff = 12 * 3600
}
