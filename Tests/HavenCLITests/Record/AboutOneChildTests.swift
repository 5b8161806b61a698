import Testing

@testable import HavenCLI

@Suite("What is recorded of one child")
struct AboutOneChildTests {
  private func config(_ children: String...) throws -> Folder {
    let folder = try Folder()
    _ = try folder.write(children.map { "[[child]]\nid = \"\($0)\"\n" }.joined(), to: "haven.toml")
    return folder
  }

  @Test("an only child need not be named", arguments: ["fed", "drank", "moved", "nurture"])
  func only(command: String) throws {
    let house = FakeHouse()
    let folder = try config("otter")
    let outcome = try havenctl("\(command) --config \(folder.path)", house: house)
    #expect(outcome.status == .success, "\(outcome.errors)")
    #expect(house.asked == ["\(command) otter -"])
  }

  @Test("of several it is asked which, with what to type; a discreet screen names none")
  func several() throws {
    let folder = try config("otter", "wren")
    let house = FakeHouse()
    let outcome = try havenctl("fed --config \(folder.path)", house: house)
    #expect(outcome.status == .usage)
    #expect(outcome.errors == "havenctl: for which child?\nhint: havenctl fed otter, havenctl fed wren\n")
    #expect(try !havenctl("fed --discreet --config \(folder.path)", house: house).errors.contains("otter"))
    #expect(house.asked.isEmpty)
  }
}
