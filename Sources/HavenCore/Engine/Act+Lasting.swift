extension Act {
  /// What it goes on meaning long after its day, and for whom; nil for acts that a day ends.
  ///
  /// Of the acts with one key only the latest counts, and it counts however long ago it was. The engine keeps them by
  /// it, and the ledger finds them by it again after a restart: the two must not come to differ, so it is said once.
  public var lastingKey: String? {
    switch command {
    case .mode(_, let child, _, _): "mode/\(child ?? "")"
    case .unsafe: "unsafe"
    case .tagOut, .tagIn: "tag/\(by)"
    case .tagAnswer: "tag-answer/\(by)"
    case .retreat(let child, _): "retreat/\(child)"
    // What was decided about a goal is not undone by its having been done since.
    case .goal(let id, .keep, _), .goal(let id, .shrink, _), .goal(let id, .letGo, _): "goal-decided/\(id)"
    case .goal(let id, .done, _), .goal(let id, .part, _), .goal(let id, .notToday, _): "goal/\(id)"
    // Who made it stays true when it is moved or kept.
    case .promiseAdd(let id, _, _, _): "promise-made/\(id)"
    case .promiseMoved(let id, _), .promiseKept(let id), .promiseRepaired(let id): "promise/\(id)"
    case .respiteBook(let lane, let from, _), .respiteCancel(let lane, let from, _): "booking/\(lane)/\(from)"
    case .respiteForgive(let lane): "forgive/\(lane)"
    case .suggestionAccepted(let id, _), .suggestionUndone(let id): "suggestion/\(id)"
    case .solve(let sheet): "solve/\(sheet.number ?? 0)"
    case .solveDone(let number): "solve-done/\(number)"
    case .ask(let question): "ask/\(question.number ?? 0)"
    case .askDone(let number): "ask-done/\(number)"
    case .suggestionDismissed(let id): "suggestion-quiet/\(id)"
    case .done, .delay, .skip, .swap, .swapped, .late, .ranLate, .snooze, .answer, .hush, .duty, .handover, .hard,
      .hardEdit, .hardDelete, .fed, .drank, .moved, .nurture, .noticed, .repair, .night, .boundaryHeld, .balance,
      .capacity, .respiteTook, .note, .noteDelete, .tryBegin, .tryStop:
      nil
    }
  }
}
