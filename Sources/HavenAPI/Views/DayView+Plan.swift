import HavenCore

extension DayView {
  /// What a plan looks like from outside.
  ///
  /// - Parameters:
  ///   - carer: whose a step is at its start.
  ///   - recipient: to whom a cue goes, by the carers' windows alone; not asked for what the leave-card carries.
  public init(
    _ plan: DayPlan, zone: Zone, carer: (PlannedStep) -> CarerID?, recipient: (PlannedCue) -> CarerID?
  ) {
    self.init(
      date: plan.date, day: plan.kind, mode: plan.mode, zone: plan.zone,
      steps: plan.steps.map { Step($0, zone: zone, carer: carer($0)) },
      cues: plan.cues.map { cue in
        Cue(
          at: Stamp(cue.at, in: zone), id: cue.id, secondsLeft: cue.changeAt - cue.at,
          to: cue.isOnLeaveCard ? nil : recipient(cue), leaveCard: cue.isOnLeaveCard)
      })
  }
}

extension DayView.Step {
  init(_ planned: PlannedStep, zone: Zone, carer: CarerID?) {
    self.init(
      at: Stamp(planned.at, in: zone), until: planned.until.map { Stamp($0, in: zone) }, step: planned.step.id,
      name: planned.step.name, children: planned.children, carer: carer, tags: planned.step.tags.map(\.rawValue),
      anchor: planned.step.anchor.rawValue,
      transitions: planned.transitions.map {
        .init(child: $0.child, size: $0.size?.rawValue, tried: $0.isTried ? true : nil)
      },
      away: planned.step.isAway, movedBy: planned.movedBy == 0 ? nil : planned.movedBy)
  }
}
