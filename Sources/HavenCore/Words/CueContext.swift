/// One item of a line, with everything decided that its words depend on but the words themselves.
struct CueContext {
  var child: Child
  var step: WordingStep?
  var id: CueID
  var changeAt: Instant
  var manner: Manner
  var stage: CueStage
  var timing: Timing
  /// For what this cue has to say in numbers, once no other child in the line minds digits.
  var numbers: Numbers

  /// Teens, and those who feel a request as a demand, hear a fact without their name in it.
  var isNamed: Bool

  /// The heading's numbers in a line that may have no digits.
  func heading(name: String?, allowsDigits: Bool) -> Heading {
    Heading(name: name, timing: timing, numbers: allowsDigits ? numbers : .words)
  }
}

extension Mode {
  /// The age that a child runs at on such a day, where none was given with it: the ladders go by the same.
  fileprivate func workingAge(from age: Int?) -> Int? {
    switch self {
    case .regression, .sick: AgeBand.lowered(age)
    case .ordinary, .lowDemand: age
    }
  }
}

extension Wording {
  func cueContext(of item: Line.Item, in line: Line, step: WordingStep?) -> CueContext {
    let child = child(item.id.child)
    let mode = step?.mode ?? .ordinary
    let age = step?.workingAge ?? mode.workingAge(from: child.workingAge)
    let hasNoNumbers = (age ?? .max) < Numbers.readyForMinutes || mode == .lowDemand
    let stage = stage(of: item, in: line.kind)
    return CueContext(
      child: child, step: step, id: item.id, changeAt: line.at + item.secondsLeft,
      manner: Manner(style: child.style, mode: mode, workingAge: age, isBedtime: step?.isBedtime ?? false),
      stage: stage,
      timing: timing(of: item, stage, mode: mode, hasNoNumbers: hasNoNumbers),
      numbers: hasNoNumbers ? .words : .digits,
      isNamed: child.style != .declarative && (age ?? 0) < Manner.teens)
  }

  private func stage(of item: Line.Item, in kind: Line.Kind) -> CueStage {
    switch kind {
    case .moved: return .moved
    case .catchUp: return .late
    default: break
    }
    guard item.secondsLeft > 0 else { return .arrival }
    switch Rung(item.id.rung)?.voice {
    case .carer: return .near
    case .last: return .last
    case .minutes, nil: return .ahead
    }
  }

  /// A cue may come early or late in its life (collapsed, held, snoozed): what is said is the time truly left.
  private func timing(of item: Line.Item, _ stage: CueStage, mode: Mode, hasNoNumbers: Bool) -> Timing {
    let left = TimeLeft(seconds: item.secondsLeft)
    switch stage {
    case .late, .moved: return .left(left)
    case .near: return mode == .lowDemand ? .soon : .left(left)
    case .last: return .last
    case .ahead: return hasNoNumbers ? .bar(isLong: item.secondsLeft > Timing.shortBar) : .left(left)
    case .arrival:
      if hasNoNumbers, item.secondsLeft < 0 { return .left(.aMomentAgo) }
      return .left(left)
    }
  }
}
