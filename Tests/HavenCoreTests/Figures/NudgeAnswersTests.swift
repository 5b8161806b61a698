import Testing

@testable import HavenCore

/// Each expected share is worked out by hand beside it.
@Suite("How a goal's offers were answered")
struct NudgeAnswersTests {
  private static let today = CivilDate("2026-03-30")!  // a date
  private let zone: Zone
  private var household = Household()

  init() throws {
    zone = try knownZone("Europe/London")
    household.carers = [Carer(id: "ros", name: "Ros")]
    var goal = Goal(id: "walk", carer: "ros", domain: .body, name: "walk", minutes: 20)
    goal.windows = [try window("07:00-08:00"), try window("Sat 20:00-21:00"), try window("Sun 20:00-21:00")]
    household.goals = [goal]
  }

  /// A nudge so many days ago, at a time, with what became of it.
  private func nudge(
    _ daysAgo: Int, _ clock: String = "07:00", _ state: LedgerEntry.State = .expired
  ) throws -> LedgerEntry {
    let date = Self.today - daysAgo
    let at = zone.instant(date, try time(clock))
    return LedgerEntry(
      id: "\(date)/nudge/walk", kind: .nudge, state: state, dueAt: at, at: at, to: "ros", subject: "walk")
  }

  private func act(_ daysAgo: Int, _ clock: String, _ act: GoalAct) throws -> Act {
    let date = Self.today - daysAgo
    return Act(
      id: 1, at: zone.instant(date, try time(clock)), date: date, by: "ros", command: .goal(id: "walk", act))
  }

  private func answers(_ entries: [LedgerEntry], _ acts: [Act] = []) -> NudgeAnswers {
    NudgeAnswers(entries: entries, acts: acts, household: household, zone: zone, today: Self.today)
  }

  private func isNear(_ a: Double?, _ b: Double) -> Bool { a.map { abs($0 - b) < 1e-9 } ?? false }

  @Test("a nudge weighs one today and half as much every four weeks")
  func weights() {
    for (days, weight) in [(0, 1.0), (28, 0.5), (56, 0.25), (84, 0.125), (14, 0.707_106_781_186_547_5)] {
      #expect(isNear(NudgeAnswers.weight(days: days), weight))
    }
  }

  @Test("what was lately counts for more")
  func decay() throws {
    // Taken today (1), ignored four weeks ago (1/2) and eight weeks ago (1/4): 1 of 1.75.
    let share = answers([try nudge(56), try nudge(28), try nudge(0, "07:00", .acknowledged)]).shares.first
    #expect(isNear(share?.taken, 1 / 1.75))
    #expect(isNear(share?.answered, 1 / 1.75))
    #expect(share?.offered == 3)
    #expect(share?.takenTimes == 1)
    // The other way round: 1/4 of 1.75.
    let old = answers([try nudge(56, "07:00", .acknowledged), try nudge(28), try nudge(0)]).shares.first
    #expect(isNear(old?.taken, 0.25 / 1.75))
  }

  @Test("a declined one is answered, and not taken; by a button, or by a word later that day")
  func declined() throws {
    for (entries, acts) in [
      ([try nudge(0, "07:00", .skipped), try nudge(0, "07:30")], []),
      ([try nudge(0), try nudge(28), try nudge(28)], [try act(0, "09:00", .notToday)]),
    ] {
      let share = answers(entries, acts).shares.first
      #expect(isNear(share?.answered, 0.5))
      #expect(share?.taken == 0)
    }
  }

  @Test("done or a part of it within two hours is taken; at another time of that day it is only answered")
  func byWord() throws {
    for what in [GoalAct.done, .part] {
      #expect(answers([try nudge(0)], [try act(0, "08:59", what)]).shares.first?.taken == 1)
      let later = answers([try nudge(0)], [try act(0, "18:00", what)])
      #expect(later.shares.first?.taken == 0)
      #expect(later.shares.first?.answered == 1)
      #expect(later.unasked == [later.shares[0].goal: [18: 1]], "it speaks for its own time")
      #expect(answers([try nudge(0)], [try act(0, "06:00", what)]).shares.first?.taken == 0)
      #expect(answers([try nudge(1)], [try act(0, "07:30", what)]).shares.first?.taken == 0)
    }
  }

  @Test("in a window that is long, what is done hours after the offer is taken too")
  func longWindow() throws {
    var answers = self
    answers.household.goals[0].windows = [try window("16:00-22:00")]
    #expect(answers.answers([try nudge(0, "16:00")], [try act(0, "21:30", .done)]).shares.first?.taken == 1)
    #expect(answers.answers([try nudge(0, "16:00")], [try act(0, "22:30", .done)]).shares.first?.taken == 0)
  }

  @Test("each window by its time of day, whichever days it opens on, in the order of the config")
  func windows() throws {
    // 28 March 2026 is a Saturday; clocks go forward on the 29th, a Sunday.
    let shares = answers([
      try nudge(2, "20:00", .acknowledged), try nudge(1, "20:30"), try nudge(3, "07:10"),
    ]).shares
    #expect(shares.map(\.window) == ["07:00-08:00", "20:00-21:00"])
    #expect(shares.map(\.offered) == [1, 2])
  }

  @Test("what was offered in a window that is gone says nothing about those that are left")
  func gone() throws {
    #expect(answers([try nudge(3, "12:00")]).shares.isEmpty)
  }

  @Test("what was never shown was not offered")
  func neverShown() throws {
    #expect(answers([try nudge(0, "07:00", .suppressed), try nudge(1, "07:00", .missed)]).shares.isEmpty)
  }

  @Test("of a goal after a step there is one share")
  func after() throws {
    var answers = self
    answers.household.goals[0].after = "gate"
    let shares = answers.answers([try nudge(0, "12:00"), try nudge(1, "20:00")]).shares
    #expect(shares.map(\.window) == ["after gate"])
    #expect(shares.map(\.isFew) == [true])
  }
}
