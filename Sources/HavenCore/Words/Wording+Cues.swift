extension Wording {
  /// A line of a body may be longer than a title.
  private static let longestLine = 120

  func genericCues(_ items: [CueContext], _ screen: Screen) -> Draft? {
    func title(_ item: CueContext) -> String? {
      let heading = item.heading(name: nil, allowsDigits: screen.allowsDigits)
      return screen.pick(catalogue.genericTitle(heading.timing, heading.numbers))?.sentenceCased
    }
    guard let first = items.first else { return nil }
    let tip = items.allSatisfy { $0.stage == first.stage } ? screen.pick(catalogue.genericTip(first.stage)) : nil
    if items.count == 1 { return Draft(title: title(first), body: [tip]) }
    return Draft(title: screen.pick(catalogue.severalSteps(items.count)), body: items.map(title) + [tip])
  }

  func cues(_ items: [CueContext], at level: TextLevel, _ screen: Screen) -> Draft? {
    guard let first = items.first else { return nil }
    guard items.count == 1 else { return mergedCues(items, at: level, screen) }
    let advice = [catalogue.tip(first.stage, first.manner), extra(first, screen)]
    let tip = advice.compactMap { $0.flatMap(screen.pick) }.joined(separator: " ")
    let title = title(of: first, screen)
    guard level == .full else { return Draft(title: title, body: [tip]) }
    let script = script(of: first, screen)
    if first.stage == .near {
      let ready = script.flatMap { screen.pick(catalogue.readyToSay($0)) }
      return Draft(title: title, body: [tip, ready, supports(of: first, screen)])
    }
    return Draft(title: title, body: [script, tip, supports(of: first, screen)])
  }

  /// Who and what in the title, then a line for each with its own time.
  private func mergedCues(_ items: [CueContext], at level: TextLevel, _ screen: Screen) -> Draft {
    var body: [String?] = []
    for item in items {
      body.append(title(of: item, screen, room: Wording.longestLine))
      if level == .full { body.append(script(of: item, screen)) }
    }
    return Draft(title: mergedTitle(items, screen), body: body)
  }

  private func mergedTitle(_ items: [CueContext], _ screen: Screen) -> String? {
    var labels: [String] = []
    for item in items {
      let short = Shortening.firstClause(of: label(of: item.step?.step, screen))
      if !labels.contains(short) { labels.append(short) }
    }
    var names: [String] = []
    for item in items {
      guard item.isNamed, let name = screen.name(item.child.id) else {
        names = []
        break
      }
      if !names.contains(name) { names.append(name) }
    }
    let several = screen.pick(catalogue.severalSteps(items.count))
    guard !names.isEmpty else { return several }
    let who = catalogue.list(names)
    for what in [catalogue.list(labels), several].compactMap({ $0 }) {
      if let title = screen.pick(catalogue.title(names: who, labels: what)),
        title.fits(Words.longestTitle)
      {
        return title
      }
    }
    return several
  }

  /// "Otter in twenty minutes: tablet → shoes"
  private func title(of item: CueContext, _ screen: Screen, room: Int = Words.longestTitle) -> String? {
    let label = label(of: item.step?.step, screen)
    var labels = [label]
    if item.manner.namesWhatIsLeft, item.stage == .near || item.stage == .ahead || item.stage == .late,
      let left = screen.labelInPassing(item.step?.previous), !label.hasPrefix(left)
    {
      labels.insert("\(left) → \(label)", at: 0)
    }
    let name = item.isNamed ? screen.name(item.child.id) : nil
    let heading = item.heading(name: name, allowsDigits: screen.allowsDigits)
    return screen.title(labels, room: room) { catalogue.title(heading, to: $0) }
  }

  func label(of step: Step?, _ screen: Screen) -> String {
    screen.label(step) ?? screen.pick(catalogue.neutralStep) ?? catalogue.neutralStep.text
  }

  /// A small thing to give, with a cue for the carer alone; what follows, with one that names an ending.
  private func extra(_ item: CueContext, _ screen: Screen) -> Phrase? {
    switch item.stage {
    case .near:
      let doses = catalogue.doses(item.manner).filter(screen.allows)
      guard !doses.isEmpty else { return nil }
      let turn = Wording.turn(of: "\(item.id.step)/\(item.id.child)", on: item.id.date, outOf: doses.count)
      return catalogue.offering(doses[turn])
    case .ahead where item.manner.namesWhatIsLeft:
      return screen.labelInPassing(item.step?.next).map(catalogue.afterThat)
    default: return nil
    }
  }

  /// The family's own script, or one in the child's manner, in quotation marks; nil where none may be shown.
  private func script(of item: CueContext, _ screen: Screen) -> String? {
    let own = item.stage == .moved ? nil : screen.sentence(item.step?.step.say)
    let script = own ?? (item.stage == .near ? nil : madeScript(of: item, screen))
    return script.map { catalogue.quoted($0.sentenceCased) }
  }

  private func madeScript(of item: CueContext, _ screen: Screen) -> String? {
    let label = Shortening.firstClause(of: label(of: item.step?.step, screen))
    if item.stage == .last, let stop = screen.label(item.step?.step.naturalStop ?? "") {
      return screen.pick(catalogue.script(stop: stop, to: label))
    }
    var spoken = Spoken(
      stage: item.stage, manner: item.manner, timing: item.timing, numbers: item.numbers,
      at: zone.civil(at: item.changeAt).time)
    switch item.timing {
    case .left(.none), .left(.aMomentAgo), .left(.minutesAgo): spoken.stage = .arrival
    default: break
    }
    return screen.pick(catalogue.script(spoken, to: label))
  }

  /// What eases the change: where to stop, and what to carry over.
  private func supports(of item: CueContext, _ screen: Screen) -> String? {
    let step = item.step?.step
    let stop = item.stage == .arrival ? nil : screen.label(step?.naturalStop ?? "").map(catalogue.naturalStop)
    let bridge = screen.label(step?.bridge ?? "").map(catalogue.bridge)
    return [stop, bridge].compactMap { $0.flatMap(screen.pick) }.joined(separator: " ")
  }

  /// Takes turns from date to date, the same way on every machine and after every restart.
  static func turn(of key: String, on date: CivilDate, outOf count: Int) -> Int {
    // FNV-1a: Swift's own hashes differ from run to run.
    let hash = key.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    let start = Int(hash % UInt64(count))
    return ((date.dayNumber % count + count) % count + start) % count
  }
}
