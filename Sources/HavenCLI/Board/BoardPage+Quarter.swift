import HavenAPI
import HavenCore

extension BoardPage {
  /// Six small plots, two rows of three: what a sheet holds and a glance takes in.
  private static let mostPlots = 6

  var thirteenWeeks: Markup {
    let told = quarter.trends.filter { $0.n > 0 && (isPrivate || isForAWall($0)) }.prefix(BoardPage.mostPlots)
    guard !told.isEmpty else { return .none }
    let soft =
      quarter.softDays > 0 ? sentence("with \(counted(quarter.softDays, "soft day", "soft days")) in them") : .none
    return """
      <section class="quarter" aria-labelledby="quarter">
      <h2 id="quarter">Thirteen weeks from \(dateText(quarter.monday))</h2>
      <div class="plots">
      \(told.enumerated().map { plot($0.element, at: $0.offset) })</div>
      \(soft)</section>
      """
  }

  /// What was hard for whom, somebody's nights, and how much time off somebody had are none of a visitor's.
  private func isForAWall(_ trend: QuarterView.Trend) -> Bool {
    if case .solo? = trend.lane.flatMap({ Lane($0) }) { return false }
    return !["hard", "sleep"].contains(trend.what)
  }

  private func plot(_ trend: QuarterView.Trend, at place: Int) -> Markup {
    let chart = WeeksChart(
      id: "weeks-\(place)", name: subject(trend), weeks: trend.weeks.map(\.wrappedValue), middle: trend.median,
      monday: quarter.monday, words: told(trend), number: trend.text)
    return """
      <figure>
      <figcaption>\(chart.name)</figcaption>
      \(chart.drawing)
      <p>\(chart.words)</p>
      \(chart.numbers)</figure>

      """
  }

  private func told(_ trend: QuarterView.Trend) -> String {
    guard let median = trend.median else { return "too few weeks to say" }
    let middle = "\(trend.text(median)) in the middle"
    guard let words = trend.words else { return middle }
    return "\(middle), \(words) \(words.hasSuffix("same") ? "as" : "than") before"
  }

  private func subject(_ trend: QuarterView.Trend) -> String {
    switch trend.what {
    case "hard": isDiscreet ? "Hard in ten times" : "Hard in ten times: \(trend.step ?? ""), \(name(trend.child ?? ""))"
    case "settle": "Minutes to settle"
    case "respite": "Time off, hours a week: \(lane(trend.lane ?? ""))"
    case "sleep": "Your nights, hours that could be slept"
    default: "Nurture, offers a day: \(name(trend.child ?? ""))"
    }
  }
}
