import HavenCore

extension Configuration {
  /// What the next weeks would ask of a carer and of a child, played through day by day with the engine: a warning
  /// where a carer gets more than 8 notifications in any hour or 40 on a date, or a child more than 6 changes with
  /// warnings on a date. Each is told once, at its worst.
  ///
  /// Not part of `load()`: it takes some milliseconds, and it needs to know what date it is.
  public func loadWarnings(from first: CivilDate, days: Int = 28) -> [Diagnostic] {
    let findings = Findings()
    for load in CarerLoad.all(in: self, from: first, days: days) { load.tell(findings, self) }
    childLoad(from: first, days: days, findings)
    return findings.diagnostics
  }

  private func childLoad(from first: CivilDate, days: Int, _ findings: Findings) {
    let planner = Planner(household: household, zone: zone)
    var worst: [ChildID: (steps: [StepID], date: CivilDate, more: Int)] = [:]
    for day in 0..<days {
      let date = first + day
      var changes: [ChildID: [StepID]] = [:]
      for step in planner.plan(for: date).steps {
        for transition in step.transitions where !transition.rungs.isEmpty {
          changes[transition.child, default: []].append(step.step.id)
        }
      }
      for (child, steps) in changes where steps.count > 6 {
        let known = worst[child]
        let more = known.map { $0.more + 1 } ?? 0
        if steps.count > known?.steps.count ?? 0 {
          worst[child] = (steps, date, more)
        } else {
          worst[child]?.more = more
        }
      }
    }
    for child in household.children {
      guard let day = worst[child.id] else { continue }
      findings.warning(
        place(of: day.steps[6]),
        "'\(child.id)' has \(day.steps.count) changes with warnings on \(told(day.date))\(andMore(day.more))",
        hint: "six are plenty: which of them go well without?")
    }
  }

  /// Where a step was written; the config's first file where that is not known.
  fileprivate func place(of step: StepID) -> Place {
    stepPlaces[step]
      ?? Place(order: 0, file: files.first { $0.hasSuffix(".toml") } ?? files.first ?? "haven.toml", line: 0, column: 0)
  }
}

/// The notifications to one carer, as they would come.
private struct CarerLoad {
  let carer: CarerID
  private var shown: [(at: Instant, step: StepID)] = []

  private static let mostAnHour = 8
  private static let mostADay = 40

  static func all(in configuration: Configuration, from first: CivilDate, days: Int) -> [CarerLoad] {
    let zone = configuration.zone
    let household = configuration.household
    var loads = household.carers.map { CarerLoad(carer: $0.id) }
    let index = Dictionary(loads.enumerated().map { ($1.carer, $0) }, uniquingKeysWith: { first, _ in first })
    let world = Simulator.World(zone: { _ in nil }, reload: { () throws(Refusal) in (household, zone) })
    var simulator = Simulator(household: household, zone: zone, world: world, from: zone.startOfDay(first))
    // Nothing is typed and nothing is written, so nothing is refused; what was said until then would count.
    try? simulator.run(to: zone.startOfDay(first + days)) { line, _ in
      guard line.kind == .cue || line.kind == .catchUp, let item = line.items.first else { return }
      if let position = index[line.to] { loads[position].shown.append((line.at, item.id.step)) }
    }
    return loads
  }

  func tell(_ findings: Findings, _ configuration: Configuration) {
    let zone = configuration.zone
    let dates = shown.map { zone.date(at: $0.at) }
    var end = 0
    var worst = (count: 0, start: 0)
    var busy: Set<CivilDate> = []
    for start in shown.indices {
      while end < shown.count, shown[end].at < shown[start].at + 3600 { end += 1 }
      if end - start > CarerLoad.mostAnHour { busy.insert(dates[start]) }
      if end - start > worst.count { worst = (end - start, start) }
    }
    if worst.count > CarerLoad.mostAnHour {
      let from = zone.civil(at: shown[worst.start].at)
      findings.warning(
        configuration.place(of: shown[worst.start].step),
        "\(worst.count) notifications to '\(carer)' in the hour from \(from.time) on \(told(from.date))\(andMore(busy.count - 1))",
        hint: "\(CarerLoad.mostAnHour) an hour are plenty; a shorter ladder says as much")
    }
    let counts = Dictionary(dates.map { ($0, 1) }, uniquingKeysWith: +)
    let full = counts.filter { $0.value > CarerLoad.mostADay }
    guard let (date, count) = full.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }),
      let first = dates.firstIndex(of: date)
    else { return }
    findings.warning(
      configuration.place(of: shown[first].step),
      "\(count) notifications to '\(carer)' on \(told(date))\(andMore(full.count - 1))",
      hint: "\(CarerLoad.mostADay) a day are plenty")
  }
}

/// `Tue 2026-03-10`
private func told(_ date: CivilDate) -> String { "\(date.weekday.shortName) \(date)" }

private func andMore(_ dates: Int) -> String {
  dates > 0 ? ", and too many on \(dates) more \(dates == 1 ? "date" : "dates")" : ""
}
