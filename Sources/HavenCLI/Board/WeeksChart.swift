import HavenCore

/// Thirteen weeks as dots on a line, with the middle as a dashed one; a week that says nothing is a gap.
struct WeeksChart {
  /// Of its title in the page.
  let id: String
  let name: String
  /// Oldest first.
  let weeks: [Double?]
  let middle: Double?
  let monday: CivilDate
  let words: String
  /// How a number of it is written.
  var number: (Double) -> String = numberText

  private var most: Double { max(weeks.compactMap { $0 }.max() ?? 0, middle ?? 0) }

  private func x(_ place: Int) -> Double { 24 + 180 * Double(place) / Double(max(1, weeks.count - 1)) }
  private func y(_ number: Double) -> Double { most > 0 ? 50 - 42 * number / most : 50 }

  var drawing: Markup {
    let dots = weeks.enumerated().compactMap { place, week -> Markup? in
      week.map { "<circle class=\"dot\" cx=\"\(x(place))\" cy=\"\(y($0))\" r=\"2.6\"/>\n" }
    }
    let dashed: Markup =
      middle.map { "<line class=\"middle\" x1=\"20\" y1=\"\(y($0))\" x2=\"208\" y2=\"\(y($0))\"/>\n" } ?? .none
    let top: Markup =
      most > 0 ? "<text class=\"small\" x=\"16\" y=\"11\" text-anchor=\"end\">\(number(most))</text>" : .none
    return """
      <svg viewBox="-12 0 224 66" role="img" aria-labelledby="\(id) \(id)-more">
      <title id="\(id)">\(name)</title>
      <desc id="\(id)-more">\(words)</desc>
      \(top)<text class="small" x="16" y="53" text-anchor="end">0</text>
      <line class="axis" x1="20" y1="50" x2="208" y2="50"/>
      \(dashed)\(lines)\(dots)\
      <text class="small" x="24" y="62">\(WeeksChart.short(monday))</text>\
      <text class="small" x="204" y="62" text-anchor="end">\(WeeksChart.short(monday + 7 * max(0, weeks.count - 1)))</text>
      </svg>
      """
  }

  /// A line through each run of weeks that say something.
  private var lines: [Markup] {
    var runs: [[String]] = [[]]
    for (place, week) in weeks.enumerated() {
      if let week {
        runs[runs.count - 1].append("\(numberText(x(place))),\(numberText(y(week)))")
      } else {
        runs.append([])
      }
    }
    return runs.filter { $0.count > 1 }.map { "<polyline class=\"line\" points=\"\($0.joined(separator: " "))\"/>\n" }
  }

  /// `8 Dec`.
  private static func short(_ date: CivilDate) -> String {
    let words = dateText(date).split(separator: " ")
    return "\(words[1]) \(words[2].prefix(3))"
  }

  var numbers: Markup {
    numbersTable(
      head: ["week of", "number"],
      rows: weeks.enumerated().map { [WeeksChart.short(monday + 7 * $0.offset), $0.element.map(number) ?? "none"] })
  }
}
