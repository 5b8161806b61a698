import HavenAPI
import HavenCore

/// Makes one stream of what the record has and of what is told of as it happens: nothing twice, and nothing left out.
/// Pure, so that a test plays both sides.
///
/// The record's answer says up to which change it goes, by the number that `Monitor` counts with. Lines, plans and configs
/// are told of and not recorded, so they are never taken for recorded ones.
struct EventStream {
  /// The number of the latest change that the record's answer had.
  private var covered = 0
  /// What was printed of the latest second that anything was printed of: where a restarted daemon's record is gone on from.
  private(set) var lastAt: Stamp?
  private var last: [EventView] = []

  /// The record's answer: at the start, or after the daemon was away.
  mutating func record(_ view: EventsView) -> [EventView] {
    covered = view.sequence ?? 0
    var printed = last
    let fresh = view.events.filter { event in
      guard let lastAt, event.at.instant <= lastAt.instant else { return true }
      // What was printed of that second is not printed again; what happened twice in it is there twice.
      guard let index = printed.firstIndex(where: { $0.isSame(as: event) }) else {
        return event.at.instant == lastAt.instant
      }
      printed.remove(at: index)
      return false
    }
    for event in fresh { note(event) }
    return fresh
  }

  /// A change that is told of; nil where the record had it.
  mutating func hear(_ event: EventView) -> EventView? {
    if event.sequence <= covered, event.what == .state || event.what == .act { return nil }
    note(event)
    return event
  }

  private mutating func note(_ event: EventView) {
    if event.at.instant != lastAt?.instant { last = [] }
    lastAt = event.at
    last.append(event)
  }
}

extension EventView {
  /// The same happening, however it was counted.
  fileprivate func isSame(as other: EventView) -> Bool {
    var other = other
    other.sequence = sequence
    return self == other
  }
}
