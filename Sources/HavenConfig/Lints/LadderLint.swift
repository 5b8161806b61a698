import HavenCore

/// A ladder of your own: at most five cues to the child, and two minutes between them but for "the last one" at 1 and
/// arrival. The built-in ladders are as the field uses them.
struct LadderLint: Lint {
  func check(_ house: LintedHouse, _ findings: Findings) {
    for ladder in house.draft.ladders { check(ladder.value.rungs, findings) { ladder.place(of: "rungs") } }
    for routine in house.draft.routines {
      for step in routine.value.steps {
        if case .rungs(let rungs)? = step.value.ladder { check(rungs, findings) { step.place(of: "ladder") } }
      }
    }
  }

  private func check(_ rungs: [Rung], _ findings: Findings, _ place: () -> Place) {
    let facing = rungs.filter(\.isChildFacing)
    if facing.count > 5 {
      findings.warning(
        place(), "\(facing.count) cues to the child in one ladder",
        hint: "five are plenty; more time helps as a 'P' to the carer")
    }
    for (earlier, later) in zip(facing, facing.dropFirst()) where earlier.lead - later.lead < 2 {
      if earlier == Rung(.last, lead: 1), later.isArrival { continue }
      findings.warning(
        place(), "'\(earlier)' and '\(later)' come less than two minutes apart",
        hint: "leave one out: cues that crowd become nagging")
    }
  }
}
