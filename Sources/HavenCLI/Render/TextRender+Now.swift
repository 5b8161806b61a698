import HavenAPI
import HavenCore

extension TextRender {
  /// At most eight lines: what is now for each child, what comes next, what comes to you, who is on duty, and the
  /// rest that matters in one line.
  func now(_ view: NowView) -> [String] {
    let parts = [next(view), you(view), duty(of: view), asked(view)].compactMap { $0 }
    let groups = groups(of: view)
    var also = also(view)
    var fuelLines = fuel(view).map { [row("fuel", $0)] } ?? []
    let room = TextRender.longestNow - 1 - parts.count
    if groups.count + fuelLines.count + min(1, also.count) > room, let fuel = fuel(view) {
      fuelLines = []
      also.insert(fuel, at: 0)
    }
    let children = childLines(groups, atMost: max(1, room - fuelLines.count - min(1, also.count)), at: view.at)
    let left = TextRender.longestNow - 1 - children.count - parts.count - fuelLines.count
    let around = alsoLines(also, atMost: left)
    var free = left - around.count
    var lines = [heading(view)] + children + rows(parts, free: &free) + fuelLines + around
    if let hint = view.hint, lines.count < TextRender.longestNow { lines.append(row("hint", printable(hint))) }
    return lines
  }

  private static let longestNow = 8

  /// On as many lines as there is room for, so that nothing that matters is cut off while another line is free; the last
  /// stands for all that is left.
  private func alsoLines(_ parts: [String], atMost limit: Int) -> [String] {
    var lines: [String] = []
    for part in parts {
      if let last = lines.last {
        let longer = "\(last) · \(part)"
        let isFitting = columns(of: longer) + TextRender.labelWidth <= style.width
        if isFitting || lines.count >= max(1, limit) {
          lines[lines.count - 1] = longer
          continue
        }
      }
      lines.append(part)
    }
    return lines.enumerated().map { row($0.offset == 0 ? "also" : "", $0.element) }
  }

  /// What is said besides the children.
  func aroundNow(_ view: NowView, isNextTold: Bool) -> [String] {
    let parts = [isNextTold ? nil : next(view), you(view), duty(of: view), asked(view)].compactMap { $0 }
    var lines = parts.map { row($0.label, $0.text) }
    if let fuel = fuel(view) { lines.append(row("fuel", fuel)) }
    let also = also(view)
    lines += alsoLines(also, atMost: TextRender.longestNow)
    if let hint = view.hint { lines.append(row("hint", printable(hint))) }
    return lines
  }

  private typealias Labelled = (label: String, text: String)

  /// A line each; on a narrow screen a second for what does not fit, while there are free ones, the last part first: what
  /// there is to decide, then what comes to you.
  private func rows(_ parts: [Labelled], free: inout Int) -> [String] {
    var lines: [[String]] = []
    for part in parts.reversed() {
      let width = style.width - TextRender.labelWidth
      // Most fit; to fold takes longer than all else here.
      let words = columns(of: part.text) > width ? folded("", part.text, width: width) : [part.text]
      if words.count > 1, free > 0 {
        free -= 1
        lines.append([row(part.label, words[0]), row("", words.dropFirst().map { $0 }.joined(separator: " "))])
      } else {
        lines.append([row(part.label, part.text)])
      }
    }
    return lines.reversed().flatMap { $0 }
  }

  /// The one thing there is to decide: what runs late, else what is offered.
  private func asked(_ view: NowView) -> Labelled? {
    if let late = view.late.first { return ("tight", self.late(late)) }
    return view.offer.map { ("offer", offer($0)) }
  }

  func heading(_ view: NowView) -> String {
    var parts = ["\(dateText(view.at.wall.date)), \(view.at.wall.time)"]
    if !style.isDiscreet, view.day != Planner.plain { parts.append(printable(view.day)) }
    if let mode = softness(view) { parts.append(mode) }
    return style.strong(fitted(parts.joined(separator: " · "), style.width))
  }

  /// `soft day`, `soft day for otter`; nil on an ordinary day.
  func softness(_ view: NowView) -> String? {
    if view.mode != .ordinary { return view.mode.onScreen }
    guard let first = view.modes.first else { return nil }
    if style.isDiscreet { return first.mode.onScreen }
    let words = Dictionary(grouping: view.modes, by: \.mode.onScreen)
    return words.keys.sorted().map { "\($0) for \(listText((words[$0] ?? []).map { printable($0.child) }))" }
      .joined(separator: ", ")
  }

  typealias ChildGroup = (children: [ChildID], first: NowView.Child)

  /// Children who do the same stand together; on a discreet screen, where they have no names, each alone.
  func groups(of view: NowView, byNext: Bool = false) -> [ChildGroup] {
    var groups: [ChildGroup] = []
    for child in view.children {
      if !style.isDiscreet,
        let index = groups.firstIndex(where: { group in
          group.first.isSame(as: child) && (!byNext || group.first.next == child.next)
        })
      {
        groups[index].children.append(child.child)
      } else {
        groups.append(([child.child], child))
      }
    }
    return groups
  }

  /// One line for each step that is now; the last stands for those there is no room for.
  func childLines(_ groups: [ChildGroup], atMost limit: Int, at now: Stamp) -> [String] {
    let names = groups.enumerated().map { number, group in
      style.isDiscreet ? "child \(number + 1)" : group.children.map { printable($0) }.joined(separator: ", ")
    }
    let width = max(TextRender.labelWidth, (names.map { columns(of: $0) }.max() ?? 0) + 2)
    var lines = zip(names, groups).map { name, group in line(HavenCLI.padded(name, width), group.first, at: now) }
    if lines.count > limit {
      let more = lines.count - limit + 1
      lines.removeLast(more)
      lines.append(row("", "and \(more) more: havenctl day"))
    }
    return lines
  }

  /// What gives way on a narrow screen is the step's words, never the time that is left.
  private func line(_ name: String, _ child: NowView.Child, at now: Stamp) -> String {
    if child.state == .away, child.step == nil, let back = child.until {
      return fitted("\(name)away overnight, back \(aheadText(back, from: now))", style.width)
    }
    let state = child.state.words
    let doing = child.name.map(words) ?? (state == nil ? "nothing yet" : nil)
    let front = name + (state.map { doing == nil ? $0 : "\($0), " } ?? "")
    let left = child.secondsLeft.flatMap { $0 > 0 ? ", \(spanText($0)) left" : nil } ?? ""
    guard style.width < .max else { return front + (doing ?? "") + left }
    return fitted(front + fitted(doing ?? "", style.width - columns(of: front) - columns(of: left)) + left, style.width)
  }

  private func next(_ view: NowView) -> Labelled? {
    guard let step = view.nextStep else { return nil }
    return ("next", "\(aheadText(step.at, from: view.at)): \(words(step.name, for: step.children))")
  }

  private func you(_ view: NowView) -> Labelled? {
    guard let cue = view.nextCue else { return nil }
    return ("you", "\(aheadText(cue.at, from: view.at)): \(saying(cue.id, name: cue.name))")
  }

  /// What a carer does at a rung.
  func saying(_ id: CueID, name: String) -> String {
    let child = style.isDiscreet ? "the child" : printable(id.child)
    let step = words(name)
    switch Rung(id.rung) {
    case let rung? where rung.voice == .carer: return "go and join \(child), before \(step)"
    case let rung? where rung.voice == .last: return "the last one for \(child), then \(step)"
    case let rung? where rung.isArrival: return "be there with \(child): \(step)"
    case let rung?: return "\(rung.lead) min to \(step), for \(child)"
    case nil: return "\(step), for \(child)"
    }
  }

  private func duty(of view: NowView) -> Labelled? {
    var text = view.duty.map { printable($0.name) } ?? "nobody; what is due waits"
    if let silence = view.silence {
      text += " · \(silenceText(silence.reason))" + (silence.until.map { " until \($0.wall.time)" } ?? "")
    }
    return ("duty", text)
  }

  private func silenceText(_ reason: String) -> String {
    switch reason {
    case "quiet", "hush": "quiet for you"
    case "unsafe": "everything is off"
    case "tagged-out": "you are out"
    case "off-duty": "you are off duty"
    default: printable(reason)
    }
  }

  private func fuel(_ view: NowView) -> String? {
    guard !view.fuel.isEmpty else { return nil }
    var parts: [(children: [String], since: String)] = []
    for clock in view.fuel {
      let since = since(clock), child = printable(clock.child)
      if let last = parts.last, last.since == since {
        parts[parts.count - 1].children.append(child)
      } else {
        parts.append(([child], since))
      }
    }
    return parts.map { style.isDiscreet ? $0.since : "\(listText($0.children)) \($0.since)" }.joined(separator: " · ")
  }

  /// `1 h 50 min since food, 2 h since water`; of both at once, said once.
  private func since(_ clock: NowView.Fuel) -> String {
    if let food = clock.food, food == clock.water { return "\(spanText(food)) since food and water" }
    return [(clock.food, "food"), (clock.water, "water")].compactMap { seconds, what in
      seconds.map { "\(spanText($0)) since \(what)" }
    }.joined(separator: ", ")
  }

  /// In words that tell nobody what it is for.
  private func small(_ thing: NowView.SmallThing) -> String? {
    switch thing.kind {
    case "tea": "tea? five minutes?"
    case "card": thing.topic.map { "havenctl card \(printable($0)), if you like" }
    default:
      style.isDiscreet
        ? nil : thing.text.map { "on offer for \(printable(thing.child ?? "a child")): \(printable($0))" }
    }
  }

  private func also(_ view: NowView) -> [String] {
    var parts: [String] = []
    if view.promisesDue > 0 { parts.append("\(counted(view.promisesDue, "promise", "promises")) due today") }
    parts += headsUp(view.headsUp, on: view.at.wall.date)
    if let window = view.window {
      parts.append(
        "your window until \(window.until.wall.time)" + (style.isDiscreet ? "" : ": \(printable(window.name))"))
    }
    if let small = view.small.flatMap(small) { parts.append(small) }
    if let days = view.gently {
      let when = days == 0 ? "today" : days == 1 ? "tomorrow" : "in \(days) days"
      parts.append("a day to go gently, \(when)")
    }
    if let kept = view.questionsKept {
      parts.append("\(counted(kept, "question", "questions")) kept: havenctl ask list")
    }
    if view.worksheetsDue != nil { parts.append("a plan to look at again: havenctl solve list") }
    if let holding = holding(view) { parts.append(holding) }
    parts += view.passed.prefix(2).map { "\(words($0.name)) was \(agoText($0.secondsAgo))" }
    return parts
  }
}

extension NowView.Child {
  /// Doing the same, for the same time.
  fileprivate func isSame(as other: NowView.Child) -> Bool {
    step == other.step && until == other.until && state == other.state
  }
}
