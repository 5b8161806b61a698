import HavenAPI
import HavenCore

extension TextRender {
  func next(_ view: NextView) -> [String] {
    guard !view.items.isEmpty else { return ["nothing is to come today or tomorrow"] }
    let rows = view.items.map { item in
      switch item.what {
      case .step:
        [clock(item.at, from: view.at), words(item.name, for: item.children), aheadText(item.at, from: view.at)]
      case .cue:
        [
          clock(item.at, from: view.at), item.id.map { saying($0, name: item.name) } ?? words(item.name),
          item.to.map { "to \(printable($0))" } ?? "waits: nobody is on duty",
        ]
      }
    }
    return table(rows, width: style.width)
  }

  /// `17:25`, with its weekday on another date.
  private func clock(_ stamp: Stamp, from now: Stamp) -> String {
    stamp.wall.date == now.wall.date ? "\(stamp.wall.time)" : "\(stamp.wall.date.weekday.short) \(stamp.wall.time)"
  }

  func day(_ view: DayView) -> [String] {
    var heading = "\(dateText(view.date)) \(view.date.year)"
    if view.day != Planner.plain, !style.isDiscreet { heading += " · \(printable(view.day))" }
    if view.mode != .ordinary { heading += " · \(view.mode.onScreen)" }
    guard !view.steps.isEmpty else { return [heading, "no steps"] + bent(view) }
    var rows = dayRows(view, isShort: false)
    // What a step is called matters more than its every tag.
    if tableWidth(rows) > style.width { rows = dayRows(view, isShort: true) }
    return [style.strong(heading)] + table(rows, width: style.width) + bent(view)
  }

  /// - Parameter isShort: one tag a step, and "all" where every child of the day is in it.
  private func dayRows(_ view: DayView, isShort: Bool) -> [[String]] {
    let everybody = Set(view.steps.flatMap(\.children))
    return view.steps.map { step in
      let isForAll = isShort && step.children.count > 1 && step.children.count == everybody.count
      let children = style.isDiscreet ? "" : isForAll ? "all" : step.children.joined(separator: ", ")
      return [
        "\(step.at.wall.time)", words(step.name), children, transitions(step),
        notes(step, tags: isShort ? 1 : .max), step.carer ?? "",
      ].map { printable($0) }
    }
  }

  /// `hard`; where children differ, `otter hard, wren easy`.
  private func transitions(_ step: DayView.Step) -> String {
    let sizes = step.transitions.map { ($0.size ?? "own ladder") + ($0.tried == true ? " (trying)" : "") }
    if style.isDiscreet || Set(sizes).count < 2 && step.transitions.count == step.children.count {
      return Set(sizes).sorted().joined(separator: ", ")
    }
    return zip(step.transitions, sizes).map { "\($0.child) \($1)" }.joined(separator: ", ")
  }

  private func notes(_ step: DayView.Step, tags: Int) -> String {
    var notes: [String] = []
    if step.anchor == Anchor.fixed.rawValue { notes.append("fixed") }
    if step.away { notes.append("away") }
    if let moved = step.movedBy { notes.append("moved \(moved < 0 ? "-" : "+")\(spanText(moved))") }
    notes += step.tags.filter { ["nurture", "food", "move", "landing", "special"].contains($0) }.prefix(tags)
    return notes.joined(separator: " ")
  }

  func tomorrow(_ view: TomorrowView) -> [String] {
    let softness = view.mode.map { " · \($0.onScreen)" } ?? ""
    var lines = [style.strong("Tomorrow, \(dateText(view.date))\(softness)")]
    if view.day != view.usualDay, !style.isDiscreet {
      lines.append("\(printable(view.day)), not \(printable(view.usualDay))")
    }
    lines += headsUp(view.headsUp, isTomorrow: true, on: view.date).flatMap { folded("", $0, width: style.width) }
    if view.worksheetsDue != nil { lines.append("a plan to look at again: havenctl solve list") }
    if view.differences.isEmpty { lines.append("as usual") }
    // A night away takes a whole evening or day with it: that is one thing to know, not twenty.
    let away = view.differences.filter { $0.reason != nil }
    if let first = away.first, away.count > 1 {
      lines += folded("", awayOvernight(first.name, first.at, of: away.count), width: style.width)
    }
    let rows = view.differences.filter { away.count < 2 || $0.reason == nil }.map { difference in
      ["\(difference.at.wall.time)", words(difference.name, for: difference.children), what(difference)]
    }
    lines += table(rows, width: style.width)
    lines += (view.tried ?? []).map { "still trying: \(words($0.name, for: [$0.child]))" }
    if view.gently == true { lines.append("a day to go gently") }
    if let first = view.first {
      lines += folded("", "the day begins at \(first.at.wall.time), \(words(first.name))", width: style.width)
    }
    return lines
  }

  private func what(_ difference: TomorrowView.Difference) -> String {
    switch difference.what {
    case .added: "new"
    case .missing: "not tomorrow"
    case .moved: difference.usually.map { "usually \($0.wall.time)" } ?? "at another time"
    case .who: "for others than usual"
    }
  }
}
