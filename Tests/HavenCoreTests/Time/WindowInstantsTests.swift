import Testing

@testable import HavenCore

/// Windows are wall times; what they hold are instants.
struct WindowInstantsTests {
  private let night = Window.everyNight

  private func window(_ start: String, _ end: String, on days: Window.Days = .weekdays(.daily)) throws -> Window {
    Window(days, start: try #require(TimeOfDay(start)), end: try #require(TimeOfDay(end)))
  }

  private func interval(_ window: Window, _ opening: String, _ zone: Zone) throws -> String? {
    window.interval(opening: try date(opening), in: zone).map {
      "\(zone.format($0.lowerBound))/\(zone.format($0.upperBound))"
    }
  }

  @Test("a window includes its start and excludes its end")
  func ends() throws {
    let school = try window("09:00", "15:30", on: .weekdays(WeekdaySet([.monday])))
    let london = try systemZone("Europe/London")
    let held = try ["08:59", "09:00", "15:29", "15:30"].map {
      school.contains(try utc("2026-03-09T\($0)"), in: london)
    }
    #expect(held == [false, true, true, false])
    #expect(!school.contains(try utc("2026-03-10T12:00"), in: london))
  }

  @Test("an end not after the start is on the next day")
  func overnight() throws {
    let london = try systemZone("Europe/London")
    #expect(try interval(night, "2026-03-09", london) == "2026-03-09T21:30:00+00:00/2026-03-10T06:30:00+00:00")
    let whole = try window("06:00", "06:00", on: .weekdays(WeekdaySet([.friday])))
    #expect(try interval(whole, "2026-03-06", london) == "2026-03-06T06:00:00+00:00/2026-03-07T06:00:00+00:00")
    #expect(try interval(whole, "2026-03-07", london) == nil)
    #expect(whole.contains(try utc("2026-03-07T05:59"), in: london))
    #expect(!whole.contains(try utc("2026-03-06T05:59"), in: london))
  }

  @Test("a night with a clock change is an hour shorter or longer")
  func clockChanges() throws {
    let london = try systemZone("Europe/London")
    #expect(try interval(night, "2026-03-28", london) == "2026-03-28T21:30:00+00:00/2026-03-29T06:30:00+01:00")
    let lengths = try ["2026-03-27", "2026-03-28", "2026-10-24"].map {
      night.interval(opening: try date($0), in: london).map { $0.upperBound - $0.lowerBound } ?? 0
    }
    #expect(lengths == [9 * 3600, 8 * 3600, 10 * 3600])
  }

  @Test("the ends of a window in a gap or a fold are taken by the same rule as a step")
  func gapsAndFolds() throws {
    let london = try systemZone("Europe/London")
    let wide = try window("01:15", "03:00")
    #expect(try interval(wide, "2026-03-29", london) == "2026-03-29T02:15:00+01:00/2026-03-29T03:00:00+01:00")
    #expect(try interval(wide, "2026-10-25", london) == "2026-10-25T01:15:00+01:00/2026-10-25T03:00:00+00:00")
    // 01:30 becomes 02:30, which is after 02:15: nothing is left.
    #expect(try interval(try window("01:30", "02:15"), "2026-03-29", london) == nil)
  }

  @Test("a window does not open on a date that the zone skipped, and one that closes there closes the next morning")
  func skippedDate() throws {
    let apia = try systemZone("Pacific/Apia")
    #expect(try interval(night, "2011-12-30", apia) == nil)
    #expect(try interval(night, "2011-12-29", apia) == "2011-12-29T21:30:00-10:00/2011-12-31T06:30:00+14:00")
    #expect(night.contains(try utc("2011-12-30T16:29"), in: apia))
    #expect(!night.contains(try utc("2011-12-30T16:30"), in: apia))
    let friday = try window("09:00", "10:00", on: .weekdays(WeekdaySet([.friday])))
    #expect(!friday.contains(apia.instant(of: try civil("2011-12-31T09:30")), in: apia))
  }

  @Test("a window that opened before the clocks went back over midnight is still open")
  func backOverMidnight() throws {
    let johns = try systemZone("America/St_Johns")
    let sunday = try window("00:00", "08:00", on: .date(try date("2010-11-07")))
    let secondPass = try utc("2010-11-07T02:45")  // Saturday 23:15 for the second time
    #expect(johns.civil(at: secondPass) == (try civil("2010-11-06T23:15")))
    #expect(sunday.contains(secondPass, in: johns))
  }

  @Test("the next boundary is the next start or end")
  func boundaries() throws {
    let london = try systemZone("Europe/London")
    var instant = try utc("2026-03-28T12:00")
    var seen: [String] = []
    for _ in 0..<4 {
      instant = try #require(night.nextBoundary(after: instant, in: london))
      seen.append(london.format(instant))
    }
    #expect(
      seen == [
        "2026-03-28T21:30:00+00:00", "2026-03-29T06:30:00+01:00", "2026-03-29T21:30:00+01:00",
        "2026-03-30T06:30:00+01:00",
      ])
  }

  @Test("the next boundary of a window of one date may be far off, and after it there is none")
  func datedBoundaries() throws {
    let christmas = try window("16:00", "02:00", on: .date(try date("2026-12-24")))
    let london = try systemZone("Europe/London")
    let opening = try #require(christmas.nextBoundary(after: try utc("2020-01-01T00:00"), in: london))
    #expect(london.format(opening) == "2026-12-24T16:00:00+00:00")
    let closing = try #require(christmas.nextBoundary(after: opening, in: london))
    #expect(london.format(closing) == "2026-12-25T02:00:00+00:00")
    #expect(christmas.nextBoundary(after: closing, in: london) == nil)
  }

  @Test("a window on no day has no boundary")
  func never() throws {
    let never = try window("09:00", "10:00", on: .weekdays(WeekdaySet([])))
    #expect(never.nextBoundary(after: try utc("2026-03-10T00:00"), in: .utc) == nil)
  }

  @Test("a span holds its start and not its end; one that ends before it starts is empty")
  func spans() throws {
    let london = try systemZone("Europe/London")
    let span = Span(start: try civil("2026-03-28T06:00"), end: try civil("2026-03-29T19:00"))
    let interval = span.interval(in: london)
    #expect(interval.upperBound - interval.lowerBound == 36 * 3600)
    #expect(span.contains(interval.lowerBound, in: london))
    #expect(!span.contains(interval.upperBound, in: london))
    let reversed = Span(start: try civil("2026-03-29T06:00"), end: try civil("2026-03-28T06:00"))
    #expect(reversed.interval(in: london).isEmpty)
  }

  @Test(
    "near a clock change as far from it, a window holds what its intervals hold",
    arguments: ["Europe/London", "Pacific/Apia", "America/St_Johns", "Asia/Gaza"])
  func shortcut(name: String) throws {
    let zone = try systemZone(name)
    let windows = try [
      window("21:30", "06:30"), window("00:00", "00:00"), window("01:30", "02:15"),
      window("23:15", "00:30", on: .weekdays(WeekdaySet([.saturday]))),
      window("09:00", "17:00", on: .weekdays(WeekdaySet([.friday, .saturday]))),
    ]
    var random = Random(seed: 3)
    let start = try utc("2010-01-01T00:00")
    for _ in 0..<20_000 {
      let instant = start + random.next(24 * 730) * 3600 + random.next(60) * 60
      for window in windows {
        let interval = window.interval(containing: instant, in: zone)
        #expect(window.contains(instant, in: zone) == (interval != nil))
      }
    }
  }
}
