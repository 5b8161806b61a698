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

  private func freed(_ keys: String) throws -> (lines: [String], undone: Bool) {
    let folder = try TemporaryFolder()
    try folder.write("[[goal]]\nname = \"A walk\"\n\(keys)\nminutes = 20\n", to: "haven.toml")
    let edit = try GoalEditor(directory: folder.path).moved("a-walk", from: "after gate", to: "12:00-14:00")
    guard let change = edit.changes.first else { return (edit.places, false) }
    let before = Array("[[goal]]\nname = \"A walk\"\n\(keys)\nminutes = 20\n".utf8)
    let after = try #require(ConfigEdit.applied(change, to: before))
    let back = ConfigChange(file: change.file, line: change.line, before: change.after, after: change.before)
    return (change.after + ["line \(change.line)"], ConfigEdit.applied(back, to: after) == before)
  }

  @Test("a window takes the place of the step that it came after, and of its delay; what stands between stays")
  func instead() throws {
    let plain = try freed(#"after = "gate"   # at last"#)
    #expect(plain.lines == [#"window = "12:00-14:00"   # at last"#, "line 3"])
    let aligned = try freed("after    = \"gate\"\nsmallest = \"to the gate\"\ndelay    = \"35m\"")
    #expect(aligned.lines == [#"window   = "12:00-14:00""#, #"smallest = "to the gate""#, "line 3"])
    let both = try freed("window = [\"Tue 20:00-21:00\"]\nafter = \"gate\"")
    #expect(both.lines == [#"window = "12:00-14:00""#, "line 3"])
    #expect(plain.undone && aligned.undone && both.undone)
    #expect(try freed(#"after = "school""#).lines == ["haven.toml:1"])
    #expect(try freed("after = \"gate\"\nwindow = [\n\"20:00-21:00\"]").lines == ["haven.toml:1"])
  }

  @Test("a goal that is nowhere has no place")
  func nowhere() throws {
    let folder = try TemporaryFolder()
    try folder.write("", to: "haven.toml")
    #expect(try GoalEditor(directory: folder.path).moved("x", from: "a", to: "b") == ConfigPlaces())
  }
}
