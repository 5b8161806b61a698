/// What a person is told of an act that the plan or the silence follows from.
extension Engine {
  /// - Parameter wasSoft: whether any child it is about was in a soft mode before.
  mutating func reply(to command: Command, by carer: CarerID, wasSoft: Bool, now: Instant) -> Reply {
    var reply = Reply(command.summary)
    switch command {
    case .hush(let seconds):
      reply.lines = ["quiet for you until \(clock(now + seconds))"]
    case .retreat(let child, on: true):
      reply.lines = ["\(child) is in retreat: nothing is said about them until 'havenctl retreat \(child) off'"]
    case .unsafe(on: true):
      reply.lines = ["everything is off but help-now and safe, until 'havenctl unsafe off'"]
    case .mode(.ordinary, let child, _, _):
      if !wasSoft { reply.lines = [child.map { "an ordinary day for \($0)" } ?? "an ordinary day"] }
    case .mode(_, let child, _, _):
      reply.lines = softDayLines(child: child, now: now)
    case .note(let note):
      reply.lines += NeutralWords.verdicts(in: note.text).map {
        "'\($0.word)' may be read one day; rather '\($0.instead)'"
      }
      if let number = lastAct?.id {
        reply.lines.append("kept as \(number): 'havenctl note delete \(number)' erases it")
      }
    case .tryBegin(let trial): reply.lines = self.reply(to: trial)
    case .capacity(let level): reply.lines += lighten(capacity: level, to: carer, now: now)
    case .hard:
      if let offer = offer(to: carer, at: now), offer.what == .softDay { reply.lines.append(words(for: offer)) }
    default: reply.lines += careLines(after: command, now: now)
    }
    return reply
  }

  func isSoft(_ child: ChildID?, at now: Instant) -> Bool {
    guard let child else { return isSoftDay(at: now) }
    return facts.mode(of: child, at: now) != .ordinary
  }

  /// `a soft day for otter, until midnight`, and what of today is left out for it.
  private mutating func softDayLines(child: ChildID?, now: Instant) -> [String] {
    let whom = child.map { " for \($0)" } ?? ""
    let back = "'havenctl mode ordinary\(child.map { " \($0)" } ?? "")'"
    let end = (child ?? household.children.first?.id).flatMap { facts.modeSpan(of: $0, at: now)?.end } ?? .distantFuture
    let today = zone.date(at: now)
    let until =
      end == .distantFuture ? back : end == zone.startOfDay(today + 1) ? "midnight, or \(back)" : day(end, from: today)
    var lines = ["a soft day\(whom), until \(until)"]
    let left = changes(on: today).filter { change in
      (change.what == .soft || change.what == .fewer) && change.step.at > now
        && child.map(change.children.contains) ?? true
    }
    if !left.isEmpty { lines.append("left out today: \(left.map { $0.step.step.id }.joined(separator: ", "))") }
    return lines
  }

  private func day(_ instant: Instant, from today: CivilDate) -> String {
    let civil = zone.civil(at: instant)
    return civil.date == today ? "\(civil.time)" : "\(civil.time) on \(civil.date.shortText)"
  }

  private func clock(_ instant: Instant) -> String { "\(zone.civil(at: instant).time)" }

  private func words(for offer: Offer) -> String {
    let child = offer.children.first.map { " \($0)" } ?? ""
    return
      "the rest of today can be a soft day: 'havenctl mode low-demand\(child)', or not: 'havenctl mode ordinary\(child)'"
  }

  /// Why a step that a person names is not in today; nil where it never was.
  mutating func absence(of text: String, on date: CivilDate) -> Refusal? {
    let gone = changes(on: date).filter { $0.at == nil && $0.step.step.id.hasPrefix(text) }
    guard !text.isEmpty, let change = gone.first(where: { $0.step.step.id == text }) ?? gone.first else { return nil }
    let id = change.step.step.id
    switch change.what {
    case .soft: return Refusal("'\(id)' is left out today: a soft day", hint: "havenctl mode", isTruthfulNo: true)
    case .overnight: return Refusal("'\(id)' is not in today: the children are away", isTruthfulNo: true)
    default:
      return Refusal(
        "'\(id)' is out of today already", hint: "'havenctl undo' brings back what you did in the last ten minutes",
        isTruthfulNo: true)
    }
  }
}
