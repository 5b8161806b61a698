import HavenCore
import Testing

@testable import HavenCLI

@Suite("Moments as a person writes them")
struct MomentWordTests {
  /// A Tuesday.
  private let now = Zone.utc.instant(of: CivilDateTime("2026-03-10T17:12")!)

  private func read(_ text: String, _ direction: MomentWord.Direction = .ahead) throws -> String {
    "\(Zone.utc.civil(at: try MomentWord(parsing: text).instant(direction, now: now, zone: .utc)))"
  }

  @Test(
    "a moment ahead",
    arguments: [
      ("17:30", "2026-03-10T17:30"),
      ("17:12", "2026-03-11T17:12"),
      ("08:00", "2026-03-11T08:00"),
      ("in 20m", "2026-03-10T17:32"),
      ("in 1h30m", "2026-03-10T18:42"),
      ("today 09:00", "2026-03-10T09:00"),
      ("tomorrow 17:00", "2026-03-11T17:00"),
      ("Tomorrow 17:00", "2026-03-11T17:00"),
      ("yesterday 17:00", "2026-03-09T17:00"),
      ("Sat 10:00", "2026-03-14T10:00"),
      ("saturday 10:00", "2026-03-14T10:00"),
      ("Tue 17:30", "2026-03-10T17:30"),
      ("Tue 10:00", "2026-03-17T10:00"),
      ("Mon 10:00", "2026-03-16T10:00"),
      ("2026-03-14 10:00", "2026-03-14T10:00"),
      ("2026-03-14T10:00", "2026-03-14T10:00"),
      ("SatT10:00", "2026-03-14T10:00"),
      ("tomorrowT17:00", "2026-03-11T17:00"),
      ("ThuT17:00", "2026-03-12T17:00"),
    ])
  func ahead(text: String, meant: String) throws { #expect(try read(text) == meant) }

  @Test(
    "a moment that has been",
    arguments: [
      ("17:00", "2026-03-10T17:00"), ("17:12", "2026-03-10T17:12"), ("17:30", "2026-03-09T17:30"),
      ("Sat 10:00", "2026-03-07T10:00"), ("Tue 17:30", "2026-03-03T17:30"), ("Tue 10:00", "2026-03-10T10:00"),
      ("in 20m", "2026-03-10T16:52"), ("2026-03-14 10:00", "2026-03-14T10:00"),
    ])
  func past(text: String, meant: String) throws { #expect(try read(text, .past) == meant) }

  @Test(
    "anything else is refused with examples",
    arguments: [
      "", "soon", "25:00", "7:30", "17:30:00", "in", "in 20", "in x", "Sat", "2026-03-14", "2026-02-30 10:00",
      "tomorrow", "Sam 10:00", "tomorrow at 10:00", "2026-03-14T", "T10:00",
    ])
  func refused(text: String) {
    let failure = #expect(throws: CommandFailure.self) { try MomentWord(parsing: text) }
    #expect(failure?.status == .usage)
    #expect(failure?.hint != nil)
  }

  @Test("two words of an option's moment need no quotes")
  func joined() {
    #expect(MomentWord.joined(["--until", "tomorrow", "17:00", "x"]) == ["--until", "tomorrow 17:00", "x"])
    #expect(MomentWord.joined(["low-demand", "--until", "in", "3h"]) == ["low-demand", "--until", "in 3h"])
    #expect(MomentWord.joined(["--until", "17:00", "otter"]) == ["--until", "17:00", "otter"])
    #expect(MomentWord.joined(["--due", "tomorrow 17:00"]) == ["--due", "tomorrow 17:00"])
    #expect(MomentWord.joined(["tomorrow", "17:00"]) == ["tomorrow", "17:00"])
    #expect(MomentWord.joined(["--until"]) == ["--until"])
  }

  @Test(
    "a day",
    arguments: [
      ("2026-03-01", "2026-03-01"), ("today", "2026-03-10"), ("tomorrow", "2026-03-11"), ("Yesterday", "2026-03-09"),
      ("Tue", "2026-03-10"), ("Mon", "2026-03-16"),
    ])
  func day(text: String, meant: String) throws {
    #expect("\(try DayWord(parsing: text).date(today: CivilDate("2026-03-10")!))" == meant)
  }

  @Test("a date that does not exist is refused")
  func noSuchDay() {
    #expect(throws: CommandFailure.self) { try DayWord(parsing: "2026-02-29") }
    #expect(throws: CommandFailure.self) { try DayWord(parsing: "soon") }
  }
}
