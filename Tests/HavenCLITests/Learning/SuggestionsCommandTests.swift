import HavenAPI
import HavenCore
import Testing

@testable import HavenCLI

@Suite("suggestions, accept, undo and dismiss")
struct SuggestionsCommandTests {
  private static let config = """
    [[child]]
    id = "otter"

    [[routine]]
    name = "evening"

    [[routine.step]]
    at = "18:40"
    name = "Bath"
    transition = "hard"  # since May

    """

  private func house(_ found: Suggestion...) -> FakeHouse {
    let house = FakeHouse()
    house.suggestionsView.suggestions = found.enumerated().map { SuggestionsView.Row($1, number: $0 + 1) }
    return house
  }
  private static let shorter = Suggestion(.shorter("bath", "otter", from: .hard, to: .normal), count: 11, of: 12)
  private static let longer = Suggestion(.longer("tablet-ends", "otter", from: .veryHard, to: nil), count: 3, of: 5)

  @Test("each is shown with what was counted and the exact line it would change")
  func shown() throws {
    let folder = try Folder()
    _ = try folder.write(Self.config, to: "haven.toml")
    let outcome = try havenctl(
      "suggestions --config \(folder.path)",
      house: house(Suggestion(.softDay(nil), count: 2), Self.shorter, Self.longer))
    #expect(outcome.status == .success)
    #expect(
      outcome.output == """
        1  today can be a soft day
           2 hard moments so far
           no change of the config: a soft day ends by itself at midnight
        2  bath, otter: one size shorter, hard to normal
           smooth 11 of the last 12 times
           haven.toml:10
             transition = "hard"  # since May
           → transition = "normal"  # since May
        3  tablet-ends, otter: another idea of what makes it hard
           hard 3 of the last 5 times
           for another idea, its 'cause' in the config is yours to change

        one change a child a week is plenty
        havenctl suggestions accept N, or dismiss N; 'undo' brings it back

        """)
    let discreet = try havenctl("suggestions --discreet --config \(folder.path)", house: house(Self.shorter))
    #expect(!discreet.output.contains("otter") && !discreet.output.contains("bath"))
  }

  @Test("nothing to suggest is a truthful no, and says where there is too little to say")
  func nothing() throws {
    let house = FakeHouse()
    #expect(
      try havenctl("suggestions", house: house)
        == Outcome(status: .no, output: "nothing to suggest; too few to say\n", errors: ""))
    house.suggestionsView.few = false
    #expect(try havenctl("suggestions", house: house).output == "nothing to suggest\n")
  }

  @Test("accept changes the line, has it read again, and is remembered; undo brings it back")
  func accept() throws {
    let folder = try Folder()
    let file = try folder.write(Self.config, to: "haven.toml")
    let house = house(Self.shorter)
    let outcome = try havenctl("suggestions accept 1 --config \(folder.path)", house: house)
    #expect(outcome.errors == "")
    #expect(outcome.output == "haven.toml:10 is changed\n'havenctl suggestions undo' brings it back\n")
    #expect(try readText(file) == Self.config.replacing("\"hard\"", with: "\"normal\""))
    #expect(
      house.asked == ["suggestions", "reload", "suggestions accept shorter/bath/otter/normal -"])

    house.suggestionsView.accepted = .init(
      id: Self.shorter.id, at: House.at("17:12"),
      changes: [
        ConfigChange(
          file: "haven.toml", line: 10, before: ["transition = \"hard\"  # since May"],
          after: ["transition = \"normal\"  # since May"])
      ])
    #expect(try havenctl("suggestions undo --config \(folder.path)", house: house).status == .success)
    #expect(try readText(file) == Self.config)
    let again = try havenctl("suggestions undo --config \(folder.path)", house: house)
    #expect(again.status == .no)
    #expect(
      again.errors == "havenctl: 'haven.toml:10' is not what it was; nothing was changed\nhint: havenctl suggestions\n")
  }

  @Test("a config that cannot be read again is as it was before")
  func notRead() throws {
    let folder = try Folder()
    let file = try folder.write(Self.config, to: "haven.toml")
    let house = house(Self.shorter)
    house.refusesToReload = true
    #expect(try havenctl("suggestions accept 1 --config \(folder.path)", house: house).status == .configInvalid)
    #expect(try readText(file) == Self.config)
  }

  @Test("a soft day is a mode; a number that is not there is a no; dismiss keeps one quiet")
  func others() throws {
    let folder = try Folder()
    _ = try folder.write(Self.config, to: "haven.toml")
    let house = house(Suggestion(.softDay("otter"), count: 2), Self.longer)
    _ = try havenctl("suggestions accept 1 --config \(folder.path)", house: house)
    _ = try havenctl("suggestions dismiss 2", house: house)
    #expect(
      house.asked == [
        "suggestions", "mode low-demand otter -", "suggestions", "suggestions dismiss longer/tablet-ends/otter -",
      ])
    let hand = try havenctl("suggestions accept 2 --config \(folder.path)", house: house)
    #expect(hand.status == .no && hand.errors.hasPrefix("havenctl: 2 is for your own hand"))
    #expect(try havenctl("suggestions accept 7 --config \(folder.path)", house: house).status == .no)
    #expect(try havenctl("suggestions dismiss", house: house).status == .usage)
  }
}
