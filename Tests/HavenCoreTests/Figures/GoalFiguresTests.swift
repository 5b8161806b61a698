import Testing

@testable import HavenCore

@Suite("How far a goal has come")
struct GoalFiguresTests {
  private func figures(
    _ acts: (GoalAct, Int?)..., minutes: Int = 20, isShrunk: Bool = false
  ) throws -> GoalFigures {
    let goal = Goal(id: "walk", carer: "ros", domain: .body, name: "walk", minutes: minutes)
    let family = try Family("")
    var all = try acts.enumerated().map { index, act in
      try family.act(.goal(id: "walk", act.0, minutes: act.1), at: "2026-03-10T09:00", id: index + 1)
    }
    all.append(try family.act(.goal(id: "swim", .done), at: "2026-03-10T09:00", id: 99))
    return GoalFigures(goal, all, isShrunk: isShrunk)
  }

  private func target(_ low: Int, _ unit: Target.Unit = .times) -> Target {
    Target(low: low, high: low + 1, unit: unit, period: .weeks(1))
  }

  @Test("done adds its minutes, a part the smallest; minutes that were said are the real ones")
  func minutes() throws {
    let figures = try figures((.done, nil), (.part, nil), (.part, 12), (.done, 35), (.notToday, nil), (.keep, nil))
    #expect(figures.touched == 4)
    #expect(figures.full == 2)
    #expect(figures.minutes == 20 + 5 + 12 + 35)
    #expect(figures.doses == [.micro: 1, .short: 3])
  }

  @Test("any of it touches; the range's lower figure meets, in times or in real minutes")
  func meets() throws {
    #expect(try !figures((.done, nil), (.part, nil), (.part, nil)).meets(target(3)))
    #expect(try figures((.done, nil), (.done, nil), (.part, 10), (.part, 10)).meets(target(3)))
    #expect(try figures((.done, nil), (.done, 5), (.done, 5)).meets(target(3)))
    #expect(try figures((.done, nil), (.done, nil), (.done, nil)).meets(target(1, .hours)))
    #expect(try !figures((.done, nil), (.done, nil)).meets(target(1, .hours)))
  }

  @Test("of one that was made smaller any time counts whole")
  func shrunk() throws {
    let figures = try figures((.done, nil), (.part, nil), isShrunk: true)
    #expect(figures.minutes == 10)
    #expect(figures.meets(target(2)))
  }

  @Test(
    "a dose is micro to five minutes, short to under an hour, long from there",
    arguments: [
      (1, Goal.DoseTier.micro), (5, .micro), (6, .short), (59, .short), (60, .long), (240, .long),
    ])
  func tiers(minutes: Int, tier: Goal.DoseTier) { #expect(Goal.DoseTier(minutes: minutes) == tier) }

  @Test(
    "a target's period begins on its Monday, so many dates ago, with the quarter or with the year",
    arguments: [
      (Target.Period.weeks(1), "2026-03-09"), (.weeks(2), "2026-03-02"), (.days(28), "2026-02-12"),
      (.quarter, "2026-01-01"), (.year, "2026-01-01"),
    ])
  func periods(period: Target.Period, start: String) throws {
    #expect(period.start(at: try date("2026-03-11")) == (try date(start)))
  }
}
