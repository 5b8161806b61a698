extension Engine {
  /// What the record speaks for, kindest first: what makes today smaller, what can be less, and only then what would be
  /// more. A few, and none where there is too little to say.
  ///
  /// A change is judged by the ladder that it has now, and from the day after a suggestion about it was accepted: what
  /// went before says nothing about what is.
  ///
  /// - Parameters:
  ///   - lived: the changes of the last weeks in order of time, with how they went.
  ///   - answers: to the offers of this carer's goals; nil where they are not to be shown.
  public func suggestions(
    _ lived: [Occurrence], answers: NudgeAnswers? = nil, to carer: CarerID, now: Instant
  ) -> [Suggestion] {
    var order: [(first: Int, key: ChangeKey)] = []
    var times: [ChangeKey: [Occurrence]] = [:]
    let running = Set(facts.trials.filter { $0.isOpen(on: zone.date(at: now)) }.map(\.key))
    // One thing at a time: what is being tried is left to its end.
    for (key, all) in lived.placesByChange() where !running.contains(key) {
      let places = facts.suggestions.edited[key].map { edited in all.filter { lived[$0].date > edited } } ?? all
      guard let first = places.first, let last = places.last else { continue }
      order.append((first, key))
      times[key] = places.map { lived[$0] }.filter { $0.ladder == lived[last].ladder }
    }
    let keys = order.sorted { $0.first < $1.first }.map(\.key)

    var found: [Suggestion] = []
    if let offer = offer(to: carer, at: now), offer.what == .softDay {
      let hard = hardMoments(on: zone.date(at: now))
      found.append(Suggestion(.softDay(offer.children.first), count: hard > 0 ? hard : nil))
    }
    found += facts.trials.compactMap { keep($0, lived, now: now) }
    found += oneEach(keys.compactMap { key in shorter(key, times[key] ?? []) }, now: now)
    found += dismissedRungs(now: now).compactMap { rung in
      drop(rung, times[ChangeKey(step: rung.step, child: rung.child)] ?? [])
    }
    found += household.goals.filter { $0.carer == carer && rest(of: $0) != .letGo }.compactMap { goal in
      answers?.betterTime(for: goal).map { Suggestion(.window($0), count: $0.taken, of: $0.offered) }
    }
    let more = oneEach(keys.compactMap { key in longer(key, times[key] ?? []) }, now: now)
    // However much could be less, what was hard is not left out for it.
    let fewer = found.filter { !facts.suggestions.isQuiet($0.id, at: now) }.prefix(Suggestion.most - min(1, more.count))
    return Array((fewer + more).prefix(Suggestion.most))
  }

  /// One change a child is plenty: the one that speaks most clearly, and the next once that is answered.
  private func oneEach(_ found: [Suggestion], now: Instant) -> [Suggestion] {
    var clearest: [ChildID: Suggestion] = [:]
    for one in found where !facts.suggestions.isQuiet(one.id, at: now) {
      guard let child = one.change?.child else { continue }
      if let known = clearest[child], known.count ?? 0 >= one.count ?? 0 { continue }
      clearest[child] = one
    }
    return found.filter { one in one.change.map { clearest[$0.child] == one } ?? false }
  }

  /// Those that were accepted and not taken back, the latest last.
  public var acceptedSuggestions: [Facts.Suggestions.Accepted] { facts.suggestions.accepted }

  /// Whether any change came often enough to say something about it.
  public func saysEnough(_ lived: [Occurrence]) -> Bool {
    var times: [ChangeKey: Int] = [:]
    for occurrence in lived where occurrence.counts {
      times[ChangeKey(step: occurrence.step, child: occurrence.child), default: 0] += 1
    }
    return times.values.contains { $0 >= Suggestion.hardEnough.of }
  }

  /// What was tried to its end, for four weeks after it, where it went no less smoothly than before.
  private func keep(_ trial: Facts.KeptTrial, _ lived: [Occurrence], now: Instant) -> Suggestion? {
    let today = zone.date(at: now)
    guard !trial.isStopped, trial.last < today, today - trial.last <= Trial.mostDays,
      facts.suggestions.edited[trial.key].map({ $0 < trial.first }) ?? true,
      !facts.trials.contains(where: { $0.key == trial.key && $0.first > trial.first && $0.first <= $0.last })
    else { return nil }
    let figures = TrialFigures(trial, lived, others: facts.trials)
    guard !figures.isFew, figures.during.smooth * figures.before.of >= figures.before.smooth * figures.during.of else {
      return nil
    }
    let from = trial.change == .size ? household.writtenSize(of: trial.key) : nil
    let to = from == nil ? nil : Size(rawValue: trial.value)
    guard household.hasStep(trial.step), trial.change != .size || (to != nil && from != to) else { return nil }
    return Suggestion(
      .keep(trial, figures, from: from, to: to), count: figures.during.smooth, of: figures.during.of)
  }

  private func shorter(_ key: ChangeKey, _ times: [Occurrence]) -> Suggestion? {
    let enough = Suggestion.smoothEnough
    guard times.count >= enough.of, let size = household.writtenSize(of: key), let to = size.smaller,
      times.last?.size == size
    else { return nil }
    let smooth = times.suffix(enough.of).count(where: \.isSmooth)
    guard smooth >= enough.count else { return nil }
    return Suggestion(.shorter(key.step, key.child, from: size, to: to), count: smooth, of: enough.of)
  }

  private func longer(_ key: ChangeKey, _ times: [Occurrence]) -> Suggestion? {
    let enough = Suggestion.hardEnough
    guard times.count >= enough.of else { return nil }
    let hard = times.suffix(enough.of).count { !$0.isSmooth }
    guard hard >= enough.count, household.hasStep(key.step) else { return nil }
    let size = household.writtenSize(of: key)
    let to = size.flatMap { $0.larger > $0 ? $0.larger : nil }
    return Suggestion(.longer(key.step, key.child, from: size, to: to), count: hard, of: enough.of)
  }

  private func drop(_ dismissed: DismissedRung, _ times: [Occurrence]) -> Suggestion? {
    // What the last one was prepared by; a ladder that has no other rung is left alone.
    guard let ladder = times.last?.ladder.split(separator: " ").map(String.init).filter({ $0 != "·" }) else {
      return nil
    }
    let left = ladder.filter { $0 != dismissed.rung }
    guard left.count == ladder.count - 1, !left.isEmpty else { return nil }
    return Suggestion(.drop(dismissed.step, dismissed.child, rung: dismissed.rung, left: left), count: 3, of: 3)
  }

  private func hardMoments(on date: CivilDate) -> Int { facts.hardMoments.count { zone.date(at: $0.at) == date } }
}

extension Household {
  func hasStep(_ id: StepID) -> Bool { routines.contains { $0.steps.contains { $0.id == id } } }

  /// The size that a change's ladder is looked up by; nil where a ladder of its own has the say, where there is no such
  /// change, and where its steps of other days say something else.
  public func writtenSize(of key: ChangeKey) -> Size? {
    guard child(key.child).map({ $0.ladder == nil }) ?? false else { return nil }
    var sizes: Set<Size> = []
    for routine in routines {
      for place in routine.steps.indices where routine.steps[place].id == key.step {
        guard routine.steps[place].ladder == nil else { return nil }
        switch routine.steps[place].transition {
        case .all(let size): if let size { sizes.insert(size) }
        case .each(let each): if case .some(.some(let size)) = each[key.child] { sizes.insert(size) }
        case nil: break
        }
      }
    }
    return sizes.count == 1 ? sizes.first : nil
  }
}

extension Size {
  /// One size smaller; nil for the smallest.
  public var smaller: Size? {
    switch self {
    case .easy: nil
    case .normal: .easy
    case .hard: .normal
    case .veryHard: .hard
    }
  }
}

extension Command {
  /// Whether it tells what was done to the config's own text, which no fold of acts brings back.
  var isOfTheConfig: Bool {
    switch self {
    case .suggestionAccepted, .suggestionUndone: true
    default: false
    }
  }
}
