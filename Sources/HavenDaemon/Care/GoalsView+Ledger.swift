import HavenAPI
import HavenCore
import HavenStore

extension GoalsView {
  /// A carer's goals as the ledger and the engine know them.
  init(_ past: LookBack, _ engine: inout Engine, carer: CarerID) throws(StoreError) {
    let own = past.household.goals.filter { $0.carer == carer }
    let answers = try past.nudgeAnswers(of: own)
    // One look at the acts for all of them, from the beginning of the longest period.
    let starts = own.map { ($0.target?.period ?? .weeks(1)).start(at: past.today) }
    let all = try past.acts(["goal"], from: starts.min() ?? past.today, through: past.today)
    self.init(at: Stamp(past.now, in: past.zone), carer: carer)
    for (goal, since) in zip(own, starts) {
      let outlook = engine.outlook(on: goal, at: past.now)
      (nudgesToday, nudgesThisWeek) = (outlook.nudgesToday, outlook.nudgesThisWeek)
      let acts = all.filter { $0.date >= since }
      var view = Goal(
        goal, GoalFigures(goal, acts, isShrunk: outlook.isShrunk), outlook, since: since, zone: past.zone)
      view.appointment = past.nextAppointment(of: goal).map { Stamp($0, in: past.zone) }
      view.answers = answers.shares.filter { $0.goal == goal.id }.map(Answers.init)
      goals.append(view)
    }
  }
}

extension LookBack {
  /// How the nudges of these goals were answered in the last half year: what is older weighs next to nothing.
  func nudgeAnswers(of goals: [Goal]) throws(StoreError) -> NudgeAnswers {
    let first = today - 26 * 7
    var entries: [LedgerEntry] = []
    for goal in goals { entries += try ledger.nudges(of: goal.id, from: zone.startOfDay(first), to: now + 1) }
    return NudgeAnswers(
      entries: entries, acts: try acts(["goal"], from: first, through: today), household: household, zone: zone,
      today: today)
  }

  /// Within four weeks.
  fileprivate func nextAppointment(of goal: Goal) -> Instant? {
    guard let appointment = goal.appointment else { return nil }
    let coming = (0...28).map { today + $0 }.first { date in
      appointment.happens(on: date) && zone.exists(date) && zone.instant(date, appointment.start.time) > now
    }
    return coming.map { zone.instant($0, appointment.start.time) }
  }
}
