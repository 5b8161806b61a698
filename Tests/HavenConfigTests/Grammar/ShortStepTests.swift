import HavenCore
import Testing

@testable import HavenConfig

struct ShortStepTests {
  @Test("the short form is a time, a name and, after the last comma, a size")
  func reads() throws {
    let step = try ShortStep(parsing: "17:25 tablet ends, help lay the table, very-hard")
    #expect(step.at.description == "17:25")
    #expect(step.name == "tablet ends, help lay the table")
    #expect(step.size == .some(.veryHard))
  }

  @Test(
    "a comma in a name is part of the name", arguments: ["landing: toast, den", "cards, board games", "hat, scarf"])
  func commas(name: String) throws {
    let step = try ShortStep(parsing: "15:40 \(name)")
    #expect(step.name == name)
    #expect(step.size == nil)
    #expect(step.doubt == nil)
  }

  @Test("'none' is a size: it asks for no cues")
  func none() throws {
    let size = try ShortStep(parsing: "17:45 tea, none").size
    #expect(size == .some(.none))
  }

  @Test(
    "a last word that is nearly a size is told, and taken as part of the name",
    arguments: [
      ("hrad", "hard"), ("Hard", "hard"), ("very hard", "very-hard"), ("VeryHard", "very-hard"), ("nomral", "normal"),
    ])
  func doubt(word: String, meant: String) throws {
    let step = try ShortStep(parsing: "17:25 tablet ends, \(word)")
    #expect(step.doubt?.meant == meant)
    #expect(step.name == "tablet ends, \(word)")
  }

  @Test(
    "what is no step is told",
    arguments: [
      ("tea", "'tea' is not a step; write a time and a name, such as '17:45 tea'"),
      ("25:00 tea", "'25:00' is not a time; hours go from 00 to 23"),
      ("17:45 , hard", "'17:45 , hard' has no name; write a time and a name, such as '17:45 tea'"),
    ])
  func refuses(text: String, told: String) {
    #expect(fault { try ShortStep(parsing: text) } == told)
  }
}
