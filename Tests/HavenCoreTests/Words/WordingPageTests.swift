import Glibc
import Testing

@testable import HavenCore

struct WordingPageTests {
  /// With `HAVEN_WRITE_PAGES` set the page is written anew instead; read it before you commit it.
  @Test("docs/wording.md shows the words as they are")
  func page() throws {
    let page = try #require(Page.read("wording.md"))
    let rendered = WordingPage()
    let updated = rendered.updated(page)
    if getenv("HAVEN_WRITE_PAGES") != nil {
      Page.write(updated, to: "wording.md")
    } else {
      for (old, new) in zip(page.split(separator: "\n"), updated.split(separator: "\n")) where old != new {
        Issue.record("the page has '\(old)', the words are '\(new)'")
      }
      #expect(page == updated, "render it again with HAVEN_WRITE_PAGES=1")
    }
    for table in rendered.tables { #expect(page.contains("<!-- \(table.name) -->\n"), "no table '\(table.name)'") }
  }
}
