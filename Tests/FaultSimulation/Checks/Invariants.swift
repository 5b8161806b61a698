import HavenCore
import HavenDesktop

/// What must be true of a whole story, by the screen and the reopened ledger.
@LoopActor
struct Invariants {
  let journal: Journal
  let forecast: Forecast
  let witness: Witness
  let household: Household
  let end: Instant
  /// Ticks at which a process died.
  let deaths: [Int]
  /// Whether every process was watched for late alarms of this many seconds.
  let lateness: Int

  func findings() -> [String] {
    witness.findings + recorded() + legal() + announcedOnce() + noStorm() + onTime() + snoozesReturn()
  }

  /// Every planned cue ends in exactly one recorded state.
  private func recorded() -> [String] {
    var findings: [String] = []
    for (id, expectation) in (forecast.cues.merging(forecast.digests) { one, _ in one }).sorted(by: { $0.key < $1.key })
    where !journal.forgotten.contains(id) {
      guard let entry = journal.latest[id] else {
        findings.append("\(id), due \(forecast.zone.civil(at: expectation.due)), has no record")
        continue
      }
      if entry.state == .claimed { findings.append("\(id) was claimed, and nothing is known of it") }
    }
    for entry in journal.latest.values.sorted(by: { $0.id < $1.id }) where entry.state == .held {
      guard let change = CueID(entry.id).flatMap({ forecast.change(of: $0.transition) }), change < end - 86_400,
        (end - Forecast.longestGap...end).contains(entry.dueAt), entry.reason != .nobodyOnDuty,
        !forecast.forgiven.contains(entry.id)
      else { continue }
      findings.append("\(entry.id) is still held a day after its change")
    }
    return findings
  }

  /// Nothing is claimed again that was shown, answered or let go; a lost claim may be.
  private func legal() -> [String] {
    var before: [String: LedgerEntry.State] = [:]
    var findings: [String] = []
    for line in journal.lines {
      let entry = line.entry
      defer { before[entry.id] = entry.state }
      guard let was = before[entry.id], entry.state == .claimed, !isMove(entry.id) else { continue }
      // What never reached anybody may come again once the clock is set back.
      let mayBeClaimed: Set<LedgerEntry.State> = [.claimed, .held, .snoozed, .missed, .suppressed, .cancelled]
      if !mayBeClaimed.contains(was), !journal.forgotten.contains(entry.id) {
        findings.append("\(entry.id) was claimed again after it was \(was.rawValue)")
      }
    }
    return findings
  }

  /// A step that moves twice in a day is told of twice, under one id.
  private func isMove(_ id: String) -> Bool { CueID(id)?.rung == CueID.moved }

  /// No cue is shown twice, but for a snooze, and for the catch-up after a crash between claim and show.
  private func announcedOnce() -> [String] {
    var last: [String: Witness.Announcement] = [:]
    var findings: [String] = []
    for said in witness.announcements {
      for id in said.ids {
        defer { last[id] = said }
        guard let before = last[id], before.isKnown, !journal.forgotten.contains(id), !isMove(id) else { continue }
        let between = journal.lines.filter { $0.entry.id == id && $0.tick > before.tick && $0.tick < said.tick }
        let wasSnoozed = between.contains { $0.entry.state == .snoozed }
        let isOutcomeKnown = between.contains { ![.claimed, .held, .missed].contains($0.entry.state) }
        let wasLost = deaths.contains { $0 > before.tick && $0 < said.tick } && !isOutcomeKnown
        if !wasSnoozed && !wasLost {
          findings.append("\(id) was shown at \(wall(before.at)) and again at \(wall(said.at))")
        }
      }
    }
    return findings
  }

  /// At most one catch-up a transition, and one line of them a carer, each time Haven can speak again.
  private func noStorm() -> [String] {
    var findings: [String] = []
    var lines: [String: Int] = [:]
    var transitions: [String: Int] = [:]
    for said in witness.announcements where said.kind == .catchUp {
      // A server that never answered and is gone was one time to speak; its successor in the same instant is another.
      let moment = "\(said.life).\(said.server) \(said.moment) \(wall(said.at))"
      lines["\(moment) \(said.to)", default: 0] += 1
      for id in said.ids {
        if let cue = CueID(id) { transitions["\(moment) \(cue.transition)", default: 0] += 1 }
      }
    }
    for (key, count) in lines.sorted(by: { $0.key < $1.key }) where count > 1 {
      findings.append("\(count) catch-ups at one instant: \(key)")
    }
    for (key, count) in transitions.sorted(by: { $0.key < $1.key }) where count > 1 {
      findings.append("\(count) catch-ups of one transition at one instant: \(key)")
    }
    for said in witness.announcements {
      let own = said.ids.compactMap { CueID($0)?.transition }
      if Set(own).count < own.count { findings.append("two rungs of one transition in one line: \(said.ids)") }
    }
    return findings
  }

  /// What came due while Haven watched was decided then.
  private func onTime() -> [String] {
    var first: [String: LedgerEntry] = [:]
    for line in journal.lines where first[line.entry.id] == nil { first[line.entry.id] = line.entry }
    return (forecast.cues.merging(forecast.digests) { one, _ in one }).sorted { $0.key < $1.key }.compactMap {
      id, expectation in
      guard expectation.isWatched, let entry = first[id], !journal.forgotten.contains(id) else { return nil }
      let late = entry.at - expectation.due
      guard late < 0 || late > lateness else { return nil }
      // Put into the past by a command or a reload: that is when it was decided.
      if late < 0, entry.state == .cancelled { return nil }
      return "\(id), due \(wall(expectation.due)), was decided \(late) s late: \(entry.state.rawValue)"
    }
  }

  /// A snooze comes back, or is let go by a rule; none is forgotten.
  private func snoozesReturn() -> [String] {
    journal.latest.values.sorted { $0.id < $1.id }.compactMap { entry in
      guard entry.state == .snoozed, let until = entry.until, until < end - 86_400 else { return nil }
      // Of a change that a clock set back has put days ahead again: it waits for somebody on duty until then.
      if let change = CueID(entry.id).flatMap({ forecast.change(of: $0.transition) }), change > end { return nil }
      return "\(entry.id) was snoozed until \(wall(until)), and never came back"
    }
  }

  private func wall(_ instant: Instant) -> String { "\(forecast.zone.civil(at: instant))" }
}
