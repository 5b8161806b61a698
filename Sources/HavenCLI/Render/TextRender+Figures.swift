import HavenAPI
import HavenCore

// Figures in words and small plots: what went well first, thresholds kept, nobody compared with anybody.

extension TextRender {
  func figures(_ view: FiguresView) -> [String] {
    sections([
      smooth(view.week), hardMoments(view.week), timeOfDay(view.week.bins), balance(view.balance),
      promises(view.promises), respite(view.respite, overnight: view.overnight, today: view.today),
    ])
  }

  /// Parts with an empty line between them; what has nothing to say takes no place.
  func sections(_ parts: [[String]]) -> [String] {
    Array(parts.filter { !$0.isEmpty }.joined(separator: [""]))
  }

  /// A table; where it is too wide for the screen, the first cell of each row with the others below it.
  func rowsOrStacks(_ rows: [[String]]) -> [String] {
    let lines = table(rows, width: .max)
    guard lines.contains(where: { columns(of: $0) > style.width }) else { return lines }
    return rows.flatMap { row in
      let rest = row.dropFirst().filter { !$0.isEmpty }
      let line = "    " + rest.joined(separator: "  ")
      let below = columns(of: line) <= style.width ? [line] : rest.map { fitted("    \($0)", style.width) }
      return [fitted(row[0], style.width)] + below
    }
  }

  func heading(_ text: String) -> String { style.strong(text) }

  func smooth(_ week: WeekFiguresView) -> [String] {
    guard week.of > 0 else { return ["no changes at home on ordinary days yet"] }
    let bar = barText(Double(week.smooth), of: Double(week.of), cells: min(20, style.width - 2))
    let always = week.steps.filter { $0.few != true && $0.hard == 0 }.map { brief($0) }
    return [heading("\(week.smooth) of \(counted(week.of, "change", "changes")) went smoothly"), "  \(bar)"]
      + listed("  every time: ", always)
  }

  func hardMoments(_ week: WeekFiguresView) -> [String] {
    guard !week.steps.isEmpty else { return [] }
    let told = week.steps.filter { $0.few != true && ($0.hard ?? 0) > 0 }
    let rows = told.map { step in
      [
        "  \(change(step.step, of: step.child))", "\(step.hard ?? 0) of \(counted(step.times ?? 0, "time", "times"))",
        "\(step.percent ?? 0)%", step.settleMedian.map { "settled in \(numberText($0)) min" } ?? "",
      ]
    }
    let few = week.steps.filter { $0.few == true }.map { brief($0) }
    let lines = rows.isEmpty ? [] : [heading("Hard moments, of the times it came")] + rowsOrStacks(rows)
    return lines + listed("  too few to say: ", few)
  }

  /// `shoes (otter)`, to stand among others.
  private func brief(_ step: WeekFiguresView.Step) -> String { "\(printable(step.step)) (\(printable(step.child)))" }

  /// Some changes by name; how many, where they are many or nobody is to be named.
  private func listed(_ label: String, _ changes: [String]) -> [String] {
    guard !changes.isEmpty else { return [] }
    if style.isDiscreet || changes.count > 6 {
      return [fitted(label + counted(changes.count, "change", "changes"), style.width)]
    }
    return wrapped(label, changes, width: style.width)
  }

  func timeOfDay(_ bins: HourBins) -> [String] {
    guard let most = bins.counts.values.max(), let first = bins.counts.keys.min(), let last = bins.counts.keys.max()
    else { return [] }
    return [heading("Time of day")]
      + stride(from: first, through: last, by: 2).map { hour in
        let count = bins.counts[hour] ?? 0
        let bar = tallyText(count, most: most, cells: min(30, style.width - 13))
        return count == 0 ? "  \(HourBins.label(hour))  ·" : "  \(HourBins.label(hour))  \(bar) \(count)"
      }
  }

  /// - Parameter days: on how many of the week's days somebody answered; nil where it is not known.
  func balance(_ balance: BalanceFiguresView?, days: Int? = nil) -> [String] {
    guard let balance else {
      return days.map { $0 > 0 ? [heading("Balance: too few answers to say")] : [] } ?? []
    }
    let answered = balance.structure + balance.even + balance.nurture
    return [
      heading("Balance: \(balance.words)")
    ]
      + folded(
        "  ",
        "structure \(balance.structure) · even \(balance.even) · nurture \(balance.nurture), of \(answered) answered"
          + (days.map { " on \($0) of 7 days" } ?? ""),
        width: style.width)
  }

  func promises(_ promises: PromiseFiguresView) -> [String] {
    guard promises.closed + promises.open > 0 else { return [] }
    let parts = [
      (promises.kept, "kept"), (promises.movedInTime, "moved in time"),
      (promises.missedRepaired, "mended"), (promises.missed, "still to mend"), (promises.open, "still open"),
    ].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    let made = parts.count > 1 ? ["of \(promises.closed + promises.open) made"] : []
    let share = promises.percent.map { " (\($0)% held)" } ?? ""
    return [heading("Promises\(share)")] + wrapped("  ", parts + made, width: style.width)
  }

  /// Each lane as a bar of what it had, of what it is to have. A window that is shorter than four weeks is named by where
  /// it begins.
  func respite(_ respite: RespiteFiguresView, overnight: OvernightFiguresView?, today: CivilDate) -> [String] {
    guard !respite.lanes.isEmpty || overnight != nil else { return [] }
    // Where a lane was forgiven its own window is the shorter one.
    let start = respite.lanes.map(\.since).min() ?? today
    let isShort = today - start + 1 < RespiteFigures.windowLength
    let rows = respite.lanes.map { lane in
      if lane.since > today { return ["  \(self.lane(lane.lane))", "", "a clean slate, from \(day(lane.since)) on"] }
      let beside = lane.beside > 0 ? ", \(hoursText(lane.beside)) h beside" : ""
      let since = lane.since > start ? ", since \(day(lane.since))" : ""
      return [
        "  \(self.lane(lane.lane))", barText(min(lane.actual, lane.target), of: lane.target, cells: 12),
        "\(hoursText(lane.actual)) of \(hoursText(lane.target)) h\(beside)\(since)",
      ]
    }
    let window = isShort && !respite.lanes.isEmpty ? "since \(day(start))" : "four weeks"
    var lines = [heading("Respite, \(window)")] + rowsOrStacks(rows)
    lines += owed(respite)
    if let next = respite.nextInLine.first { lines.append(fitted("  next free evening: \(lane(next))", style.width)) }
    if let overnight { lines += folded("  ", nights(overnight), width: style.width) }
    return lines
  }

  /// What a lane may still have: an offer, and none that adds up for ever.
  private func owed(_ respite: RespiteFiguresView) -> [String] {
    let owing = respite.lanes.filter { $0.owed > 0 }
    guard !owing.isEmpty else { return [] }
    return wrapped("  still to come: ", owing.map { "\(lane($0.lane)) \(hoursText($0.owed)) h" }, width: style.width)
  }

  private func day(_ date: CivilDate) -> String { dateText(date, short: true) }

  private func nights(_ overnight: OvernightFiguresView) -> String {
    let used = "\(overnight.used) of \(counted(overnight.allowance, "night", "nights")) used"
    let booked = overnight.booked > 0 ? ", \(overnight.booked) booked" : ""
    let pace = overnight.pace.map { "; an even pace is \(numberText(($0 * 10).rounded() / 10))" } ?? ""
    let left = overnight.daysLeft.map { "; \(counted($0, "day", "days")) left in the quarter" } ?? ""
    return used + booked + pace + left
  }

  /// A step's id and its child, or neither on a discreet screen.
  func change(_ step: StepID, of child: ChildID) -> String {
    style.isDiscreet ? "a change" : "\(printable(step)), \(printable(child))"
  }

  /// `Ros`, `couple time`, `finch`: whose time it is.
  func lane(_ lane: String) -> String {
    switch Lane(lane) {
    case .solo(let carer): printable(carer)
    case .couple: "couple time"
    case .sibling(let child): style.isDiscreet ? "time for one child" : "time with \(printable(child))"
    case .overnight: "overnight"
    case nil: printable(lane)
    }
  }
}

/// `label a, b, c`, on as many lines as it needs, each after the first set in by the label's own indent.
func wrapped(_ label: String, _ items: [String], width: Int) -> [String] {
  let indent = String(label.prefix { $0 == " " })
  var lines = [label]
  for (index, item) in items.enumerated() {
    let text = index < items.count - 1 ? item + "," : item
    let line = lines[lines.count - 1]
    let isFirst = line == label || line == indent
    let candidate = isFirst ? line + text : "\(line) \(text)"
    if columns(of: candidate) > width, !isFirst {
      lines.append(indent + text)
    } else {
      lines[lines.count - 1] = candidate
    }
  }
  return lines.map { fitted($0, width) }
}
