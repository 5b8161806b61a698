import HavenAPI
import HavenCore
import HavenDesktop
import HavenStore

/// What the desktop tells, and what waited for its sake.
extension Daemon {
  /// What each source says at present; nothing on a terminal, which has no desktop.
  var desktopFacts: [DesktopFact] {
    let ofSession = (session?.reports ?? []).map { report in
      DesktopFact(source: report.source, fact: report.fact == .locked ? .locked : .idle, isTrue: report.isTrue)
    }
    return ofSession
      + (notifier.inhibitionSource.map {
        [DesktopFact(source: $0, fact: .doNotDisturb, isTrue: notifier.isInhibited)]
      } ?? [])
  }

  /// What nobody here tells of.
  var untoldFacts: [DesktopFact.Fact] {
    guard session != nil else { return [] }
    var told = Set(desktopFacts.map(\.fact))
    if case .available(let server) = notifier.state, server.isQuietInFullScreen { told.insert(.fullScreen) }
    return DesktopFact.Fact.allCases.filter { !told.contains($0) }
  }

  /// The cues that waited earlier today and wait no more. An unreadable ledger has none to tell of.
  func waitedToday() -> [Waited] {
    guard let keeper else { return [] }
    return keeper.look { engine, now in
      let zone = engine.zone
      let rows = (try? ledger.entries(from: zone.startOfDay(zone.date(at: now)), to: now + 1)) ?? []
      return HeldSpan.all(in: rows).compactMap { span in
        guard let id = CueID(span.id), let until = span.until, let outcome = span.outcome, outcome != .held else {
          return nil
        }
        return Waited(
          id: id, name: engine.name(of: id), reason: span.reason.rawValue, since: Stamp(span.since, in: zone),
          until: Stamp(until, in: zone), then: outcome.rawValue)
      }
    }
  }
}
