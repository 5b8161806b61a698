import HavenAPI
import HavenCore

extension TextRender {
  func why(_ view: WhyView) -> [String] {
    var lines = [style.strong("\(words(view.name)), \(dateText(view.date)) at \(view.at.wall.time)")]
    if let moved = view.movedBy { lines.append("moved by \(spanText(moved)) today") }
    if let why = view.why, !style.isDiscreet { lines.append(printable(why)) }
    if view.ladders.isEmpty { lines.append("no transition: nothing is said before it") }
    for ladder in view.ladders { lines += self.ladder(ladder) }
    return lines
  }

  private func ladder(_ ladder: WhyView.Ladder) -> [String] {
    let child = style.isDiscreet ? "a child" : printable(ladder.child)
    let rows = ladder.rungs.map { rung in
      [
        "  \(rung.at.wall.time)", rung.rung, spanBefore(rung.secondsLeft), state(rung),
        rung.to.map { "to \(printable($0))" } ?? "",
      ]
    }
    return ["\(child): \(ladder.size ?? "its own ladder")"]
      + ladder.decisions.map { "  \(style.isDiscreet ? "" : printable($0))" }
      .filter { $0 != "  " } + table(rows, width: style.width) + dismissals(ladder).map { "  \($0)" }
  }

  private func spanBefore(_ seconds: Int) -> String { seconds == 0 ? "arrival" : "\(spanText(seconds)) before" }

  private func state(_ rung: WhyView.Rung) -> String {
    let state = rung.reason.map { "\(printable(rung.state)): \(printable($0))" } ?? printable(rung.state)
    return waiting(rung, state)
  }
}
