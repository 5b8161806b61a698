import HavenAPI
import HavenCore

// Why one goal is on offer when it is, and why not otherwise.

extension TextRender {
  func why(_ view: GoalsView) -> [String] {
    view.goals.flatMap { goal in
      let parts = [sofar(goal), size(of: goal)] + timing(goal, view) + goal.answers.compactMap(answers)
      return [style.strong(own(goal))] + parts.flatMap { folded("  ", $0, width: style.width) }
    }
  }

  /// What it takes, and when less is on offer.
  private func size(of goal: GoalsView.Goal) -> String {
    let smallest = style.isDiscreet ? nil : goal.smallest.map { printable($0) }
    if goal.state == "shrunk" {
      let enough = smallest ?? "a few minutes of it"
      return "you made it smaller: \(enough) is enough; 'havenctl goal keep' makes it whole again"
    }
    guard let smallest else { return "\(spanText(goal.minutes * 60)); any part of it counts for what it was" }
    return
      "\(spanText(goal.minutes * 60)), or \(smallest): the smallest is what is offered on a soft day, or while you "
      + "are alone with the children"
  }

  private func timing(_ goal: GoalsView.Goal, _ view: GoalsView) -> [String] {
    var lines = [anchor(goal), timing(goal, at: view.at)].compactMap { $0 }
    guard ["step", "window", "step-and-window"].contains(goal.offeredBy) else { return lines }
    let sofar = [(view.nudgesToday, "today"), (view.nudgesThisWeek, "this week")].map {
      "\($0 == 0 ? "none" : numberWord($0)) \($1)"
    }
    lines.append(
      "at most two offers a day and eight a week, three hours apart, of all your goals together: \(sofar[0]), \(sofar[1])"
    )
    lines.append(
      "it waits near a change of the children's, while they land, an hour after a hard moment, and while another carer "
        + "is tagged out; on a soft day or after a broken night only rest is on offer")
    lines.append("what waits when its window closes is let go: nothing piles up")
    if goal.state != "sleeping" {
      lines.append("three offers in a row without an answer, and it rests until you say so; 'not today' is an answer")
    }
    return lines
  }

  private func anchor(_ goal: GoalsView.Goal) -> String? {
    let spans = goal.windows.map { "\($0.from.wall.time)-\($0.until.wall.time)" }
    let today = spans.isEmpty ? nil : "today \(listText(spans))"
    let after = style.isDiscreet ? "a step" : goal.after.map { "'\(printable($0))'" } ?? ""
    switch goal.offeredBy {
    case "step": return "it comes after \(after)" + (today.map { ": \($0)" } ?? "")
    case "step-and-window": return "it comes after \(after), within its window" + (today.map { ": \($0)" } ?? "")
    case "window": return today.map { "its window: \($0)" }
    default: return nil
    }
  }

  private func answers(_ answers: GoalsView.Answers) -> String? {
    guard let answered = answers.answered, let taken = answers.taken else { return nil }
    let window = style.isDiscreet ? "one window" : printable(answers.window)
    return "\(window): answered \(answered)% of the time lately, taken \(taken)%, of \(answers.offered) offers"
  }
}
