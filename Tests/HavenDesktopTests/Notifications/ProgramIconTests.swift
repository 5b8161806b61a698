import Glibc
import Testing

@testable import HavenDesktop

struct ProgramIconTests {
  @Test("the icon is the one that was installed with the program, in a prefix of any name")
  func installed() throws {
    let folder = try Folder()
    let prefix = "\(folder.path)/my prefix"
    var made = prefix
    #expect(mkdir(made, 0o700) == 0)
    for part in ["share", "icons", "hicolor", "scalable", "apps"] {
      made += "/\(part)"
      #expect(mkdir(made, 0o700) == 0)
    }
    #expect(ProgramIcon.beside(program: "\(prefix)/bin/havend") == nil)
    let descriptor = open("\(made)/haven.svg", O_CREAT | O_WRONLY | O_CLOEXEC, 0o600)
    try #require(descriptor >= 0)
    close(descriptor)
    let address = "file://\(folder.path)/my%20prefix/share/icons/hicolor/scalable/apps/haven.svg"
    #expect(ProgramIcon.beside(program: "\(prefix)/bin/havend") == address)
  }

  @Test("a program that runs where it was built has none")
  func built() { #expect(ProgramIcon.installed == nil) }
}
