import Testing

@testable import HavenConfig

struct SuggestionTests {
  @Test(
    "the word that was probably meant is found",
    arguments: [
      ("nmae", "name"), ("working_age", "working-age"), ("Quiet", "quiet"), ("tablt-ends", "tablet-ends"),
      ("ottre", "otter"),
      ("key-carers", "key-carer"),
    ])
  func near(word: String, meant: String) {
    let words = ["name", "working-age", "quiet", "tablet-ends", "otter", "key-carer"]
    #expect(nearest(to: word, among: words) == meant)
  }

  @Test("nothing is suggested for a word like no other", arguments: ["colour", "", "x", "nothing-of-the-kind"])
  func far(word: String) {
    #expect(nearest(to: word, among: ["name", "quiet", "otter"]) == nil)
  }

  @Test("where nothing is near, a short list says what there is")
  func list() {
    #expect(suggestion(for: "badger", among: ["otter", "wren"]) == "there are 'otter' and 'wren'")
    #expect(suggestion(for: "badger", among: []) == nil)
  }
}
