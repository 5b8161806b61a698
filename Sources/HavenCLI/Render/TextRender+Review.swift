import HavenAPI
import HavenCore

// A week in the order of its telling: what went well, what was hard of how many times, and one thing to take away.

extension TextRender {
  func review(_ view: ReviewView) -> [String] {
    let hard = hardMoments(view.week), other = elsewhere(view.elsewhere)
    let isTold = view.week.steps.contains { $0.few != true && ($0.hard ?? 0) > 0 }
    // What is too few to say alone is no part of its own.
    let small = isTold || !other.isEmpty ? [] : hard
    let moments = isTold ? hard + other : other.isEmpty ? [] : [heading("Hard moments")] + hard + other
    return sections([
      [style.dim("The week of \(dateText(view.week.monday))")],
      smooth(view.week) + apart(view.apart) + countsOnly(view) + small, moments,
      timeOfDay(view.week.bins), context(view.context), ladders(view.ladders), helped(view.helped),
      nurture(view), balance(view),
      promises(view.promises),
      respite(view.respite, overnight: view.overnight, today: view.today), goals(view.goals), takeAway(view),
    ])
  }

  /// With what lies beside it; without an answer that is the grown-ups' side alone.
  private func balance(_ view: ReviewView) -> [String] {
    let answers = balance(view.balance, days: view.answeredDays)
    let beside = sides(view.sides) + rhythm(view.rhythm)
    return answers.isEmpty && !beside.isEmpty ? [heading("The grown-ups' side")] + beside : answers + beside
  }

  private func apart(_ apart: ReviewView.Apart) -> [String] {
    var parts: [String] = []
    if apart.softDays > 0 { parts.append(counted(apart.softDays, "soft day", "soft days")) }
    if apart.awayChanges > 0 { parts.append(counted(apart.awayChanges, "change away", "changes away")) }
    return parts.isEmpty ? [] : [fitted("  apart from these: \(listText(parts))", style.width)]
  }

  /// What is gone is said, so that nothing is taken for "there was none".
  private func countsOnly(_ view: ReviewView) -> [String] {
    guard view.countsOnly == true else { return [] }
    return folded(
      "  ",
      "Of this week the counts alone are kept. Times of day, what lay around the hard moments, ladders and what helped are not.",
      width: style.width)
  }

  private func elsewhere(_ count: Int) -> [String] {
    guard count > 0 else { return [] }
    return [fitted("  \(counted(count, "hard moment", "hard moments")) at other times of the day", style.width)]
  }

  private func context(_ context: [ReviewView.Context]) -> [String] {
    let rows = context.filter { $0.n > 0 }.map { "\($0.words): \($0.n) of \($0.of)" }
    return rows.isEmpty
      ? [] : [heading("Around the hard moments")] + rows.flatMap { folded("  ", $0, width: style.width) }
  }

  private func ladders(_ ladders: [ReviewView.Ladder]) -> [String] {
    guard !ladders.isEmpty else { return [] }
    // The widest apart say most; all of them are in the JSON.
    let told = ladders.enumerated().sorted { (-$0.element.spread, $0.offset) < (-$1.element.spread, $1.offset) }
    return [heading("What went with what")]
      + told.prefix(3).map(\.element).flatMap { ladder in
        [fitted("  \(change(ladder.step, of: ladder.child))", style.width)]
          + rowsOrStacks(
            ladder.arms.map { arm in
              ["    \(arm.ladder.isEmpty ? "no warnings" : arm.ladder)", "went with \(arm.smooth) of \(arm.of) smooth"]
            })
      }
  }

  private func helped(_ helped: [ReviewView.Helped]) -> [String] {
    guard !helped.isEmpty else { return [] }
    return [heading("What helped")]
      + wrapped("  ", helped.map { "\(printable($0.tag)) \($0.times)" }, width: style.width)
  }

  private func nurture(_ view: ReviewView) -> [String] {
    let rows = view.children.filter { $0.offered + $0.specialMinutes > 0 }.map { child in
      [
        "  \(style.isDiscreet ? "a child" : printable(child.child))",
        child.offered > 0 ? counted(child.offered, "offer", "offers") : "",
        child.specialMinutes > 0 ? "\(spanText(child.specialMinutes * 60)) of special time" : "",
      ]
    }
    return rows.isEmpty ? [] : [heading("Nurture")] + rowsOrStacks(rows)
  }

  private func sides(_ sides: ReviewView.Sides) -> [String] {
    let parts = [
      (sides.boundariesHeld, "boundary held", "boundaries held"),
      (sides.choicesOffered, "choice offered", "choices offered"),
      (sides.nurtureOffered, "nurture offered", "nurture offered"), (sides.noticed, "noticed", "noticed"),
      (sides.repairs, "repair", "repairs"),
    ].filter { $0.0 > 0 }.map { counted($0.0, $0.1, $0.2) }
    return parts.isEmpty ? [] : wrapped("  ", parts, width: style.width)
  }

  private func rhythm(_ rhythm: ReviewView.Rhythm?) -> [String] {
    guard let rhythm, rhythm.kept > 0 else { return [] }
    return folded("  ", "evenings in their order, near their times: \(rhythm.kept) of \(rhythm.of)", width: style.width)
  }

  private func goals(_ goals: [ReviewView.Goal]) -> [String] {
    let rows = goals.filter { $0.touched > 0 }.map { goal in
      [
        "  \(style.isDiscreet ? "a goal" : printable(goal.name))", counted(goal.touched, "time", "times"),
        goal.met == true ? "as much as you hoped for" : "",
      ]
    }
    let asked = goals.filter { $0.state == "sleeping" }.map { style.isDiscreet ? "a goal" : "'\(printable($0.name))'" }
    let lines = rowsOrStacks(rows) + keepShrinkOrLetGo(asked)
    return lines.isEmpty ? [] : [heading("Yours")] + lines
  }

  /// Once a week, of all of them in one question.
  private func keepShrinkOrLetGo(_ goals: [String]) -> [String] {
    guard !goals.isEmpty else { return [] }
    let what =
      style.isDiscreet && goals.count > 1
      ? "\(counted(goals.count, "goal", "goals")) haven't"
      : "\(listText(goals)) \(goals.count == 1 ? "hasn't" : "haven't")"
    return folded("  ", "\(what) fitted lately.", width: style.width) + ["  Keep, shrink or let go? 'havenctl goals'"]
  }

  private func takeAway(_ view: ReviewView) -> [String] {
    guard !style.isDiscreet else { return [] }
    var lines = [heading("To take away")] + folded("  ", printable(view.question), width: style.width)
    if let experiment = view.experiment {
      lines += folded("  one thing to try: ", printable(experiment), width: style.width)
    }
    return lines
  }
}

extension ReviewView.Context {
  var words: String {
    switch what {
    case "food": "more than two hours since food"
    case "night": "after a night of less than six hours"
    case "event": "later on a day with a plan of its own"
    case "away": "soon after coming home"
    default: "one carer on duty"
    }
  }
}

extension ReviewView.Ladder {
  /// Between the best and the least of its arms, in whole percent.
  fileprivate var spread: Int {
    let rates = arms.compactMap { percent($0.smooth, of: $0.of) }
    return (rates.max() ?? 0) - (rates.min() ?? 0)
  }
}

/// Words on as many lines as they need, each after the first set in as the first.
func folded(_ label: String, _ text: String, width: Int) -> [String] {
  let indent = String(label.prefix { $0 == " " })
  var lines = [label]
  for word in text.split(separator: " ") {
    let line = lines[lines.count - 1]
    let isFirst = line == label || line == indent
    let candidate = isFirst ? line + word : "\(line) \(word)"
    if columns(of: candidate) > width, line != indent {
      lines.append(indent + word)
    } else {
      lines[lines.count - 1] = candidate
    }
  }
  return lines.map { fitted($0, width) }
}
