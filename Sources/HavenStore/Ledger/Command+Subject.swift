import HavenCore

extension Command {
  /// What it is about, for queries and for erasing a child: a child, a step, a cue, a goal, a promise, a lane.
  ///
  /// Nil for what is about the household or about the carer who typed it.
  var subject: String? {
    switch self {
    case .done(let step), .delay(let step, _), .skip(let step): step
    case .swap(let first, _), .swapped(let first, _, _): first
    case .snooze(let cue, _), .answer(let cue, _): cue
    case .retreat(let child, _): child
    case .late(_, let child), .ranLate(_, let child, _, _): child
    case .mode(_, let child, _, _): child
    case .fed(let child), .drank(let child), .moved(let child), .nurture(let child): child
    case .hard(let moment): moment.child
    case .hardEdit, .hardDelete: nil
    case .duty(let carer): carer
    case .boundaryHeld(let name): name
    case .goal(let id, _, _): id
    case .promiseAdd(let id, _, _, _), .promiseMoved(let id, _), .promiseKept(let id), .promiseRepaired(let id): id
    case .respiteBook(let lane, _, _), .respiteCancel(let lane, _, _), .respiteTook(let lane, _, _, _, _):
      lane.description
    case .respiteForgive(let lane): lane.description
    case .solve(let sheet): sheet.child
    case .note(let note): note.child
    case .tryBegin(let trial): trial.child
    case .tryStop(let step): step
    case .solveDone, .ask, .askDone, .noteDelete: nil
    case .suggestionAccepted(let id, _), .suggestionUndone(let id), .suggestionDismissed(let id): id
    case .hush, .unsafe, .tagOut, .tagIn, .tagAnswer, .handover, .noticed, .repair, .night, .balance, .capacity: nil
    }
  }

  /// When a booking can no longer matter; nil for what has no end.
  ///
  /// Bookings are wall times and the ledger knows no zone, so this is the end as if in UTC, and a day: never too early.
  /// What cancels one need not be told after its own hundred days: it is enough that it hides the booking.
  var endsAt: Instant? {
    switch self {
    case .respiteBook(_, _, let to): Instant(seconds: (to.date.dayNumber + 1) * 86_400 + to.time.seconds)
    case .respiteCancel: .distantPast
    default: nil
    }
  }
}
