import HavenAPI
import HavenCore

/// What a status bar says at an instant, whichever bar it is: pure, so that a test reads it.
struct BarText: Equatable {
  var text: String
  /// For a bar that is short of room.
  var short: String
  /// A line each.
  var tooltip: [String]
  /// The one word of the classes that counts most: what an icon goes by.
  var state: String
  /// Everything that is so; docs and havenctl-look(1) name them.
  var classes: [String]
  /// How much is left of the last half hour; it only ever shrinks.
  var percentage: Int
  /// When it says something else; nil where only the daemon knows.
  var changesAt: Instant?

  /// Nobody is there to say what is next. A bar that looked as ever would be worse than one that says so.
  ///
  /// - Parameter refusal: why it does not answer, where it is there.
  static func down(because refusal: CommandFailure? = nil) -> BarText {
    BarText(
      text: "no reminders: \(refusal == nil ? "havend is not running" : "there is no config yet")",
      short: "no reminders", tooltip: [refusal?.hint ?? "systemctl --user start havend"], state: "down",
      classes: ["down"], percentage: 0)
  }

  private init(
    text: String, short: String, tooltip: [String], state: String, classes: [String], percentage: Int,
    changesAt: Instant? = nil
  ) {
    self.text = text
    self.short = short
    self.tooltip = tooltip
    self.state = state
    self.classes = classes
    self.percentage = percentage
    self.changesAt = changesAt
  }

  /// Seconds of the last stretch, which the bar of a young child and the percentage are of.
  private static let stretch = 1800
  /// What counts as soon, in seconds.
  private static let soon = 600
  /// From here on minutes are counted; before, it is the clock's time.
  private static let counted = 3600

  init(_ view: BarView, now: Instant, isDiscreet: Bool = false) {
    let isGeneric = isDiscreet || view.level == .generic
    let left = view.next.map { max(0, $0.at.instant - now) }
    let when = view.next.map { BarText.when($0, left: $0.at.instant - now, from: view.at) }
    var parts: [String] = []
    if let next = view.next, let when {
      if !isGeneric, let name = next.name {
        parts =
          [printable(name)]
          + (next.children.isEmpty ? [] : [next.children.map { printable($0) }.joined(separator: ", ")])
      } else {
        parts = ["next step"]
      }
      parts.append(when)
    }
    text = parts.isEmpty ? (view.silence == "unsafe" ? "quiet" : "nothing planned") : parts.joined(separator: " · ")
    short = when ?? text
    percentage = min(100, ((left ?? 0) * 100 + BarText.stretch - 1) / BarText.stretch)
    if (left ?? 0) > BarText.stretch { percentage = 100 }

    tooltip =
      view.next.map { ["\(isGeneric ? "next step" : printable($0.name ?? "next step")), \($0.at.wall.time)"] } ?? [text]
    if view.soft { tooltip.append(Mode.lowDemand.onScreen) }
    if view.silence != nil { tooltip.append("quiet for you") }
    if view.held > 0 || view.screen != nil {
      tooltip.append(view.held > 0 ? HavenCLI.counted(view.held, "cue waits", "cues wait") : "cues would wait")
    }

    if let silence = view.silence.map(BarText.word) {
      state = silence
    } else if view.held > 0 || view.screen != nil {
      state = "held"
    } else if let left {
      state = left <= BarText.soon ? "soon" : "later"
    } else {
      state = "none"
    }
    classes = [state]
    if let left, state != "soon", left <= BarText.soon { classes.append("soon") }
    if view.held > 0 || view.screen != nil, state != "held" { classes.append("held") }
    if view.soft { classes.append("soft") }
    if isGeneric { classes.append("generic") }
    changesAt = min(view.changesAt.instant, view.next.flatMap { BarText.change($0, now: now) } ?? .distantFuture)
  }

  /// The reason in a word that any screen may carry.
  private static func word(_ reason: String) -> String {
    switch reason {
    case "unsafe": "off"
    case "tagged-out": "out"
    default: reason
    }
  }

  /// `12 min`, `17:25`, `tomorrow 06:50`; `■■■□□`, `later`, `tomorrow` where there is to be no number.
  private static func when(_ next: BarView.Next, left: Int, from now: Stamp) -> String {
    let isTomorrow = next.at.wall.date != now.wall.date && left >= counted
    guard next.minutes else {
      if left > stretch { return isTomorrow ? "tomorrow" : "later" }
      let cells = min(5, max(0, (left + 359) / 360))
      return String(repeating: "■", count: cells) + String(repeating: "□", count: 5 - cells)
    }
    if left < counted { return "\(max(0, left + 59) / 60) min" }
    return isTomorrow ? "tomorrow \(next.at.wall.time)" : "\(next.at.wall.time)"
  }

  /// When the text or a class changes of itself, besides at the step.
  private static func change(_ next: BarView.Next, now: Instant) -> Instant? {
    let left = next.at.instant - now
    guard left > 0 else { return next.at.instant }
    let unit = next.minutes ? 60 : 360
    let reach = next.minutes ? counted : stretch + 1
    // Whole minutes up to the hour, sixths of the half hour for a bar of five; and where it becomes soon.
    var steps = [soon]
    if left >= reach {
      steps.append(next.minutes ? counted - 1 : stretch)
    } else {
      steps.append((left - 1) / unit * unit)
    }
    return steps.filter { $0 < left }.max().map { next.at.instant - $0 }
  }
}
