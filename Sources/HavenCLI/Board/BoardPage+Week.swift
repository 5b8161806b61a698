import HavenAPI
import HavenCore

// The week in the order of its telling: what went well first.

extension BoardPage {
  var week: Markup {
    """
    \(smooth)\(hardChanges)\(part("Time of day that asked the most", hours))\(context)\(helped)\(nurture)\
    \(balance)\(promises)\(part("Time off, \(timeOffWindow)", timeOff))
    """
  }

  /// The end of the week's telling, below the day, where a sheet has room for it.
  var yours: Markup {
    let body: [Markup] = [own, takeAway].filter { $0 != .none }
    return body.isEmpty ? .none : "<section class=\"yours\" aria-label=\"Yours\">\n\(body)</section>\n"
  }

  /// As `room` counts lines: what `yours` takes away from the day.
  var heightOfYours: Int {
    guard isPrivate, !isDiscreet else { return 0 }
    return 75 + 7 * ownGoals.count
  }

  private var ownGoals: [ReviewView.Goal] {
    isPrivate && !isDiscreet ? Array(review.goals.filter { $0.touched > 0 }.prefix(BoardPage.mostGoals)) : []
  }

  private static let mostGoals = 6

  private var smooth: Markup {
    let week = review.week
    guard week.of > 0 else { return "<p>No changes at home on ordinary days yet.</p>\n" }
    let always = week.steps.filter { $0.few != true && $0.hard == 0 }.map { isDiscreet ? "a change" : $0.step }
    let names = unique(always.filter { wallWords($0) != nil })
    let bar = WholeChart(part: week.smooth, of: week.of)
    return """
      <p class="lead">\(week.smooth) of \(counted(week.of, "change", "changes")) went smoothly</p>
      \(bar.drawing)
      \(names.isEmpty || isDiscreet ? .none : sentence("every time: \(names.prefix(6).joined(separator: ", "))"))\(apart)
      """
  }

  private var apart: Markup {
    var parts: [String] = []
    if review.apart.softDays > 0 { parts.append(counted(review.apart.softDays, "soft day", "soft days")) }
    if review.apart.awayChanges > 0 { parts.append(counted(review.apart.awayChanges, "change away", "changes away")) }
    return parts.isEmpty ? .none : sentence("apart from these: \(listText(parts))")
  }

  private var hours: Markup {
    let counts = review.week.bins.counts
    guard let chart = HoursChart(counts) else { return .none }
    return "<figure>\(chart.drawing)\(chart.numbers)</figure>"
  }

  /// Which change was hard for whom: never on a wall.
  private var hardChanges: Markup {
    guard isPrivate else { return .none }
    let told = review.week.steps.filter { $0.few != true && ($0.hard ?? 0) > 0 }.prefix(5).map { step -> Markup in
      let change = isDiscreet ? "a change" : "\(step.step), \(name(step.child))"
      let settled = step.settleMedian.map { ", settled in \(numberText($0)) min" } ?? ""
      return "<li>\(change): \(step.hard ?? 0) of \(counted(step.times ?? 0, "time", "times"))\(settled)</li>\n"
    }
    return told.isEmpty ? .none : part("Hard moments, of the times it came", "<ul>\n\(Array(told))</ul>")
  }

  private var context: Markup {
    guard isPrivate else { return .none }
    let rows = review.context.filter { $0.n > 0 }.map { part -> Markup in
      "<li>\(part.words): \(part.n) of \(part.of)</li>\n"
    }
    return rows.isEmpty ? .none : part("Around the hard moments", "<ul>\n\(rows)</ul>")
  }

  private var helped: Markup {
    let words = review.helped.filter { wallWords($0.tag) != nil }.map { "\(wallWords($0.tag) ?? "") \($0.times)" }
    return words.isEmpty ? .none : part("What helped", sentence(words.joined(separator: ", ")))
  }

  private var nurture: Markup {
    let told = review.children.filter { $0.offered + $0.specialMinutes > 0 }
    let rows = told.prefix(6).map { child -> Markup in
      let parts = [
        child.offered > 0 ? counted(child.offered, "offer", "offers") : nil,
        child.specialMinutes > 0 ? "\(spanText(child.specialMinutes * 60)) of special time" : nil,
      ]
      return "<li>\(name(child.child)): \(parts.compactMap { $0 }.joined(separator: ", "))</li>\n"
    }
    return rows.isEmpty ? .none : part("Nurture", "<ul>\n\(Array(rows))</ul>")
  }

  private var balance: Markup {
    review.balance.map { part("Balance", sentence($0.words)) } ?? .none
  }

  private var promises: Markup {
    let promises = review.promises
    let kept = promises.kept + promises.movedInTime + promises.missedRepaired
    var parts: [String] = []
    if kept > 0 { parts.append("\(kept) held or mended") }
    if promises.open > 0 { parts.append("\(promises.open) still open") }
    return parts.isEmpty ? .none : part("Promises", sentence(parts.joined(separator: ", ")))
  }

  /// Early in a quarter the window is shorter.
  private var timeOffWindow: String {
    guard let start = review.respite.lanes.map(\.since).min(),
      review.today - start + 1 < RespiteFigures.windowLength
    else { return "four weeks" }
    return "since \(dateText(start, short: true))"
  }

  private var timeOff: Markup {
    // On the wall no carer's own hours hang beside another's.
    let shown = review.respite.lanes.filter { lane in
      if case .solo = Lane(lane.lane) { return isPrivate }
      return true
    }
    let lanes = shown.prefix(6).map { LanesChart.Lane(name: lane($0.lane), had: $0.actual, of: $0.target) }
    guard !lanes.isEmpty else { return .none }
    let chart = LanesChart(lanes: Array(lanes))
    let next = review.respite.nextInLine.first.map { sentence("next free evening: \(lane($0))") } ?? .none
    return "<figure>\(chart.drawing)\(chart.numbers)</figure>\n\(next)"
  }

  private var own: Markup {
    let rows = ownGoals.map { goal -> Markup in
      let met = goal.met == true ? ", as much as you hoped for" : ""
      return "<li>\(goal.name): \(counted(goal.touched, "time", "times"))\(met)</li>\n"
    }
    return rows.isEmpty ? .none : part("Yours", "<ul>\n\(rows)</ul>")
  }

  /// They name a change and a child.
  private var takeAway: Markup {
    guard isPrivate, !isDiscreet else { return .none }
    let experiment = review.experiment.map { sentence("one thing to try: \($0)") } ?? .none
    return part("To take away", "\(sentence(review.question))\(experiment)")
  }

  private func unique(_ words: [String]) -> [String] {
    var seen: Set<String> = []
    return words.filter { seen.insert($0).inserted }
  }
}
