import HavenCore

/// A random household's changes over a year or so, the same for the same seed: clocks that jump back, cues that move,
/// nudges of a few goals, every kind of act, and acts taken back.
struct Story {
  var random: SeededRandom
  var now = teatime
  private var lastActID = 0

  init(seed: Int) { random = SeededRandom(seed) }

  mutating func transaction() -> [LedgerChange] {
    // Five days a transaction on the whole, and sometimes back.
    now = now + Int.random(in: -2 * day...10 * day, using: &random)
    return (0..<Int.random(in: 1...8, using: &random)).map { _ in change() }
  }

  private mutating func change() -> LedgerChange {
    switch Int.random(in: 0..<10, using: &random) {
    case 0..<6: .entry(entry())
    case 6..<9: .act(act())
    default: .undo(act: Int.random(in: 0...lastActID, using: &random), at: now)
    }
  }

  private mutating func entry() -> LedgerEntry {
    let kind = Line.Kind.allCases.randomElement(using: &random) ?? .cue
    let isNudge = kind == .nudge || Bool.random(using: &random)
    return LedgerEntry(
      // Few enough ids that rows of the same one meet.
      id: "\(isNudge ? "nudge" : "cue")/\(Int.random(in: 0..<150, using: &random))",
      kind: isNudge ? .nudge : kind, state: LedgerEntry.State.allCases.randomElement(using: &random) ?? .shown,
      reason: LedgerEntry.Reason.allCases.randomElement(using: &random),
      dueAt: now + Int.random(in: -3 * day...day, using: &random), at: now,
      to: ["ros", "ines", nil].randomElement(using: &random) ?? nil,
      until: Bool.random(using: &random) ? now + 300 : nil,
      subject: ["walk", "read", "", nil].randomElement(using: &random) ?? nil)
  }

  private mutating func act() -> Act {
    lastActID += Int.random(in: 1...2, using: &random)
    let by = Bool.random(using: &random) ? "ros" : "ines"
    return Act(id: lastActID, at: now, date: CivilDate(dayNumber: now.seconds / day), by: by, command: command())
  }

  private mutating func command() -> Command {
    let child = Bool.random(using: &random) ? "otter" : "finch"
    let lane = [Lane.solo("ros"), .couple, .sibling("otter"), .overnight].randomElement(using: &random) ?? .couple
    let id = "\(Int.random(in: 0..<4, using: &random))"
    let from = CivilDateTime(
      date: CivilDate(dayNumber: tuesday.dayNumber + 30 * Int.random(in: 0...20, using: &random)),
      time: TimeOfDay(seconds: 9 * 3600))
    let mode = Mode.allCases.randomElement(using: &random) ?? .ordinary
    let commands: [Command] = [
      .done(step: "bath"), .fed(child: child), .noticed(), .answer(cue: "2026-03-10/bath/otter/\(id)", .later),
      .mode(mode, child: Bool.random(using: &random) ? child : nil, age: nil, until: nil),
      .unsafe(on: Bool.random(using: &random)), .tagOut(seconds: nil), .tagIn, .tagAnswer(.yes), .duty(carer: "ros"),
      .retreat(child: child, on: true),
      .goal(id: id, GoalAct.allCases.randomElement(using: &random) ?? .done),
      .promiseAdd(id: id, dueAt: now + day), .promiseMoved(id: id, dueAt: now), .promiseKept(id: id),
      .respiteBook(lane: lane, from: from, to: CivilDateTime(date: from.date + 1, time: from.time)),
      .respiteCancel(lane: lane, from: from), .respiteForgive(lane: lane),
      .respiteTook(lane: lane, date: tuesday, minutes: 60, counts: true), .hard(HardMoment(child: child)),
    ]
    return commands.randomElement(using: &random) ?? .noticed()
  }
}
