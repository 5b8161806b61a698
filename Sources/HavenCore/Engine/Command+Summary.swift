extension Command {
  /// The act in a few plain words, for `undo` and replies. Ids only, never free text.
  public var summary: String {
    switch self {
    case .done(let step): "done: \(step)"
    case .delay(let step, let minutes): "\(step) by \(minutes) min"
    case .skip(let step): "skip \(step)"
    case .swap(let first, let second), .swapped(let first, let second, _): "swap \(first) and \(second)"
    case .late(let minutes, let child), .ranLate(let minutes, let child, _, _):
      child.map { "\($0) is \(durationText(minutes * 60)) late" } ?? "\(durationText(minutes * 60)) late"
    case .snooze(let cue, let seconds): "\(cue) again in \(durationText(seconds))"
    case .answer(let cue, let answer): "\(answer.rawValue): \(cue)"
    case .retreat(let child, let on): on ? "\(child) is in retreat" : "\(child) is back"
    case .mode(.ordinary, let child, _, _): child.map { "an ordinary day again for \($0)" } ?? "an ordinary day again"
    case .mode(_, let child, _, _): child.map { "a soft day for \($0)" } ?? "a soft day"
    case .hush(let seconds): "quiet for \(durationText(seconds))"
    case .unsafe(let on): on ? "everything is off but help-now and safe" : "on again"
    case .tagOut: "out"
    case .tagIn: "back in"
    case .tagAnswer(let answer): "answered \(answer.rawValue)"
    case .duty(let carer): "\(carer) is on duty"
    case .handover: "handed over"
    case .hard: "noted; their warnings rest for twenty minutes"
    case .hardEdit(let moment, _): moment.map { "changed: \($0)" } ?? "changed"
    case .hardDelete(let moment): moment.map { "erased: \($0)" } ?? "erased"
    case .fed(let child): "\(child) has eaten"
    case .drank(let child): "\(child) has drunk"
    case .moved(let child): "\(child) has moved"
    case .nurture(let child): "offered to \(child)"
    case .noticed: "noticed"
    case .note(let note): note.isOwn ? "noted, for you alone" : "noted"
    case .noteDelete(let note): note.map { "erased: \($0)" } ?? "erased"
    case .repair: "mended"
    case .night(let up): up ? "up" : "down again"
    case .boundaryHeld(let name): "held: \(name)"
    case .balance(let balance): "noted: \(balance.rawValue)"
    case .capacity: "noted, for you alone"
    case .goal(let id, let act, _): "\(id): \(act.words)"
    case .promiseAdd(let id, _, _, _): "promise: \(id)"
    case .promiseMoved(let id, _): "promise moved: \(id)"
    case .promiseKept(let id): "promise kept: \(id)"
    case .promiseRepaired(let id): "promise mended: \(id)"
    case .respiteBook(let lane, let from, _): "booked: \(lane), \(from.date.shortText) at \(from.time)"
    case .respiteCancel(let lane, _, _): "cancelled: \(lane)"
    case .respiteTook(let lane, _, _, _, _): "taken: \(lane)"
    case .respiteForgive(let lane): "clean slate: \(lane)"
    case .suggestionAccepted(let id, _): "accepted: \(id)"
    case .suggestionUndone(let id): "as it was before: \(id)"
    case .solve(let sheet): sheet.number.map { "worksheet \($0) is kept" } ?? "a worksheet"
    case .solveDone(let number): "worksheet \(number) is done"
    case .ask(let question): question.number.map { "question \($0) is kept" } ?? "a question"
    case .askDone(let number): "question \(number) is done"
    case .tryBegin(let trial): "trying: \(trial.step)"
    case .tryStop(let step): "as it is written again, from tomorrow: \(step)"
    case .suggestionDismissed(let id): "not said again for four weeks: \(id)"
    }
  }
}

extension GoalAct {
  fileprivate var words: String {
    switch self {
    case .done, .keep, .part: rawValue
    case .notToday: "not today"
    case .shrink: "made smaller"
    case .letGo: "let go"
    }
  }
}

/// `90` is "90 s", `600` "10 min", `5400` "1 h 30 min".
func durationText(_ seconds: Int) -> String {
  if seconds < 60 || seconds % 60 != 0 && seconds < 600 { return "\(seconds) s" }
  let minutes = seconds / 60
  if minutes < 60 { return "\(minutes) min" }
  return minutes % 60 == 0 ? "\(minutes / 60) h" : "\(minutes / 60) h \(minutes % 60) min"
}
