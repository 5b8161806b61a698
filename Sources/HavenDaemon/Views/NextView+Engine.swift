import HavenAPI
import HavenCore

extension NextView {
  /// What comes, in order: steps, and cues that are not on the leave-card.
  init(_ engine: inout Engine, count: Int, now: Instant) {
    let zone = engine.zone
    var items: [Item] = []
    var date = zone.date(at: now)
    let last = date + 7
    while items.count < count && date <= last {
      items += NextView.items(of: date, in: &engine, after: now)
      date = date + 1
    }
    items.sort { ($0.at, $0.what == .cue ? 0 : 1) < ($1.at, $1.what == .cue ? 0 : 1) }
    self.init(at: Stamp(now, in: zone), items: Array(items.prefix(count)))
  }

  private static func items(of date: CivilDate, in engine: inout Engine, after now: Instant) -> [Item] {
    let zone = engine.zone
    let plan = engine.plan(for: date)
    let steps = plan.steps.filter { $0.at > now }.map { step in
      Item(
        at: Stamp(step.at, in: zone), what: .step, step: step.step.id, name: step.step.eventLabel ?? step.step.name,
        children: step.children, secondsLeft: step.at - now)
    }
    let cues = plan.cues.filter { $0.at > now && !$0.isOnLeaveCard && engine.isToCome($0) }.map { cue in
      Item(
        at: Stamp(cue.at, in: zone), what: .cue, step: cue.id.step, name: engine.name(of: cue.id),
        children: [cue.id.child], secondsLeft: cue.at - now, id: cue.id, to: engine.recipient(of: cue))
    }
    return steps + cues
  }
}
