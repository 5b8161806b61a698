import Testing

@testable import HavenCore

/// The first school morning after a clock change comes an hour early or late to a body: its changes are one size
/// larger.
struct SchoolMorningTests {
  /// London's clocks go forward on Sunday 29 March 2026 and back on Sunday 25 October 2026.
  private func family(_ day: String, zone: String = "Europe/London", children: [String] = ["otter 5"]) throws -> Family
  {
    var family = try Family(children: children, zone: zone, "06:00 bed\n" + day)
    var school = DayKind(id: "school-day")
    school.on = WeekdaySet([.monday, .tuesday, .wednesday, .thursday, .friday])
    school.isSchool = true
    family.household.dayKinds = [school, DayKind(id: "weekend")]
    return family
  }

  private func sizes(_ family: Family, _ date: String) throws -> [String] {
    try family.plan(date).steps.flatMap(\.transitions).map { $0.size?.rawValue ?? "-" }
  }

  private let morning = "08:20 shoes normal"

  @Test("one size larger on the Monday after, forward and back; the Tuesday is ordinary")
  func bump() throws {
    let family = try family(morning)
    for (date, size) in [
      ("2026-03-27", "normal"), ("2026-03-30", "hard"), ("2026-03-31", "normal"), ("2026-10-23", "normal"),
      ("2026-10-26", "hard"), ("2026-10-27", "normal"),
    ] {
      #expect(try sizes(family, date) == [size], "\(date)")
    }
  }

  @Test("each size goes up by one, and very-hard stays")
  func everySize() throws {
    let family = try family("07:00 a easy\n07:30 b normal\n08:00 c hard\n08:30 d very-hard")
    #expect(try sizes(family, "2026-03-30") == ["normal", "hard", "very-hard", "very-hard"])
    #expect(try family.rungs(into: "b", "2026-03-30") == "P20 07:10, 15 07:15, 5 07:25, L2 07:28, 0 07:30")
  }

  @Test("only changes written before ten, even when one is delayed over it")
  func beforeTen() throws {
    let family = try family("09:59 a normal\n10:00 b normal")
    #expect(try sizes(family, "2026-03-30") == ["hard", "normal"])
    let delay = try family.act(.delay(step: "a", minutes: 30), at: "2026-03-30T08:00")
    #expect(try family.plan("2026-03-30", acts: [delay]).steps.last?.transitions.first?.size == .hard)
  }

  @Test("only where the size came from the table")
  func onlyTable() throws {
    let family = try family("08:00 a normal [5 0]\n08:20 b normal", children: ["otter 5", "wren 3 ladder:short"])
    #expect(try sizes(family, "2026-03-30") == ["normal", "normal", "hard", "normal"])
    #expect(try family.rungs(into: "b", of: "wren", "2026-03-30") == "5 08:15, 0 08:20")
  }

  @Test("only on a school day: after a holiday, the first school morning however late")
  func afterHoliday() throws {
    var family = try family(morning)
    family.household.calendars = [
      Calendar(id: "easter", dates: .range(try date("2026-03-28"), try date("2026-04-06")))
    ]
    family.household.dayKinds[0].not = ["easter"]
    #expect(try sizes(family, "2026-03-30") == ["normal"])
    #expect(try sizes(family, "2026-04-07") == ["hard"])
    #expect(try sizes(family, "2026-04-08") == ["normal"])
  }

  @Test("with no school date in the thirteen days before, the offset of fourteen days before decides")
  func longHoliday() throws {
    var family = try family(morning)
    func holiday(_ last: String) throws -> Calendar {
      Calendar(id: "break", dates: .range(try date("2026-03-20"), try date(last)))
    }
    family.household.dayKinds[0].not = ["break"]
    family.household.calendars = [try holiday("2026-04-10")]
    #expect(try sizes(family, "2026-04-13") == ["normal"])  // 30 March has the same offset
    family.household.calendars = [try holiday("2026-04-08")]
    #expect(try sizes(family, "2026-04-09") == ["hard"])  // 26 March was still winter
  }

  @Test("a zone that changes nothing bumps nothing")
  func noChange() throws {
    let family = try family(morning, zone: "Asia/Tokyo")
    for date in ["2026-03-30", "2026-10-26"] { #expect(try sizes(family, date) == ["normal"]) }
  }

  @Test("the larger size comes first, then the mode")
  func thenMode() throws {
    let family = try family("08:20 shoes normal core")
    let soft = try family.act(.mode(.lowDemand, child: nil, age: nil, until: nil), at: "2026-03-30T06:30")
    // hard without its middle, not the event ladder of a normal step
    #expect(try family.rungs(into: "shoes", "2026-03-30", acts: [soft]) == "P20 08:00, 15 08:05, L2 08:18, 0 08:20")
  }
}
