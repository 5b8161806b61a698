import HavenCore
import HavenDesktop

/// What a new server must be given again: what is unanswered and still true.
extension Story {
  /// The server is about to go.
  func loseBubbles() {
    guard let client = desktop.client else { return }
    lostBubbles = desktop.bubbles.filter { $0.owner === client }.map(\.key)
  }

  /// A clock that is set back puts ahead again what was over, and had been taken down.
  func forgetWhatIsOver() {
    lostBubbles.removeAll { key in
      let change = CueID("\(key)/x").flatMap { forecast.change(of: $0.transition) }
      return change.map { machine.wall - $0 > 120 } ?? false
    }
  }

  /// It is back, or another is: looks at what it was given.
  func checkRecreated() {
    // One that closes at once was given it all the same.
    guard desktop.isUp, desktop.habit != .closing, !lostBubbles.isEmpty, canShow, !desktop.hasWaiting else { return }
    defer { lostBubbles = [] }
    let now = machine.wall
    let facts = forecast.presentFacts
    for key in lostBubbles where !desktop.bubbles.contains(where: { $0.key == key }) {
      guard let said = witness.announcements.last(where: { $0.ids.contains { $0.hasPrefix(key + "/") } }),
        said.life == journal.life, said.ids.count == 1, let cue = CueID(said.ids[0]), cue.rung != CueID.moved,
        journal.latest[said.ids[0]]?.state == .shown, let change = forecast.change(of: cue.transition), change > now,
        facts.done[cue.date]?[cue.step] == nil, facts.notToday[cue.transition] == nil,
        witness.silence(of: said.to, now: now) == nil,
        // Who puts an earlier warning of it off has seen them all.
        !journal.latest.values.contains(where: { $0.id.hasPrefix(key + "/") && $0.state == .snoozed })
      else { continue }
      witness.find("'\(key)' is unanswered and true, and the new server was not given it", at: now)
    }
  }
}
