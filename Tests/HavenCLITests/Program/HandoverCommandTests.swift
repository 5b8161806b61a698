import Glibc
import HavenAPI
import HavenCore
import Testing

@testable import HavenCLI

@Suite("handover")
struct HandoverCommandTests {
  @Test("without options it is read, and with them it is written")
  func readsAndWrites() throws {
    let house = FakeHouse()
    let read = try havenctl("handover --as imani", house: house)
    #expect(house.asked == ["handover imani"])
    #expect(read.output.split(separator: "\n").contains("children  otter wobbly, 40 min since a hard moment"))
    house.asked = []
    _ = try havenctl("handover --calm wren --level 3", house: house)
    #expect(house.asked == ["handover --calm wren --level 3 -"])
  }

  @Test("on a discreet screen it has no alias and no word of a carer's own")
  func discreet() throws {
    let output = try havenctl("handover --discreet").output
    #expect(output.contains("child 1 wobbly"))
    #expect(!output.contains("otter") && !output.contains("train"))
  }

  @Test("a line of one's own is never an argument, nor in a script")
  func ownLine() throws {
    let outcome = try havenctl("handover --line 'a hard day'")
    #expect(outcome.status == .usage)
    #expect(outcome.errors.hasSuffix("hint: havenctl handover --line -\n"))
    #expect(throws: CommandFailure.self) {
      try CommandWords.parse(["handover", "--line", "-"], now: House.at("17:12").instant, zone: .utc)
    }
  }

  @Test("with no daemon there, the last one that was kept is printed, and it is said so")
  func kept() throws {
    let folder = try Folder()
    _ = symlink(folder.path, folder.owns("haven"))
    _ = try folder.write("handover  2026-03-10 17:05\npromises  kite by 17:30\n", to: "haven.handover")
    let environment = ["XDG_RUNTIME_DIR": "/run/user/1", "XDG_STATE_HOME": folder.path]
    let outcome = try havenctl("handover", house: nil, environment: environment)
    #expect(outcome.status == .success)
    #expect(outcome.output == "handover  2026-03-10 17:05\npromises  kite by 17:30\n")
    #expect(outcome.errors == "havenctl: havend is not running; this is the last handover that was kept\n")
    #expect(try havenctl("handover --json", house: nil, environment: environment).status == .unavailable)
    #expect(
      try havenctl("handover", house: nil, environment: ["XDG_RUNTIME_DIR": "/run/user/1", "XDG_STATE_HOME": "/no"])
        .status == .unavailable)
  }
}
