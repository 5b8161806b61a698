import HavenAPI

/// Counts by two hours of the day as columns, each with its number on it.
struct HoursChart {
  /// By the hour that the two begin with, from the first that has any to the last, those between with none.
  private let columns: [(hour: Int, count: Int)]
  private let most: Int

  init?(_ counts: [Int: Int]) {
    guard let first = counts.keys.min(), let last = counts.keys.max(), let most = counts.values.max(), most > 0 else {
      return nil
    }
    // A lone column says nothing about the rest of the day: at least the waking hours are drawn.
    columns = stride(from: min(first, 6), through: max(last, 20), by: 2).map { ($0, counts[$0] ?? 0) }
    self.most = most
  }

  private static let width = 300.0
  private static let floor = 62.0

  var drawing: Markup {
    let slot = HoursChart.width / Double(columns.count)
    let bars = columns.enumerated().map { place, column -> Markup in
      let height = 46 * Double(column.count) / Double(most)
      let middle = slot * (Double(place) + 0.5)
      let bar: Markup =
        column.count == 0
        ? "<circle class=\"mark\" cx=\"\(middle)\" cy=\"\(HoursChart.floor - 2)\" r=\"1\"/>"
        : """
        <rect class="solid" x="\(middle - slot * 0.36)" y="\(HoursChart.floor - height)" width="\(slot * 0.72)" \
        height="\(height)" rx="2"/>\
        <text x="\(middle)" y="\(HoursChart.floor - height - 3)" text-anchor="middle">\(column.count)</text>
        """
      return
        "\(bar)<text class=\"small\" x=\"\(middle)\" y=\"73\" text-anchor=\"middle\">\(HourBins.label(column.hour))</text>\n"
    }
    return """
      <svg viewBox="0 0 300 76" role="img" aria-labelledby="hours hours-more">
      <title id="hours">Hard moments by time of day</title>
      <desc id="hours-more">\(words)</desc>
      \(bars)<line class="axis" x1="0" y1="62" x2="300" y2="62"/>
      </svg>
      """
  }

  private var words: String {
    columns.filter { $0.count > 0 }.map { "\(HourBins.label($0.hour)): \($0.count)" }.joined(separator: ", ")
  }

  var numbers: Markup {
    numbersTable(
      head: ["hours", "times"], rows: columns.filter { $0.count > 0 }.map { [HourBins.label($0.hour), "\($0.count)"] })
  }
}
