import Glibc
import Testing

@testable import HavenConfig

struct WhereaboutsTests {
  @Test(
    "a config in a git repository, or in a folder that goes to other machines, is told",
    arguments: [".git/HEAD", ".stfolder/x"])
  func travelling(mark: String) throws {
    let folder = try TemporaryFolder("", [mark: "", "config/haven.toml": ""])
    let configuration = try ConfigurationLoader(directory: folder.path + "/config").load()
    #expect(configuration.warnings.count == 1)
    #expect(configuration.warnings.first?.file == folder.path + "/config")
    #expect(configuration.warnings.first?.text.contains("'\(folder.path)'") == true)
  }

  @Test("a folder is known by its name", arguments: ["Dropbox", "Nextcloud", "OneDrive - Home"])
  func named(name: String) throws {
    let folder = try TemporaryFolder("", ["\(name)/haven/haven.toml": ""])
    #expect(try ConfigurationLoader(directory: "\(folder.path)/\(name)/haven").load().warnings.count == 1)
  }

  @Test("a link to a file in a repository is followed")
  func link() throws {
    let folder = try TemporaryFolder("", ["dotfiles/.git/HEAD": "", "dotfiles/haven.toml": "", "config/x": ""])
    symlink("\(folder.path)/dotfiles/haven.toml", "\(folder.path)/config/haven.toml")
    #expect(try ConfigurationLoader(directory: folder.path + "/config").load().warnings.count == 1)
  }

  @Test("a file that everybody can write to is told")
  func writable() throws {
    let folder = try TemporaryFolder("")
    chmod(folder.path + "/haven.toml", 0o666)
    let told = try findings(in: folder)
    #expect(
      told == [
        " warning: everybody on this machine can write to it; chmod o-w 'haven.toml'"
      ])
    chmod(folder.path + "/haven.toml", 0o644)
    let after = try findings(in: folder)
    #expect(
      after == [])
  }
}
