import HavenAPI
import HavenCore

/// One moment of breathing, as lines: a bar that fills and empties, and two words.
struct BreathFrame {
  private let moment: Breath.Moment
  private let style: Style

  init(_ moment: Breath.Moment, style: Style) {
    self.moment = moment
    self.style = style
  }

  func lines(columns: Int, rows: Int) -> [String] {
    let width = max(4, min(40, columns - 4))
    let filled = max(1, moment.fill * width / 1000)
    let lines = [
      "  \(moment.phase.rawValue)", "", "  " + String(repeating: "■", count: filled), "", style.dim("  any key stops"),
    ]
    let above = max(0, (rows - lines.count) / 3)
    return Array((Array(repeating: "", count: above) + lines).prefix(max(1, rows)))
  }
}

extension TextRender {
  /// The pacing for a screen reader, a pipe or paper: a line a breath.
  func pacing(_ breath: Breath) -> [String] {
    let line = "breathe in for \(Breath.inhale), out for \(Breath.exhale)"
    return Array(repeating: line, count: breath.count) + ["about \(spanText(breath.seconds)); stop whenever you like"]
  }
}
