/// How today came to differ from what the family wrote, and what in it does not fit together.
extension Engine {
  /// Everything that was moved, taken out or let go on a date, in the order of the day.
  public mutating func changes(on date: CivilDate) -> [PlanChange] {
    let written = Planner(household: household, zone: zone).plan(for: date)
    let facts = facts
    return PlanChange.all(from: written, to: plan(for: date), acts: acts.filter { $0.date == date }) { step in
      step.children.contains { facts.mode(of: $0, at: step.at) != .ordinary }
    }
  }

  /// Where a date asks for one adult, or one child, twice at once; today's lateness is told apart.
  public mutating func conflicts(on date: CivilDate) -> [DayConflict] {
    let plan = plan(for: date)
    return DayConflict.all(in: plan) { child, step in planned(to: child, step: step.step, at: step.at) }
  }
}
