import HavenCore
import HavenDesktop

/// Looks at the screen, and at the ledger's claims for what is there; knows nothing of the engine.
@LoopActor
final class Witness {
  /// Something that a person was told for the first time, or by permission once more.
  struct Announcement {
    let tick: Int
    let at: Instant
    /// Seconds since the story began: the wall's instants may come twice.
    let moment: Int
    let life: Int
    /// Which server it was given to.
    let server: Int
    let key: String
    let kind: Line.Kind
    let to: CarerID
    let ids: [String]
    /// Whether Haven was told that it is on the screen.
    let isKnown: Bool
  }

  private(set) var announcements: [Announcement] = []
  private(set) var recreations = 0
  /// What is wrong, as it was seen.
  private(set) var findings: [String] = []
  private var recipients: [String: CarerID] = [:]

  private let household: Household
  private let journal: Journal
  private let forecast: Forecast

  init(household: Household, journal: Journal, forecast: Forecast) {
    self.household = household
    self.journal = journal
    self.forecast = forecast
  }

  func find(_ text: String, at now: Instant) { findings.append("\(forecast.zone.civil(at: now)): \(text)") }

  func saw(_ notification: DesktopNotification, isKnown: Bool, server: Int, at now: Instant, moment: Int) {
    let tick = journal.next()
    guard let claims = takeClaims(for: notification.key), let first = claims.first, let carer = first.to else {
      recreations += 1
      recreated(notification, now: now)
      return
    }
    recipients[notification.key] = carer
    // A run that finds one change of a merged line answered puts the others up again, under the next one's name.
    for transition in claims.compactMap({ CueID($0.id)?.transition }) { recipients["\(transition)"] = carer }
    let announcement = Announcement(
      tick: tick, at: now, moment: moment, life: journal.life, server: server, key: notification.key, kind: first.kind,
      to: carer,
      ids: claims.map(\.id), isKnown: isKnown)
    announcements.append(announcement)
    checkQuiet(carer, first.kind, claims.map(\.id), now: now)
    checkTime(of: notification, ids: claims.map(\.id), now: now)
    if first.kind == .cue || first.kind == .catchUp { checkBounds(of: claims, first.kind, now: now) }
    if notification.title.isEmpty { find("a notification without a title for \(claims.map(\.id))", at: now) }
  }

  /// Sent, and not shown.
  func refused(_ notification: DesktopNotification) { _ = takeClaims(for: notification.key) }

  /// The claims that one notification speaks for, by the rules of merging: cues of different transitions for one carer
  /// due in the same minute; all catch-ups of one carer; a snoozed cue alone.
  private func takeClaims(for key: String) -> [LedgerEntry]? {
    func isOf(_ entry: LedgerEntry) -> Bool {
      if entry.kind == .fuel { return key == "fuel" }
      if let cue = CueID(entry.id), entry.kind == .cue || entry.kind == .catchUp || entry.kind == .moved {
        return "\(cue.transition)" == key || entry.id == key
      }
      return entry.id == key
    }
    guard let place = journal.unsent.firstIndex(where: isOf) else { return nil }
    let first = journal.unsent[place]
    var group = [first]
    // By its kind: the id of a swap's line could be a cue's as well.
    let isShared = [.cue, .catchUp, .moved, .fuel].contains(first.kind)
    let isAlone = !isShared || journal.stateBeforeClaim(of: first.id) == .snoozed
    if !isAlone {
      for entry in journal.unsent[(place + 1)...] where entry.kind == first.kind && entry.to == first.to {
        let isNewTransition = !group.contains { CueID($0.id)?.transition == CueID(entry.id)?.transition }
        let isAnother = !group.contains { $0.id == entry.id }  // not the claim of a run that died, made again
        let isSameMinute = first.kind != .cue || entry.dueAt == first.dueAt
        if isAnother, isSameMinute, isNewTransition || first.kind == .fuel,
          journal.stateBeforeClaim(of: entry.id) != .snoozed
        {
          group.append(entry)
        }
      }
    }
    journal.sent(Set(group.map(\.id)))
    return group
  }

  private func recreated(_ notification: DesktopNotification, now: Instant) {
    guard let carer = recipients[notification.key] else {
      return find("'\(notification.key)' is on the screen, and nobody has claimed it", at: now)
    }
    if let reason = silence(of: carer, now: now) { find("put up again for \(carer) in \(reason)", at: now) }
    guard let words = TimeWords(in: notification.title), let cue = CueID(notification.key + "/x"),
      let change = forecast.change(of: cue.transition)
    else { return }
    if !words.isTrue(secondsLeft: change - now) {
      find("put up again: '\(notification.title)', and \(change - now) s are left", at: now)
    }
  }

  private func checkQuiet(_ carer: CarerID, _ kind: Line.Kind, _ ids: [String], now: Instant) {
    if let reason = silence(of: carer, now: now) { find("\(ids) was said to \(carer) in \(reason)", at: now) }
  }

  func silence(of id: CarerID, now: Instant) -> String? {
    let zone = forecast.zone
    if household.carer(id)?.quiet.contains(where: { $0.contains(now, in: zone) }) ?? false { return "quiet hours" }
    if forecast.presentFacts.isHushed(id, at: now) { return "a hush" }
    if forecast.presentFacts.isUnsafe(at: now) { return "`unsafe`" }
    return nil
  }

  /// Each line of a text with the change that it tells of.
  private func checkTime(of notification: DesktopNotification, ids: [String], now: Instant) {
    let cues = ids.compactMap { CueID($0) }.filter { $0.rung != CueID.moved }
    guard !cues.isEmpty else { return }
    let body = notification.body.split(separator: "\n")
    let texts = cues.count == 1 ? [Substring(notification.title)] : body.filter { TimeWords(in: $0) != nil }
    guard texts.count == cues.count else { return }
    for (text, cue) in zip(texts, cues) {
      guard let words = TimeWords(in: text), let change = forecast.change(of: cue.transition) else { continue }
      if !words.isTrue(secondsLeft: change - now) {
        find("\(cue): '\(text)' was read, and \(change - now) s are left", at: now)
      }
    }
  }

  /// No rung before its time; no catch-up long after the change, or with a rung about to speak.
  private func checkBounds(of claims: [LedgerEntry], _ kind: Line.Kind, now: Instant) {
    for claim in claims {
      guard let cue = CueID(claim.id) else { continue }
      // One that a set-back clock has put ahead again comes back when its snooze says.
      let isSnoozed = journal.stateBeforeClaim(of: claim.id) == .snoozed
      if now < claim.dueAt && !isSnoozed {
        find("\(claim.id) was said \(claim.dueAt - now) s before its time", at: now)
      }
      guard kind == .catchUp, let change = forecast.change(of: cue.transition) else { continue }
      if now - change > 120 { find("\(claim.id) was caught up \(now - change) s after the change", at: now) }
      let near = forecast.plan(for: cue.date).cues.first { other in
        other.id.transition == cue.transition && now <= other.at && other.at <= now + 90 && !other.isOnLeaveCard
          && journal.latest["\(other.id)"] == nil
      }
      if let near { find("\(claim.id) was caught up, and \(near.id) is \(near.at - now) s away", at: now) }
    }
  }
}
