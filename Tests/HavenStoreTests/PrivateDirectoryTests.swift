import Glibc
import Testing

@testable import HavenStore

@Suite("A carer's own folder")
struct PrivateDirectoryTests {
  @Test("it is the owner's alone, even under a loose umask, and so are its files")
  func modes() throws {
    let home = TemporaryDirectory()
    let old = umask(0)
    defer { umask(old) }
    let folder = try PrivateDirectory(of: "ros", in: home.path)
    close(try folder.open("2026-03-10.md", O_WRONLY | O_CREAT))
    #expect(folder.path == home.file("private/ros"))
    #expect(mode(of: home.file("private")) == 0o700)
    #expect(mode(of: home.file("private/ros")) == 0o700)
    #expect(mode(of: home.file("private/ros/2026-03-10.md")) == 0o600)
  }

  @Test("a folder or file that was opened to others is closed again")
  func closed() throws {
    let home = TemporaryDirectory()
    let folder = try PrivateDirectory(of: "ros", in: home.path)
    close(try folder.open("a", O_WRONLY | O_CREAT))
    chmod(home.file("private"), 0o755)
    chmod(home.file("private/ros/a"), 0o644)
    _ = try PrivateDirectory(of: "ros", in: home.path)
    close(try folder.open("a", O_RDONLY))
    #expect(mode(of: home.file("private")) == 0o700)
    #expect(mode(of: home.file("private/ros/a")) == 0o600)
  }

  @Test("a link in its place is refused: it could lead into another's hands")
  func links() throws {
    let home = TemporaryDirectory()
    let other = TemporaryDirectory()
    symlink(other.path, home.file("private"))
    #expect(throws: StoreError.self) { try PrivateDirectory(of: "ros", in: home.path) }
    unlink(home.file("private"))
    let folder = try PrivateDirectory(of: "ros", in: home.path)
    symlink(other.file("a"), home.file("private/ros/a"))
    #expect(throws: StoreError.self) { try folder.open("a", O_WRONLY | O_CREAT) }
  }

  @Test("a carer's id is no path", arguments: ["", "..", "a/b", "/etc", "Ros"])
  func ids(carer: String) {
    let home = TemporaryDirectory()
    #expect(throws: StoreError.self) { try PrivateDirectory(of: carer, in: home.path) }
  }
}
