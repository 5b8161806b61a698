import HavenCore
import Testing

@testable import HavenConfig

@Suite("The starter with a family's answers in it")
struct StarterAnswersTests {
  @Test("names, children and the evening stand in it, and it is sound")
  func answered() throws {
    var answers = StarterAnswers()
    answers.carer = "Ros \"R\" \\ B"
    answers.children = [try .init(parsing: "Red Panda:9"), try .init(parsing: "wren")]
    answers.evening = try StarterAnswers.evening(parsing: ["17:30", "-", "19:00", "19:30"])
    let configuration = try ConfigurationLoader(directory: "/nowhere").load(
      text: Array(StarterConfiguration.text(for: answers).utf8), named: "/nowhere/haven.toml")
    #expect(configuration.household.carers.map(\.name) == ["Ros \"R\" \\ B"])
    #expect(configuration.household.children.map(\.id) == ["red-panda", "wren"])
    #expect(configuration.household.children.map(\.workingAge) == [9, nil])
    let evening = try #require(configuration.household.routines.first { $0.name == "evening" })
    #expect(evening.steps.map(\.name) == ["tea", "story", "lights out"])
  }

  @Test("an evening without steps, or with fewer, is sound as well", arguments: ["- - - -", "17:30", "- - - 19:30"])
  func fewer(words: String) throws {
    var answers = StarterAnswers()
    answers.evening = try StarterAnswers.evening(parsing: words.split(separator: " ").map(String.init))
    _ = try ConfigurationLoader(directory: "/nowhere").load(
      text: Array(StarterConfiguration.text(for: answers).utf8), named: "/nowhere/haven.toml")
  }

  @Test("what is no answer is told")
  func refused() {
    #expect(throws: GrammarFault.self) { try StarterAnswers.Child(parsing: "otter:five") }
    #expect(throws: GrammarFault.self) { try StarterAnswers.Child(parsing: "!!") }
    #expect(throws: GrammarFault.self) { try StarterAnswers.evening(parsing: ["19:00", "18:00"]) }
    #expect(throws: GrammarFault.self) { try StarterAnswers.evening(parsing: ["7pm"]) }
    #expect(throws: GrammarFault.self) {
      try StarterAnswers.evening(parsing: ["17:00", "18:00", "19:00", "20:00", "21:00"])
    }
  }
}
