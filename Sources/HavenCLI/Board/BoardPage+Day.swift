import HavenAPI
import HavenCore

extension BoardPage {
  /// Two dozen lines are what one sheet holds beside the rest.
  private static let mostSteps = 24
  /// What the sheet has room for, a line of print being ten and a further line of the same step seven. Where it is more,
  /// words are cut rather than broken.
  private var room: Int { (isPrivate ? 335 : 290) - heightOfYours }

  /// Today's steps as a table.
  var today: Markup {
    let steps = day.steps.prefix(BoardPage.mostSteps)
    let more = day.steps.count - steps.count
    let table: String = height(of: steps) > room ? "day" : "day roomy"
    let body: Markup =
      steps.isEmpty
      ? "<p>Nothing is written for today.</p>"
      : """
      <table class="\(table)">
      <thead><tr><th scope="col">time</th><th scope="col">what</th><th scope="col">who</th><th scope="col">note</th></tr></thead>
      <tbody>
      \(steps.map(row))</tbody>
      </table>
      """
    let rest: Markup =
      more > 0 ? "<p class=\"quiet\">and \(counted(more, "step", "steps")) later: havenctl day</p>" : .none
    return """
      <section class="today" aria-labelledby="today">
      <h2 id="today">Today</h2>
      \(body)
      \(rest)
      </section>
      """
  }

  private func row(_ step: DayView.Step) -> Markup {
    let who = who(step)
    return """
      <tr><th scope="row"><time datetime="\(step.at.description)">\("\(step.at.wall.time)")</time></th>\
      <td>\(wallWords(step.name) ?? "a plan")</td><td>\(who)</td><td>\(note(step))</td></tr>

      """
  }

  /// All of them by one word: a column is narrow.
  private func who(_ step: DayView.Step) -> String {
    guard step.children.count > 1, step.children.count == children.count else {
      return step.children.map(name).joined(separator: ", ")
    }
    return step.children.count == 2 ? "both" : "everyone"
  }

  /// How high these steps are printed, by how many characters the columns hold.
  private func height(of steps: ArraySlice<DayView.Step>) -> Int {
    steps.reduce(0) { height, step in
      let name = wallWords(step.name)?.count ?? 0
      let lines = max(1, (name + 23) / 24, (who(step).count + 12) / 13, (note(step).count + 13) / 14)
      return height + 10 + 7 * (lines - 1)
    }
  }

  /// What helps to know of it, in words: a shape or a colour alone says nothing to who cannot see it.
  private func note(_ step: DayView.Step) -> String {
    var notes: [String] = []
    if let moved = step.movedBy { notes.append(moved < 0 ? "moved earlier" : "moved later") }
    if step.anchor == Anchor.fixed.rawValue { notes.append("fixed") }
    if step.away { notes.append("away") }
    if step.doneAt != nil { notes.append("done") }
    let words = [
      "food": "food", "water": "drink", "move": "move", "nurture": "nurture", "landing": "landing",
      "special": "together",
    ]
    notes += step.tags.compactMap { words[$0] }
    return notes.prefix(2).joined(separator: ", ")
  }
}
