import HavenAPI
import HavenCore

extension TextRender {
  /// The live view: now and next for each child with a bar that shrinks, then what `now` says besides, then the day as
  /// a line. What there is no room for gives way: air first, then the day's line, then the bars.
  ///
  /// - Parameter chosen: the step that the keys act on.
  func watch(_ view: NowView, day: DayView?, chosen: StepID?, rows: Int) -> [String] {
    let children = groups(of: view, byNext: true).map { watched($0, chosen: chosen, from: view.at) }
    let around = aroundNow(view, isNextTold: view.isNextOfAChild)
    let strip = day.flatMap { DayStrip($0, now: view.at.instant) }?.text(width: style.width - TextRender.labelWidth)
    let today = strip.map { $0.isEmpty ? [] : [row("today", $0)] } ?? []
    let airy =
      [heading(view), ""] + children.flatMap { $0 } + [""] + around + (today.isEmpty ? [] : [""] + today)
    let dense = [heading(view)] + children.flatMap { $0 } + around
    for lines in [airy, dense + today, dense, now(view)] where lines.count <= rows { return lines }
    return Array(now(view).prefix(rows))
  }

  /// A child's step, and below it what comes next: the bar of the last half hour, and the step's words.
  private func watched(_ group: ChildGroup, chosen: StepID?, from now: Stamp) -> [String] {
    let present = childLines([group], atMost: 1, at: now)
    guard let next = group.first.next else { return present }
    let mark = HavenCLI.padded(next.step == chosen ? "      ›" : "", TextRender.labelWidth)
    let room = style.width - TextRender.labelWidth
    let bar = shrinking(next.secondsLeft)
    if let bar, room >= TextRender.roomBesideABar {
      return present + [mark + fitted("\(bar)  \(ahead(next, from: now))", room)]
    }
    let below = bar.map { [HavenCLI.padded("", TextRender.labelWidth) + $0] } ?? []
    return present + [mark + fitted(ahead(next, from: now), room)] + below
  }

  private func ahead(_ next: NowView.ChildNext, from now: Stamp) -> String {
    "\(aheadText(next.at, from: now)): \(words(next.name))"
  }

  /// How much is left until a step, two minutes a mark; the last half hour is the whole of it, and it only ever
  /// shrinks. Nil before that.
  private func shrinking(_ left: Int) -> String? {
    guard (1...1800).contains(left) else { return nil }
    let cells = 15
    let filled = (left * cells + 1799) / 1800
    return String(repeating: "■", count: filled) + String(repeating: "□", count: cells - filled)
  }

  private static let roomBesideABar = 56

  /// What each key does, a line each.
  func watchKeys() -> [String] {
    [
      ("d", "under way: nothing more is said about it"), ("+", "\(WatchFrame.later) minutes later"),
      ("z", "the last warning again in \(WatchFrame.later) minutes"), ("s", "not today"),
      ("u", "take back the last thing you did"), ("↑ ↓", "choose the step (›) that the keys act on"),
      ("?", "back to the day"), ("q", "leave"),
    ].map { row($0, $1) }
  }
}

extension NowView {
  /// Whether the next step of anybody stands beside a child already.
  fileprivate var isNextOfAChild: Bool {
    nextStep.map { next in children.contains { $0.next?.step == next.step && $0.next?.at == next.at } } ?? false
  }
}
