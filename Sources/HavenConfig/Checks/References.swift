import HavenCore

/// Every id that is named must be the id of something.
struct ReferenceCheck {
  let draft: Draft
  let findings: Findings
  private let carers: Set<String>
  private let children: Set<String>
  private let calendars: Set<String>
  private let days: Set<String>
  private let ladders: Set<String>
  private let steps: Set<String>

  init(_ draft: Draft, _ findings: Findings) {
    self.draft = draft
    self.findings = findings
    carers = Set(draft.carers.isEmpty ? [Carer.only.id] : draft.carers.map(\.value.id))
    children = Set(draft.children.map(\.value.id))
    calendars = Set(draft.calendars.map(\.value.id))
    days = Set(draft.dayKinds.map(\.value.id) + [Planner.plain])
    ladders = Set(draft.ladders.map(\.value.id))
    steps = Set(draft.routines.flatMap { $0.value.steps.map(\.value.id) })
  }

  func run() {
    for child in draft.children {
      check(child.value.keyCarers, "carer", carers, child, "key-carer")
      checkLadder(child.value.ladder, child)
    }
    for day in draft.dayKinds {
      check(day.value.within, "calendar", calendars, day, "within")
      check(day.value.not, "calendar", calendars, day, "not")
    }
    for routine in draft.routines {
      check(routine.value.routine.days ?? [], "day", days, routine, "days")
      for step in routine.value.steps { checkStep(step) }
    }
    for boundary in draft.boundaries { check(boundary.value.who ?? [], "child", children, boundary, "who") }
    for goal in draft.goals {
      check([goal.value.carer], "carer", carers, goal, "carer")
      check(goal.value.days ?? [], "day", days, goal, "days")
      if let after = goal.value.after { check([after], "step", steps, goal, "after") }
    }
    for date in draft.markedDates { check(date.value.child.map { [$0] } ?? [], "child", children, date, "child") }
    for plan in draft.plans { check(plan.value.children ?? [], "child", children, plan, "for") }
    for respite in draft.respite { checkLane(respite) }
    for hook in draft.hooks {
      check(hook.value.children ?? [], "child", children, hook, "who")
      check(hook.value.carers ?? [], "carer", carers, hook, "carer")
    }
  }

  private func checkStep(_ step: Written<Step>) {
    let value = step.value
    check(value.who ?? [], "child", children, step, "who")
    if let carer = value.carer { check([carer], "carer", carers, step, "carer") }
    checkLadder(value.ladder, step)
    guard case .each(let sizes) = value.transition else { return }
    for child in sizes.keys.sorted() {
      guard let place = step.node["transition"]?[child]?.keyPlace else { continue }
      if !children.contains(child) {
        unknown(child, "child", children, place)
      } else if let who = value.who, !who.contains(child) {
        findings.warning(
          place, "'\(child)' is not among this step's children", hint: "add it to 'who', or take it out here")
      }
    }
  }

  private func checkLadder<Model>(_ choice: LadderChoice?, _ written: Written<Model>) {
    guard case .named(let id) = choice, !ladders.contains(id) else { return }
    unknown(id, "ladder", ladders.union(LadderPreset.allCases.map(\.rawValue)), written.place(of: "ladder"))
  }

  private func checkLane(_ respite: Written<RespiteTable.Model>) {
    guard let whose = respite.value.whose else { return }
    switch respite.value.kind {
    case .solo: check([whose], "carer", carers, respite, "for")
    case .sibling: check([whose], "child", children, respite, "for")
    case .couple, .overnight: break
    }
  }

  /// `element` by `element`; an empty id was faulty itself, and is told already.
  private func check<Model>(
    _ ids: [String], _ noun: String, _ known: Set<String>, _ written: Written<Model>, _ key: String
  ) {
    for id in ids where !known.contains(id) && !id.isEmpty {
      unknown(id, noun, known, written.place(of: key, element: id))
    }
    guard ids.count > 1, Set(ids).count < ids.count else { return }
    let twice = ids.first { id in ids.filter { $0 == id }.count > 1 } ?? ""
    findings.error(written.place(of: key), "\(quoted(twice)) is in '\(key)' twice")
  }

  private func unknown(_ id: String, _ noun: String, _ known: Set<String>, _ place: Place) {
    guard !findings.isFull else { return }
    findings.missing(
      place, "there is no \(noun) \(quoted(id))",
      hint: suggestion(for: id, among: known.filter { !$0.isEmpty }.sorted()))
  }
}
