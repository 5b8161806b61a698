import Testing

@testable import HavenCore

/// Coming home: nothing is asked of a child in the first twenty minutes.
struct LandingTests {
  private let tuesday = "2026-03-10"

  @Test("child-facing rungs in the first twenty minutes are dropped; the carer's are not")
  func protects() throws {
    let family = try Family("15:30 home landing\n15:55 reading [P20 20 10 5 L2 0]")
    #expect(try family.rungs(into: "reading", tuesday) == "P20 15:35, 5 15:50, L2 15:53, 0 15:55")
  }

  @Test("arrival is dropped too")
  func arrival() throws {
    let family = try Family("15:30 home landing\n15:45 reading [P20 10 0]")
    #expect(try family.rungs(into: "reading", tuesday) == "P20 15:25")
  }

  @Test("the twenty minutes include their start and exclude their end")
  func ends() throws {
    let family = try Family("15:30 home landing\n16:00 reading [30 11 10 0]")
    #expect(try family.rungs(into: "reading", tuesday) == "10 15:50, 0 16:00")
  }

  @Test("the rungs into the landing itself are said until it begins")
  func intoLanding() throws {
    let family = try Family("15:00 bus\n15:30 home landing [P20 10 L2 0]")
    #expect(try family.rungs(into: "home", tuesday) == "P20 15:10, 10 15:20, L2 15:28")
  }

  @Test("a landing is one child's; the other's rungs go on")
  func perChild() throws {
    let family = try Family(
      children: ["otter 5", "wren 3"], "14:00 play\n15:30 home otter landing\n15:45 reading [5 0]")
    #expect(try family.rungs(into: "reading", of: "otter", tuesday) == "")
    #expect(try family.rungs(into: "reading", of: "wren", tuesday) == "5 15:40, 0 15:45")
  }

  @Test("a rung clamped into a landing is dropped with the rest")
  func clampedFirst() throws {
    let family = try Family("15:30 home landing\n16:00 reading [40 0]")
    #expect(try family.rungs(into: "reading", tuesday) == "0 16:00")
  }

  @Test("a step over later still begins in a landing: only the time counts")
  func notOnlyTheNext() throws {
    let family = try Family("15:30 home landing\n15:40 snack\n15:45 reading [2 0]\n16:00 play [12 0]")
    #expect(try family.rungs(into: "reading", tuesday) == "")
    #expect(try family.rungs(into: "play", tuesday) == "0 16:00")
  }
}
