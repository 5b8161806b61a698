import Glibc
import HavenAPI
import HavenCore
import Testing

@testable import HavenCLI

@Suite("A carer's journal, and their own folder")
struct JournalTests {
  private let home = Home()

  private func mode(of name: String) -> UInt32? {
    var status = stat()
    return stat("\(home.path)/\(name)", &status) == 0 ? status.st_mode & 0o7777 : nil
  }

  private func journal() throws -> Journal { try Journal(try PrivateDirectory(of: "ros", in: home.path)) }

  @Test("it is the owner's alone, even under a loose umask, and closed again where it was opened")
  func modes() throws {
    let old = umask(0)
    defer { umask(old) }
    try journal().append("a", at: House.at("21:14"))
    #expect(mode(of: "private") == 0o700)
    #expect(mode(of: "private/ros") == 0o700)
    #expect(mode(of: "private/ros/journal.txt") == 0o600)
    chmod("\(home.path)/private", 0o755)
    chmod("\(home.path)/private/ros/journal.txt", 0o644)
    _ = try journal()
    #expect(mode(of: "private") == 0o700)
    #expect(mode(of: "private/ros/journal.txt") == 0o600)
  }

  @Test("a link in its place is refused: it could lead into another's hands")
  func links() throws {
    let other = Home()
    symlink(other.path, "\(home.path)/private")
    #expect(throws: CommandFailure.self) { try journal() }
    unlink("\(home.path)/private")
    let folder = try PrivateDirectory(of: "ros", in: home.path)
    symlink("\(other.path)/a", folder.file("journal.txt"))
    #expect(throws: CommandFailure.self) { try Journal(folder) }
  }

  @Test("a carer's id is no path", arguments: ["", "..", "a/b", "/etc", "Ros"])
  func ids(carer: String) {
    #expect(throws: CommandFailure.self) { try PrivateDirectory(of: carer, in: home.path) }
  }

  @Test("entries are read as they were written, a line like an entry's head too")
  func roundTrip() throws {
    let texts = ["one\n\ntwo", "## 2026-03-10T21:14:00+00:00\nnot a head", "# a heading of mine"]
    let journal = try journal()
    for text in texts { try journal.append(text, at: House.at("21:14")) }
    #expect(try journal.entries().map(\.at) == texts.map { _ in House.at("21:14") })
    #expect(try journal.entries().map(\.text) == texts)
  }

  @Test("while it is being written in, another is told so")
  func locked() throws {
    let first = try journal()
    #expect(throws: CommandFailure.self) { try journal() }
    try first.append("a", at: House.at("21:14"))
  }

  private func havenctl(_ words: String, editor: String = "true", input: String? = nil) throws -> Outcome {
    try HavenCLITests.havenctl(
      words, house: nil,
      environment: ["XDG_STATE_HOME": home.path, "XDG_CONFIG_HOME": home.path, "EDITOR": editor], input: input)
  }

  @Test("from a pipe it is written down, without a daemon; --list has dates only, --read the words")
  func piped() throws {
    let outcome = try havenctl("journal", input: "what stayed with me\n")
    #expect(outcome == Outcome(status: .success, output: "written down, for you alone\n", errors: ""))
    let list = try havenctl("journal --list").output
    #expect(list.split(separator: "\n").count == 1)
    #expect(!list.contains("stayed"))
    #expect(try havenctl("journal --read").output == "\(list)what stayed with me\n\n")
    #expect(try !havenctl("journal --list --json").output.contains("text"))
    #expect(try havenctl("journal", input: " \n").status == .no)
  }

  @Test("with nothing written yet, that is told")
  func empty() throws {
    #expect(try havenctl("journal --list") == Outcome(status: .no, output: "nothing is written yet\n", errors: ""))
  }

  @Test("the first of a week begins with two questions, which are not kept; one command ends them")
  func questions() throws {
    let keeping = "f() { cat \"$1\" >>\"\(home.path)/seen\"; echo a line >>\"$1\"; }; f"
    func seen() throws -> Int {
      let text = try readText("\(home.path)/seen")
      try #require(truncate("\(home.path)/seen", 0) == 0)
      return text.split(separator: "\n").count { $0.hasPrefix("# What") }
    }
    #expect(try havenctl("journal", editor: keeping).status == .success)
    #expect(try seen() == 2)
    #expect(try havenctl("journal --read").output.hasSuffix("\na line\n\n"))
    #expect(try havenctl("journal", editor: keeping).status == .success)
    #expect(try seen() == 0, "once a week")
    unlink("\(home.path)/haven/private/ros/journal.txt")
    unlink("\(home.path)/haven/private/me/journal.txt")
    #expect(try havenctl("journal --questions off").output == "it asks nothing\n")
    #expect(try havenctl("journal", editor: keeping).status == .success)
    #expect(try seen() == 0)
  }

  @Test("an editor that crashes loses nothing: the next time begins with what was written")
  func crash() throws {
    let crashing = "f() { echo half a thought >>\"$1\"; kill -9 $$; }; f"
    #expect(try havenctl("journal", editor: crashing).status == .no)
    #expect(try havenctl("journal --list").status == .no)
    #expect(try havenctl("journal", editor: "f() { echo and the rest >>\"$1\"; }; f").status == .success)
    #expect(try havenctl("journal --read").output.hasSuffix("half a thought\nand the rest\n\n"))
    // What is in the journal is no draft any more.
    #expect(try havenctl("journal", editor: "true").status == .no)
  }
}

/// A state directory of its own, gone with the test.
private final class Home {
  let path: String

  init() {
    var template = Array("/tmp/haven-journal-XXXXXX".utf8CString)
    path = mkdtemp(&template).map { String(cString: $0) } ?? ""
    precondition(!path.isEmpty, "no temporary directory")  // /tmp is there on every machine that builds this
  }

  deinit {
    for folder in ["private/ros", "haven/private/me"] {
      for name in ["journal.txt", "journal.draft"] { unlink("\(path)/\(folder)/\(name)") }
      rmdir("\(path)/\(folder)")
    }
    for folder in ["private", "haven/private", "haven"] { rmdir("\(path)/\(folder)") }
    unlink("\(path)/private")
    rmdir(path)
  }
}
