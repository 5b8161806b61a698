import Glibc
import HavenAPI
import HavenCore
import Testing

@testable import HavenCLI

/// A state directory of its own, gone with the test.
private final class Home {
  let path: String

  init() {
    var template = Array("/tmp/haven-reading-XXXXXX".utf8CString)
    path = mkdtemp(&template).map { String(cString: $0) } ?? ""
    precondition(!path.isEmpty, "no temporary directory")  // /tmp is there on every machine that builds this
  }

  deinit {
    unlink("\(path)/haven/private/ros/reading.txt")
    for folder in ["haven/private/ros", "haven/private", "haven"] { rmdir("\(path)/\(folder)") }
    rmdir(path)
  }
}

@Suite("The reading list")
struct ReadingTests {
  private let home = Home()

  private func havenctl(_ words: String, config: Folder, house: FakeHouse? = nil) throws -> Outcome {
    try HavenCLITests.havenctl(
      "\(words) --config \(config.path)", house: house,
      environment: ["XDG_STATE_HOME": home.path, "XDG_RUNTIME_DIR": "/r"])
  }

  private func family() throws -> Folder {
    let folder = try Folder()
    _ = try folder.write(
      """
      [[carer]]
      id = "ros"
      [[carer]]
      id = "imani"
      [[reading]]
      title = "The sleep book"
      by = "lent by Sam"
      [[goal]]
      carer = "ros"
      domain = "mind"
      name = "a walk"
      id = "walk"
      from = "reading"
      """, to: "haven.toml")
    return folder
  }

  @Test("the family's own come first, then a book of each named approach; nothing is ticked")
  func list() throws {
    let output = try havenctl("reading", config: try family()).output
    #expect(output.hasPrefix("  The sleep book (lent by Sam)\n    the-sleep-book\n"))
    #expect(output.contains("  The Explosive Child (Ross Greene)\n"))
    #expect(!output.contains("✓"))
    #expect(output.split(separator: "\n").allSatisfy { $0.count <= 80 })
  }

  @Test("a tick is one carer's own, comes off again, and is in no file that others read")
  func ticks() throws {
    let folder = try family()
    #expect(
      try havenctl("reading done the-sleep", config: folder).output
        == "read: The sleep book\nnext, whenever it fits: The Connected Child\n"
        + "'havenctl reading done the-sleep-book --not' takes the tick away\n")
    #expect(try havenctl("reading", config: folder).output.hasPrefix("✓ The sleep book"))
    #expect(try havenctl("reading --as imani", config: folder).output.hasPrefix("  The sleep book"))
    var status = stat()
    #expect(stat("\(home.path)/haven/private/ros/reading.txt", &status) == 0)
    #expect(status.st_mode & 0o777 == 0o600)
    let twice = try havenctl("reading done the-sleep-book", config: folder)
    #expect(twice.status == .no)
    #expect(twice.errors == "havenctl: 'The sleep book' is ticked off already\n")
    #expect(try havenctl("reading done the-sleep-book --not", config: folder).status == .success)
    #expect(try havenctl("reading", config: folder).output.hasPrefix("  The sleep book"))
  }

  @Test("a title that is not on the list, or could be several, is told with what to type")
  func unknown() throws {
    let folder = try family()
    let none = try havenctl("reading done xylophone", config: folder)
    #expect(none.status == .usage)
    #expect(none.errors == "havenctl: no title 'xylophone' is on the list\nhint: havenctl reading\n")
    #expect(try havenctl("reading done t", config: folder).errors.contains("could be"))
  }

  @Test("a goal that draws from the list has the next title beside it")
  func goal() throws {
    let goal = GoalsView.Goal(
      goal: "walk", name: "a walk", domain: "mind", minutes: 15, since: CivilDate("2026-03-09")!)  // a date
    let view = GoalsView(at: House.at("17:12"), carer: "ros", goals: [goal])
    let text = TextRender(style: Style())
    let lines = text.goals(view, nextToRead: ["walk": "The sleep book"])
    #expect(lines.last == "    next to read: The sleep book")
    #expect(text.goals(view).count == lines.count - 1)
  }

  @Test("as JSON it says what is next and what is read")
  func json() throws {
    let output = try havenctl("reading --json", config: try family()).output
    #expect(
      output.hasPrefix(
        #"{"version":1,"kind":"reading","carer":"ros","next":"the-sleep-book","titles":[{"id":"the-sleep-book","#))
    #expect(output.contains(#""own":true,"read":false"#))
  }
}
