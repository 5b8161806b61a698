import Testing

@testable import HavenCore

/// A child's small doses, spread over the day.
struct NurturePlanTests {
  private func plan(_ aim: Int, _ day: String) throws -> String {
    let family = try Family(children: ["otter 5", "wren 5"], day)
    return NurturePlan(try family.plan("2026-03-10"), child: "otter", aim: aim).doses
      .map { "\($0.number) \($0.step)" }.joined(separator: ", ")
  }

  private let day = """
    07:00 wake
    07:30 breakfast    food
    08:30 school       away
    15:30 landing      landing
    16:00 craft        wren
    16:30 play
    17:30 tea          food
    18:30 bath
    19:00 story        nurture
    19:30 lights-out   sleep
    """

  @Test(
    "steps that are there for it carry one each, the rest is spread evenly; the same day gives the same answer",
    arguments: [
      (1, "0 story"), (2, "0 play, 1 story"), (3, "0 breakfast, 1 tea, 2 story"),
      (4, "0 breakfast, 1 play, 2 bath, 3 story"),
      (24, "0 wake, 1 breakfast, 2 landing, 3 play, 4 tea, 5 bath, 6 story"),
    ])
  func spread(aim: Int, doses: String) throws {
    for _ in 1...2 { #expect(try plan(aim, day) == doses) }
  }

  @Test("an aim of nothing is nothing, and so is a day away")
  func none() throws {
    #expect(try plan(0, day) == "")
    #expect(try plan(4, "08:30 school away\n20:00 lights-out sleep") == "")
  }
}
