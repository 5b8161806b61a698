/// Steps that go to another time today, and the one line that says so.
extension Engine {
  /// Moves a step; where a child-facing rung was shown, exactly one truthful `moved` line is said at once.
  mutating func delay(_ id: StepID, minutes: Int, by carer: CarerID, now: Instant) throws(Refusal) -> Reply {
    let today = zone.date(at: now)
    guard let step = plan(for: today).steps.first(where: { $0.step.id == id }) else {
      throw Refusal("'\(id)' is not in today's plan", hint: "havenctl day", isTruthfulNo: true)
    }
    let movedAt = step.at + minutes * 60
    guard zone.date(at: movedAt) == today else {
      throw Refusal(
        "'\(id)' cannot be moved past midnight, to \(zone.civil(at: movedAt).time)",
        hint: "havenctl skip \(id) takes it out of today")
    }
    let order = order(of: step, on: today)
    add(.delay(step: id, minutes: minutes), by: carer, now: now)
    replan(now: now)
    sayMoved([id], on: today, now: now)
    return delayed(step, to: movedAt, overtaking: order, now: now)
  }

  mutating func swap(_ first: StepID, _ second: StepID, by carer: CarerID, now: Instant) throws(Refusal)
    -> Reply
  {
    let today = zone.date(at: now)
    let steps = plan(for: today).steps
    guard let one = steps.first(where: { $0.step.id == first }),
      let other = steps.first(where: { $0.step.id == second })
    else { throw Refusal("both steps have to be in today's plan", hint: "havenctl day", isTruthfulNo: true) }
    guard one.at != other.at else {
      throw Refusal("'\(first)' and '\(second)' are at the same time already", isTruthfulNo: true)
    }
    add(.swapped(first: first, second: second, seconds: other.at - one.at), by: carer, now: now)
    replan(now: now)
    sayMoved([first, second], on: today, now: now)
    var reply = Reply(
      "\(first) is at \(zone.civil(at: other.at).time) now", "\(second) is at \(zone.civil(at: one.at).time) now")
    for (step, at) in [(one, other.at), (other, one.at)] where step.step.anchor == .fixed {
      reply.lines.append("\(step.step.id) is a fixed one: is \(zone.civil(at: at).time) really open to it?")
    }
    reply.lines += lateLines(at: now)
    return reply
  }

  /// One `moved` line a carer for the transitions of these steps whose child was told of the old time.
  mutating func sayMoved(_ steps: [StepID], on date: CivilDate, now: Instant) {
    for step in plan(for: date).steps where steps.contains(step.step.id) {
      for line in toldOfMove(of: step, on: date, now: now) {
        say(moved: line.ids.map { Line.Item(id: $0, secondsLeft: step.at - now) }, to: line.to, now: now)
      }
    }
  }

  /// One `moved` line a carer, with all the transitions of these steps whose child was told of the old time, each with
  /// its own true time left.
  mutating func sayMovedTogether(_ ids: [StepID], on date: CivilDate, now: Instant) {
    var lines: [(to: CarerID, items: [Line.Item])] = []
    for step in plan(for: date).steps where ids.contains(step.step.id) {
      for moved in toldOfMove(of: step, on: date, now: now) {
        let items = moved.ids.map { Line.Item(id: $0, secondsLeft: step.at - now) }
        if let place = lines.firstIndex(where: { $0.to == moved.to }) {
          lines[place].items += items
        } else {
          lines.append((moved.to, items))
        }
      }
    }
    for line in lines { say(moved: line.items, to: line.to, now: now) }
  }

  /// Who is told that a step has moved: of whose children, by carer.
  private mutating func toldOfMove(
    of step: PlannedStep, on date: CivilDate, now: Instant
  ) -> [(to: CarerID, ids: [CueID])] {
    var lines: [(to: CarerID, ids: [CueID])] = []
    for child in step.children {
      let id = TransitionID(date: date, step: step.step.id, child: child)
      guard shown[id]?.isChildTold == true, cancellation(of: id) == nil, canShow else { continue }
      guard childHold(id, at: now) == nil, let carer = route(id, step: step.step, at: now) else { continue }
      guard carerHold(carer, at: now) == nil else { continue }
      let cue = CueID(id, rung: CueID.moved)
      if let place = lines.firstIndex(where: { $0.to == carer }) {
        lines[place].ids.append(cue)
      } else {
        lines.append((carer, [cue]))
      }
    }
    return lines
  }

  /// - Parameter items: at least one, the soonest first.
  private mutating func say(moved items: [Line.Item], to carer: CarerID, now: Instant) {
    let line = Line(
      kind: .moved, at: now, to: carer, level: level(at: now), items: items,
      subject: .movedTo(now + items[0].secondsLeft))
    for item in items {
      setLine(
        LedgerEntry(
          id: "\(item.id)", kind: .moved, state: .claimed, dueAt: now, at: now, to: carer, subject: item.id.child))
    }
    deliver(
      line, claims: items.map { "\($0.id)" }, key: "\(items[0].id.transition)", actions: Answer.ofAChange)
  }
}

extension Command {
  var delayedStep: StepID? {
    if case .delay(let step, _) = self { return step }
    return nil
  }
}
