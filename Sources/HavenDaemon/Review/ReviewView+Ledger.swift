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
    let records = try past.records(week: monday, occurrences: week, &engine)
    let figures = Figures(records, today: past.today, week: monday)
    let own = moments.filter { $0.date >= monday }

    self.init(figures, at: Stamp(past.now, in: past.zone), question: ReviewWords.question(figures.week))
    apart = Apart(
      softDays: Set(week.filter { $0.mode != .ordinary }.map(\.date)).count,
      softChanges: week.count { $0.mode != .ordinary }, awayChanges: week.count { $0.mode == .ordinary && $0.isAway })
    elsewhere = own.count { moment in moment.step == nil }
    context = ReviewView.context(of: own, &engine)
    ladders = LadderFigures.each(of: lately).map(Ladder.init)
    helped = ReviewView.helped(own)
    let acts = try past.acts(["nurture", "boundaryHeld", "noticed", "repair", "goal"], from: monday, through: sunday)
    children = past.household.children.map { child in
      let special = records.respite.filter { $0.lane == .sibling(child.id) && $0.date >= monday && $0.date <= sunday }
      return Nurture(
        child: child.id, offered: acts.count { $0.command == .nurture(child: child.id) },
        specialMinutes: special.filter { $0.state != .cancelled }.reduce(Hours.zero) { $0 + $1.hours }.minutes)
    }
    sides = Sides(
      boundariesHeld: acts.count { if case .boundaryHeld = $0.command { true } else { false } },
      noticed: acts.count { if case .noticed = $0.command { true } else { false } },
      repairs: acts.count { if case .repair = $0.command { true } else { false } })
    goals = past.household.goals.filter { $0.carer == carer }.map { ReviewView.goal($0, acts) }
    experiment = Experiment(lately, balance: figures.balance, nextInLine: figures.respite.nextInLine.first).map {
      ReviewWords.experiment($0)
    }
  }

  private static func context(of moments: [LivedMoment], _ engine: inout Engine) -> [Context] {
    let all = moments.map { engine.surroundings(of: $0) }
    let food = all.compactMap(\.isLongSinceFood)
    let solo = all.compactMap(\.isSolo)
    return [
      Context(what: "food", n: food.count { $0 }, of: food.count),
      Context(what: "away", n: all.count(where: \.isAfterAway), of: all.count),
      Context(what: "solo", n: solo.count { $0 }, of: solo.count),
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

  private static func goal(_ goal: HavenCore.Goal, _ acts: [Act]) -> Goal {
    let touched = acts.count { $0.command == .goal(id: goal.id, .done) || $0.command == .goal(id: goal.id, .part) }
    let isWeekly = goal.target?.unit == .times && goal.target?.period == .weeks(1)
    return Goal(
      goal: goal.id, name: goal.name, touched: touched,
      met: isWeekly ? goal.target.map { touched >= $0.low } : nil)
  }
}
