import HavenAPI
import HavenCore

extension WhyView {
  /// What a step is for, and how each of its ladders came to be; nil where the step is not in that date's plan.
  ///
  /// - Parameter rows: what the ledger has of the step's cues of that date, in the order written.
  init?(_ engine: inout Engine, step id: StepID, date: CivilDate, now: Instant, rows: [LedgerEntry]) {
    let zone = engine.zone
    let spans = Dictionary(grouping: HeldSpan.all(in: rows), by: \.id)
    let dismissed = engine.dismissedRungs(now: now).filter { $0.step == id }
    let plan = engine.plan(for: date)
    guard let step = plan.steps.first(where: { $0.step.id == id }) else { return nil }
    self.init(
      date: date, at: Stamp(step.at, in: zone), step: id, name: step.step.name, why: step.step.why,
      movedBy: step.movedBy == 0 ? nil : step.movedBy,
      ladders: step.transitions.map { transition in
        Ladder(
          child: transition.child, size: transition.size?.rawValue,
          decisions: engine.decisions(on: transition, into: step, date: date),
          rungs: plan.cues.filter { $0.id.step == id && $0.id.child == transition.child }.map { cue in
            let entry = engine.state(of: cue.id)
            let cancelled = entry == nil ? engine.cancellation(of: cue.id.transition) : nil
            return Rung(
              at: Stamp(entry?.dueAt ?? cue.at, in: zone), id: cue.id, secondsLeft: cue.changeAt - cue.at,
              state: cue.isOnLeaveCard
                ? "leave-card" : entry?.state.rawValue ?? (cancelled == nil ? "planned" : "cancelled"),
              reason: (entry?.reason ?? cancelled)?.rawValue,
              to: entry?.to ?? (cue.isOnLeaveCard ? nil : engine.recipient(of: cue)),
              waits: spans["\(cue.id)"].map { $0.map { Wait($0, in: zone) } })
          },
          dismissed: WhyView.listed(dismissed.filter { $0.child == transition.child }.map(\.rung)))
      })
  }

  /// A list that is left out where there is nothing in it.
  private static func listed(_ rungs: [String]) -> [String]? { rungs.isEmpty ? nil : rungs }
}
