import Glibc
import HavenCore
import Testing

@testable import HavenConfig

@Suite("Changing the config for a suggestion, and back")
struct ConfigEditTests {
  private static let family = """
    # The house.
    [[child]]
    id = "otter"

    [[routine]]
    name = "evening"

    [[routine.step]]
    at = "17:25"
    name = "Tablet ends"
    transition = "hard"   # since May

    """
  private static let shorter = ConfigChange(
    file: "haven.toml", line: 11, before: ["transition = \"hard\"   # since May"],
    after: ["transition = \"normal\"   # since May"])

  private func text(_ folder: TemporaryFolder) throws -> String {
    String(decoding: try readFile(folder.path + "/haven.toml", limit: 1 << 20), as: UTF8.self)
  }

  @Test("the line changes, all else stays as it was, and the way back is exact")
  func thereAndBack() throws {
    let folder = try TemporaryFolder(Self.family)
    let edit = ConfigEdit(directory: folder.path)
    try edit.apply([Self.shorter])
    #expect(try text(folder) == Self.family.replacing("\"hard\"", with: "\"normal\""))
    #expect(try listDirectory(folder.path) == ["haven.toml"])
    try edit.apply([Self.shorter.reversed])
    #expect(try text(folder) == Self.family)
  }

  @Test("a link is followed, and the file keeps its mode")
  func link() throws {
    let real = try TemporaryFolder(Self.family)
    let folder = try TemporaryFolder()
    chmod(real.path + "/haven.toml", 0o640)
    symlink(real.path + "/haven.toml", folder.path + "/haven.toml")
    try ConfigEdit(directory: folder.path).apply([Self.shorter])
    #expect(try text(real).contains("\"normal\""))
    var status = stat()
    #expect(lstat(folder.path + "/haven.toml", &status) == 0 && status.st_mode & S_IFMT == S_IFLNK)
    #expect(stat(real.path + "/haven.toml", &status) == 0 && status.st_mode & 0o777 == 0o640)
  }

  @Test("lines that have moved are found again; lines that have changed are left alone")
  func meanwhile() throws {
    let folder = try TemporaryFolder("# One more line.\n" + Self.family)
    let edit = ConfigEdit(directory: folder.path)
    try edit.apply([Self.shorter])
    #expect(try text(folder).contains("\"normal\""))
    #expect(throws: ConfigEdit.Fault.changedSince(file: "haven.toml", line: 11)) { try edit.apply([Self.shorter]) }
    #expect(throws: ConfigEdit.Fault.changedSince(file: "../x.toml", line: 1)) {
      try edit.apply([ConfigChange(file: "../x.toml", line: 1, before: ["a"], after: ["b"])])
    }
  }

  @Test("what would not check clean changes nothing")
  func unsound() throws {
    let folder = try TemporaryFolder(Self.family)
    var wrong = Self.shorter
    wrong.after = ["transition = \"enormous\""]
    #expect(throws: ConfigEdit.Fault.self) { try ConfigEdit(directory: folder.path).apply([wrong]) }
    #expect(try text(folder) == Self.family)
    #expect(try listDirectory(folder.path) == ["haven.toml"])
  }
}
