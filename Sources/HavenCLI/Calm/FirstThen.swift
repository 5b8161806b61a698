import HavenAPI
import HavenCore

/// What a child has now and what comes next: exactly two things, from the day as it stands.
///
/// It is a sequence, never a bargain: the Then is not withdrawn, and nothing is slipped in between. Where the day's next
/// step is not certain it is not said.
struct FirstThen: Equatable {
  var child: ChildID
  var first: String
  /// Nil where nothing more is written, today or tomorrow.
  var then: Then?
  /// Only for a working age of eight and more.
  var afterThat: String?
  /// Nil where there is nothing to wait for: asleep, in the quiet place, before the day has begun.
  var bar: Bar?
  /// Whether the time of what comes next is another than it was.
  var isMoved = false
  /// False under a working age of six and on a soft day: the bar alone tells.
  var hasNumbers = true

  enum Then: Equatable {
    case step(String)
    /// It is certain at this time.
    case notSure(Stamp)
  }

  struct Bar: Equatable {
    /// Blocks that are left, of ten; it only shrinks, unless the day moved.
    var filled: Int
    var secondsLeft: Int
    /// Until the bar loses its next block.
    var secondsToNextBlock: Int

    static let blocks = 10

    init(left: Int, of whole: Int) {
      let whole = max(1, whole)
      secondsLeft = max(0, min(left, whole))
      filled = (secondsLeft * Bar.blocks + whole - 1) / whole
      secondsToNextBlock = secondsLeft - (max(1, filled) - 1) * whole / Bar.blocks
    }

    /// "6 left": what was begun of a minute counts.
    var minutesLeft: Int { (secondsLeft + 59) / 60 }
  }

  /// Below this a gap between two steps is part of the way there; from it on it is a thing of its own.
  static let freeTime = 10 * 60
  static let readyForMinutes = 6
  static let readyForThree = 8
}

extension FirstThen {
  /// - Parameters:
  ///   - steps: of this child, today's in order and then tomorrow's first.
  ///   - mode: the child's own.
  ///   - label: what a screen calls a step.
  ///   - isCertain: whether a step will be there.
  init(
    _ child: Child, steps: [DayView.Step], tomorrow: DayView.Step?, mode: Mode, state: NowView.Child.State,
    now: Instant,
    label: (DayView.Step) -> String, isCertain: (DayView.Step) -> Bool
  ) {
    self.init(child: child.id, first: "")
    hasNumbers = (child.workingAge ?? .max) >= FirstThen.readyForMinutes && mode == .ordinary
    let begun = steps.lastIndex { $0.at.instant <= now || $0.doneAt != nil }
    let coming = Array(steps[(begun.map { $0 + 1 } ?? 0)...]) + [tomorrow].compactMap { $0 }
    guard let begun else {
      set(coming, label: label, isCertain: isCertain, firstIsToCome: true)
      return
    }
    let current = steps[begun]
    let since = current.doneAt.map { min($0.instant, current.at.instant) } ?? current.at.instant
    let next = coming.first
    // A step that says how long it lasts, with time to spare before the next: what comes then is free time.
    let end = current.until.map(\.instant).flatMap { end in
      next.map { $0.at.instant - end >= FirstThen.freeTime } == true ? end : nil
    }
    let isOver = end.map { $0 <= now } ?? false
    first = state == .retreat ? FirstThen.quietPlace : isOver ? FirstThen.free : label(current)
    if let end, !isOver {
      then = .step(FirstThen.free)
      setBar(from: since, to: end, now: now, state: state)
    } else {
      set(coming, label: label, isCertain: isCertain, firstIsToCome: false)
      isMoved = (next?.movedBy ?? 0) != 0
      if let next, begun + 1 < steps.count {
        setBar(from: isOver ? end ?? since : since, to: next.at.instant, now: now, state: state)
      }
    }
    if (child.workingAge ?? 0) < FirstThen.readyForThree || mode != .ordinary { afterThat = nil }
  }

  static let free = "free time"
  static let quietPlace = "quiet place, as long as you like"

  private mutating func set(
    _ coming: [DayView.Step], label: (DayView.Step) -> String, isCertain: (DayView.Step) -> Bool, firstIsToCome: Bool
  ) {
    var rest = coming[...]
    if firstIsToCome { first = rest.popFirst().map(label) ?? FirstThen.free }
    guard let next = rest.popFirst() else { return }
    then = isCertain(next) ? .step(label(next)) : .notSure(next.at)
    if !firstIsToCome, isCertain(next), let third = rest.first, isCertain(third) { afterThat = label(third) }
  }

  private mutating func setBar(from start: Instant, to end: Instant, now: Instant, state: NowView.Child.State) {
    guard state == .here || state == .away, end > now else { return }
    bar = Bar(left: end - now, of: end - start)
  }

  /// For a program that speaks: whole sentences, and no numbers where the bar has none.
  var spoken: String {
    var sentences = ["First \(first)."]
    if let bar, hasNumbers {
      sentences.append("\(bar.minutesLeft) \(bar.minutesLeft == 1 ? "minute" : "minutes") left.")
    }
    if isMoved { sentences.append("The time has moved.") }
    switch then {
    case .step(let step): sentences.append("Then \(step).")
    case .notSure(let at): sentences.append("Then \(notSure(at)).")
    case nil: break
    }
    if let afterThat { sentences.append("After that \(afterThat).") }
    return sentences.joined(separator: " ")
  }

  /// "not sure yet, I'll say at 16:00".
  func notSure(_ at: Stamp) -> String {
    hasNumbers ? "not sure yet, I'll say at \(at.wall.time)" : "not sure yet, I'll say when the bar is empty"
  }
}
