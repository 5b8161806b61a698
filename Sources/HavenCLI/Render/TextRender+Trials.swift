import HavenAPI
import HavenCore

extension TextRender {
  /// Each with what went with it and what went before; nothing is said to have caused anything.
  func trials(_ view: TrialsView) -> [String] {
    guard !view.trials.isEmpty else { return ["nothing is being tried"] }
    return sections(view.trials.map { trial($0, today: view.at.wall.date) })
  }

  private func trial(_ row: TrialsView.Row, today: CivilDate) -> [String] {
    var lines = [heading("\(change(row.step, of: row.child)): \(span(row, today: today))")]
    if !style.isDiscreet {
      lines += folded("  ", "\(ladder(row.tried)), instead of \(ladder(row.was))", width: style.width)
    }
    if row.state == .waiting { return lines }
    if row.few {
      lines.append(fitted("  \(row.during.of) times with it, \(row.before.of) before: too few to say", style.width))
    } else {
      lines += rowsOrStacks([
        ["  with it", "went with \(row.during.smooth) of \(row.during.of) smooth", settled(row.during)],
        ["  before", "\(row.before.smooth) of \(row.before.of) smooth", settled(row.before)],
      ])
    }
    guard row.state == .finished, !style.isDiscreet else { return lines }
    for change in row.changes ?? [] {
      lines.append("  to keep it, in \(printable(change.file)):\(change.line)")
      lines += change.after.map { "  → \(printable(String($0.drop { $0 == " " || $0 == "\t" })))" }
    }
    if let places = row.places {
      lines.append(fitted("  to keep it, by your own hand: \(printable(places.joined(separator: ", ")))", style.width))
    }
    return lines
  }

  private func span(_ row: TrialsView.Row, today: CivilDate) -> String {
    switch row.state {
    case .waiting: "from \(dateText(row.from, short: true)) to \(dateText(row.until, short: true))"
    case .running: "day \(today - row.from + 1) of \(row.until - row.from + 1)"
    case .finished: "tried until \(dateText(row.until, short: true))"
    case .stopped: "tried until \(dateText(row.until, short: true)), then stopped"
    }
  }

  private func ladder(_ text: String) -> String { text.isEmpty ? "no warnings" : printable(text) }

  /// `settled in 8 min (of 3)`
  private func settled(_ arm: TrialsView.Arm) -> String {
    guard let median = arm.settleMedian, let count = arm.settled else { return "" }
    return "settled in \(numberText(median)) min (of \(count))"
  }
}
