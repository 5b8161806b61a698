import HavenAPI
import HavenCore

/// What the live view shows, as lines: pure, so that a test reads it.
struct WatchFrame {
  /// Nil while the daemon has not answered yet.
  var view: NowView?
  /// What the last key did, or why nothing is known.
  var message: String?
  var render: TextRender

  /// The keys, and what each does to the next step.
  enum Key: Equatable {
    case leave, done, later, skip, undo

    init?(_ byte: UInt8) {
      switch byte {
      case UInt8(ascii: "q"), UInt8(ascii: "Q"), 0x1B, 0x04: self = .leave
      case UInt8(ascii: "d"): self = .done
      case UInt8(ascii: "+"), UInt8(ascii: "="): self = .later
      case UInt8(ascii: "s"): self = .skip
      case UInt8(ascii: "u"): self = .undo
      default: return nil
      }
    }
  }

  /// Minutes that `+` adds.
  static let later = 5

  /// - Parameter rows: of the screen; the view gives way before the message and the keys do.
  func lines(rows: Int) -> [String] {
    var foot: [String] = []
    if let message { foot.append(fitted(message, render.style.width)) }
    foot.append(render.style.dim(fitted(keys, render.style.width)))
    var body = view.map(render.now) ?? []
    if let bar = view.flatMap(bar) { body.append(bar) }
    body = Array(body.prefix(max(1, rows - foot.count - 1)))
    return body + (rows > body.count + foot.count ? [""] : []) + foot
  }

  private var keys: String {
    guard let step = view?.nextStep else { return "q leave" }
    let long = "d done · + \(WatchFrame.later) min later · s not today · u undo · q leave — \(render.words(step.name))"
    return columns(of: long) <= render.style.width ? long : "d done  + later  s skip  u undo  q leave"
  }

  /// How much is left until the next step: it only ever shrinks. The last half hour is its whole length.
  private func bar(_ view: NowView) -> String? {
    guard let left = view.nextStep?.secondsLeft, (1...1800).contains(left) else { return nil }
    let width = min(30, max(10, render.style.width - TextRender.labelWidth - 12))
    let filled = max(1, (left * width + 1799) / 1800)
    let bar = String(repeating: "■", count: filled) + String(repeating: "□", count: width - filled)
    return render.row("", "\(bar)  \(left < 60 ? "\(left) s" : "\((left + 59) / 60) min")")
  }

  /// Milliseconds until the screen says something else: the next second in the last minute of anything, else the next
  /// minute of the wall clock.
  static func pause(_ view: NowView?, now: Instant, milliseconds: Int) -> Int {
    let untilSecond = 1000 - milliseconds
    guard let view else { return untilSecond + 1000 }
    let counted =
      [view.nextStep?.at.instant, view.nextCue?.at.instant].compactMap { $0 }
      + view.children.compactMap(\.until?.instant)
    let isLastMinute = counted.contains { (0...60).contains($0 - now) }
    if isLastMinute { return untilSecond }
    let wall = view.at.offset + now.seconds
    return untilSecond + (59 - ((wall % 60) + 60) % 60) * 1000
  }
}
