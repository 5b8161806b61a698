import Testing

@testable import HavenCore

/// Which steps are transitions, for whom, and where their ladder comes from.
struct TransitionTests {
  private let tuesday = "2026-03-10"

  private func ladders(_ family: Family) throws -> [String] {
    try family.plan(tuesday).steps.flatMap { step in
      step.transitions.map { "\(step.step.id)/\($0.child): \($0.size?.rawValue ?? "-"): \($0.rungs.text)" }
    }
  }

  @Test("an ordinary step has no cue")
  func ordinary() throws {
    #expect(try Family("18:00 tea").plan(tuesday).cues.isEmpty)
  }

  @Test("the table answers by each child's working age")
  func ages() throws {
    let family = try Family(children: ["otter 5", "wren 3", "finch 13", "sparrow"], "18:00 bath hard")
    #expect(
      try ladders(family) == [
        "bath/otter: hard: P20 15 5 L2 0", "bath/wren: hard: P15 5 L2 0", "bath/finch: hard: P30 20 5",
        "bath/sparrow: hard: P20 15 5 L2 0",
      ])
  }

  @Test("a size may be given for each child; one that is not named is in no transition")
  func each() throws {
    let family = try Family(children: ["otter 5", "wren 3", "finch 13"], "18:00 bath otter=hard finch=easy")
    #expect(try ladders(family) == ["bath/otter: hard: P20 15 5 L2 0", "bath/finch: easy: 5"])
  }

  @Test("a ladder by itself makes the step a transition, with no size")
  func ladderAlone() throws {
    let family = try Family("18:00 bath [P10 L2 0]\n19:00 story ladder:event")
    #expect(try ladders(family) == ["bath/otter: -: P10 L2 0", "story/otter: -: L2 0"])
  }

  @Test("`none` is never a transition, ladder or not")
  func none() throws {
    let family = try Family(children: ["otter 5", "wren 3"], "18:00 bath none [P10 0]\n19:00 story otter=none [5 0]")
    #expect(try ladders(family) == ["story/wren: -: 5 0"])
  }

  @Test("the step's ladder comes before the child's, and the child's before the table")
  func precedence() throws {
    let family = try Family(children: ["otter 5 ladder:short", "wren 3"], "18:00 bath hard\n19:00 story hard [L2 0]")
    #expect(
      try ladders(family) == [
        "bath/otter: hard: 5 0", "bath/wren: hard: P15 5 L2 0", "story/otter: hard: L2 0", "story/wren: hard: L2 0",
      ])
  }

  @Test("a child's ladder makes no transition of a step that is none")
  func childLadderAlone() throws {
    #expect(try ladders(Family(children: ["otter 5 ladder:short"], "18:00 tea")) == [])
  }

  @Test("a family's own ladder is named like a preset")
  func named() throws {
    var family = try Family("18:00 bath ladder:slow")
    family.household.ladders["slow"] = try rungs("P40 30 L5 0")
    #expect(try ladders(family) == ["bath/otter: -: P40 30 L5 0"])
  }

  @Test("a ladder is said in order of time, however it is written; of two at one time the carer's comes first")
  func order() throws {
    #expect(
      try Family("18:00 bath [0 5 L2 5 P20 10 P10]").rungs(into: "bath", tuesday).hasPrefix(
        "P20 17:40, P10 17:50, 10 17:50"))
  }

  @Test("a cue's identity is its date, step, child and rung, and reads back")
  func identity() throws {
    let ids = try Family("17:25 tablet-ends hard").plan(tuesday).cues.map(\.id)
    #expect(ids.first?.description == "2026-03-10/tablet-ends/otter/P20")
    for id in ids { #expect(CueID("\(id)") == id) }
  }

  @Test(
    "what is not four parts with a date is no cue id",
    arguments: [
      "", "tablet-ends/otter/0", "2026-03-10/tablet-ends/otter", "2026-03-10//otter/0", "2026-02-30/a/b/0",
      "2026-03-10/a/b/0/1",
    ])
  func notAnID(text: String) {
    #expect(CueID(text) == nil)
  }

  @Test("leads are elapsed minutes, also over a clock change")
  func elapsed() throws {
    let family = try Family("01:30 settle [P60 20 0]")
    // 01:30 does not exist and is 02:30 in summer time, 90 minutes after midnight.
    #expect(try family.rungs(into: "settle", "2026-03-29") == "P60 00:30, 20 02:10, 0 02:30")
  }
}
