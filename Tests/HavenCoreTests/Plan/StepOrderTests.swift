import Testing

@testable import HavenCore

/// A day is a list of steps by instant, and a step lasts until something ends it.
struct StepOrderTests {
  private let tuesday = "2026-03-10"

  @Test("steps are ordered by time, and those of one time as written")
  func order() throws {
    var family = try Family("18:00 tea\n07:00 wake\n07:00 light")
    try family.add("07:00 wash\n12:00 lunch")
    #expect(try family.steps(tuesday) == "07:00 wake, 07:00 light, 07:00 wash, 12:00 lunch, 18:00 tea")
  }

  @Test("a step with minutes ends after them, whatever follows")
  func minutes() throws {
    let plan = try Family("16:00 snack 30m\n16:10 play").plan(tuesday)
    #expect(plan.steps[0].until == plan.steps[0].at + 1800)
  }

  @Test("a step without minutes ends with the latest of its children's next steps that day")
  func nextSteps() throws {
    let family = try Family(
      children: ["otter 5", "wren 3"],
      """
      16:00 snack
      16:30 bath     wren
      17:00 reading  otter
      """)
    let ends = try family.plan(tuesday).steps.map { $0.until.map { "\(family.zone.civil(at: $0).time)" } }
    #expect(ends == ["17:00", nil, nil])
  }

  @Test("a step is for all children where none is named, and for nobody where nobody is")
  func who() throws {
    let family = try Family(
      children: ["otter 5", "wren 3"],
      """
      07:00 wake
      08:00 shoes    otter hard
      09:00 coffee   nobody hard
      """)
    let plan = try family.plan(tuesday)
    #expect(plan.steps.map(\.children) == [["otter", "wren"], ["otter"], []])
    #expect(Set(plan.cues.map(\.id.step)) == ["shoes"])
  }

  @Test("a household with no children has its day, and no cues")
  func noChildren() throws {
    let plan = try Family(children: [], "07:00 wake hard\n18:00 tea").plan(tuesday)
    #expect(plan.steps.map(\.step.id) == ["wake", "tea"])
    #expect(plan.cues.isEmpty)
  }

  @Test("a time in the gap comes after a later one that exists")
  func gap() throws {
    let family = try Family("01:30 settle\n02:10 drink")
    #expect(try family.steps("2026-03-29") == "02:10 drink, 02:30 settle")
    #expect(try family.steps("2026-03-30") == "01:30 settle, 02:10 drink")
  }

  @Test("a time that comes twice is the first of the two")
  func fold() throws {
    let family = try Family("01:30 settle\n02:10 drink")
    let plan = try family.plan("2026-10-25")
    #expect(plan.steps.map { family.zone.format($0.at) } == ["2026-10-25T01:30:00+01:00", "2026-10-25T02:10:00+00:00"])
  }

  @Test("a step that was skipped is not in its day, and is in the next")
  func skipped() throws {
    let family = try Family("07:00 wake\n16:00 swim")
    let skip = try family.act(.skip(step: "swim"), at: "2026-03-10T09:00")
    #expect(try family.steps(tuesday, acts: [skip]) == "07:00 wake")
    #expect(try family.steps("2026-03-11", acts: [skip]) == "07:00 wake, 16:00 swim")
  }

  @Test("a delayed step takes its new place, and delays add up")
  func delayed() throws {
    let family = try Family("16:00 swim\n16:15 snack\n16:30 play")
    let acts = try [
      family.act(.delay(step: "swim", minutes: 20), at: "2026-03-10T09:00", id: 1),
      family.act(.delay(step: "swim", minutes: 15), at: "2026-03-10T09:01", id: 2),
    ]
    #expect(try family.steps(tuesday, acts: acts) == "16:15 snack, 16:30 play, 16:35 swim")
    #expect(try family.plan(tuesday, acts: acts).steps.map(\.movedBy) == [0, 0, 2100])
  }
}
