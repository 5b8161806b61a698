import Testing

/// The checkout is all there is: nothing in it points outside.
struct StandAloneTests {
  private static let text = [
    ".swift", ".md", ".py", ".sh", ".toml", ".h", ".cpp", ".service", ".socket", ".json", "Makefile",
  ]

  @Test("no file speaks of a path outside the checkout")
  func paths() throws {
    let outside = ["../sha" + "red", "/wo" + "rk/", "/tmp/" + "wt"]
    for path in Repository.files(endingIn: Self.text) + Repository.files(under: ".ci") {
      let content = try Repository.text(of: path)
      for place in outside where content.contains(place) { Issue.record("\(path) mentions '\(place)'") }
    }
  }

  @Test("a link from one page to another leads somewhere")
  func links() throws {
    for page in Repository.files(endingIn: [".md"]) {
      let folder = page.split(separator: "/").dropLast()
      for match in try Repository.text(of: page).matches(of: /\]\(([^)\s#]+)(#[^)]*)?\)/) {
        let target = String(match.output.1)
        guard !target.contains("://"), !target.hasPrefix("mailto:") else { continue }
        var parts = folder
        for part in target.split(separator: "/") where part != "." {
          if part == ".." { parts = parts.dropLast() } else { parts.append(part) }
        }
        #expect(Repository.exists(parts.joined(separator: "/")), "\(page) links to '\(target)'")
      }
    }
  }
}
