import HavenDesktop

extension Daemon {
  /// The wall clock was set, or the machine slept.
  func hear(_ change: ClockWatch.Change) {
    keeper?.hear(change)
    tellSupervisor()
  }

  /// The session was locked, the machine goes to sleep or wakes, the system's zone is another.
  func hear(_ event: SessionEvent) {
    switch event {
    case .locked(let isLocked):
      keeper?.handle(.locked(isLocked))
      tellOfScreen()
    case .idle: break
    case .goingToSleep: keeper?.fallAsleep()
    case .awake:
      clock?.look()
      keeper?.wakeUp()
      tellSupervisor()
    case .zoneChanged: reloadUnasked()
    }
  }
}
