/// Trying one thing before one change: what may be tried, and what became of it.
extension Engine {
  /// Those of the last hundred days that began, oldest first.
  public var trials: [Facts.KeptTrial] { facts.trials.filter { $0.first <= $0.last } }

  /// With its child, its dates and its ladders; a truthful no where there is nothing to try.
  func resolve(_ trial: Trial, now: Instant) throws(Refusal) -> Trial {
    var trial = trial
    let tomorrow = zone.date(at: now) + 1
    trial.step = try unique(trial.step, among: household.routines.flatMap(\.steps).map(\.id), what: "step")
    let last = trial.until ?? tomorrow + (Trial.usualDays - 1)
    guard last >= tomorrow, last < tomorrow + Trial.mostDays else {
      throw Refusal(
        "it begins tomorrow and lasts at most \(Trial.mostDays) days: '\(last)' is not in them",
        hint: "havenctl try \(trial.step) … --days 14")
    }
    (trial.from, trial.until) = (tomorrow, last)
    if let running = facts.trials.last(where: { $0.step == trial.step && $0.isOpen(on: tomorrow) }) {
      throw Refusal(
        "something is tried with '\(trial.step)' until \(running.last)",
        hint: "one thing at a time: havenctl try stop \(trial.step)", isTruthfulNo: true)
    }
    let found = try transition(for: trial, dates: tomorrow...last)
    trial.child = found.child
    trial.before = Ladders.text(found.rungs)
    trial.tried = Ladders.text(try rungs(of: &trial, instead: found))
    guard trial.tried != trial.before else {
      throw Refusal("that is what '\(trial.step)' has already: \(words(trial.before))", isTruthfulNo: true)
    }
    return trial
  }

  func trialToStop(_ text: String, now: Instant) throws(Refusal) -> StepID {
    let open = facts.trials.filter { $0.isOpen(on: zone.date(at: now) + 1) }.map(\.step)
    guard open.contains(where: { $0.hasPrefix(text) }) else {
      throw Refusal("nothing is tried with '\(text)'", hint: "havenctl try", isTruthfulNo: true)
    }
    return try unique(text, among: open, what: "step")
  }

  /// The change as it is written, on the first of these dates that has it.
  private func transition(for trial: Trial, dates: ClosedRange<CivilDate>) throws(Refusal) -> Transition {
    let asked = try trial.child.map { text throws(Refusal) in try child(text) }
    let written = Planner(household: household, zone: zone)
    var isInPlan = false
    var date = dates.lowerBound
    while date <= dates.upperBound {
      if let step = written.plan(for: date).steps.first(where: { $0.step.id == trial.step }) {
        isInPlan = true
        let all = step.transitions.filter { asked == nil || $0.child == asked }
        if all.count > 1 {
          throw Refusal(
            "'\(trial.step)' is a change for more than one child",
            hint: all.map { "--child \($0.child)" }.joined(separator: " or "))
        }
        if let one = all.first { return one }
      }
      date = date + 1
    }
    guard isInPlan else {
      throw Refusal("'\(trial.step)' is in no plan until \(dates.upperBound)", isTruthfulNo: true)
    }
    throw Refusal(
      "'\(trial.step)' has no ladder" + (asked.map { " for \($0)" } ?? "") + ": nothing is said before it",
      hint: "its 'transition' in the config makes it a change that is prepared: havenctl why \(trial.step)",
      isTruthfulNo: true)
  }

  private func rungs(of trial: inout Trial, instead written: Transition) throws(Refusal) -> [Rung] {
    let before = written.rungs
    switch trial.change {
    case .ladder: return try ladder(trial.value)
    case .size: return try sized(trial, written)
    case .minutes: return try earlier(trial, before)
    case .with:
      guard let rung = Rung(trial.value), !before.contains(rung) else {
        throw Refusal(
          "'\(trial.value)' is no rung that \(words(Ladders.text(before))) has not", hint: "such as 'P30', '10' or 'L2'"
        )
      }
      return try kind(Ladders.inOrder(before + [rung]))
    case .without:
      guard let rung = Rung(trial.value), before.contains(rung) else {
        throw Refusal("'\(trial.value)' is no rung of \(words(Ladders.text(before)))")
      }
      return before.filter { $0 != rung }
    }
  }

  private func ladder(_ text: String) throws(Refusal) -> [Rung] {
    if let preset = LadderPreset(rawValue: text) { return Ladders.inOrder(LadderTable.rungs(preset: preset)) }
    if let own = household.ladders[text] { return Ladders.inOrder(own) }
    guard let rungs = Ladders.rungs(text), !rungs.isEmpty else {
      let names = LadderPreset.allCases.map(\.rawValue) + household.ladders.keys.sorted()
      throw Refusal(
        "no ladder '\(text)'",
        hint: nearest(to: text, among: names).map { "did you mean '\($0)'?" }
          ?? "\(names.joined(separator: ", ")), or rungs: 'P20 10 5 0'")
    }
    return try kind(rungs)
  }

  private func sized(_ trial: Trial, _ written: Transition) throws(Refusal) -> [Rung] {
    guard let size = Size(rawValue: trial.value) else {
      throw Refusal("no size '\(trial.value)'", hint: Size.allCases.map(\.rawValue).joined(separator: ", "))
    }
    let key = ChangeKey(step: trial.step, child: written.child)
    guard household.writtenSize(of: key) != nil else {
      throw Refusal(
        "'\(trial.step)' has a ladder of its own, which a size does not change",
        hint: "havenctl try \(trial.step) --ladder long", isTruthfulNo: true)
    }
    return Ladders.inOrder(LadderTable.rungs(age: planner.child(written.child).workingAge, size: size))
  }

  /// The first rung so many minutes before. For a child under five the time is the carer's: a long wait is a stress of
  /// its own.
  private func earlier(_ trial: Trial, _ before: [Rung]) throws(Refusal) -> [Rung] {
    guard let minutes = Int(trial.value), (1...120).contains(minutes), let first = before.first else {
      throw Refusal("'\(trial.value)' is not 1 to 120 minutes before")
    }
    let age = trial.child.flatMap { planner.child($0).workingAge }
    if first.isChildFacing, minutes > first.lead, let age, age < 5 {
      return [Rung(.carer, lead: minutes)] + before
    }
    let rest = before.dropFirst()
    if let next = rest.first, minutes < next.lead + 2 {
      throw Refusal(
        "\(minutes) min is not before the next warning, '\(next)'",
        hint: "fewer warnings: havenctl try \(trial.step) --without \(first)")
    }
    return [Rung(first.isArrival ? .minutes : first.voice, lead: minutes)] + rest
  }

  /// More than five are nagging, whatever the family hopes for.
  private func kind(_ rungs: [Rung]) throws(Refusal) -> [Rung] {
    guard rungs.count(where: \.isChildFacing) <= 5 else {
      throw Refusal("at most five things are said to a child before a change", hint: "P rungs are the carer's own")
    }
    return rungs
  }

  private func words(_ ladder: String?) -> String { ladder.map { $0.isEmpty ? "no warnings" : $0 } ?? "no warnings" }

  func reply(to trial: Trial) -> [String] {
    guard let from = trial.from, let until = trial.until, let child = trial.child else { return [] }
    return [
      "'\(trial.step)' for \(child): \(words(trial.tried)), instead of \(words(trial.before))",
      "from \(from.shortText) to \(until.shortText), but for soft days; 'havenctl try stop \(trial.step)' ends it",
    ]
  }
}
