import Testing

@testable import HavenConfig

struct SameDayTests {
  private func config(_ days: String, _ first: String, _ second: String) -> String {
    "\(days)\n[[routine]]\nid = \"one\"\n\(first)\nsteps = [\"17:00 tea\"]\n[[routine]]\nid = \"two\"\n\(second)\nsteps = [\"18:00 tea\"]\n"
  }

  private func errors(_ toml: String) throws -> [String] { try findings(toml).filter { $0.contains(" error: ") } }

  @Test("two routines that can meet may not hold the same step id; both places are told")
  func meet() throws {
    #expect(
      try errors(config("[[day]]\nid = \"school-day\"\non = \"Mon-Fri\"", "days = [\"school-day\"]", "")) == [
        "11:10: error: the step 'tea' is there twice on a school-day Mon: here in 'two', and in 'one' at haven.toml:7:10; "
          + "give one of them another id, or keep the routines to different days"
      ])
  }

  @Test(
    "routines that never meet may share an id",
    arguments: [
      ("", "on = \"Mon, Wed, Fri\"", "on = \"Tue, Thu, Sat, Sun\""),
      (
        "[[day]]\nid = \"a\"\non = \"Sat\"\n[[day]]\nid = \"b\"\non = \"Sun\"", "days = [\"a\"]",
        "days = [\"b\", \"plain\"]"
      ),
      // A school day is never a Saturday.
      ("[[day]]\nid = \"a\"\non = \"Mon-Fri\"", "days = [\"a\"]", "on = \"Sat, Sun\""),
      // Saturdays are taken by the first kind, so the second is only ever a Sunday.
      ("[[day]]\nid = \"a\"\non = \"Sat\"\n[[day]]\nid = \"b\"\non = \"Sat, Sun\"", "days = [\"b\"]", "on = \"Sat\""),
      // 2026-03-15 is a Sunday.
      ("[[day]]\nid = \"a\"\ndates = [\"2026-03-15\"]", "days = [\"a\"]", "on = \"Mon-Sat\""),
      (
        "[[day]]\nid = \"a\"\nrrule = \"FREQ=WEEKLY;INTERVAL=2\"\nfrom = \"2026-03-14\"", "days = [\"a\"]",
        "on = \"Sun-Fri\""
      ),
      (
        "[[day]]\nid = \"a\"\nrrule = \"FREQ=MONTHLY;BYDAY=1MO\"\nfrom = \"2026-03-02\"", "days = [\"a\"]",
        "on = \"Tue-Sun\""
      ),
      // Two dates in the calendar, a Monday and a Tuesday.
      (
        "[[calendar]]\nid = \"c\"\nfrom = \"2026-04-06\"\nto = \"2026-04-07\"\n[[day]]\nid = \"a\"\nwithin = \"c\"",
        "days = [\"a\"]",
        "on = \"Wed-Sun\""
      ),
      // No day is left to be plain.
      ("[[day]]\nid = \"a\"\non = \"Mon-Sun\"", "days = [\"a\"]", "days = [\"plain\"]"),
    ])
  func apart(days: String, first: String, second: String) throws {
    #expect(try errors(config(days, first, second)) == [])
  }

  @Test(
    "a kind of day that another may stand aside for can still meet",
    arguments: [
      // Within a calendar, so Saturdays outside it are of the second kind.
      (
        "[[calendar]]\nid = \"c\"\ndates = [\"2026-04-04\"]\n[[day]]\nid = \"a\"\non = \"Sat\"\nwithin = \"c\"\n[[day]]\nid = \"b\"\non = \"Sat, Sun\"",
        "days = [\"b\"]", "on = \"Sat\""
      ),
      ("[[day]]\nid = \"a\"\nrrule = \"FREQ=MONTHLY\"\nfrom = \"2026-03-02\"", "days = [\"a\"]", "on = \"Sun\""),
      ("", "on = \"Mon-Fri\"", "on = \"Fri\""),
    ])
  func mayMeet(days: String, first: String, second: String) throws {
    #expect(try errors(config(days, first, second)).count == 1)
  }

  @Test("an id twice in one routine is told, even in a routine for no day")
  func oneRoutine() throws {
    #expect(try errors("[[routine]]\nid = \"r\"\nsteps = [\"07:00 tea\", \"17:00 tea\"]\n").count == 1)
    #expect(
      try errors(
        "[[day]]\nid = \"a\"\non = \"Mon\"\n[[routine]]\nid = \"r\"\ndays = [\"a\"]\non = \"Tue\"\nsteps = [\"07:00 tea\", \"17:00 tea\"]\n"
      ).count == 1)
  }

  @Test("a hundred routines with one step id are told ninety-nine times, and soon")
  func many() throws {
    let toml = (0..<100).map { "[[routine]]\nid = \"r\($0)\"\nsteps = [\"17:00 tea\"]\n" }.joined()
    #expect(try errors(toml).count == 99)
  }
}
