import HavenAPI
import HavenCore
import Testing

@testable import HavenCLI

@Suite("export")
struct ExportTests {
  private static func hard(_ time: String, _ date: String, size: Int, note: String? = nil) -> RecordView {
    var record = RecordView(.hard, at: House.at(time, date), by: "ros")
    (record.child, record.step, record.size, record.settle) = ("otter", "tablet-ends", size, 20)
    (record.tags, record.helped, record.note) = (["hungry", "tired"], ["food"], note)
    return record
  }

  private static func promise(_ became: String) -> RecordView {
    var record = RecordView(.promise, at: House.at("18:00"), by: "ros")
    (record.promise, record.became) = ("otter-swim", became)
    return record
  }

  private static func week(_ step: StepID, hard: Int, times: Int) -> RecordView {
    var record = RecordView(.week, at: House.at("00:00", "2026-03-09"))
    (record.child, record.step, record.hard, record.times) = ("otter", step, hard, times)
    return record
  }

  private func house() -> FakeHouse {
    let house = FakeHouse()
    house.pieces = [
      [Self.week("tablet-ends", hard: 1, times: 4), Self.hard("17:20", "2026-03-09", size: 1)],
      [Self.hard("17:25", "2026-03-10", size: 2, note: "shouted, left the room"), Self.promise("made")],
    ]
    return house
  }

  @Test("--child: everything about that child by date, under the banner, however many pieces it comes in")
  func child() throws {
    let outcome = try havenctl("export --child otter", house: house())
    #expect(outcome.status == .success)
    #expect(
      outcome.output == """
        otter: what Haven remembers, to 2026-03-10
        This is not your official log: follow your service's policy.
        week of 2026-03-09  tablet-ends: hard 1 of 4

        Monday 9 March 2026
          17:20  a wobble at tablet-ends, settled in 20 min
                 underneath: hungry, tired · helped: food

        Tuesday 10 March 2026
          17:25  a hard moment at tablet-ends, settled in 20 min
                 underneath: hungry, tired · helped: food
                 shouted, left the room
          18:00  promise otter-swim: made

        """)
  }

  @Test("without a child: the household's record as JSON, one object a line")
  func household() throws {
    let outcome = try havenctl("export", house: house())
    #expect(outcome.output.split(separator: "\n").count == 4)
    #expect(outcome.output.hasPrefix(#"{"version":1,"kind":"record","at":"2026-03-09T00:00:00+00:00","what":"week""#))
  }

  @Test("--meeting: the last thirteen weeks in counts and notes")
  func meeting() throws {
    let house = house()
    let outcome = try havenctl("export --meeting otter", house: house)
    #expect(house.asked.last == "export otter meeting 2025-12-10 2026-03-11")
    #expect(
      outcome.output == """
        otter: for a review meeting, 2025-12-10 to 2026-03-10
        This is not your official log: follow your service's policy.

        Hard moments: wobble 1 · hard 1
        settled in 20 min, in the middle

        Changes that were hard
          tablet-ends  hard 1 of 4 times

        Underneath: hungry 2 · tired 2

        What helped: food 2

        Promises: made 1

        Notes
          2026-03-10  shouted, left the room

        """)
  }

  @Test("--meeting --json is one object, without carers")
  func meetingJSON() throws {
    let outcome = try havenctl("export --meeting otter --json", house: house())
    #expect(
      outcome.output.hasPrefix(#"{"version":1,"kind":"meeting","child":"otter","from":"2025-12-10","to":"2026-03-10""#))
    #expect(!outcome.output.contains("ros"))
  }

  @Test("--from and --to take dates; the second is included")
  func dates() throws {
    let house = house()
    _ = try havenctl("export --child otter --from 2026-03-01 --to yesterday", house: house)
    #expect(house.asked.last == "export otter 2026-03-01 2026-03-10")
    let outcome = try havenctl("export --from 2026-03-10 --to 2026-03-01", house: house)
    #expect(outcome.status == .usage)
  }

  @Test("--output writes a new file for its owner alone, and never into one that is there")
  func output() throws {
    let folder = try Folder()
    let file = folder.owns("otter.txt")
    let outcome = try havenctl("export --child otter --output \(file)", house: house())
    #expect(outcome.output == "wrote \(file)\n")
    #expect(try readText(file).hasPrefix("otter: what Haven remembers"))
    let again = try havenctl("export --child otter --output \(file)", house: house())
    #expect(again.status == .no)
    #expect(again.errors.hasPrefix("havenctl: '\(file)' is there already"))
  }

  @Test("where nothing is remembered the exit code is 1")
  func nothing() throws {
    let outcome = try havenctl("export --child otter", house: FakeHouse())
    #expect(outcome.status == .no)
    #expect(outcome.output.hasSuffix("nothing is remembered\n"))
  }

  @Test("--child and --meeting together make no sense")
  func both() throws { #expect(try havenctl("export --child otter --meeting otter").status == .usage) }
}
