import HavenCore
import HavenDesktop

extension Daemon {
  /// The wall clock was set, or the machine slept.
  func hear(_ change: ClockWatch.Change) {
    guard let keeper else { return }
    let zone = keeper.engine.zone
    switch change {
    case .slept(let since):
      keeper.handle(.resumed(since: since))
    case .set(let from):
      let seconds = now() - from
      guard abs(seconds) > 1 else { return keeper.handle(.timePassed) }
      if abs(seconds) > Daemon.correction {
        clockNotes.append("the clock was corrected from \(zone.civil(at: from)) to \(zone.civil(at: now()))")
      }
      keeper.handle(.clockSet(from: from))
      if seconds < -86_400 { keeper.restart() }
    }
    tellSupervisor()
  }

  /// A step of more than three hours is a correction, and is told.
  static let correction = 3 * 3600

  /// The session was locked, the machine goes to sleep or wakes, the system's zone is another.
  func hear(_ event: SessionEvent) {
    switch event {
    case .locked(let isLocked): keeper?.handle(.locked(isLocked))
    case .idle: break
    case .goingToSleep:
      keeper?.settle()
      asleepSince = now()
    case .awake:
      clock?.look()
      if let since = asleepSince { keeper?.handle(.resumed(since: since)) }
      asleepSince = nil
      tellSupervisor()
    case .zoneChanged: reloadUnasked()
    }
  }
}
