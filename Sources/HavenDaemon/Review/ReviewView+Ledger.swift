import HavenAPI
import HavenCore
import HavenStore

extension ReviewView {
  /// The week of a Monday, as the ledger and the engine know it, for the carer who asks.
  init(_ past: LookBack, _ engine: inout Engine, monday: CivilDate, carer: CarerID) throws(StoreError) {
    let sunday = monday + 6
    let moments = try past.moments(from: monday - 7 * 12, through: sunday)
    let lately = try past.occurrences(from: monday - 7 * 12, through: sunday, moments: moments, &engine)
    let week = lately.filter { $0.date >= monday }
    let own = moments.filter { $0.date >= monday }
    let counted = try past.counted(monday)
    let counts = counted ?? CountedWeek(monday: monday, week, own)
    let records = try past.records(week: monday, occurrences: week)
    var figures = Figures(records, today: past.today, week: monday)
    if let counted { figures.week = WeekFigures(counted) }

    // Before the engine is turned to what was known then: what was answered is answered now.
    let came = Set(week.map { ChangeKey(step: $0.step, child: $0.child) })
    let speaking = engine.suggestions(lately, to: carer, now: past.now).filter { $0.change.map(came.contains) ?? false }
    let asking = monday == past.today.startOfWeek ? engine.restingGoals(of: carer) : []
    self.init(figures, at: Stamp(past.now, in: past.zone), question: ReviewWords.question(figures.week))
    if counted != nil { countsOnly = true }
    apart = Apart(
      softDays: counts.softDates.count, softChanges: counts.softChanges, awayChanges: counts.awayChanges)
    elsewhere = counts.momentsOutside
    context = try ReviewView.context(of: own, past, &engine)
    ladders = counted == nil ? LadderFigures.each(of: lately).map(Ladder.init) : []
    helped = ReviewView.helped(own)
    let acts = try past.acts(SideCounts.kinds + ["goal"] + RhythmFigures.kinds, from: monday, through: sunday)
    let special = try past.specialMinutes(from: monday, records.respite, &engine)
    children = past.household.children.map { child in
      Nurture(
        child: child.id, offered: acts.count { $0.command == .nurture(child: child.id) },
        specialMinutes: special[child.id] ?? 0)
    }
    if counted == nil {
      rhythm = RhythmFigures(week, acts, written: past.written).map { Rhythm(kept: $0.kept, of: $0.of) }
    }
    sides = Sides(SideCounts(acts))
    answeredDays = Set(records.balance.map(\.date)).count
    goals = past.household.goals.filter { $0.carer == carer }.map { goal in
      ReviewView.goal(
        goal, GoalFigures(goal, acts, isShrunk: engine.isShrunk(goal.id)), isAsking: asking.contains(goal.id))
    }
    experiment = Experiment(speaking, balance: figures.balance, nextInLine: figures.respite.nextInLine.first).map {
      ReviewWords.experiment($0)
    }
  }

  private static func context(
    of moments: [LivedMoment], _ past: LookBack, _ engine: inout Engine
  ) throws(StoreError) -> [Context] {
    guard let first = moments.map(\.date).min(), let last = moments.map(\.date).max() else { return [] }
    if !past.isRemembered(first) { engine.look(backOn: try past.allActs(from: first - 30, through: last + 1)) }
    let all = moments.map { engine.surroundings(of: $0) }
    func context(_ what: String, _ known: (MomentSurroundings) -> Bool?) -> Context {
      let known = all.compactMap(known)
      return Context(what: what, n: known.count { $0 }, of: known.count)
    }
    return [
      context("food", \.isLongSinceFood), context("night", \.isAfterShortNight), context("event", \.isAfterEvent),
      context("away", \.isAfterAway), context("solo", \.isSolo),
    ].filter { $0.of > 0 }
  }

  /// The three that helped most often; of those that helped as often, the one named first.
  private static func helped(_ moments: [LivedMoment]) -> [Helped] {
    var helped: [Helped] = []
    for tag in moments.flatMap(\.helped) {
      if let place = helped.firstIndex(where: { $0.tag == tag }) {
        helped[place].times += 1
      } else {
        helped.append(Helped(tag: tag, times: 1))
      }
    }
    let ordered = helped.enumerated().sorted { (-$0.element.times, $0.offset) < (-$1.element.times, $1.offset) }
    return ordered.prefix(3).map(\.element)
  }

  private static func goal(_ goal: HavenCore.Goal, _ figures: GoalFigures, isAsking: Bool) -> Goal {
    let isWeekly = goal.target?.unit == .times && goal.target?.period == .weeks(1)
    return Goal(
      goal: goal.id, name: goal.name, touched: figures.touched,
      met: isWeekly ? goal.target.map { figures.meets($0) } : nil,
      state: isAsking ? NudgeHold.Reason.sleeping.rawValue : nil)
  }
}
