import HavenAPI
import HavenCore

extension TextRender {
  func status(_ view: StatusView) -> [String] {
    var lines = [
      wide("havend", "\(view.program), pid \(view.pid), up for \(spanText(view.uptime))"),
      wide("config", config(view)),
    ]
    lines += view.config.problems.map { "        \(printable($0))" }
    lines.append(wide("notices", notifier(view.notifier)))
    if let desktop = desktop(view) { lines.append(wide("desktop", desktop)) }
    lines.append(
      wide(
        "ledger",
        view.ledger.state == "ok" ? printable(view.ledger.path) : printable("\(view.ledger.path): \(view.ledger.state)")
      ))
    lines.append(
      wide("clock", "\(printable(view.zone)), \(view.at.wall.time)" + view.clock.map { " · \(printable($0))" }.joined())
    )
    if !view.carers.isEmpty {
      lines.append(wide("login", "shared by \(listText(view.carers.map { printable($0) })); private by courtesy"))
    }
    if let sharing = view.sharing { lines += self.sharing(sharing) }
    if let hooks = view.hooks { lines.append(wide("hooks", self.hooks(hooks, at: view.at))) }
    lines.append(wide("next", view.nextWake.map { aheadText($0, from: view.at) } ?? "nothing planned"))
    for held in view.held {
      let since = held.since.map { ", since \($0.wall.time)" } ?? ""
      lines.append(wide("waits", "\(words(held.name)), at \(held.at.wall.time): \(holdWords(held.reason))\(since)"))
    }
    lines += waited(view).map { wide("waited", $0) }
    if let hint = view.hint { lines.append(wide("hint", printable(hint))) }
    return lines
  }

  private func sharing(_ view: StatusView.Sharing) -> [String] {
    let who = view.here.map { "\(printable($0)) is here" } + view.absent.map { "\(printable($0)) is not here" }
    return [wide("shared", ([printable(view.directory)] + who).joined(separator: ", "))]
      + view.problems.map { "        \(printable($0))" }
  }

  /// Paths are not cut: a status is read to find something.
  private func wide(_ label: String, _ text: String) -> String {
    style.dim(HavenCLI.padded(label, TextRender.labelWidth)) + text
  }

  private func config(_ view: StatusView) -> String {
    let directory = printable(view.config.directory)
    switch view.config.state {
    case .missing: return "none in \(directory)"
    case .faulty: return "\(directory): not valid, an older one runs"
    case .ok:
      var text = "\(directory), \(counted(configFiles(view), "file", "files"))"
      if let loaded = view.config.loadedAt { text += ", read \(agoText(view.at.instant - loaded.instant))" }
      if view.config.warnings > 0 {
        text += ", \(counted(view.config.warnings, "warning", "warnings")): havenctl check"
      }
      return text
    }
  }

  /// The list has the folders that are watched as well.
  private func configFiles(_ view: StatusView) -> Int {
    view.config.files.count { $0.hasSuffix(".toml") || $0.hasSuffix(".ics") }
  }

  private func notifier(_ view: StatusView.Notifier) -> String {
    var parts = ["\(printable(view.to)), \(printable(view.state))"]
    if let server = view.server { parts[0] += " (\(printable(server)))" }
    if view.locked { parts.append("locked: words are general") }
    if view.inhibited { parts.append("do not disturb: what is due waits") }
    return parts.joined(separator: " · ")
  }

  /// A reason of the ledger in words.
  func reason(_ reason: String) -> String { printable(reason.map { $0 == "-" ? " " : String($0) }.joined()) }

  func duty(_ view: NowView) -> [String] { [view.duty.map { printable($0.name) } ?? "nobody is on duty"] }
}
