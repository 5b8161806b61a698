import Glibc
import HavenAPI
import HavenConfig
import HavenCore
import HavenDesktop
import HavenStore

extension Daemon {
  /// How the daemon itself is doing.
  func status() -> StatusView {
    let present = now()
    let zone = keeper?.engine.zone ?? configuration?.zone ?? .utc
    var view = StatusView(
      program: havenVersion, pid: Int(getpid()), at: Stamp(present, in: zone), startedAt: Stamp(startedAt, in: zone),
      uptime: max(0, present - startedAt), zone: zone.name,
      config: .init(
        directory: places.config, files: configuration?.files ?? [], loadedAt: loadedAt.map { Stamp($0, in: zone) },
        state: lastReload, problems: problems, warnings: configuration?.warnings.count ?? 0),
      notifier: .init(
        to: options.notifier.rawValue, state: notifier.state.text, server: notifier.state.server,
        locked: keeper?.engine.desktop.isLocked ?? false, inhibited: keeper?.engine.desktop.isInhibited ?? false),
      ledger: .init(path: places.state + "/haven.db", state: ledgerState))
    view.nextWake = keeper?.look { engine, _ in engine.nextWake() }.map { Stamp($0, in: zone) }
    view.held =
      keeper?.look { engine, _ in
        engine.heldCues().map { cue in
          .init(
            id: cue.id, name: engine.name(of: cue.id), at: Stamp(cue.changeAt, in: zone), reason: cue.reason.rawValue,
            since: Stamp(cue.since, in: zone))
        }
      } ?? []
    view.waited = waitedToday()
    view.screen = keeper?.engine.screenHold.map { hold in
      ScreenHold(reason: hold.reason.rawValue, since: hold.since.map { Stamp($0, in: zone) })
    }
    view.desktop = desktopFacts
    view.untold = untoldFacts
    view.clock = keeper?.clockNotes ?? []
    view.clockSources = clockSources
    tellNotifier(&view.notifier)
    tellLedger(&view.ledger)
    view.carers = carersOfLogin
    view.sharing = sharing
    if let own = keeper?.engine.household.hooks, !own.isEmpty { view.hooks = hooks.states(of: own, zone: zone) }
    view.hint = hint
    return view
  }

  private var ledgerState: String {
    if let trouble = ledger.trouble { return "\(trouble.message); \(ledger.pendingCount) changes wait in memory" }
    if let aside = ledger.recoveredFrom { return "begun anew; the damaged one is kept at \(aside)" }
    return "ok"
  }

  /// What a person should do first; nil where all is well.
  private var hint: String? {
    switch lastReload {
    case .missing: "no config yet: havenctl init"
    case .faulty: "the config has faults and the old one runs: havenctl check"
    case .ok: ledger.trouble.map(\.hint) ?? whereabouts
    }
  }

  /// What is kept about a child should not leave the machine unseen.
  private var whereabouts: String? {
    whatCarriesAway(places.state).map {
      "what Haven remembers is in \($0): keep it in a folder of its own with --state"
    }
  }

  /// Tells the service manager, and `systemctl --user status`, what comes next.
  func tellSupervisor() {
    guard let keeper else {
      return supervisor.tell(
        status: lastReload == .missing ? "no config yet: havenctl init" : "the config has faults: havenctl check")
    }
    let text = keeper.look { engine, now in
      let next = engine.household.carers.compactMap { engine.nextCue(for: $0.id, after: now) }.min { $0.at < $1.at }
      guard let next else { return "nothing more today or tomorrow" }
      // Ids and times only: others with rights on the log can read this.
      return "next: \(next.id.step) \(next.rung) at \(engine.zone.civil(at: next.at).time)"
    }
    supervisor.tell(status: text)
  }
}
