import Glibc
import Testing

@testable import HavenStore

@Suite("A file of its owner's alone")
struct PrivateFileTests {
  @Test("it is replaced whole, readable by its owner alone whatever the umask, and leaves no draft behind")
  func replaced() throws {
    let folder = TemporaryDirectory()
    let file = PrivateFile(folder.path + "/haven.handover")
    #expect(!file.exists)
    try file.write("one\n")
    try file.write("two\n")
    #expect(file.exists)
    var status = stat()
    #expect(stat(folder.path + "/haven.handover", &status) == 0)
    #expect(status.st_mode & 0o777 == 0o600)
    #expect(status.st_size == 4)
    #expect(access(folder.path + "/haven.handover.new", F_OK) != 0)
  }

  @Test("a folder that is not there is told")
  func nowhere() {
    #expect(throws: StoreError.self) { try PrivateFile("/nowhere/at/all").write("x") }
  }
}
