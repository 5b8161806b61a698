import Testing

@testable import HavenCore

struct NameMentionTests {
  private let otter = NameMention("otter", others: ["otter", "sea-otter", "wren"])

  @Test(
    "a name is found as a word of its own, whatever its case",
    arguments: [
      "otter", "2026-03-10/tea/otter/L2", "sibling:otter", "otter-swim", "Otter left the room", "with OTTER.",
      #"{"fed":{"child":"otter"}}"#,
    ])
  func found(text: String) { #expect(otter.occurs(in: text)) }

  @Test(
    "not in a longer word, nor in another child's alias", arguments: ["otters", "otterly", "sea-otter", "wren", ""])
  func notFound(text: String) { #expect(!otter.occurs(in: text)) }

  @Test("other words take its place, and the rest stays")
  func replaced() {
    #expect(otter.replaced(in: "Otter and sea-otter, otter.", by: "X") == "X and sea-otter, X.")
    #expect(otter.replaced(in: "räv 🦊 otter", by: "another child") == "räv 🦊 another child")
    #expect(otter.replaced(in: "nobody", by: "X") == "nobody")
  }
}
