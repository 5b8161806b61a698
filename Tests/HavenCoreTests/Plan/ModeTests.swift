import Testing

@testable import HavenCore

/// A smaller day in one word: which steps stay, and how short the ladders are.
struct ModeTests {
  private let tuesday = "2026-03-10"
  private let day = """
    07:00 wake       core
    08:20 shoes      normal core
    16:00 park       liked easy
    17:00 cuddle     nurture normal
    17:25 reading    hard core
    18:00 piano      hard
    19:00 new-game   core liked nurture new hard
    20:00 bus        core fixed hard
    """

  private func mode(
    _ mode: Mode, _ child: ChildID? = nil, age: Int? = nil, until: String? = nil, at: String = "2026-03-10T06:00",
    in family: Family, id: Int = 1
  ) throws -> Act {
    let until = try until.map { family.zone.instant(of: try civil($0)) }
    return try family.act(.mode(mode, child: child, age: age, until: until), at: at, id: id)
  }

  private func steps(_ kind: Mode) throws -> [StepID] {
    let family = try Family(day)
    return try family.plan(tuesday, acts: [mode(kind, in: family)]).steps.map(\.step.id)
  }

  private func ladder(_ step: StepID, _ kind: Mode, age: Int? = nil, child: String = "otter 5", _ day: String? = nil)
    throws -> String
  {
    let family = try Family(children: [child], day ?? self.day)
    let plan = try family.plan(tuesday, acts: [mode(kind, age: age, in: family)])
    return plan.steps.first { $0.step.id == step }?.transitions.first?.rungs.text ?? "no transition"
  }

  @Test("low-demand and sick keep what is core or liked, and nothing new")
  func softSteps() throws {
    #expect(try steps(.lowDemand) == ["wake", "shoes", "park", "reading", "bus"])
    #expect(try steps(.sick) == ["wake", "shoes", "park", "reading", "bus"])
  }

  @Test("regression keeps nurture too")
  func regressionSteps() throws {
    #expect(try steps(.regression) == ["wake", "shoes", "park", "cuddle", "reading", "bus"])
  }

  @Test("low-demand: easy and normal become the event ladder, larger ones lose their middle")
  func lowDemandLadders() throws {
    #expect(try ladder("park", .lowDemand) == "L2 0")
    #expect(try ladder("shoes", .lowDemand) == "L2 0")
    #expect(try ladder("reading", .lowDemand) == "P20 15 L2 0")
    #expect(try ladder("reading", .lowDemand, child: "finch 13") == "P30 20 5")
    #expect(try ladder("reading", .lowDemand, child: "badger 9") == "P20 15 L1 0")
  }

  @Test("regression looks the ladder up one band down, with a carer's rung always")
  func regressionLadders() throws {
    #expect(try ladder("shoes", .regression) == "P10 5 L2 0")
    #expect(try ladder("reading", .regression) == "P15 5 L2 0")
    #expect(try ladder("park", .regression) == "P7 L2 0")
    #expect(try ladder("park", .regression, child: "wren 4") == "P5 0")
    #expect(try ladder("park", .regression, child: "finch 13") == "P10 5 0")
  }

  @Test("regression with an age looks the ladder up there")
  func regressionAge() throws {
    #expect(try ladder("reading", .regression, age: 3, child: "finch 13") == "P15 5 L2 0")
    #expect(try ladder("shoes", .regression, age: 9, child: "otter 5") == "P15 10 5 0")
  }

  @Test("an age that is not set stays not set")
  func noAge() throws {
    #expect(try ladder("shoes", .regression, child: "sparrow") == "P15 10 5 L2 0")
  }

  @Test("sick leaves no rungs, but for a fixed anchor, one band down")
  func sickLadders() throws {
    #expect(try ladder("shoes", .sick) == "")
    #expect(try ladder("bus", .sick) == "P15 5 L2 0")
  }

  @Test("sick with an age looks a fixed step's ladder up there")
  func sickAge() throws {
    let rungs = try ladder("bus", .sick, age: 1)
    #expect(rungs == "P10 L2 0")
  }

  @Test("a ladder of the step or the child is left as it is, but for sick")
  func ownLadders() throws {
    let own = "08:20 shoes normal core [20 10 0]\n20:00 bus fixed core [15 0]"
    for mode in [Mode.lowDemand, .regression] { #expect(try ladder("shoes", mode, own) == "20 10 0") }
    #expect(try ladder("shoes", .sick, own) == "")
    #expect(try ladder("bus", .sick, own) == "15 0")
    #expect(try ladder("shoes", .lowDemand, child: "otter 5 ladder:long") == "20 10 5 L2 0")
    #expect(try ladder("shoes", .sick, child: "otter 5 ladder:long") == "")
  }

  @Test("a mode is for one child where one is named; a step stays for the others")
  func oneChild() throws {
    let family = try Family(children: ["otter 5", "wren 3"], day)
    let plan = try family.plan(tuesday, acts: [mode(.lowDemand, "otter", in: family)])
    let piano = try #require(plan.steps.first { $0.step.id == "piano" })
    #expect(piano.children == ["wren"])
    #expect(plan.mode == .ordinary)
  }

  @Test("a step left with no child is not in the day; one that was nobody's stays")
  func nobodyLeft() throws {
    let family = try Family(children: ["otter 5", "wren 3"], "16:00 judo otter\n17:00 coffee nobody\n18:00 tea core")
    let acts = [try mode(.lowDemand, "otter", in: family)]
    #expect(try family.steps(tuesday, acts: acts) == "17:00 coffee, 18:00 tea")
  }

  @Test("it applies to the steps whose own instant lies in it: set is included, the end is not")
  func bounds() throws {
    let family = try Family("16:00 a\n17:00 b\n18:00 c\n19:00 d")
    let acts = [try mode(.lowDemand, until: "2026-03-10T19:00", at: "2026-03-10T17:00", in: family)]
    #expect(try family.steps(tuesday, acts: acts) == "16:00 a, 19:00 d")
  }

  @Test("low-demand without an end is over at midnight; regression and sick go on until ordinary")
  func ends() throws {
    let family = try Family("16:00 judo")
    for (kind, next) in [(Mode.lowDemand, "16:00 judo"), (.regression, ""), (.sick, "")] {
      let acts = [try mode(kind, in: family)]
      #expect(try family.steps("2026-03-10", acts: acts) == "")
      #expect(try family.steps("2026-03-11", acts: acts) == next)
      #expect(try family.steps("2026-04-20", acts: acts) == next)
    }
    let over = [
      try mode(.sick, in: family), try mode(.ordinary, at: "2026-03-12T08:00", in: family, id: 2),
    ]
    #expect(try family.steps("2026-03-11", acts: over) == "")
    #expect(try family.steps("2026-03-12", acts: over) == "16:00 judo")
  }

  @Test("a new mode replaces the old one of that child, its end too")
  func replaces() throws {
    let family = try Family(children: ["otter 5", "wren 3"], "16:00 judo\n18:00 cuddle nurture")
    let acts = [
      try mode(.sick, in: family), try mode(.regression, "otter", at: "2026-03-10T07:00", in: family, id: 2),
    ]
    let plan = try family.plan(tuesday, acts: acts)
    #expect(plan.steps.map { $0.children } == [["otter"]])
    #expect(
      family.household.children.map { child in
        Facts(acts: acts, children: ["otter", "wren"], zone: family.zone).mode(of: child.id, at: plan.steps[0].at)
      } == [.regression, .sick])
  }

  @Test("a day is named by its mode where every child is in it")
  func dayMode() throws {
    let family = try Family(children: ["otter 5", "wren 3"], day)
    #expect(try family.plan(tuesday, acts: [mode(.sick, in: family)]).mode == .sick)
    #expect(try family.plan(tuesday).mode == .ordinary)
  }
}
