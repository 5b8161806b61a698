import HavenAPI
import HavenCore

extension TextRender {
  func quarter(_ view: QuarterView) -> [String] {
    let told = view.trends.filter { $0.n > 0 }
    guard !told.isEmpty else { return ["no whole weeks to look back on yet"] }
    let head = "Thirteen weeks from \(dateText(view.monday, short: true)), beside the thirteen before"
    return sections([folded("", head, width: style.width).map(style.dim), told.flatMap(trend), softDays(view)])
  }

  private func trend(_ trend: QuarterView.Trend) -> [String] {
    let plot = sparkText(trend.weeks.map(\.wrappedValue))
    let words: String
    if let median = trend.median {
      let number = trend.text(median)
      words = trend.words.map { "\(number), \($0) (n \(trend.n) and \(trend.nBefore))" } ?? "\(number) (n \(trend.n))"
    } else {
      words = "too few weeks to say (n \(trend.n))"
    }
    let line = "  \(plot)  \(words)"
    let lines = columns(of: line) <= style.width ? [line] : ["  \(plot)"] + folded("  ", words, width: style.width)
    return [heading(fitted(subject(trend), style.width))] + lines
  }

  private func subject(_ trend: QuarterView.Trend) -> String {
    switch trend.what {
    case "hard": "Hard in ten times: \(change(trend.step ?? "", of: trend.child ?? ""))"
    case "settle": "Minutes to settle"
    case "respite": "Respite, hours a week: \(lane(trend.lane ?? ""))"
    case "sleep": "Your nights, hours that could be slept"
    default: "Nurture, offers a day: \(style.isDiscreet ? "a child" : printable(trend.child ?? ""))"
    }
  }

  private func softDays(_ view: QuarterView) -> [String] {
    guard view.softDays + view.softDaysBefore > 0 else { return [] }
    return ["Soft days: \(view.softDays), and \(view.softDaysBefore) in the weeks before"]
  }
}

extension QuarterView.Trend {
  /// Hours as people say them, and of everything else tenths: hundredths of a minute tell nobody anything.
  func text(_ number: Double) -> String {
    what == "respite" || what == "sleep" ? hoursText(number) : numberText((number * 10).rounded() / 10)
  }
}
