import HavenCore

extension DayKeeper {
  /// The wall clock was set, or the machine slept.
  package func hear(_ change: ClockWatch.Change) {
    switch change {
    case .slept(let since):
      handle(.resumed(since: since))
    case .set(let from):
      let present = now()
      let seconds = present - from
      guard abs(seconds) > 1 else { return handle(.timePassed) }
      if abs(seconds) > DayKeeper.correction {
        let zone = engine.zone
        noteClock("the clock was corrected from \(zone.civil(at: from)) to \(zone.civil(at: present))")
      }
      if seconds < -Engine.longestSetBack {
        // Before anything is decided: the memory of a year ahead has forgotten what was said in the days that come again.
        restart()
        onAnnouncement?(.planChanged, present)
      } else {
        handle(.clockSet(from: from))
      }
      settle()  // a crash from here on goes on from where the clock is now, not from where it was
    }
  }

  /// A step of more than three hours is a correction, and is told.
  static let correction = 3 * 3600

  /// logind says that the machine goes to sleep as soon as this returns.
  package func fallAsleep() {
    settle()
    asleepSince = now()
  }

  /// logind says that it is awake; what the clocks say of the sleep was heard before.
  package func wakeUp() {
    if let since = asleepSince { handle(.resumed(since: since)) }
    asleepSince = nil
  }
}
