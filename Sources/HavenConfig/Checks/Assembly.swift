import HavenCore

extension Draft {
  /// Checks that all fits together, and makes the household of it. With a finding that is an error the result is
  /// not to be used.
  mutating func household(language: Language = .english, _ findings: Findings) -> Household {
    name(findings)
    checkIdentities(findings)
    checkShapes(findings)
    ReferenceCheck(self, findings).run()
    RefusedSteps().check(self, findings)
    HookCheck().check(hooks, findings)

    var household = Household()
    household.settings = settings.settings
    if !carers.isEmpty { household.carers = carers.map(\.value) }
    household.children = children.map(\.value)
    household.calendars = calendars.map { $0.value.calendar }
    household.dayKinds = dayKinds.map(\.value)
    household.routines = routines.map { written in
      var routine = written.value.routine
      routine.steps = written.value.steps.map(\.value)
      return routine
    }
    household.ladders = Dictionary(
      ladders.map { ($0.value.id, $0.value.rungs) }, uniquingKeysWith: { first, _ in first })
    household.boundaries = boundaries.map(\.value)
    household.goals = goals.map(\.value)
    household.respite = lanes(findings)
    household.markedDates = markedDates.map(\.value)
    household.supports = supports.map(\.value)
    let everyChild = household.children.map(\.id)
    household.safetyPlans = plans.map {
      SafetyPlan(name: $0.value.name, children: $0.value.children ?? everyChild, actions: $0.value.actions)
    }
    household.modeTuning = modes
    household.cards = cards.map(\.value)
    household.hooks = hooks.map(\.value)
    household.readings = readings.map(\.value)

    let calendars = Dictionary(household.calendars.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let cells = DayCells(household.dayKinds, calendars: calendars)
    SameDayCheck(cells: cells).run(routines, findings)
    if !findings.isPartial { LintedHouse(self, household, cells, language).lint(findings) }
    return household
  }
}

extension Draft {
  var stepPlaces: [StepID: Place] {
    var places: [StepID: Place] = [:]
    for routine in routines.indices {
      for step in routines[routine].value.steps.indices {
        let id = routines[routine].value.steps[step].value.id
        if places[id] == nil { places[id] = routines[routine].value.steps[step].place(of: "name") }
      }
    }
    return places
  }
}

extension CalendarTable.Model {
  var calendar: Calendar {
    let dates: Calendar.Dates
    if let from, let to {
      dates = .range(from, to)
    } else if ics != nil {
      dates = .events(events)
    } else {
      dates = .listed(Set(self.dates ?? []))
    }
    return Calendar(id: id, dates: dates, eventLabel: eventLabel)
  }
}
