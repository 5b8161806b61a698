import HavenAPI
import HavenCore

/// What the live view shows, as lines: pure, so that a test reads it.
struct WatchFrame {
  /// Nil while the daemon has not answered yet.
  var view: NowView?
  /// Today's steps; nil where they are not known.
  var day: DayView?
  /// What the last key did, or why nothing is known.
  var message: String?
  /// What was chosen with the arrows; nil for whatever comes first.
  var choice: StepID?
  /// The keys are explained in place of the day.
  var isExplaining = false
  var render: TextRender

  /// Minutes that `+` and `z` add.
  static let later = 5

  /// The steps that the keys can act on, soonest first: the next of each child, and the next of all.
  var choices: [StepID] {
    guard let view else { return [] }
    let nexts = view.children.compactMap { $0.next.map { ($0.at.instant, $0.step) } }
    let all = (view.nextStep.map { [($0.at.instant, $0.step)] } ?? []) + nexts
    return all.sorted { $0.0 < $1.0 }.reduce(into: []) { steps, next in
      if !steps.contains(next.1) { steps.append(next.1) }
    }
  }

  /// What the keys act on; nil where nothing comes.
  var chosen: StepID? {
    let choices = choices
    return choice.flatMap { choices.contains($0) ? $0 : nil } ?? choices.first
  }

  /// The arrows, which stop at both ends.
  mutating func choose(by steps: Int) {
    let choices = choices
    guard let index = choices.firstIndex(where: { $0 == chosen }) else { return }
    choice = choices[min(choices.count - 1, max(0, index + steps))]
  }

  /// - Parameter rows: of the screen; the view gives way before the message and the keys do.
  func lines(rows: Int) -> [String] {
    var foot: [String] = []
    if let message { foot.append(fitted(message, render.style.width)) }
    foot.append(render.style.dim(fitted(keys, render.style.width)))
    let room = max(1, rows - foot.count - 1)
    var body = view.map { render.watch($0, day: day, chosen: chosen, rows: room) } ?? []
    if isExplaining { body = Array(render.watchKeys().prefix(room)) }
    return body + (rows > body.count + foot.count ? [""] : []) + foot
  }

  private var keys: String {
    guard chosen != nil else { return "q leave" }
    let long = "d done · + \(WatchFrame.later) min later · z hear again · s not today · u undo · ? keys · q leave"
    return columns(of: long) <= render.style.width ? long : "d + z s u · ? what they do · q leave"
  }

  /// Milliseconds until the screen says something else: the next second in the last minute of anything, else the next
  /// minute of the wall clock.
  static func pause(_ view: NowView?, now: Instant, milliseconds: Int) -> Int {
    let untilSecond = 1000 - milliseconds
    guard let view else { return untilSecond + 1000 }
    let counted =
      [view.nextStep?.at.instant, view.nextCue?.at.instant].compactMap { $0 }
      + view.children.flatMap { [$0.until?.instant, $0.next?.at.instant].compactMap { $0 } }
    let isLastMinute = counted.contains { (0...60).contains($0 - now) }
    if isLastMinute { return untilSecond }
    let wall = view.at.offset + now.seconds
    return untilSecond + (59 - ((wall % 60) + 60) % 60) * 1000
  }
}
