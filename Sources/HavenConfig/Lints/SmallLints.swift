import HavenCore

/// A landing is 30 to 45 minutes; after time with the family of birth 120, with nothing else planned.
struct LandingLint: Lint {
  func check(_ house: LintedHouse, _ findings: Findings) {
    for routine in house.draft.routines {
      for step in routine.value.steps {
        guard step.value.tags.contains(.landing), let minutes = step.value.minutes else { continue }
        guard !(30...45).contains(minutes), minutes != 120 else { continue }
        findings.warning(
          step.place(of: "minutes"), "a landing of \(minutes) minutes is \(minutes < 30 ? "short" : "long")",
          hint: "30 to 45 is the usual advice, 120 after a hard visit")
      }
    }
  }
}

/// A boundary has two halves, the feeling and the limit, and a child can hold about five.
struct BoundaryLint: Lint {
  func check(_ house: LintedHouse, _ findings: Findings) {
    var held: [ChildID: Int] = [:]
    for boundary in house.draft.boundaries {
      if boundary.value.feeling == nil, boundary.node["feeling"] == nil {
        findings.warning(
          boundary.place(of: "name"), "the boundary \(quoted(boundary.value.name)) is unfinished: it has no 'feeling'",
          hint: "say first that you see them, such as \"You're furious.\"")
      }
      for child in boundary.value.who ?? house.household.children.map(\.id) {
        held[child, default: 0] += 1
        if held[child] == 6 {
          findings.warning(
            boundary.place(of: "name"), "'\(child)' has more than five boundaries",
            hint: "few that hold are better than many that do not")
        }
      }
    }
  }
}

/// Everything written is for some day: a kind of day that no date can be, or a routine on no day, is a slip.
struct ReachLint: Lint {
  func check(_ house: LintedHouse, _ findings: Findings) {
    let cells = house.cells
    for (index, day) in house.draft.dayKinds.enumerated()
    where index < cells.weekdays.count && cells.weekdays[index].isEmpty {
      findings.warning(
        day.place(of: "id"), "no date can be a '\(day.value.id)': the kinds before it take every day",
        hint: "write it before them; the first that matches names the day")
    }
    for routine in house.draft.routines where cells.of(routine.value.routine).isEmpty {
      let value = routine.value.routine
      guard value.days?.allSatisfy(cells.kinds.contains) ?? true else { continue }
      findings.warning(
        routine.place(of: "id"), "the routine '\(value.id)' is on no day: its 'days' never fall on its 'on'",
        hint: "look at both keys again")
    }
    for routine in house.draft.routines {
      for step in routine.value.steps where step.value.id == Planner.homeAgain {
        findings.warning(
          step.place(of: "name"),
          "'\(Planner.homeAgain)' is the step that Haven adds when children come back from a night away",
          hint: "give yours another id")
      }
    }
    let settings = house.household.settings
    if settings.text == .full, !settings.isPrivate, let place = house.draft.settings.textPlace {
      findings.warning(place, "'full' counts as 'public' where private = false", hint: "write text = \"public\"")
    }
  }
}
