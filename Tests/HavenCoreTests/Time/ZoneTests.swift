import Testing

@testable import HavenCore

/// Wall times that exist once, never or twice, in zones that families live in.
struct ZoneTests {
  /// zone, wall time, then what it is and the instants it can mean.
  private static let readings: [[String]] = [
    // An hour forward at 01:00, an hour back at 02:00.
    ["Europe/London", "2026-03-29T00:59", "exact", "2026-03-29T00:59:00+00:00"],
    ["Europe/London", "2026-03-29T01:00", "gap", "2026-03-29T02:00:00+01:00", "2026-03-29T00:00:00+00:00"],
    ["Europe/London", "2026-03-29T01:30", "gap", "2026-03-29T02:30:00+01:00", "2026-03-29T00:30:00+00:00"],
    ["Europe/London", "2026-03-29T02:00", "exact", "2026-03-29T02:00:00+01:00"],
    ["Europe/London", "2026-10-25T00:59", "exact", "2026-10-25T00:59:00+01:00"],
    ["Europe/London", "2026-10-25T01:00", "fold", "2026-10-25T01:00:00+01:00", "2026-10-25T01:00:00+00:00"],
    ["Europe/London", "2026-10-25T01:59", "fold", "2026-10-25T01:59:00+01:00", "2026-10-25T01:59:00+00:00"],
    ["Europe/London", "2026-10-25T02:00", "exact", "2026-10-25T02:00:00+00:00"],
    // Half an hour.
    ["Australia/Lord_Howe", "2026-10-04T02:15", "gap", "2026-10-04T02:45:00+11:00", "2026-10-04T01:45:00+10:30"],
    ["Australia/Lord_Howe", "2026-04-05T01:45", "fold", "2026-04-05T01:45:00+11:00", "2026-04-05T01:45:00+10:30"],
    ["Australia/Lord_Howe", "2026-04-05T02:00", "exact", "2026-04-05T02:00:00+10:30"],
    // South of the equator, and the change is at midnight: 00:30 does not exist.
    ["America/Sao_Paulo", "2018-11-04T00:30", "gap", "2018-11-04T01:30:00-02:00", "2018-11-03T23:30:00-03:00"],
    ["America/Sao_Paulo", "2018-02-17T23:30", "fold", "2018-02-17T23:30:00-02:00", "2018-02-17T23:30:00-03:00"],
    // Winter is the exception in Irish law: an offset of "daylight saving" that is smaller.
    ["Europe/Dublin", "2026-03-29T01:30", "gap", "2026-03-29T02:30:00+01:00", "2026-03-29T00:30:00+00:00"],
    ["Europe/Dublin", "2026-10-25T01:30", "fold", "2026-10-25T01:30:00+01:00", "2026-10-25T01:30:00+00:00"],
    ["Asia/Kathmandu", "2026-03-29T01:30", "exact", "2026-03-29T01:30:00+05:45"],
    // Morocco goes back for Ramadan.
    ["Africa/Casablanca", "2026-02-15T02:30", "fold", "2026-02-15T02:30:00+01:00", "2026-02-15T02:30:00+00:00"],
    ["Africa/Casablanca", "2026-03-22T02:30", "gap", "2026-03-22T03:30:00+01:00", "2026-03-22T01:30:00+00:00"],
    // A date that Samoa never had.
    ["Pacific/Apia", "2011-12-30T09:00", "gap", "2011-12-31T09:00:00+14:00", "2011-12-29T09:00:00-10:00"],
    // A date that Kwajalein had twice (1969-09-30, 24 h back less the hour between its offsets).
    ["Pacific/Kwajalein", "1969-09-30T12:00", "fold", "1969-09-30T12:00:00+11:00", "1969-09-30T12:00:00-12:00"],
    // Past the table, by the rule in the last line of the file: last Sundays of March and October.
    ["Europe/London", "2090-03-26T01:30", "gap", "2090-03-26T02:30:00+01:00", "2090-03-26T00:30:00+00:00"],
    ["Europe/London", "2090-07-01T12:00", "exact", "2090-07-01T12:00:00+01:00"],
    ["Europe/London", "2501-10-30T01:30", "fold", "2501-10-30T01:30:00+01:00", "2501-10-30T01:30:00+00:00"],
    ["Europe/London", "9998-12-31T23:59", "exact", "9998-12-31T23:59:00+00:00"],
    ["Australia/Sydney", "2501-01-01T12:00", "exact", "2501-01-01T12:00:00+11:00"],
    // The rule's times may be negative, or past midnight: 22:00 the day before, and 26:00.
    ["America/Nuuk", "2090-03-25T23:30", "gap", "2090-03-26T00:30:00-01:00", "2090-03-25T22:30:00-02:00"],
    ["Asia/Jerusalem", "2090-03-24T02:30", "gap", "2090-03-24T03:30:00+03:00", "2090-03-24T01:30:00+02:00"],
  ]

  @Test("a time in a gap has the offset before it or after it, a time in a fold comes twice", arguments: readings)
  func resolution(row: [String]) throws {
    #expect(try reading(of: row[1], in: try systemZone(row[0])) == Array(row[2...]))
  }

  @Test("a time in the gap is taken with the offset before it")
  func gap() throws {
    let london = try systemZone("Europe/London")
    #expect(london.instant(of: try civil("2026-03-29T01:30")) == (try utc("2026-03-29T01:30")))
    #expect(london.civil(at: try utc("2026-03-29T01:30")) == (try civil("2026-03-29T02:30")))
  }

  @Test("a time that comes twice is taken on the first pass")
  func fold() throws {
    let london = try systemZone("Europe/London")
    #expect(london.instant(of: try civil("2026-10-25T01:30")) == (try utc("2026-10-25T00:30")))
  }

  @Test("the wall shows seconds, before 1970 too")
  func seconds() throws {
    let civil = Zone.utc.civil(at: Instant(seconds: -1))
    #expect(civil.date == (try date("1969-12-31")))
    #expect(civil.time.seconds == 86_399)
  }

  /// zone, date, the first instant of it as the wall shows it.
  private static let mornings: [[String]] = [
    ["Europe/London", "2026-03-29", "2026-03-29T00:00:00+00:00"],
    ["America/Sao_Paulo", "2018-11-04", "2018-11-04T01:00:00-02:00"],
    ["Asia/Beirut", "2026-03-29", "2026-03-29T01:00:00+03:00"],
    ["Africa/Cairo", "2026-04-24", "2026-04-24T01:00:00+03:00"],
    // The skipped date begins where the next one does.
    ["Pacific/Apia", "2011-12-30", "2011-12-31T00:00:00+14:00"],
    ["Pacific/Apia", "2011-12-31", "2011-12-31T00:00:00+14:00"],
    // Back from 00:01 to 23:01: the date begins, is taken back, and comes again.
    ["America/St_Johns", "2010-11-07", "2010-11-07T00:00:00-02:30"],
    ["Pacific/Kwajalein", "1969-09-30", "1969-09-30T00:00:00+11:00"],
    ["Asia/Beirut", "2490-03-26", "2490-03-26T01:00:00+03:00"],
  ]

  @Test("a day starts at the first instant that shows its date", arguments: mornings)
  func startOfDay(row: [String]) throws {
    let zone = try systemZone(row[0])
    #expect(zone.format(zone.startOfDay(try date(row[1]))) == row[2])
  }

  @Test("a date that the zone skipped does not exist")
  func skippedDate() throws {
    let apia = try systemZone("Pacific/Apia")
    let dates = ["2011-12-29", "2011-12-30", "2011-12-31"]
    #expect(try dates.map { apia.exists(try date($0)) } == [true, false, true])
    #expect(try systemZone("America/Sao_Paulo").exists(try date("2018-11-04")))
  }

  @Test("an offset with seconds is shown in whole minutes, and the text means the same instant")
  func secondsOfOffset() throws {
    let london = try systemZone("Europe/London")  // 1 min 15 s behind Greenwich until 1847
    #expect(london.offset(at: try utc("1847-11-30T00:00")) == -75)
    #expect(london.format(try utc("1847-11-30T00:00")) == "1847-11-29T23:59:00-00:01")
    let kathmandu = try systemZone("Asia/Kathmandu")  // 5:41:16 until 1920
    #expect(kathmandu.format(try utc("1919-06-01T00:00")) == "1919-06-01T05:41:00+05:41")
    #expect(Zone(name: "x", fixedOffset: -59).format(try utc("2026-01-01T00:00")) == "2026-01-01T00:00:00+00:00")
  }

  @Test("a fixed zone has one offset for ever")
  func fixed() throws {
    let zone = Zone(name: "x", fixedOffset: 5400)
    for instant in [Instant.distantPast, try utc("2026-03-10T17:05"), .distantFuture] {
      #expect(zone.offset(at: instant) == 5400)
    }
    #expect(zone.format(try utc("2026-03-10T17:05")) == "2026-03-10T18:35:00+01:30")
  }

  @Test("every rule repeats after 400 years")
  func cycle() throws {
    for name in ["Europe/London", "Australia/Sydney", "America/Nuuk", "Asia/Gaza", "Pacific/Chatham"] {
      let zone = try systemZone(name)
      for day in stride(from: 0, to: 800, by: 1) {
        let instant = try utc("2150-01-01T00:30") + day * 86_400
        for cycle in [1, 3, 1000] {
          #expect(zone.offset(at: instant) == zone.offset(at: instant + cycle * Zone.secondsPerCycle))
        }
      }
    }
  }
}
