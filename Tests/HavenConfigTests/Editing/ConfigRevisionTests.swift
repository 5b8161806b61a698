import Glibc
import Testing

@testable import HavenConfig

/// A hand's change of one file: whole or not at all, and one at a time.
@Suite("One file of a config, changed by hand")
struct ConfigRevisionTests {
  private let sound = "[[child]]\nid = \"otter\"\n"

  private func revision(_ folder: TemporaryFolder, of name: String = "haven.toml") throws -> ConfigRevision {
    try ConfigRevision(of: name, in: folder.path)
  }

  private func overwrite(_ path: String, _ text: String) throws {
    let stream = try #require(fopen(path, "w"))
    fputs(text, stream)
    fclose(stream)
  }

  private func text(_ path: String) throws -> String {
    String(decoding: try readFile(path, limit: 4096), as: UTF8.self)
  }

  @Test("a whole change is swapped in with the mode the file had, and the copy is gone")
  func whole() throws {
    let folder = try TemporaryFolder(sound)
    chmod("\(folder.path)/haven.toml", 0o640)
    let revision = try revision(folder)
    try overwrite(revision.copy, "[[child]]\nid = \"wren\"\n")
    guard case .whole(let configuration, _) = try revision.tried() else {
      Issue.record("not whole")
      return
    }
    #expect(configuration.household.children.map(\.id) == ["wren"])
    #expect(try text(revision.path) == sound)
    try revision.swapIn()
    #expect(try text(revision.path).contains("wren"))
    var status = stat()
    #expect(stat(revision.path, &status) == 0 && status.st_mode & 0o777 == 0o640)
    #expect(try listDirectory(folder.path) == ["haven.toml"])
  }

  @Test("a fault is told by the real file's name, and the file is as it was")
  func faulty() throws {
    let folder = try TemporaryFolder(sound)
    let revision = try revision(folder)
    defer { revision.remove() }
    try overwrite(revision.copy, "[[child]]\nid = \"otter\"\nworking-agee = 5\n")
    guard case .faulty(let faults) = try revision.tried() else {
      Issue.record("not faulty")
      return
    }
    #expect(faults.map { "\($0)" }.first?.hasPrefix("\(folder.path)/haven.toml:3:1: error: ") == true)
    #expect(try text(revision.path) == sound)
  }

  @Test("a folder with a slash at its end is the same folder")
  func slash() throws {
    let folder = try TemporaryFolder("x = 1\n")
    let revision = try ConfigRevision(of: "haven.toml", in: folder.path + "/")
    defer { revision.remove() }
    try overwrite(revision.copy, "# looked at\nx = 1\n")
    guard case .faulty = try revision.tried() else {
      Issue.record("a fault that was there before is still the file's own")
      return
    }
  }

  @Test("nothing changed is no change")
  func same() throws {
    let folder = try TemporaryFolder(sound)
    let revision = try revision(folder)
    defer { revision.remove() }
    guard case .same = try revision.tried() else {
      Issue.record("changed")
      return
    }
  }

  @Test(
    "a file of conf.d by its name, with or without its folder and ending",
    arguments: ["20-cake", "20-cake.toml", "conf.d/20-cake.toml"])
  func added(name: String) throws {
    let folder = try TemporaryFolder(sound, ["conf.d/20-cake.toml": "[[child]]\nid = \"wren\"\n"])
    let revision = try revision(folder, of: name)
    defer { revision.remove() }
    #expect(revision.name == "conf.d/20-cake.toml")
    #expect(revision.copy.hasPrefix("\(folder.path)/conf.d/.edit-") && revision.copy.hasSuffix(".toml"))
    // The copy is no part of the config meanwhile.
    #expect(try ConfigurationLoader(directory: folder.path).load().household.children.count == 2)
  }

  @Test("two faulty files can be mended one after the other")
  func other() throws {
    let folder = try TemporaryFolder("x = 1\n", ["conf.d/20-cake.toml": "y = 1\n"])
    let revision = try revision(folder)
    try overwrite(revision.copy, sound)
    guard case .whole(_, let rest) = try revision.tried() else {
      Issue.record("not taken")
      return
    }
    #expect(rest.map(\.file) == ["\(folder.path)/conf.d/20-cake.toml"])
    try revision.swapIn()
  }

  @Test("one at a time, and the next when it is over")
  func busy() throws {
    let folder = try TemporaryFolder(sound)
    var first: ConfigRevision? = try revision(folder)
    #expect(throws: ConfigRevision.Fault.busy) { try revision(folder) }
    first?.remove()
    first = nil
    try revision(folder).remove()
  }

  @Test("what somebody else has saved meanwhile is not written over, and the copy stays")
  func meanwhile() throws {
    let folder = try TemporaryFolder(sound)
    let revision = try revision(folder)
    try overwrite(revision.copy, "[[child]]\nid = \"wren\"\n")
    try overwrite(revision.path, "[[child]]\nid = \"finch\"\n")
    #expect(throws: ConfigRevision.Fault.changedSince(file: "haven.toml")) { try revision.swapIn() }
    #expect(try text(revision.path).contains("finch"))
    #expect(try text(revision.copy).contains("wren"))
    let next = revision.copy
    revision.remove()
    #expect(access(next, F_OK) != 0)
  }

  @Test("a name that is none, and a config that is none, are told")
  func missing() throws {
    let folder = try TemporaryFolder(sound, ["conf.d/20-cake.toml": ""])
    #expect(throws: ConfigRevision.Fault.unknown(name: "../x", files: ["haven.toml", "conf.d/20-cake.toml"])) {
      try ConfigRevision(of: "../x", in: folder.path)
    }
    #expect(throws: ConfigRevision.Fault.config(.missing("/nowhere"))) {
      try ConfigRevision(of: "haven.toml", in: "/nowhere")
    }
  }
}
