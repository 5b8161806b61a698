import HavenCore

/// "An id twice in a day is a config error": cues and commands name a step by its id on a date.
///
/// Each cell of the week holds every id once. Linear in the steps; only those whose id is written twice are placed.
struct SameDayCheck {
  let cells: DayCells

  /// A step by the numbers of its routine and of itself.
  private struct Position: Hashable {
    var routine: Int
    var step: Int
  }

  /// Tells of every step that shares its id with an earlier one on some date.
  func run(_ routines: [Written<RoutineTable.Model>], _ findings: Findings) {
    var positions: [String: [Position]] = [:]
    for routine in routines.indices {
      for step in routines[routine].value.steps.indices {
        let id = routines[routine].value.steps[step].value.id
        if !id.isEmpty { positions[id, default: []].append(Position(routine: routine, step: step)) }
      }
    }
    for same in positions.values where same.count > 1 {
      var first: [Int: Position] = [:]
      for position in same {
        let days = cells.of(routines[position.routine].value.routine)
        // A routine for no day at all has a cell of its own: not even it may hold an id twice.
        let own = days.isEmpty ? [-1 - position.routine] : days
        if let cell = own.first(where: { first[$0] != nil }), let earlier = first[cell] {
          tell(position, earlier, cell, routines, findings)
        }
        for cell in own where first[cell] == nil { first[cell] = position }
      }
    }
  }

  private func tell(
    _ position: Position, _ earlier: Position, _ cell: Int, _ routines: [Written<RoutineTable.Model>],
    _ findings: Findings
  ) {
    let here = routines[position.routine].value
    let there = routines[earlier.routine].value
    let when = cell < 0 ? "" : " on a \(cells.name(cell))"
    findings.error(
      place(of: here.steps[position.step]),
      "the step '\(here.steps[position.step].value.id)' is there twice\(when): here in '\(here.routine.id)', and in "
        + "'\(there.routine.id)' at \(place(of: there.steps[earlier.step]).short)",
      hint: "give one of them another id, or keep the routines to different days")
  }

  private func place(of step: Written<Step>) -> Place {
    step.node["id"] == nil ? step.place(of: "name") : step.place(of: "id")
  }
}
