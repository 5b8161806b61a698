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
    add(.delay(step: id, minutes: minutes), by: carer, now: now)
    replan(now: now)
    sayMoved([id], on: today, now: now)
    let twice = acts.count { $0.date == today && $0.command.delayedStep == id } == 2
    var reply = Reply("\(id) is at \(zone.civil(at: movedAt).time) now")
    if twice && step.step.anchor != .loose {
      reply.lines.append("moved twice today; anchor = \"loose\" would let it float")
    }
    return reply
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
    return Reply(
      "\(first) is at \(zone.civil(at: other.at).time) now", "\(second) is at \(zone.civil(at: one.at).time) now")
  }

  /// One `moved` line a carer for the transitions of these steps whose child was told of the old time.
  mutating func sayMoved(_ steps: [StepID], on date: CivilDate, now: Instant) {
    for step in plan(for: date).steps where steps.contains(step.step.id) {
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
      for line in lines { say(moved: line.ids, to: line.to, changeAt: step.at, now: now) }
    }
  }

  private mutating func say(moved ids: [CueID], to carer: CarerID, changeAt: Instant, now: Instant) {
    let items = ids.map { Line.Item(id: $0, secondsLeft: changeAt - now) }
    let line = Line(
      kind: .moved, at: now, to: carer, level: level(at: now), items: items, subject: .movedTo(changeAt))
    for id in ids {
      setLine(
        LedgerEntry(id: "\(id)", kind: .moved, state: .claimed, dueAt: now, at: now, to: carer, subject: id.child))
    }
    deliver(line, claims: ids.map { "\($0)" }, key: "\(ids[0].transition)", actions: [.done, .later, .notToday])
  }
}

extension Command {
  var delayedStep: StepID? {
    if case .delay(let step, _) = self { return step }
    return nil
  }
}
