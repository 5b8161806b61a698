import HavenAPI
import HavenConfig
import HavenCore

// What was done, said, and found.

extension TextRender {
  func act(_ view: ActView) -> [String] {
    if let hard = view.hard { return self.hard(hard, at: view.at) }
    if view.command.hasPrefix("night ") { return [style.dim("noted; nothing else needs recording now")] }
    // The daemon answers in ids; a discreet screen gets none.
    if style.isDiscreet { return [view.kind == "undo" ? "taken back" : "done"] }
    return view.lines.isEmpty ? ["done"] : view.lines.map { printable($0) }
  }

  func reload(_ view: ReloadView) -> [String] {
    view.warnings.map { printable($0) } + ["the config is read again"]
  }

  func sound(_ household: Household, warnings: Int) -> [String] {
    let parts = [
      counted(household.carers.count, "carer", "carers"), counted(household.children.count, "child", "children"),
      counted(household.routines.reduce(0) { $0 + $1.steps.count }, "step", "steps"),
    ]
    let more = warnings == 0 ? "" : ", \(counted(warnings, "warning", "warnings"))"
    return ["sound: \(parts.joined(separator: ", "))\(more)"]
  }

  func notSound(_ diagnostics: [Diagnostic]) -> [String] {
    ["not sound: \(counted(diagnostics.count { $0.severity == .error }, "error", "errors"))"]
  }

  func line(_ line: SimulatedLine) -> [String] {
    let when = "\(line.at.wall.date) \(line.at.wall.time)"
    let about: String
    if style.isDiscreet || line.title.isEmpty {
      about = line.kind.rawValue.map { $0 == "_" ? " " : String($0) }.joined()
    } else {
      about = printable(line.title)
    }
    return [fitted("\(when)  \(HavenCLI.padded(printable(line.to), 8)) \(about)\(details(line))", style.width)]
  }

  private func details(_ line: SimulatedLine) -> String {
    guard !style.isDiscreet, let items = line.items else { return "" }
    return style.dim("  " + items.map { "\($0.step)/\($0.child)/\($0.rung)" }.joined(separator: " "))
  }

  func event(_ event: EventView) -> [String] {
    let when = "\(event.at.wall.date) \(event.at.wall.time)"
    func told(_ who: String?, _ text: String) -> [String] {
      [fitted("\(when)  \(HavenCLI.padded(printable(who ?? "-"), 8)) \(printable(text))", style.width)]
    }
    switch event.what {
    case .line: return told(event.to, style.isDiscreet ? "something was said" : "said: \(event.line?.title ?? "")")
    case .state:
      let state = (event.state?.rawValue ?? "") + (event.reason.map { ", \(reason($0.rawValue))" } ?? "")
      let until = event.until.map { " until \($0.wall.time)" } ?? ""
      return told(event.to, style.isDiscreet ? state : "\(event.id ?? ""): \(state)\(until)")
    case .act: return told(event.by, style.isDiscreet ? "did something" : event.command ?? "")
    case .plan: return told(nil, "the plan changed")
    case .config: return told(nil, "the config was read again")
    case .screen: return told(nil, "the screen is another")
    }
  }
}
