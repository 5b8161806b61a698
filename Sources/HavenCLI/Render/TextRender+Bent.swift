import HavenAPI
import HavenCore

// How a day was bent, and what may be done about it.

extension TextRender {
  /// Under the steps of a day: what changed, and what does not fit.
  func bent(_ view: DayView) -> [String] {
    changes(view.changes ?? []).map { row("changed", $0) } + (view.conflicts ?? []).map { row("both", conflict($0)) }
      + (view.late ?? []).map { row("tight", late($0)) }
  }

  /// One line each; of a night away, one for all of it.
  private func changes(_ changes: [DayView.Change]) -> [String] {
    let away = changes.filter { $0.what == .overnight && $0.at == nil }
    guard let first = away.first, away.count > 1 else { return changes.map(change) }
    let rest = changes.filter { !($0.what == .overnight && $0.at == nil) }
    return [awayOvernight(first.name, first.was, of: away.count)] + rest.map(change)
  }

  /// `away overnight: console at 16:30 and 9 more steps are left out`.
  func awayOvernight(_ first: String, _ at: Stamp?, of count: Int) -> String {
    let time = at.map { " at \($0.wall.time)" } ?? ""
    return "away overnight: \(words(first))\(time) and \(counted(count - 1, "more step is", "more steps are")) left out"
  }

  /// `bath: 18:40, not 18:20 (ros)`; `hair, usually 07:55: left out (imani)`.
  private func change(_ change: DayView.Change) -> String {
    let step = words(change.name)
    let by = change.by.map { " (\(printable($0)))" } ?? ""
    let was = change.was.map { "\($0.wall.time)" } ?? ""
    let now = change.at.map { "\($0.wall.time)" } ?? ""
    switch change.what {
    case .moved: return "\(step): \(was) → \(now)\(by)"
    case .swapped:
      let other = style.isDiscreet ? "another" : change.with.map { printable($0) } ?? "another"
      return "\(step): \(was) → \(now), swapped with \(other)\(by)"
    case .late where change.at != nil: return "\(step): \(was) → \(now), running late\(by)"
    case .late: return "\(step), \(was): left out, running late\(by)"
    case .skipped: return "\(step), \(was): left out\(by)"
    case .soft: return "\(step), \(was): left out, soft day"
    case .fewer: return "\(step), \(was): not for \(who(change.children)), soft day"
    case .overnight: return change.at == nil ? "\(step), \(was): away overnight" : "\(step): \(now), new"
    }
  }

  private func conflict(_ conflict: DayView.Conflict) -> String {
    let steps = style.isDiscreet ? "two steps" : listText(conflict.steps.map { printable($0) })
    switch conflict.what {
    case .carer:
      return "\(steps), for \(who(conflict.children)), both need \(printable(conflict.carer ?? "somebody")) "
        + "about \(conflict.at.wall.time)"
    case .overlap:
      return "\(who(conflict.children)) is in \(steps) at once from \(conflict.at.wall.time)"
        + (conflict.seconds.map { ", for \(spanText($0))" } ?? "")
    }
  }

  /// `12 min over for leave for school: havenctl skip hair, or havenctl delay leave-for-school 12m`
  func late(_ late: LateView) -> String {
    let commands = style.isDiscreet ? ["havenctl day"] : late.commands.map { printable($0) }
    return "\(spanText(late.seconds)) over for \(words(late.name)): \(commands.joined(separator: ", or "))"
  }

  /// One line, with what to type for yes and no.
  func offer(_ offer: OfferView) -> String {
    let answers = style.isDiscreet ? "havenctl mode" : "\(printable(offer.yes)), or not: \(printable(offer.no))"
    let whom = offer.children.isEmpty || style.isDiscreet ? "" : " for \(who(offer.children))"
    switch offer.what {
    case .softDay: return "a soft day\(whom)? \(answers)"
    case .stillRight:
      let since = offer.since.map { " since \($0.wall.date.weekday.short)" } ?? ""
      return "a soft day\(whom)\(since): still right? \(answers)"
    }
  }

  /// Who has a soft day, since and until when, and what is different for it.
  func mode(_ view: ModeView) -> [String] {
    var lines = view.modes.isEmpty ? ["an ordinary day"] : view.modes.flatMap(soft)
    if !view.left.isEmpty {
      let steps = view.left.map { change in
        change.what == .soft
          ? words(change.name) : "\(words(change.name)) for \(who(change.children))"
      }
      lines.append(wide("left out", listText(steps)))
    }
    if !view.modes.isEmpty { lines.append(wide("for you", "rest, the smallest version; nothing else is offered")) }
    if let offer = view.offer { lines.append(wide("offer", self.offer(offer))) }
    if !view.modes.isEmpty, view.offer == nil { lines.append(wide("back", "havenctl mode ordinary")) }
    return lines
  }

  private func soft(_ soft: ModeView.Soft) -> [String] {
    let until = soft.until.map { ", until \(moment($0, from: soft.since))" } ?? ""
    var lines = [
      style.strong(
        "soft day for \(who([soft.child])), since \(dateText(soft.since.wall.date, short: true)) "
          + "\(soft.since.wall.time)\(until)")
    ]
    lines.append(
      wide("steps", soft.mode == .regression ? "core, liked and nurture, nothing new" : "core and liked, nothing new"))
    lines.append(wide("warnings", ladders(soft)))
    lines.append(wide("food", fuel(soft)))
    lines.append(wide("nurture", "\(counted(soft.nurture, "small dose", "small doses")) to aim for"))
    let boundaries = style.isDiscreet ? [] : soft.boundaries.map { printable($0) }
    lines.append(wide("held", boundaries.isEmpty ? "safety only" : "\(listText(boundaries)): safety only"))
    return lines
  }

  private func ladders(_ soft: ModeView.Soft) -> String {
    switch soft.mode {
    case .sick: "none but before fixed steps" + (soft.age.map { ", as at \($0)" } ?? "")
    case .regression: "shorter, with you beside them" + (soft.age.map { ", as at \($0)" } ?? "")
    case .lowDemand: "one or two; facts, no numbers"
    case .ordinary: "as usual"
    }
  }

  private func fuel(_ soft: ModeView.Soft) -> String {
    guard let food = soft.food, let water = soft.water else { return "no clock" }
    return food == water ? "offered every \(food) min" : "food every \(food) min, a drink every \(water)"
  }

  private func moment(_ stamp: Stamp, from: Stamp) -> String {
    if stamp.wall.time.seconds == 0, stamp.wall.date - from.wall.date == 1 { return "midnight" }
    let isSameDate = stamp.wall.date == from.wall.date
    return isSameDate ? "\(stamp.wall.time)" : "\(dateText(stamp.wall.date, short: true)) \(stamp.wall.time)"
  }

  private func wide(_ label: String, _ text: String) -> String {
    "  " + style.dim(HavenCLI.padded(label, 10)) + fitted(text, style.width == .max ? .max : style.width - 12)
  }
}
