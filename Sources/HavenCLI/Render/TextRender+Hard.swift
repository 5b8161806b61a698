import HavenAPI
import HavenCore

// A hard moment: what a body needs first, then who and what, then what rests. No more than can be taken in.

extension TextRender {
  func hard(_ view: HardView, at now: Stamp) -> [String] {
    var lines: [String] = []
    let offers = ["food", "water"].filter { what in view.bodies.contains { $0.offer.contains(what) } }
    if !offers.isEmpty { lines.append(style.strong("offer \(offerText(offers)) first, calmly")) }
    lines += view.bodies.compactMap { body($0, isNamed: view.bodies.count > 1) }
    lines.append(around(view))
    if !style.isDiscreet, let help = view.helps.first { lines.append("what has helped: \(printable(help))") }
    lines.append("safe first, then body, then connect; solving can wait")
    lines += resting(view, at: now)
    lines += view.reworded.map { "'\(printable($0.said))' may be read one day; rather '\(printable($0.rather))'" }
    if view.pointsToHelp { lines.append("help-now prints your list") }
    lines.append(style.dim(kept(view.moment)))
    return lines.map { fitted($0, style.width) }
  }

  private func offerText(_ offers: [String]) -> String {
    switch offers {
    case ["food"]: "food"
    case ["water"]: "a drink"
    default: "food or a drink"
    }
  }

  /// `last food 2h35 · water 1h10 · moved 3h00 · slept 6h20`
  private func body(_ body: HardView.Body, isNamed: Bool) -> String? {
    let parts = [
      body.food.map { "food \(clockText($0))" }, body.water.map { "water \(clockText($0))" },
      body.moved.map { "moved \(clockText($0))" },
      body.slept.map { "slept \(clockText($0))" + (body.sleepLogged == false ? " by the plan" : "") },
    ].compactMap { $0 }
    guard !parts.isEmpty else { return nil }
    let name = isNamed && !style.isDiscreet ? "\(printable(body.child)): " : ""
    return "\(name)last \(parts.joined(separator: " · "))"
  }

  private func around(_ view: HardView) -> String {
    let what = view.moment.name.map { "around \(words($0))" } ?? "no change near it"
    return "\(what) · \(view.duty.map { "\(printable($0.name)) on duty" } ?? "nobody on duty")"
  }

  private func resting(_ view: HardView, at now: Stamp) -> [String] {
    let who = style.isDiscreet ? "them" : view.moment.child.map { printable($0) } ?? "the children"
    let rest = view.restsUntil.map { until in
      let left = until.instant - now.instant
      return "nothing more about \(who) for \(left < 90 ? "a minute" : "\((left + 59) / 60) minutes")"
    }
    let ask = view.asksAgainAt.map { "nothing is asked of you before \($0.wall.time)" }
    let parts = [rest, ask].compactMap { $0 }
    return parts.isEmpty ? [] : [parts.joined(separator: "; ")]
  }

  private func kept(_ moment: HardMomentView) -> String {
    let number = "kept as \(moment.moment)"
    if moment.tags.isEmpty { return "\(number); I wonder what was underneath: havenctl hard edit --tag …" }
    return "\(number); havenctl hard edit, if more comes to mind"
  }

  /// `2h35`, `40 min`.
  private func clockText(_ seconds: Int) -> String {
    let minutes = seconds / 60
    guard minutes >= 60 else { return "\(minutes) min" }
    let rest = minutes % 60
    return "\(minutes / 60)h\(rest < 10 ? "0" : "")\(rest)"
  }

  /// A line each, and the note under it.
  func hardMoments(_ view: HardListView) -> [String] {
    guard !view.moments.isEmpty else { return ["nothing is recorded"] }
    let rows = view.moments.map { moment in
      [
        "\(moment.moment)", "\(dateText(moment.at.wall.date, short: true)) \(moment.at.wall.time)",
        style.isDiscreet ? "" : moment.child.map { printable($0) } ?? "all", sizeText(moment.size),
        moment.name.map(words) ?? "", details(moment),
      ]
    }
    var lines: [String] = []
    for (line, moment) in zip(table(rows, width: style.width), view.moments) {
      lines.append(line)
      guard !style.isDiscreet, let note = moment.note else { continue }
      lines += note.split(separator: "\n").map { fitted("    \(printable(String($0)))", style.width) }
    }
    return lines
  }

  private func sizeText(_ size: Int) -> String {
    switch size {
    case 1: "wobble"
    case 2: "hard"
    default: "unsafe"
    }
  }

  private func details(_ moment: HardMomentView) -> String {
    var parts: [String] = []
    if let settle = moment.settle { parts.append("settled in \(settle) min") }
    if !moment.tags.isEmpty { parts.append(moment.tags.map { printable($0) }.joined(separator: ", ")) }
    if !moment.helped.isEmpty { parts.append("helped: \(moment.helped.map { printable($0) }.joined(separator: ", "))") }
    return parts.joined(separator: " · ")
  }
}
