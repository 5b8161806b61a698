import HavenAPI
import HavenCore

extension TextRender {
  /// Each with what was counted and the line it would change; on a discreet screen only where that line is.
  func suggestions(_ view: SuggestionsView) -> [String] {
    guard !view.suggestions.isEmpty else {
      return [view.few ? "nothing to suggest; too few to say" : "nothing to suggest"]
    }
    var lines: [String] = []
    for row in view.suggestions {
      let margin = HavenCLI.padded("\(row.number)", 3)
      let words = wrapped(offered(row), style.width - 3) + under(row)
      lines += words.enumerated().map { ($0.offset == 0 ? margin : "   ") + $0.element }
    }
    lines += ["", style.dim("one change a child a week is plenty")]
    let how = "havenctl suggestions accept N, or dismiss N; 'undo' brings it back"
    lines += folded("", how, width: style.width).map(style.dim)
    return lines
  }

  private func offered(_ row: SuggestionsView.Row) -> String {
    let change =
      style.isDiscreet
      ? "a change"
      : [row.step, row.child].compactMap { $0.map { printable($0) } }
        .joined(separator: ", ")
    switch row.what {
    case .softDay:
      return "today can be a soft day" + (style.isDiscreet ? "" : row.child.map { " for \(printable($0))" } ?? "")
    case .keep:
      return "\(change): keep what was tried, \(row.to ?? row.rungs?.joined(separator: " · ") ?? "no warnings")"
    case .shorter: return "\(change): one size shorter, \(row.from ?? "") to \(row.to ?? "")"
    case .drop: return "\(change): without its \(printable(row.rung ?? ""))"
    case .window:
      let goal = style.isDiscreet ? "a goal" : printable(row.goal ?? "")
      return "\(goal): at \(time(row.to)) rather than \(time(row.from))"
    case .longer:
      let size = row.to.map { "one size longer, \(row.from ?? "") to \($0), or another" } ?? "another"
      return "\(change): \(size) idea of what makes it hard"
    }
  }

  /// A goal's window, or the step that it comes after.
  private func time(_ window: String?) -> String {
    let isAfterStep = window.flatMap(Goal.step(ofWindow:)) != nil
    return isAfterStep && style.isDiscreet ? "after a step" : printable(window ?? "")
  }

  private func under(_ row: SuggestionsView.Row) -> [String] {
    var lines: [String] = []
    func say(_ text: String) { lines += wrapped(text, style.width - 3) }
    switch (row.what, row.count, row.of) {
    case (.softDay, let hard?, _): say(hard == 1 ? "one hard moment so far" : "\(hard) hard moments so far")
    case (.softDay, nil, _): say("after a broken night")
    case (.keep, let count?, let of?):
      say("went with \(count) of \(of) smooth; before it \(row.before ?? 0) of \(row.beforeOf ?? 0)")
    case (.shorter, let count?, let of?): say("smooth \(count) of the last \(of) times")
    case (.longer, let count?, let of?): say("hard \(count) of the last \(of) times")
    case (.window, let count?, let of?):
      let here = "\(time(row.from)): taken \(count) of \(counted(of, "time", "times"))"
      let there = time(row.to)
      say(
        row.betterOf.map { "\(there): taken \(row.betterCount ?? 0) of \(counted($0, "time", "times")); \(here)" }
          ?? "\(there): done \(counted(row.betterCount ?? 0, "time", "times")) unasked; \(here)")
    case (.drop, let count?, _):
      say("closed unanswered \(count) days running; soft days leave a ladder that is written out as it is")
    default: break
    }
    if row.what == .softDay { say("no change of the config: a soft day ends by itself at midnight") }
    for change in row.changes ?? [] {
      lines.append("\(printable(change.file)):\(change.line)")
      guard !style.isDiscreet else { continue }
      lines += change.before.map { "  \(bare($0))" } + change.after.map { "→ \(bare($0))" }
    }
    if let places = row.places { say("for your own hand: \(printable(places.joined(separator: ", ")))") }
    if row.what == .longer { say("for another idea, its 'cause' in the config is yours to change") }
    return lines
  }

  private func bare(_ line: String) -> String { printable(String(line.drop { $0 == " " || $0 == "\t" })) }
}
