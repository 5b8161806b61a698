/// Each lane's hours as a bar of what it was to have: solid for what was had, hatched for what is still to come.
struct LanesChart {
  struct Lane {
    var name: String
    /// Hours.
    var had: Double
    var of: Double
  }

  let lanes: [Lane]

  private static let row = 17.0

  var drawing: Markup {
    let height = LanesChart.row * Double(lanes.count)
    let rows = lanes.enumerated().map { place, lane -> Markup in
      let top = LanesChart.row * Double(place)
      let filled = lane.of > 0 ? 110 * min(lane.had, lane.of) / lane.of : 0
      return """
        <text x="0" y="\(top + 12)">\(fitted(lane.name, 20))</text>\
        <rect class="rest" x="120.5" y="\(top + 3)" width="109" height="11" rx="3"/>\
        <rect class="solid" x="120" y="\(top + 2.5)" width="\(filled)" height="12" rx="3"/>\
        <text x="236" y="\(top + 12)">\(LanesChart.hours(lane))</text>

        """
    }
    return """
      <svg viewBox="0 0 322 \(height)" role="img" aria-labelledby="lanes lanes-more">
      <title id="lanes">Time off, hours had of hours hoped for</title>
      <desc id="lanes-more">\(lanes.map { "\($0.name): \(LanesChart.hours($0))" }.joined(separator: ", "))</desc>
      \(rows)</svg>
      """
  }

  private static func hours(_ lane: Lane) -> String { "\(hoursText(lane.had)) of \(hoursText(lane.of)) h" }

  var numbers: Markup {
    numbersTable(
      head: ["whose", "hours", "of"], rows: lanes.map { [$0.name, hoursText($0.had), hoursText($0.of)] })
  }
}
