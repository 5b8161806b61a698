import HavenCore

extension LookBack {
  /// A date's steps with their times, as the config has them now and before anything was moved.
  func written(_ date: CivilDate) -> [StepID: TimeOfDay] {
    let steps = Planner(household: household, zone: zone).plan(for: date).steps
    return Dictionary(
      steps.map { ($0.step.id, zone.civil(at: $0.at).time) }, uniquingKeysWith: { first, _ in first })
  }
}
