import Testing

@testable import HavenCore

struct SlugTests {
  @Test(
    "a name becomes an id",
    arguments: [
      ("Tablet ends", "tablet-ends"),
      ("  Wake up & dress! ", "wake-up-dress"),
      ("Café Zoë", "cafe-zoe"),
      ("Cafe\u{301}", "cafe"),
      ("Ängström", "angstrom"),
      ("Straße", "strae"),  // ß has no decomposition, and is dropped
      ("½ hour", "12-hour"),
      ("ﬁnd № 5", "find-no-5"),
      ("Ｆｕｌｌ　width", "full-width"),
      ("𝔖𝔱𝔢𝔭 ②", "step-2"),
      ("a – b", "a-b"),
      ("tea🍵time", "teatime"),
      ("İstanbul", "istanbul"),
      ("x²", "x2"),
      ("---a--b---", "a-b"),
      ("\u{212B}\u{1E9B}\u{323}", "as"),
      ("1st", "1st"),
    ])
  func slugs(name: String, id: String) {
    #expect(slug(of: name) == id)
  }

  @Test("a name with nothing to keep gives none", arguments: ["", " ", "—", "日本語", "🦦", "ß", "´"])
  func empty(name: String) {
    #expect(slug(of: name) == nil)
  }
}
