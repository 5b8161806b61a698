import Testing

@testable import HavenCore

/// Rules that start at a moment on the wall: appointments.
struct RecurrenceInstantsTests {
  private func moments(_ start: String, _ rule: String, _ zone: String, count: Int) throws -> [String] {
    let zone = try systemZone(zone)
    let rule = try Recurrence(parsing: rule)
    let start = try civil(start)
    var instant = Instant.distantPast
    var found: [String] = []
    while found.count < count, let next = rule.next(after: instant, from: start, in: zone) {
      found.append(zone.format(next))
      instant = next
    }
    return found
  }

  @Test("an appointment keeps its wall time when clocks change")
  func wallTime() throws {
    #expect(
      try moments("2026-03-22T11:00", "FREQ=WEEKLY", "Europe/London", count: 2)
        == ["2026-03-22T11:00:00+00:00", "2026-03-29T11:00:00+01:00"])
  }

  @Test("in a gap it is taken with the offset before it, in a fold once")
  func gapAndFold() throws {
    #expect(
      try moments("2026-03-28T01:30", "FREQ=DAILY;COUNT=3", "Europe/London", count: 9)
        == ["2026-03-28T01:30:00+00:00", "2026-03-29T02:30:00+01:00", "2026-03-30T01:30:00+01:00"])
    #expect(
      try moments("2026-10-24T01:30", "FREQ=DAILY;COUNT=3", "Europe/London", count: 9)
        == ["2026-10-24T01:30:00+01:00", "2026-10-25T01:30:00+01:00", "2026-10-26T01:30:00+00:00"])
  }

  @Test("a date that the zone skipped has none")
  func skippedDate() throws {
    #expect(
      try moments("2011-12-29T09:00", "FREQ=DAILY", "Pacific/Apia", count: 2)
        == ["2011-12-29T09:00:00-10:00", "2011-12-31T09:00:00+14:00"])
  }

  @Test(
    "UNTIL is included: a date for the whole of it, a moment to the second",
    arguments: [
      ("20260312", 3), ("20260312T110000", 3), ("20260312T105959", 2), ("20260312T110000Z", 3),
      ("20260312T105959Z", 2), ("20260309", 0),
    ])
  func until(until: String, count: Int) throws {
    let rule = "FREQ=DAILY;UNTIL=\(until)"
    #expect(try moments("2026-03-10T11:00", rule, "Europe/London", count: 9).count == count)
    let parsed = try Recurrence(parsing: rule)
    let zone = try systemZone("Europe/London")
    let days = try (10...14).filter {
      parsed.includes(try date("2026-03-\($0)"), from: try civil("2026-03-10T11:00"), in: zone)
    }
    #expect(days.count == count)
  }

  @Test("UNTIL in UTC is compared on the UTC line")
  func untilInAnotherZone() throws {
    // 23:00 UTC on the 11th is 08:00 on the 12th in Tokyo.
    let moments = try moments("2026-03-10T08:00", "FREQ=DAILY;UNTIL=20260311T230000Z", "Asia/Tokyo", count: 9)
    #expect(moments.last == "2026-03-12T08:00:00+09:00")
  }

  @Test("the next occurrence after an occurrence is the next one, never the same again")
  func afterItself() throws {
    let rule = try Recurrence(parsing: "FREQ=DAILY")
    let start = try civil("2026-10-24T01:30")
    let zone = try systemZone("Europe/London")
    let first = try #require(rule.next(after: .distantPast, from: start, in: zone))
    #expect(rule.next(after: first - 1, from: start, in: zone) == first)
    let second = try #require(rule.next(after: first, from: start, in: zone))
    #expect(second > first)
    // In the second pass of the hour the first pass is over, and nothing fires again.
    let third = try #require(rule.next(after: second + 3600, from: start, in: zone))
    #expect(zone.format(third) == "2026-10-26T01:30:00+00:00")
  }
}
