/// Tells of sleep, lock, idleness and the time zone, from logind, screen savers and timedated: whichever there are.
///
/// All of them may be absent, come late and go; then there are no events of theirs, and `sources` says so.
@LoopActor
public final class SessionWatch {
  public var onEvent: (@LoopActor (SessionEvent) -> Void)?

  /// Whether any source says that the screen is locked; false where none can tell.
  public private(set) var isLocked = false {
    didSet { if isLocked != oldValue { onEvent?(.locked(isLocked)) } }
  }
  /// Whether logind says that nobody is there; false where it cannot tell.
  public private(set) var isIdle = false {
    didSet { if isIdle != oldValue { onEvent?(.idle(isIdle)) } }
  }

  private let sleep: SleepWatch
  private let hints: SessionHints
  private let savers: ScreenSaverWatch
  private let zone: ZoneWatch

  /// On the system bus and the session bus of this process.
  public convenience init() {
    Bus.system.start()
    Bus.session.start()
    self.init(system: .system, session: .session)
  }

  /// - Parameters:
  ///   - system: the bus of logind and timedated; started, or will be.
  ///   - session: the bus of screen savers; started, or will be.
  ///   - zoneFile: the link that names the system's zone.
  public init(system: Bus, session: Bus, zoneFile: String = "/etc/localtime") {
    sleep = SleepWatch(on: system)
    hints = SessionHints(on: system)
    savers = ScreenSaverWatch(on: session)
    zone = ZoneWatch(on: system, file: zoneFile)
    sleep.onChange = { [weak self] isAsleep in self?.onEvent?(isAsleep ? .goingToSleep : .awake) }
    hints.onChange = { [weak self] in self?.look() }
    savers.onChange = { [weak self] in self?.look() }
    zone.onChange = { [weak self] in self?.onEvent?(.zoneChanged) }
  }

  private func look() {
    isIdle = hints.isIdle
    isLocked = hints.isLocked || savers.isActive
  }

  /// Who tells, for `status`; empty where nobody does, and then nothing is ever locked and sleep is seen by the clocks.
  public var sources: [String] {
    (sleep.isPresent ? ["logind"] : []) + savers.names
  }

  /// One thing that one source says at present.
  public struct Report: Equatable, Sendable {
    public var source: String
    public var fact: Fact
    public var isTrue: Bool

    public enum Fact: Equatable, Sendable { case locked, idle }
  }

  /// What each source says at present, for `status`. A screen saver that is active counts as a lock.
  public var reports: [Report] {
    let logind: [Report] =
      sleep.isPresent && hints.isFollowing
      ? [
        Report(source: "logind", fact: .locked, isTrue: hints.isLocked),
        Report(source: "logind", fact: .idle, isTrue: hints.isIdle),
      ] : []
    return logind + savers.names.map { Report(source: $0, fact: .locked, isTrue: savers.isActive($0)) }
  }
}
