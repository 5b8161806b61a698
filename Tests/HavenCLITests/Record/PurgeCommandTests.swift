import Glibc
import HavenAPI
import HavenCore
import Testing

@testable import HavenCLI

@Suite("purge and backup")
struct PurgeCommandTests {
  private static let config = """
    [[carer]]
    id = "ros"

    # Otter came in May.
    [[child]]
    id = "otter"

    [[child]]
    id = "wren"

    """

  private func house() -> FakeHouse {
    let house = FakeHouse()
    house.purgeView = PurgeView(
      child: "otter", done: false, inConfig: true, records: [.init(what: "hard moments", count: 3)])
    return house
  }

  @Test("it shows what will go, asks for the alias, and changes nothing where another word is typed")
  func refused() throws {
    let folder = try Folder()
    let file = try folder.write(Self.config, to: "haven.toml")
    let house = house()
    let outcome = try havenctl("purge --child otter --config \(folder.path)", house: house, typed: "otte")
    #expect(outcome.status == .no)
    #expect(outcome.errors == "havenctl: that is not the alias; nothing was erased\n")
    #expect(
      outcome.output == """
        What Haven keeps of otter, and what will go:
          hard moments: 3

        Lines of the config that go or change:
          \(file):5: [[child]]
          \(file):6: id = "otter"

        They are named here too; these lines are yours to look at:
          \(file):4: # Otter came in May.

        Type otter to erase it: \("")
        """)
    #expect(house.asked == ["purge otter"])
    #expect(try readText(file) == Self.config)
  }

  @Test("with the alias typed the config goes first, then the record; and it says what is yours to clear")
  func done() throws {
    let folder = try Folder()
    let file = try folder.write(Self.config, to: "haven.toml")
    let house = house()
    let outcome = try havenctl("purge --child otter --config \(folder.path)", house: house, typed: "otter")
    #expect(outcome.status == .success)
    #expect(house.asked == ["purge otter", "reload", "purge otter confirmed"])
    #expect(try !readText(file).contains("id = \"otter\""))
    #expect(outcome.output.contains("Erased otter:\n  hard moments: 3\n  lines of the config: 2\n"))
    #expect(outcome.output.contains("Yours to clear: folders that other programs synchronise"))
  }

  @Test("a config that would not be sound is left, and its lines are listed for the person")
  func notSound() throws {
    let folder = try Folder()
    let text = Self.config + "[[boundary]]\nname = \"x\"\nlimit = \"y\"\nwho = [\"otter\", \"nobody\"]\n"
    let file = try folder.write(text, to: "haven.toml")
    let house = house()
    let outcome = try havenctl("purge --child otter --yes --config \(folder.path)", house: house)
    #expect(house.asked == ["purge otter", "purge otter confirmed"])
    #expect(try readText(file) == text)
    #expect(outcome.output.contains("They are yours to change:"))
    #expect(outcome.output.contains("Purge once more when they are gone."))
  }

  @Test("of a child that nothing is known of there is nothing to erase")
  func unknown() throws {
    let folder = try Folder()
    _ = try folder.write(Self.config, to: "haven.toml")
    let house = FakeHouse()
    house.purgeView.inConfig = false
    let outcome = try havenctl("purge --child fox --yes --config \(folder.path)", house: house)
    #expect(outcome.status == .no)
    #expect(house.asked == ["purge fox"])
  }

  @Test("copies that backup made are deleted, and those that cannot be are told")
  func backups() throws {
    let folder = try Folder()
    _ = try folder.write(Self.config, to: "haven.toml")
    let copy = try folder.write("x", to: "copy.db")
    let house = house()
    house.purgeView.backups = [copy, "/proc/self/status"]
    let outcome = try havenctl("purge --child otter --yes --config \(folder.path)", house: house)
    #expect((try? readText(copy)) == nil)
    #expect(outcome.output.contains("These could not be deleted:\n  /proc/self/status\n"))
  }

  @Test("backup writes a new file, and takes the copy in the state directory away")
  func backup() throws {
    let folder = try Folder()
    let made = try folder.write("the ledger", to: "haven.backup.tmp")
    let file = folder.owns("copy.db")
    let house = FakeHouse()
    house.backupView.copy = made
    let outcome = try havenctl("backup \(file)", house: house)
    #expect(outcome.output == "copied to \(file)\n")
    #expect(house.asked == ["backup \(file)"])
    #expect(try readText(file) == "the ledger")
    #expect((try? readText(made)) == nil)
    #expect(try havenctl("backup \(file)", house: house).status == .no)
  }

  @Test("backup says what is in no ledger, once there is such a thing")
  func ownFiles() throws {
    let folder = try Folder()
    let own = ["haven", "haven/private"].map { "\(folder.path)/\($0)" }
    for path in own { mkdir(path, 0o700) }
    defer { for path in own.reversed() { rmdir(path) } }
    let house = FakeHouse()
    house.backupView.copy = try folder.write("the ledger", to: "haven.backup.tmp")
    let environment = ["XDG_RUNTIME_DIR": "/run/user/1", "XDG_STATE_HOME": folder.path]
    let outcome = try havenctl("backup \(folder.owns("copy.db"))", house: house, environment: environment)
    #expect(outcome.output.hasSuffix("copy \(folder.path)/haven/private too\n"))
  }
}
