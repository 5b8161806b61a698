import Testing

@testable import HavenCore

struct WordingStepTests {
  private func plan(_ steps: [(String, [ChildID])]) -> DayPlan {
    let planned = steps.enumerated().map { index, entry in
      PlannedStep(
        step: HarbourFamily.step(entry.0, "08:00", entry.0), at: Instant(seconds: index * 600), until: nil,
        children: entry.1, transitions: [], movedBy: 0)
    }
    return DayPlan(
      date: HarbourFamily.tuesday, kind: "school-day", isHoliday: false, zone: "UTC", mode: .ordinary, steps: planned,
      cues: [])
  }

  @Test("what a child leaves is the step before in its own day, what follows the one after")
  func neighbours() throws {
    let plan = plan([
      ("tablet", ["otter"]), ("craft", ["wren"]), ("ends", ["otter"]), ("bath", ["wren"]), ("tea", ["otter"]),
    ])
    let words = try #require(plan.wordingStep(for: Scene().item("ends/otter/L2").id, mode: .sick, workingAge: 3))
    #expect(words.step.id == "ends")
    #expect(words.previous?.id == "tablet")
    #expect(words.next?.id == "tea")
    #expect(words.mode == .sick)
    #expect(words.workingAge == 3)
  }

  @Test("at the ends of a day there is nothing before and nothing after")
  func ends() throws {
    let words = try #require(plan([("tea", ["otter"])]).wordingStep(for: Scene().item("tea/otter/0").id))
    #expect(words.previous == nil && words.next == nil)
  }

  @Test("a step that is not the child's has no words")
  func notTheirs() {
    let plan = plan([("craft", ["wren"])])
    #expect(plan.wordingStep(for: Scene().item("craft/otter/0").id) == nil)
    #expect(plan.wordingStep(for: Scene().item("gone/wren/0").id) == nil)
  }
}
