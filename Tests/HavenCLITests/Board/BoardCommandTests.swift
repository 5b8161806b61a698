import Glibc
import HavenAPI
import Testing

@testable import HavenCLI

@Suite("board")
struct BoardCommandTests {
  @Test("it asks for today, the week and the quarter, and writes one page for its owner alone")
  func writes() throws {
    let folder = try Folder()
    let path = folder.owns("board.html")
    let house = FakeHouse()
    let outcome = try havenctl("board --html \(path) --week 2026-03-10", house: house)
    #expect(outcome == Outcome(status: .success, output: "wrote \(path)\n", errors: ""))
    #expect(
      house.asked == ["review 2026-03-10", "day -", "quarter -"]
        || house.asked == ["review 2026-03-10", "day -", "quarter"])
    var status = stat()
    #expect(stat(path, &status) == 0)
    #expect(status.st_mode & 0o777 == 0o600)
    #expect(try readText(path) == BoardPageTests.page.html)
  }

  @Test("a page that is there stays, unless --force says otherwise")
  func force() throws {
    let folder = try Folder()
    let path = try folder.write("mine", to: "board.html")
    let refused = try havenctl("board --html \(path)")
    #expect(refused.status == .no)
    #expect(
      refused.errors
        == "havenctl: '\(path)' is there already, and is left as it is\nhint: give another name, or --force\n")
    #expect(try readText(path) == "mine")
    #expect(try havenctl("board --html \(path) --force").status == .success)
    #expect(try readText(path) == BoardPageTests.page.html)
  }

  @Test("with '-' the page goes to standard output, and with --json to a file it says where")
  func output() throws {
    #expect(try havenctl("board --html -").output == BoardPageTests.page.html)
    #expect(try havenctl("board --html - --json").status == .usage)
    let folder = try Folder()
    let path = folder.owns("board.html")
    let json = try havenctl("board --html \(path) --json --private").output
    #expect(
      json.hasPrefix(#"{"version":1,"kind":"board","at":"2026-03-15T20:30:00+00:00","week":"2026-03-09","file":""#))
    #expect(try readText(path) == BoardPageTests.full.html)
  }
}
