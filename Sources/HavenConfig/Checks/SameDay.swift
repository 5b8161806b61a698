import HavenCore

/// "An id twice in a day is a config error": cues and commands name a step by its id on a date.
///
/// Each cell of the week holds every id once. O(steps × cells).
struct SameDayCheck {
  let cells: DayCells

  /// Tells of every step that shares its id with an earlier one on some date.
  func run(_ routines: [Written<RoutineTable.Model>], _ findings: Findings) {
    var first: [String: [Int: (step: Written<Step>, routine: String)]] = [:]
    for (index, routine) in routines.enumerated() {
      // A routine for no day at all has a cell of its own: not even it may hold an id twice.
      let days = self.cells.of(routine.value.routine)
      let cells = days.isEmpty ? [-1 - index] : days
      for step in routine.value.steps where !step.value.id.isEmpty {
        let taken = first[step.value.id] ?? [:]
        if let cell = cells.first(where: { taken[$0] != nil }), let earlier = taken[cell] {
          tell(step, in: routine.value.routine, earlier, cell, findings)
        }
        for cell in cells where taken[cell] == nil {
          first[step.value.id, default: [:]][cell] = (step, routine.value.routine.id)
        }
      }
    }
  }

  private func tell(
    _ step: Written<Step>, in routine: Routine, _ earlier: (step: Written<Step>, routine: String), _ cell: Int,
    _ findings: Findings
  ) {
    let when = cell < 0 ? "" : " on a \(cells.name(cell))"
    let place = step.node["id"]?.place ?? step.place(of: "name")
    findings.error(
      place,
      "the step '\(step.value.id)' is there twice\(when): here in '\(routine.id)', and in '\(earlier.routine)' at "
        + "\((earlier.step.node["id"]?.place ?? earlier.step.place(of: "name")).short)",
      hint: "give one of them another id, or keep the routines to different days")
  }
}
