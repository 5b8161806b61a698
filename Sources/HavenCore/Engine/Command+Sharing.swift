// What the Havens of a household's other logins may be told. `docs/decisions` has the page on two logins.

extension Command {
  /// Whether it is the household's: something that bends the day for everybody, or that both carers must know.
  ///
  /// What is not listed is a carer's own and stays in their login: capacity, goals, nights, hushes, journals; so does
  /// every command of a later time until somebody decides otherwise.
  public var isHouseholds: Bool {
    switch self {
    case .done, .delay, .skip, .swap, .swapped, .retreat, .mode, .unsafe, .tagOut, .tagIn, .tagAnswer, .duty, .handover,
      .hard, .fed, .drank, .moved, .nurture, .noticed, .repair, .boundaryHeld, .promiseAdd, .promiseMoved, .promiseKept,
      .promiseRepaired, .respiteBook, .respiteCancel, .respiteTook, .respiteForgive, .tryBegin, .tryStop:
      true
    case .answer(_, .notToday): true
    default: false
    }
  }

  /// Whether every figure is one that this Haven would have taken from a person: what another login wrote is data.
  public var isInBounds: Bool {
    switch self {
    case .delay(_, let minutes): (1...1440).contains(minutes)
    case .swapped(_, _, let seconds): (-86_400...86_400).contains(seconds)
    case .mode(_, _, let age, let until): age.map { (0...25).contains($0) } ?? true && until.map(\.isOfThisAge) ?? true
    case .tagOut(let seconds): seconds.map { (60...86_400).contains($0) } ?? true
    case .hard(let moment):
      (1...3).contains(moment.size) && moment.settle.map { (0...1440).contains($0) } ?? true
        && moment.at.map(\.isOfThisAge) ?? true
    case .handover(let handover): handover.level.map { (1...5).contains($0) } ?? true
    case .promiseAdd(_, let dueAt, let on, let note):
      dueAt.isOfThisAge && on.map(PromiseWords.isPerson) ?? true && note.map(PromiseWords.fits) ?? true
    case .promiseMoved(_, let dueAt): dueAt.isOfThisAge
    case .respiteBook(_, let from, let to): from < to && from.isOfThisAge && to.isOfThisAge
    case .respiteTook(_, let date, let minutes, _, _):
      (1...100_000).contains(minutes) && CivilDateTime(date: date, time: TimeOfDay(seconds: 0)).isOfThisAge
    case .tryBegin(let trial): trial.isInBounds
    default: true
    }
  }
}

extension Instant {
  /// From 1970 to 2200: sums with it stay sums.
  fileprivate var isOfThisAge: Bool { (0...7_258_118_400).contains(seconds) }
}

extension CivilDateTime {
  fileprivate var isOfThisAge: Bool { (1970...2200).contains(date.year) }
}
