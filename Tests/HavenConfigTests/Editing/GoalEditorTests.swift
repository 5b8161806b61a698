import HavenCore
import Testing

@testable import HavenConfig

@Suite("Changing a goal's window in the config's own text")
struct GoalEditorTests {
  private func moved(_ window: String, _ from: String = "07:00-08:00", to: String = "20:00-21:00") throws -> [String] {
    let folder = try TemporaryFolder()
    try folder.write(
      """
      [[goal]]
      name = "Swim"
      window = "07:00-08:00"

      [[goal]]
      name = "A walk"
      window = \(window)   # the gate
      """, to: "haven.toml")
    let edit = try GoalEditor(directory: folder.path).moved("a-walk", from: from, to: to)
    return edit.changes.isEmpty ? edit.places : edit.changes.flatMap(\.after) + ["line \(edit.changes[0].line)"]
  }

  @Test("the same days at the other time; the comment stays")
  func one() throws {
    #expect(try moved(#""07:00-08:00""#) == [#"window = "20:00-21:00"   # the gate"#, "line 7"])
    #expect(
      try moved(#"["Mon-Fri 07:00-08:00"]"#) == [#"window = ["Mon-Fri 20:00-21:00"]   # the gate"#, "line 7"])
  }

  @Test("of two windows the one that works is left")
  func two() throws {
    #expect(
      try moved(#"["Mon-Fri 07:00-08:00", "Sat 20:00-21:00"]"#) == [
        #"window = ["Sat 20:00-21:00"]   # the gate"#, "line 7",
      ])
  }

  @Test("what is not there, or goes over several lines, is for a person's own hand")
  func ownHand() throws {
    #expect(try moved(#""09:00-10:00""#) == ["haven.toml:5"])
    #expect(try moved("[\n\"07:00-08:00\",\n\"20:00-21:00\"]") == ["haven.toml:5"])
  }

  @Test("a goal that is nowhere has no place")
  func nowhere() throws {
    let folder = try TemporaryFolder()
    try folder.write("", to: "haven.toml")
    #expect(try GoalEditor(directory: folder.path).moved("x", from: "a", to: "b") == ConfigPlaces())
  }
}
