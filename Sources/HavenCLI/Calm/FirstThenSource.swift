import HavenAPI
import HavenCore

/// Asks for a child's day, live or as written, and makes First and Then of it.
final class FirstThenSource {
  private let context: Context
  private let global: GlobalOptions
  private let family: Family
  private let wording: Wording
  let child: Child
  private var days: PlanSource.Days

  /// - Parameter word: a child's alias, or a prefix of it.
  init(_ context: Context, _ global: GlobalOptions, child word: String) throws(CommandFailure) {
    self.context = context
    self.global = global
    family = Family(context, global)
    days = try PlanSource(context, global).days()
    var aliases = family.household.children.map(\.id)
    for step in days.today.steps + days.tomorrow.steps {
      aliases += step.children.filter { !aliases.contains($0) }
    }
    let alias = try onlyAlias(word, among: aliases)
    child = family.household.child(alias) ?? FirstThenSource.unknown(alias)
    wording = Wording(household: family.household, zone: family.zone, language: context.language)
  }

  /// A child of whom only havend knows, because its config lies elsewhere: taken as the youngest, to whom no number is
  /// shown.
  private static func unknown(_ alias: ChildID) -> Child {
    var child = Child(id: alias)
    child.workingAge = 0
    return child
  }

  /// Asks again; what was known stays where nobody answers just now.
  func refresh() {
    if let days = try? PlanSource(context, global).days(isQuiet: true) { self.days = days }
  }

  func now() -> FirstThen {
    let own = days.today.steps.filter { $0.children.contains(child.id) }
    let shown = days.now?.children.first { $0.child == child.id }
    let mode = days.now?.modes.first { $0.child == child.id }?.mode ?? days.today.mode
    return FirstThen(
      child, steps: own, tomorrow: days.tomorrow.steps.first { $0.children.contains(child.id) }, mode: mode,
      state: shown?.state ?? .here, now: context.now(), label: label, isCertain: isCertain)
  }

  private func label(_ view: DayView.Step) -> String {
    let isYoung = (child.workingAge ?? .max) < FirstThen.readyForMinutes
    let step = written(view) ?? Step(id: view.step, at: view.at.wall.time, name: view.name)
    let label = wording.label(of: step, for: [child.id], allowsDigits: !isYoung)
    return global.discreet ? WithoutAliases(family.household.children.map(\.id)).text(label) : label
  }

  /// What is optional goes first when the day runs late; what waits for one grown-up needs them to be there.
  private func isCertain(_ view: DayView.Step) -> Bool {
    if view.tags.contains(Tag.optional.rawValue) { return false }
    guard let carer = written(view)?.carer else { return true }
    return view.carer == carer
  }

  private func written(_ view: DayView.Step) -> Step? { family.household.step(view.step, named: view.name) }
}
