extension Engine {
  /// The one id that a text names: itself, or the only one it begins. An exact id wins over a longer one.
  func unique(
    _ text: String, among ids: some Sequence<String>, what: String, where place: String = ""
  ) throws(Refusal) -> String {
    var matches: [String] = []
    for id in ids {
      if id == text { return id }
      if id.hasPrefix(text) && !matches.contains(id) { matches.append(id) }
    }
    guard let first = matches.first, !text.isEmpty else {
      // Where nothing is near, the list of what there is.
      let list = ["step": "havenctl day", "goal": "havenctl goals", "promise": "havenctl promise list"][what]
      throw Refusal(
        "no \(what) '\(text)'\(place)", hint: nearest(to: text, among: ids).map { "did you mean '\($0)'?" } ?? list)
    }
    guard matches.count == 1 else {
      throw Refusal("'\(text)' could be \(listed(matches))", hint: "type a little more of it")
    }
    return first
  }

  func cueID(_ text: String) throws(Refusal) -> CueID {
    let known =
      cueStates.keys.map { "\($0)" }.sorted()
      + lineStates.values.filter { $0.kind == .moved }.map(\.id).sorted()
    guard let id = CueID(try unique(text, among: known, what: "cue")) else { throw Refusal("no cue '\(text)'") }
    return id
  }

  /// Every id of a command whole, every figure in its bounds.
  mutating func resolve(_ command: Command, by carer: CarerID, now: Instant) throws(Refusal) -> Command {
    switch command {
    case .done(let text): return .done(step: try step(text, now: now))
    case .skip(let text): return .skip(step: try step(text, now: now))
    case .delay(let text, let minutes):
      guard minutes > 0 else { throw Refusal("a delay takes whole minutes above zero, such as '10m'") }
      return .delay(step: try step(text, now: now), minutes: minutes)
    case .swap(let first, let second):
      return .swap(first: try step(first, now: now), second: try step(second, now: now))
    case .late(let minutes, let text):
      guard (1...720).contains(minutes) else { throw Refusal("a minute to twelve hours late, such as '10m'") }
      return .late(minutes: minutes, child: try text.map { text throws(Refusal) in try child(text) })
    case .snooze(let cue, let seconds): return .snooze(cue: "\(try cueID(cue))", seconds: seconds)
    case .retreat(let text, let on): return .retreat(child: try child(text), on: on)
    case .mode(let mode, let text, let age, let until):
      if let until, until <= now { throw Refusal("a mode cannot end before it begins") }
      if let age, !(0...25).contains(age) { throw Refusal("an age is 0 to 25, not '\(age)'") }
      return .mode(mode, child: try text.map { text throws(Refusal) in try child(text) }, age: age, until: until)
    case .duty(let text): return .duty(carer: try unique(text, among: household.carers.map(\.id), what: "carer"))
    case .handover(let handover): return .handover(try resolve(handover))
    case .hush(let seconds):
      guard (60...86_400).contains(seconds) else { throw Refusal("a hush takes a minute to a day, such as '30m'") }
      return command
    case .tagOut(let seconds):
      if let seconds, !(60...86_400).contains(seconds) {
        throw Refusal("a tag-out takes a minute to a day, such as '20m'")
      }
      return command
    case .tagIn:
      guard facts.isTaggedOut(carer, at: now) else {
        throw Refusal(
          "you are in already", hint: "havenctl handover, for what happened meanwhile", isTruthfulNo: true)
      }
      return command
    case .hard(let moment): return .hard(try resolve(moment, recordedAt: now))
    case .hardEdit(let moment, let edit): return .hardEdit(moment: try hardAct(moment).id, edit)
    case .hardDelete(let moment): return .hardDelete(moment: try hardAct(moment).id)
    case .fed(let text): return .fed(child: try child(text))
    case .drank(let text): return .drank(child: try child(text))
    case .moved(let text): return .moved(child: try child(text))
    case .nurture(let text): return .nurture(child: try child(text))
    case .capacity(let level):
      guard (1...5).contains(level) else { throw Refusal("capacity is 1 to 5, not '\(level)'") }
      return command
    case .boundaryHeld(let text):
      return .boundaryHeld(name: try unique(text, among: household.boundaries.map(\.name), what: "boundary"))
    default: return try resolveCare(command, by: carer, now: now)
    }
  }

  private func resolveCare(_ command: Command, by carer: CarerID, now: Instant) throws(Refusal) -> Command {
    switch command {
    case .solve(let sheet): return .solve(try resolve(sheet, now: now))
    case .ask(let question): return .ask(try resolve(question))
    case .tryBegin(let trial): return .tryBegin(try resolve(trial, now: now))
    case .tryStop(let text): return .tryStop(step: try trialToStop(text, now: now))
    case .note(let note): return .note(try resolve(note))
    case .noteDelete(let note): return .noteDelete(note: try noteAct(note, of: carer).id)
    case .solveDone(let number):
      try checkWorksheet(number)
      return command
    case .askDone(let number):
      try checkQuestion(number, of: carer)
      return command
    case .goal(let text, let act, let minutes):
      if let minutes, !(1...1440).contains(minutes) { throw Refusal("a goal takes a minute to a day, such as '20m'") }
      if minutes != nil, act != .done, act != .part {
        throw Refusal(
          "minutes go with what was done, in whole or in part", hint: "havenctl goal part \(text) --minutes 10")
      }
      let own = household.goals.filter { $0.carer == carer }.map(\.id)
      let goals = own.contains { $0.hasPrefix(text) } ? own : household.goals.map(\.id)
      return .goal(id: try unique(text, among: goals, what: "goal"), act, minutes: minutes)
    case .promiseAdd(let id, let dueAt, let on, let note):
      guard dueAt > now else { throw Refusal("a promise is for a time to come") }
      try PromiseWords.check(on: on, note: note)
      if facts.allPromises.contains(where: { $0.id == id && $0.state == .open }) {
        throw Refusal("there is a promise '\(id)' already", hint: "havenctl promise moved \(id) --due …")
      }
      return command
    case .promiseMoved(let text, let dueAt):
      guard dueAt > now else { throw Refusal("a promise is moved to a time to come") }
      return .promiseMoved(id: try promise(text), dueAt: dueAt)
    case .promiseKept(let text): return .promiseKept(id: try promise(text))
    case .promiseRepaired(let text): return .promiseRepaired(id: try promise(text))
    case .respiteBook(let lane, let from, let to):
      guard from < to else { throw Refusal("'\(from)/\(to)' ends before it begins") }
      return .respiteBook(lane: try known(lane), from: from, to: to)
    case .respiteCancel(let written, let from, let by):
      let lane = try known(written)
      guard facts.bookings.contains(where: { $0.lane == lane && $0.start == from }) else {
        throw Refusal("nothing is booked for \(lane) at \(from)", hint: "havenctl respite", isTruthfulNo: true)
      }
      return .respiteCancel(lane: lane, from: from, by: by)
    case .respiteTook(let lane, let date, let minutes, let counts, let shortened):
      guard (1...100_000).contains(minutes) else { throw Refusal("a length above zero is needed, such as '2h'") }
      return .respiteTook(lane: try known(lane), date: date, minutes: minutes, counts: counts, shortened: shortened)
    case .respiteForgive(let lane): return .respiteForgive(lane: try known(lane))
    default: return command
    }
  }

  private func known(_ lane: Lane) throws(Refusal) -> Lane {
    switch lane {
    case .solo(let text): .solo(try unique(text, among: household.carers.map(\.id), what: "carer"))
    case .sibling(let text): .sibling(try child(text))
    case .couple, .overnight: lane
    }
  }

  private mutating func step(_ text: String, now: Instant) throws(Refusal) -> StepID {
    let date = zone.date(at: now)
    let today = plan(for: date).steps.map(\.step.id)
    if !today.contains(where: { $0.hasPrefix(text) }), let absence = absence(of: text, on: date) { throw absence }
    return try unique(text, among: today, what: "step", where: " in today's plan")
  }

  func child(_ text: String) throws(Refusal) -> ChildID {
    try unique(text, among: household.children.map(\.id), what: "child")
  }

  private func promise(_ text: String) throws(Refusal) -> PromiseID {
    try unique(text, among: facts.allPromises.map(\.id), what: "promise")
  }

  private func listed(_ ids: [String]) -> String { ids.map { "'\($0)'" }.joined(separator: " or ") }
}

/// The id most like a text, where one is within two edits of it.
func nearest(to text: String, among ids: some Sequence<String>) -> String? {
  let scored = ids.map { (id: $0, distance: editDistance($0, text)) }
  guard let best = scored.min(by: { $0.distance < $1.distance }), best.distance <= 2 else { return nil }
  return best.id
}

/// Levenshtein's distance over bytes; O(n·m).
func editDistance(_ a: String, _ b: String) -> Int {
  let a = Array(a.utf8), b = Array(b.utf8)
  var row = Array(0...b.count)
  for i in 0..<a.count {
    var diagonal = row[0]
    row[0] = i + 1
    for j in 0..<b.count {
      let cost = min(diagonal + (a[i] == b[j] ? 0 : 1), row[j] + 1, row[j + 1] + 1)
      diagonal = row[j + 1]
      row[j + 1] = cost
    }
  }
  return row[b.count]
}
