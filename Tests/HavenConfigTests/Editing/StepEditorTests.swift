import HavenCore
import Testing

@testable import HavenConfig

@Suite("Changing a step in the config's own text")
struct StepEditorTests {
  private static let family = """
    # The house.
    [[child]]
    id = "otter"
    [[child]]
    id = "wren"

    [[routine]]
    name = "evening"
    steps = ["18:00 Tea", "18:30 Story time, normal"]   # short

      [[routine.step]]
      at = "17:25"
      name = "Tablet ends"
      who = ["otter"]
      transition = "hard"   # since May

    [[routine.step]]
    at = "18:40"
    name = "Bath"
    transition = { otter = "hard", wren = "easy" }

    [[routine.step]]
    at = "19:40"
    name = "Bed"
    transition = "normal"

    [[routine.step]]
    at = "19:00"
    id = "shoes"
    name = "Shoes off"
    who = ["wren"]
    ladder = ["10", "5", "0"]

    """

  private func editor(_ folder: TemporaryFolder) throws -> StepEditor {
    try folder.write(Self.family, to: "haven.toml")
    return try StepEditor(
      directory: folder.path, household: try ConfigurationLoader(directory: folder.path).load().household)
  }

  @Test("a size is changed where it stands; the comment behind it stays")
  func size() throws {
    let folder = try TemporaryFolder()
    let edit = try editor(folder).resized("tablet-ends", child: "otter", from: .hard, to: .normal)
    #expect(
      edit.changes == [
        ConfigChange(
          file: "haven.toml", line: 15, before: ["  transition = \"hard\"   # since May"],
          after: ["  transition = \"normal\"   # since May"])
      ])
  }

  @Test("one child's of several is changed alone, and a size for all becomes one for each")
  func several() throws {
    let folder = try TemporaryFolder()
    let editor = try editor(folder)
    #expect(
      editor.resized("bath", child: "wren", from: .easy, to: .normal).changes.map(\.after) == [
        ["transition = { otter = \"hard\", wren = \"normal\" }"]
      ])
    #expect(
      editor.resized("bed", child: "wren", from: .normal, to: .easy).changes.map(\.after) == [
        ["transition = { otter = \"normal\", wren = \"easy\" }"]
      ])
  }

  @Test("what a line cannot say is left to a person, with its place")
  func places() throws {
    let folder = try TemporaryFolder()
    let editor = try editor(folder)
    #expect(
      editor.resized("story-time", child: "otter", from: .normal, to: .easy)
        == ConfigPlaces(places: ["haven.toml:9"]))
    #expect(editor.resized("bath", child: "otter", from: .normal, to: .easy).changes.isEmpty, "it is another size")
    #expect(editor.withLadder("bath", child: "otter", ["5", "0"]).changes.isEmpty, "a ladder is for both children")
  }

  @Test("a ladder is written anew, or below the size where there was none")
  func ladder() throws {
    let folder = try TemporaryFolder()
    let editor = try editor(folder)
    #expect(
      editor.withLadder("shoes", child: "wren", ["10", "0"]).changes.map(\.after) == [["ladder = [\"10\", \"0\"]"]])
    #expect(
      editor.withLadder("tablet-ends", child: "otter", ["P20", "0"]).changes.map(\.after) == [
        ["  transition = \"hard\"   # since May", "  ladder = [\"P20\", \"0\"]"]
      ])
  }
}
