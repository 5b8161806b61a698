extension Wording {
  /// The one line that tells of a new time.
  func moved(_ items: [CueContext], to: Instant, at level: TextLevel, _ screen: Screen) -> Draft {
    let time = zone.civil(at: to).time
    let clock = catalogue.clock(time, screen.allowsDigits ? .digits : .words)
    let newTime = screen.pick(catalogue.newTime(clock))
    guard level != .generic, let first = items.first else {
      return Draft(title: screen.pick(catalogue.genericMoved(to: clock)), body: [newTime])
    }
    let label = Shortening.firstClause(of: label(of: first.step?.step, screen))
    let isOneStep = items.allSatisfy { $0.id.step == first.id.step }
    guard isOneStep else { return movedSeveral(items, to: clock, screen) }
    let name = items.count == 1 && first.isNamed ? screen.name(first.child.id) : nil
    let title = screen.title([label], prefersWholeLabel: true) { label in
      guard let name else { return catalogue.moved(label, to: clock) }
      return Phrase(catalogue.moved(label, to: clock).choices.map { catalogue.title(names: name, labels: $0).text })
    }
    let script = screen.pick(catalogue.movedScript(label, to: catalogue.clock(time, .words))).map(catalogue.quoted)
    let tip = screen.pick(catalogue.tip(.moved, first.manner))
    guard level == .full, let script else {
      return Draft(title: title, body: [[newTime, tip].compactMap { $0 }.joined(separator: " ")])
    }
    return Draft(title: title, body: [script, tip])
  }

  private func movedSeveral(_ items: [CueContext], to clock: String, _ screen: Screen) -> Draft {
    let lines = items.map { item in
      let own = catalogue.clock(zone.civil(at: item.changeAt).time, screen.allowsDigits ? .digits : .words)
      return screen.pick(catalogue.moved(Shortening.firstClause(of: label(of: item.step?.step, screen)), to: own))
    }
    return Draft(title: screen.pick(catalogue.genericMoved(to: clock)), body: lines.map { $0?.sentenceCased })
  }
}
