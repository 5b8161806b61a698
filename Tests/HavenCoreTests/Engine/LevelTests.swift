import Testing

@testable import HavenCore

/// How much a line may say: generic, public or full.
struct LevelTests {
  private func levels(_ change: (inout Settings) throws -> Void, _ play: (inout House) throws -> Void = { _ in }) throws
    -> String
  {
    var family = try Family.evening()
    try change(&family.household.settings)
    var house = try House(family, from: "2026-03-10T16:00")
    try play(&house)
    try house.run(to: "18:00")
    return house.lines.map(\.level.rawValue).joined(separator: " ")
  }

  @Test("as the family sets it; `full` only on a private session")
  func setting() throws {
    #expect(try levels { _ in } == "public public public public public")
    #expect(try levels { $0.text = .generic } == "generic generic generic generic generic")
    #expect(try levels { $0.text = .full } == "full full full full full")
    #expect(
      try levels {
        $0.text = .full
        $0.isPrivate = false
      } == "public public public public public")
  }

  @Test("generic while the screen is locked")
  func locked() throws {
    #expect(
      try levels({ $0.text = .full }) { house in
        try house.at("17:08", .locked(true))
        try house.at("17:21", .locked(false))
      } == "full generic generic full full")
  }

  @Test("generic in the windows in which a visitor can see the screen")
  func visitor() throws {
    #expect(
      try levels { $0.genericWhen = [try window("Tue 17:10-17:23")] } == "public generic generic public public")
  }

  @Test("a bubble put up again has the level of now")
  func recreated() throws {
    var house = try House(.evening(), from: "2026-03-10T16:00")
    try house.at("17:11", .notifier(isAvailable: false))
    try house.at("17:12", .locked(true))
    try house.at("17:13", .notifier(isAvailable: true))
    #expect(house.recreated.map(\.line.level) == [.generic])
  }
}
