extension Facts {
  /// The facts that these acts make, in order of time.
  public init(acts: some Sequence<Act>, children: [ChildID], zone: Zone) {
    for act in acts { add(act, children: children, zone: zone) }
  }

  mutating func add(_ act: Act, children: [ChildID], zone: Zone) {
    let at = act.at
    switch act.command {
    case .done(let step): done[act.date, default: [:]][step] = at
    case .delay(let step, let minutes): shifts[act.date, default: [:]][step, default: 0] += minutes * 60
    case .skip(let step): skipped[act.date, default: []].insert(step)
    case .swap: break  // the ledger keeps it as `swapped`
    case .swapped(let first, let second, let seconds):
      shifts[act.date, default: [:]][first, default: 0] += seconds
      shifts[act.date, default: [:]][second, default: 0] -= seconds
    case .late: break  // the ledger keeps it as `ranLate`
    case .ranLate(_, _, let dropped, let moved):
      skipped[act.date, default: []].formUnion(dropped)
      for shift in moved { shifts[act.date, default: [:]][shift.step, default: 0] += shift.seconds }
    case .snooze: break  // lives in the cue's own state
    case .answer(let cue, let answer):
      if answer == .notToday, let id = CueID(cue) { notToday[id.transition] = at }
    case .retreat(let child, let on): retreats[child, default: []].set(on, at: at)
    case .mode(let mode, let child, let age, let until):
      for each in child.map({ [$0] }) ?? children { set(mode, of: each, age: age, at: at, until: until, zone: zone) }
    case .hush(let seconds): hushes[act.by, default: []].append(at..<(at + seconds))
    case .unsafe(let on): unsafe.set(on, at: at)
    case .tagOut(let seconds): tagOut(act, seconds: seconds)
    case .tagIn: endTagOut(of: act.by, at: at)
    case .tagAnswer(let answer): answerTagOut(answer, by: act.by, at: at)
    case .duty(let carer):
      endDuties(at: at)
      duties.append(Duty(carer: carer, start: at, end: zone.startOfDay(act.date + 1)))
    case .hard(let moment):
      hardMoments.append(Hard(moment, act: act.origin == nil ? act.id : 0, recordedAt: at, by: act.by, zone: zone))
    case .hardEdit, .hardDelete: break  // the record itself was written anew, or is gone
    case .fed(let child): fed[child, default: []].append(at)
    case .drank(let child): drank[child, default: []].append(at)
    case .moved(let child): moved[child, default: []].append(at)
    case .nurture(let child): nurtured[child, default: []].append(at)
    case .night(let up): night(up: up, carer: act.by, at: at)
    case .capacity(let level): capacity[act.by] = (act.date, level)
    case .goal(let id, let goalAct, _):
      goalActs[id, default: []].append(GoalEvent(act: goalAct, at: at, date: act.date))
    case .promiseAdd(let id, let dueAt, let on, let note):
      promises.removeAll { $0.id == id }
      promises.append(
        Promise(id: id, carer: act.by, dueAt: dueAt, setAt: at, movedCount: 0, state: .open, on: on, note: note))
    case .promiseMoved(let id, let dueAt):
      changePromise(id) {
        $0.move(to: dueAt, at: at)
      }
    case .promiseKept(let id): changePromise(id) { $0.state = .kept }
    case .promiseRepaired(let id): changePromise(id) { $0.state = .repaired }
    case .respiteBook(let lane, let from, let to):
      let booking = Booking(lane: lane, start: from, end: to, bookedAt: at)
      bookings.removeAll { $0.lane == lane && $0.start == from }
      bookings.append(booking)
      addReturn(of: booking, by: act.by, zone: zone)
    case .respiteCancel(let lane, let from, _):
      bookings.removeAll { $0.lane == lane && $0.start == from }
      removeReturn(from: lane, from)
    case .suggestionAccepted(let id, let changes): suggestions.accept(id, changes, at: at, date: act.date)
    case .solve(let sheet): worksheets.append(KeptWorksheet(sheet: sheet, by: act.by, at: at))
    case .solveDone(let number): finishWorksheet(number)
    case .ask(let question): questions.append(KeptQuestion(question: question, by: act.by, at: at))
    case .askDone(let number): finishQuestion(number)
    case .suggestionUndone(let id): suggestions.takeBack(id)
    case .suggestionDismissed(let id): suggestions.quiet[id] = at + Suggestion.quietSeconds
    case .tryBegin(let trial): begin(trial)
    case .tryStop(let step): stopTrial(of: step, on: act.date)
    case .note(let note): notes.append(KeptNote(note: note, act: act.id, at: at, by: act.by))
    case .noteDelete: break  // the record itself is gone
    case .handover: break  // read as an act
    case .respiteTook, .respiteForgive, .noticed, .repair, .boundaryHeld, .balance: break  // for the record
    }
  }

  /// A new mode replaces the old for that child.
  private mutating func set(
    _ mode: Mode, of child: ChildID, age: Int?, at: Instant, until: Instant?, zone: Zone
  ) {
    var spans = modes[child, default: []]
    if let last = spans.indices.last { spans[last].end = min(spans[last].end, at) }
    if mode != .ordinary {
      let ownEnd = mode == .lowDemand ? zone.startOfDay(zone.date(at: at) + 1) : .distantFuture
      spans.append(ModeSpan(mode: mode, age: age, start: at, end: until ?? ownEnd))
    }
    modes[child] = spans
  }

  private mutating func tagOut(_ act: Act, seconds: Int?) {
    endTagOut(of: act.by, at: act.at)
    for index in duties.indices where duties[index].carer == act.by {
      duties[index].end = min(duties[index].end, act.at)
    }
    let plannedEnd = seconds.map { act.at + $0 }
    tagOuts.append(
      TagOut(
        act: act.key, date: act.date, carer: act.by, start: act.at, end: plannedEnd ?? .distantFuture,
        plannedEnd: plannedEnd))
  }

  private mutating func endTagOut(of carer: CarerID, at: Instant) {
    for index in tagOuts.indices where tagOuts[index].carer == carer {
      tagOuts[index].end = min(tagOuts[index].end, at)
    }
  }

  private mutating func answerTagOut(_ answer: TagAnswer, by carer: CarerID, at: Instant) {
    guard let index = tagOuts.lastIndex(where: { $0.carer != carer && $0.contains(at) }) else { return }
    tagOuts[index].answeredAt = tagOuts[index].answeredAt ?? at
    if answer == .yes { tagOuts[index].accepted = (carer, at) }
  }

  private mutating func endDuties(at: Instant) {
    for index in duties.indices { duties[index].end = min(duties[index].end, at) }
  }

  private mutating func night(up: Bool, carer: CarerID, at: Instant) {
    if up {
      nights[carer, default: []].append(Night(up: at, down: nil))
    } else if let last = nights[carer]?.indices.last, nights[carer]?[last].down == nil {
      nights[carer]?[last].down = at
    }
  }
}

extension [Facts.OpenSpan] {
  /// Opens a span, or closes the one that is open.
  fileprivate mutating func set(_ on: Bool, at: Instant) {
    if let last = indices.last, self[last].end == .distantFuture {
      if !on { self[last].end = at }
    } else if on {
      append(Facts.OpenSpan(start: at, end: .distantFuture))
    }
  }
}
