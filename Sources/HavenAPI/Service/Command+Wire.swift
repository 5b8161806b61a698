import HavenCore

// The two tables between a command and its method: a command is sent as `method`, and read back from it.

extension Command {
  /// The method's own name, and its parameters.
  func wire(offset: Int = 0) -> (method: String, parameters: ActParameters) {
    func stamp(_ instant: Instant) -> Stamp { Stamp(instant, offset: offset) }
    return switch self {
    case .done(let step): ("Done", .init(step: step))
    case .delay(let step, let minutes): ("Delay", .init(step: step, minutes: minutes))
    case .skip(let step): ("Skip", .init(step: step))
    case .swap(let first, let second), .swapped(let first, let second, _): ("Swap", .init(first: first, second: second))
    case .late(let minutes, let child), .ranLate(let minutes, let child, _, _):
      ("Late", .init(child: child, minutes: minutes))
    case .snooze(let cue, let seconds): ("Snooze", .init(cue: cue, seconds: seconds))
    case .answer(let cue, let answer): ("Answer", .init(cue: cue, answer: answer.rawValue))
    case .retreat(let child, let on): ("Retreat", .init(child: child, on: on))
    case .mode(let mode, let child, let age, let until):
      ("SetMode", .init(child: child, mode: mode.rawValue, age: age, until: until.map(stamp)))
    case .hush(let seconds): ("Hush", .init(seconds: seconds))
    case .unsafe(let on): ("Unsafe", .init(on: on))
    case .tagOut(let seconds): ("TagOut", .init(seconds: seconds))
    case .tagIn: ("TagIn", .init())
    case .tagAnswer(let answer): ("TagAnswer", .init(answer: answer.rawValue))
    case .duty(let carer): ("Duty", .init(carer: carer))
    case .handover(let handover): ("WriteHandover", handover.wire)
    case .hard(let moment):
      (
        "Hard",
        .init(
          child: moment.child, note: moment.note, size: moment.size, settle: moment.settle, tags: moment.tags,
          helped: moment.helped, at: moment.at.map(stamp))
      )
    case .hardEdit(let moment, let edit):
      (
        "HardEdit",
        .init(
          child: edit.child, note: edit.note, size: edit.size, settle: edit.settle, moment: moment, tags: edit.tags,
          helped: edit.helped, at: edit.at.map(stamp))
      )
    case .hardDelete(let moment): ("HardDelete", .init(moment: moment))
    case .fed(let child): ("Fed", .init(child: child))
    case .drank(let child): ("Drank", .init(child: child))
    case .moved(let child): ("Moved", .init(child: child))
    case .nurture(let child): ("Nurture", .init(child: child))
    case .noticed(let note): ("Noticed", .init(note: note))
    case .note(let note): ("Note", .init(child: note.child, text: note.text, form: note.form.rawValue))
    case .noteDelete(let note): ("NoteDelete", .init(number: note))
    case .repair: ("Repair", .init())
    case .night(let up): ("Night", .init(up: up))
    case .boundaryHeld(let name): ("BoundaryHeld", .init(name: name))
    case .balance(let balance): ("Balance", .init(balance: balance.rawValue))
    case .capacity(let level): ("Capacity", .init(level: level))
    case .goal(let id, let act, let minutes): ("Goal", .init(goal: id, act: act.rawValue, minutes: minutes))
    case .promiseAdd(let id, let due, let on, let note):
      ("PromiseAdd", .init(promise: id, note: note, hangsOn: on, due: stamp(due)))
    case .promiseMoved(let id, let due): ("PromiseMoved", .init(promise: id, due: stamp(due)))
    case .promiseKept(let id): ("PromiseKept", .init(promise: id))
    case .promiseRepaired(let id): ("PromiseRepaired", .init(promise: id))
    case .respiteBook(let lane, let from, let to): ("RespiteBook", .init(lane: "\(lane)", from: from, to: to))
    case .respiteCancel(let lane, let from, let by):
      ("RespiteCancel", .init(lane: "\(lane)", by: by?.rawValue, from: from))
    case .respiteTook(let lane, let date, let minutes, let counts, let shortened):
      ("RespiteTook", .init(lane: "\(lane)", minutes: minutes, counts: counts, shortened: shortened, date: date))
    case .respiteForgive(let lane): ("RespiteForgive", .init(lane: "\(lane)"))
    case .suggestionAccepted(let id, let changes): ("SuggestionAccepted", .init(suggestion: id, changes: changes))
    case .solve(let sheet):
      (
        "Solve",
        .init(child: sheet.child, note: sheet.note, text: sheet.text, words: sheet.words, revisit: sheet.revisit)
      )
    case .solveDone(let number): ("SolveDone", .init(number: number))
    case .ask(let question): ("Ask", .init(text: question.text, audience: question.audience?.rawValue))
    case .askDone(let number): ("AskDone", .init(number: number))
    case .suggestionUndone(let id): ("SuggestionUndone", .init(suggestion: id))
    case .tryBegin(let trial):
      (
        "Try",
        .init(
          step: trial.step, child: trial.child, change: trial.change.rawValue, value: trial.value, last: trial.until)
      )
    case .tryStop(let step): ("TryStop", .init(step: step))
    case .suggestionDismissed(let id): ("SuggestionDismissed", .init(suggestion: id))
    }
  }

  /// Nil for a method that does something else than a command; numbers no household needs are refused here, so
  /// that the engine may add them up.
  init?(method: Substring, _ p: ActParameters) throws(VarlinkError) {
    switch method {
    case "Done": self = .done(step: try p.need(\.step, "step"))
    case "Delay": self = .delay(step: try p.need(\.step, "step"), minutes: try p.need(\.minutes, "minutes", in: day))
    case "Skip": self = .skip(step: try p.need(\.step, "step"))
    case "Swap": self = .swap(first: try p.need(\.first, "first"), second: try p.need(\.second, "second"))
    case "Late": self = .late(minutes: try p.need(\.minutes, "minutes", in: day), child: p.child)
    case "Snooze":
      self = .snooze(cue: try p.need(\.cue, "cue"), seconds: try p.need(\.seconds, "seconds", in: daySeconds))
    case "Answer": self = .answer(cue: try p.need(\.cue, "cue"), try p.word(\.answer, "answer"))
    case "Retreat": self = .retreat(child: try p.need(\.child, "child"), on: try p.need(\.on, "on"))
    case "SetMode":
      self = .mode(
        try p.word(\.mode, "mode"), child: p.child, age: try p.may(\.age, "age", in: 0...25), until: p.until?.instant)
    case "Hush": self = .hush(seconds: try p.need(\.seconds, "seconds", in: daySeconds))
    case "Unsafe": self = .unsafe(on: try p.need(\.on, "on"))
    case "TagOut": self = .tagOut(seconds: try p.may(\.seconds, "seconds", in: daySeconds))
    case "TagIn": self = .tagIn
    case "TagAnswer": self = .tagAnswer(try p.word(\.answer, "answer"))
    case "Duty": self = .duty(carer: try p.need(\.carer, "carer"))
    case "WriteHandover": self = .handover(try Handover(p))
    case "Hard":
      self = .hard(
        HardMoment(
          child: p.child, size: try p.may(\.size, "size", in: 1...3) ?? 2,
          settle: try p.may(\.settle, "settle", in: 0...1440), tags: p.tags ?? [], helped: p.helped ?? [],
          at: p.at?.instant, note: p.note))
    case "HardEdit":
      self = .hardEdit(
        moment: p.moment,
        HardEdit(
          child: p.child, size: try p.may(\.size, "size", in: 1...3),
          settle: try p.may(\.settle, "settle", in: 0...1440), tags: p.tags, helped: p.helped, at: p.at?.instant,
          note: p.note))
    case "HardDelete": self = .hardDelete(moment: p.moment)
    case "Fed": self = .fed(child: try p.need(\.child, "child"))
    case "Drank": self = .drank(child: try p.need(\.child, "child"))
    case "Moved": self = .moved(child: try p.need(\.child, "child"))
    case "Nurture": self = .nurture(child: try p.need(\.child, "child"))
    case "Noticed": self = .noticed(note: p.note)
    case "Note":
      self = .note(
        Note(
          child: p.child, form: p.form == nil ? .plain : try p.word(\.form, "form"), text: try p.need(\.text, "text")))
    case "NoteDelete": self = .noteDelete(note: p.number)
    case "Repair": self = .repair
    case "Night": self = .night(up: try p.need(\.up, "up"))
    case "BoundaryHeld": self = .boundaryHeld(name: try p.need(\.name, "name"))
    case "Balance": self = .balance(try p.word(\.balance, "balance"))
    case "Capacity": self = .capacity(try p.need(\.level, "level", in: 1...5))
    case "Goal":
      self = .goal(
        id: try p.need(\.goal, "goal"), try p.word(\.act, "act"), minutes: try p.may(\.minutes, "minutes", in: day))
    case "PromiseAdd":
      self = .promiseAdd(
        id: try p.need(\.promise, "promise"), dueAt: try p.need(\.due, "due").instant, on: p.hangsOn, note: p.note)
    case "PromiseMoved":
      self = .promiseMoved(id: try p.need(\.promise, "promise"), dueAt: try p.need(\.due, "due").instant)
    case "PromiseKept": self = .promiseKept(id: try p.need(\.promise, "promise"))
    case "PromiseRepaired": self = .promiseRepaired(id: try p.need(\.promise, "promise"))
    case "RespiteBook":
      self = .respiteBook(lane: try p.needLane(), from: try p.need(\.from, "from"), to: try p.need(\.to, "to"))
    case "RespiteCancel":
      self = .respiteCancel(
        lane: try p.needLane(), from: try p.need(\.from, "from"),
        by: p.by == nil ? nil : try p.word(\.by, "by") as CalledOff)
    case "RespiteTook":
      self = .respiteTook(
        lane: try p.needLane(), date: try p.need(\.date, "date"), minutes: try p.need(\.minutes, "minutes", in: month),
        counts: p.counts ?? true, shortened: p.shortened)
    case "RespiteForgive": self = .respiteForgive(lane: try p.needLane())
    case "SuggestionAccepted":
      self = .suggestionAccepted(id: try p.need(\.suggestion, "suggestion"), changes: try p.need(\.changes, "changes"))
    case "Solve":
      self = .solve(
        Worksheet(
          child: try p.need(\.child, "child"), text: p.text ?? "", words: p.words ?? "", note: p.note ?? "",
          revisit: p.revisit))
    case "SolveDone": self = .solveDone(number: try p.need(\.number, "number"))
    case "Ask":
      self = .ask(
        Question(
          audience: p.audience == nil ? nil : try p.word(\.audience, "audience"), text: try p.need(\.text, "text")))
    case "AskDone": self = .askDone(number: try p.need(\.number, "number"))
    case "SuggestionUndone": self = .suggestionUndone(id: try p.need(\.suggestion, "suggestion"))
    case "Try":
      self = .tryBegin(
        Trial(
          step: try p.need(\.step, "step"), child: p.child, change: try p.word(\.change, "change"),
          value: try p.need(\.value, "value"), until: p.last))
    case "TryStop": self = .tryStop(step: try p.need(\.step, "step"))
    case "SuggestionDismissed": self = .suggestionDismissed(id: try p.need(\.suggestion, "suggestion"))
    default: return nil
    }
  }
}

extension VarlinkCall {
  /// The call that does a command, as a client sends it.
  public init(_ command: Command, as carer: CarerID?) throws {
    var (method, parameters) = command.wire()
    parameters.as = carer
    self.init("\(VarlinkDispatch.interface).\(method)", parameters: try JSON.encode(parameters))
  }
}

private let day = 1...1440
private let daySeconds = 1...86_400
private let month = 1...(28 * 1440)
