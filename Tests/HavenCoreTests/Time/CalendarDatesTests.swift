import Testing

@testable import HavenCore

/// Calendars name dates: by a range, a list or events with rules.
struct CalendarDatesTests {
  private func event(_ first: String, length: Int = 1, rule: String? = nil) throws -> CalendarEvent {
    CalendarEvent(
      uid: "1", first: try date(first), length: length, rule: try rule.map { try Recurrence(parsing: $0) })
  }

  private func covered(_ event: CalendarEvent, _ first: String, _ last: String) throws -> [Int] {
    let days = try date(first).dayNumber...date(last).dayNumber
    return days.map { CivilDate(dayNumber: $0) }.filter(event.covers).map(\.day)
  }

  @Test("a range holds both its ends")
  func range() throws {
    let term = Calendar(id: "term", dates: .range(try date("2026-01-05"), try date("2026-03-27")))
    let dates = ["2026-01-04", "2026-01-05", "2026-03-27", "2026-03-28"]
    #expect(try dates.map { term.contains(try date($0)) } == [false, true, true, false])
  }

  @Test("a list holds what is on it")
  func list() throws {
    let inset = Calendar(id: "inset", dates: .listed([try date("2026-03-09")]))
    #expect(inset.contains(try date("2026-03-09")))
    #expect(!inset.contains(try date("2026-03-10")))
  }

  @Test("an event covers its length from its first date")
  func length() throws {
    #expect(try covered(try event("2026-03-10", length: 3), "2026-03-01", "2026-03-31") == [10, 11, 12])
  }

  @Test("an event with a rule covers its length from every occurrence")
  func rule() throws {
    let weekends = try event("2026-03-07", length: 2, rule: "FREQ=WEEKLY;INTERVAL=2")
    #expect(try covered(weekends, "2026-03-01", "2026-03-31") == [7, 8, 21, 22])
  }

  @Test("an event that ends where it begins covers its first date")
  func noLength() throws {
    #expect(try covered(try event("2026-03-10", length: 0), "2026-03-01", "2026-03-31") == [10])
  }

  @Test("a removed date takes its whole occurrence, an added one brings one")
  func exceptions() throws {
    var weekends = try event("2026-03-07", length: 2, rule: "FREQ=WEEKLY;COUNT=3")
    weekends.removed = [try date("2026-03-14")]
    weekends.added = [try date("2026-03-25")]
    #expect(try covered(weekends, "2026-03-01", "2026-03-31") == [7, 8, 21, 22, 25, 26])
    weekends.removed.insert(try date("2026-03-07"))
    #expect(try covered(weekends, "2026-03-01", "2026-03-31") == [21, 22, 25, 26])
  }

  @Test("the first date is an occurrence even where the rule does not match it")
  func firstDate() throws {
    #expect(
      try covered(try event("2026-03-10", rule: "FREQ=WEEKLY;BYDAY=FR"), "2026-03-09", "2026-03-20") == [10, 13, 20])
  }

  @Test("a calendar of events holds what one of them covers")
  func events() throws {
    let events = try [event("2026-03-10"), event("2026-03-12", length: 2)]
    let calendar = Calendar(id: "school", dates: .events(events))
    let days = try (9...14).filter { calendar.contains(try date("2026-03-\($0 < 10 ? "0" : "")\($0)")) }
    #expect(days == [10, 12, 13])
  }
}
