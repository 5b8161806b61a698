import HavenCore

/// Something that a sound config may still want a second look at: a warning, never a judgement of the family.
///
/// The first line of each lint says what it holds to; what it leaves alone on purpose stands beside it.
protocol Lint: Sendable {
  func check(_ house: LintedHouse, _ findings: Findings)
}

/// What a lint looks at: the household, where each piece of it was written, and the days that can come.
struct LintedHouse {
  let draft: Draft
  let household: Household
  let cells: DayCells
  let week: Week
  /// The language that the family writes in.
  let language: Language

  init(_ draft: Draft, _ household: Household, _ cells: DayCells, _ language: Language) {
    self.draft = draft
    self.household = household
    self.cells = cells
    self.language = language
    week = Week(draft, household, cells)
  }

  private static let lints: [any Lint] = [
    WordingLint(), LadderLint(), AliasLint(), LandingLint(), BoundaryLint(), DayShapeLint(), ConnectionLint(),
    ReachLint(),
  ]

  func lint(_ findings: Findings) {
    for lint in LintedHouse.lints { lint.check(self, findings) }
  }

  /// Where a step is named.
  func place(of entry: Week.Entry) -> Place {
    draft.routines[entry.written.routine].value.steps[entry.written.step].place(of: "name")
  }
}
