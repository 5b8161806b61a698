import HavenAPI
import HavenCore

// A carer's own goals: what was done, never what was not, and when more is on offer.

extension TextRender {
  /// - Parameter nextToRead: a title, beside each goal that draws from the reading list.
  func goals(_ view: GoalsView, nextToRead: [GoalID: String] = [:]) -> [String] {
    guard !view.goals.isEmpty else {
      return ["no goals of yours are written down; '[[goal]]' in the config begins one"]
    }
    var lines: [String] = []
    var domain = ""
    for goal in view.goals.sortedByDomain {
      if goal.domain != domain { lines.append(heading(goal.domain)) }
      domain = goal.domain
      lines += folded("  ", "\(own(goal))\(marks(goal)): \(sofar(goal))", width: style.width)
      lines += folded("    ", timing(goal, at: view.at), width: style.width)
      if let title = nextToRead[goal.goal], !style.isDiscreet {
        lines += folded("    ", "next to read: \(printable(title))", width: style.width)
      }
    }
    return lines
  }

  func own(_ goal: GoalsView.Goal) -> String { style.isDiscreet ? "a goal" : printable(goal.name) }

  /// ` ■■▪`: a mark a time, a small one for a part; none for what was not. Hours are drawn by their words.
  private func marks(_ goal: GoalsView.Goal) -> String {
    guard goal.touched > 0, goal.target?.unit != "hours" else { return "" }
    let full = tallyText(goal.full, most: goal.touched, cells: TextRender.mostMarks)
    let parts = tallyText(goal.touched - goal.full, most: goal.touched, cells: TextRender.mostMarks)
    return " " + full + parts.replacing("■", with: "▪")
  }

  private static let mostMarks = 10

  /// `twice so far; two to three a week is the range`.
  func sofar(_ goal: GoalsView.Goal) -> String {
    let done = goal.touched == 0 ? nil : "\(amount(goal)) so far"
    guard let target = goal.target else { return [done, "whenever it fits"].compactMap { $0 }.joined(separator: "; ") }
    if goal.met == true, let done { return "\(done), as much as you hoped for" }
    let hope = target.low == target.high ? "the hope" : "the range"
    return [done, "\(range(target)) is \(hope)"].compactMap { $0 }.joined(separator: "; ")
  }

  private func amount(_ goal: GoalsView.Goal) -> String {
    if goal.target?.unit == "hours" { return spanText(goal.minutesDone * 60) }
    switch goal.touched {
    case 1: return "once"
    case 2: return "twice"
    default: return "\(numberWord(goal.touched)) times"
    }
  }

  private func range(_ target: GoalsView.Target) -> String {
    let numbers =
      target.low == target.high
      ? numberWord(target.low) : "\(numberWord(target.low)) to \(numberWord(target.high))"
    let isOne = target.low == 1 && target.high == 1
    let unit =
      switch target.unit {
      case "hours": isOne ? " hour" : " hours"
      case "nights": isOne ? " night" : " nights"
      default: isOne ? " time" : " times"
      }
    let isTimes = target.low == target.high && target.unit != "hours" && target.unit != "nights"
    let period = target.period.first?.isNumber == true ? "in \(target.period)" : "a \(target.period)"
    if isTimes && isOne { return "once \(period)" }
    if isTimes && target.low == 2 { return "twice \(period)" }
    return "\(numbers)\(unit) \(period)"
  }

  func numberWord(_ number: Int) -> String {
    let words = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
    return words.indices.contains(number) ? words[number] : "\(number)"
  }

  /// One line: open, later today and why not yet, or what it waits for.
  func timing(_ goal: GoalsView.Goal, at now: Stamp) -> String {
    let id = style.isDiscreet ? "GOAL" : printable(goal.goal)
    switch goal.state {
    case "sleeping":
      return "this one hasn't fitted lately. Keep, shrink or let it go? 'havenctl goal keep|shrink|let-go \(id)'"
    case "let-go": return "let go; 'havenctl goal keep \(id)' brings it back"
    default: break
    }
    if let appointment = goal.appointment { return "next: \(aheadText(appointment, from: now))" }
    switch goal.offeredBy {
    case "none": return "no time of its own: 'havenctl goal done \(id)' whenever it happened"
    case "appointment": return "no appointment in the next four weeks"
    default: break
    }
    guard let window = goal.windows.first(where: { $0.until.instant > now.instant }) else {
      return goal.windows.isEmpty ? "no window today" : "its window has been today"
    }
    let isOpen = window.from.instant <= now.instant
    let span =
      isOpen ? "your window is open until \(window.until.wall.time)" : "your window opens at \(window.from.wall.time)"
    guard let hold = goal.hold else { return "\(span), and nothing holds it" }
    let next = goal.next.map { "; on offer from \($0.wall.time) as things stand" } ?? ""
    return "\(span); held: \(words(hold: hold.reason))\(next)"
  }

  private func words(hold reason: String) -> String {
    switch reason {
    case "offered-today": "it was on offer today already"
    case "day": "two offers are enough for a day"
    case "week": "eight offers are enough for a week"
    case "target": "you have done as much as you hoped for"
    case "offers": "it was on offer as often as your target goes"
    case "ladder": "a change of the children's is near"
    case "spacing": "three hours lie between two offers"
    case "landing": "the children are landing"
    case "tag-out": "somebody is resting"
    case "hard": "an hour of peace after a hard moment"
    case "capacity": "today asks for less, not more"
    case "broken-night": "after a broken night only rest is on offer"
    case "soft-day": "a soft day: only rest is on offer"
    case "alone": "you are alone with the children, and it has no smallest version"
    case "not-now": "you are away, resting, or it is quiet for you"
    default: printable(reason)
    }
  }
}

extension [GoalsView.Goal] {
  /// Domains in the order in which the config first has them.
  fileprivate var sortedByDomain: [GoalsView.Goal] {
    let domains = reduce(into: [String]()) { known, goal in
      if !known.contains(goal.domain) { known.append(goal.domain) }
    }
    return domains.flatMap { domain in filter { $0.domain == domain } }
  }
}
