import HavenCore
import Testing

@testable import HavenCLI

@Suite("Cards for paper")
struct PrintedCardTests {
  private let harbour = "--config \(Folder.example("harbour"))"

  @Test("the leave-card has the changes away from home, with words to say")
  func leaveCard() throws {
    let outcome = try havenctl("leave-card 2026-03-14 \(harbour)", house: nil)
    #expect(outcome.status == .success)
    #expect(outcome.output.hasPrefix("To take along, Saturday 14 March\n10:30  Otter in twenty minutes: "))
    #expect(outcome.output.contains("10:50  Otter → out of the pool"))
    #expect(outcome.output.contains("toast in the car"))
  }

  @Test("it says what to pack where food or water is due before they are back")
  func pack() throws {
    let output = try havenctl("leave-card 2026-03-10 \(harbour)", house: nil).output
    #expect(output.contains("pack: a snack and a drink for otter and wren, due about 09:05\n"))
    #expect(!output.contains("finch"))
  }

  @Test("a day at home has nothing to carry")
  func home() throws {
    let folder = try Folder()
    _ = try folder.write(
      "[[child]]\nid = \"otter\"\n[[routine]]\nname = \"day\"\nsteps = [\"17:45 tea\"]\n", to: "haven.toml")
    let outcome = try havenctl("leave-card 2026-03-10 --config \(folder.path)", house: nil)
    #expect(outcome == Outcome(status: .no, output: "nothing to carry on Tuesday 10 March\n", errors: ""))
  }

  @Test("with --discreet neither card has a child's alias", arguments: ["leave-card Sat", "care-card"])
  func discreet(command: String) throws {
    let output = try havenctl("\(command) --discreet \(harbour)", house: nil).output.lowercased()
    #expect(!output.isEmpty)
    for alias in ["otter", "wren", "finch"] { #expect(!output.contains(alias), "\(output)") }
  }

  @Test("forty columns hold both", arguments: ["leave-card Sat", "care-card"])
  func narrow(command: String) throws {
    let output = try havenctl("\(command) \(harbour)", house: nil, width: 40).output
    for line in output.split(separator: "\n") { #expect(columns(of: line) <= 40, "\(line)") }
  }

  @Test("the care-card answers without a config; of one child it has nothing of the others")
  func careCard() throws {
    #expect(try havenctl("care-card --config /nowhere", house: nil).status == .success)
    let wren = try havenctl("care-card --child wren \(harbour)", house: nil).output
    #expect(wren.contains("own snack basket"))
    #expect(!wren.lowercased().contains("otter"))
    #expect(try havenctl("care-card --child nobody \(harbour)", house: nil).status == .usage)
  }
}
