import Testing

@testable import HavenConfig

struct ShapeTests {
  @Test(
    "a calendar says its dates in one way",
    arguments: [
      ("", "1:1: error: the calendar 'c' has no dates; write 'from' and 'to', or 'dates', or 'ics'"),
      (
        "dates = []\nfrom = \"2026-03-16\"\nto = \"2026-03-20\"\n",
        "1:1: error: the calendar 'c' says its dates in 2 ways; write 'from' and 'to', or 'dates', or 'ics'"
      ),
      ("from = \"2026-03-16\"\n", "3:8: error: 'from' needs 'to' beside it; both dates are in the calendar"),
      (
        "from = \"2026-03-20\"\nto = \"2026-03-16\"\n",
        "4:6: error: the calendar ends on 2026-03-16, before it starts on 2026-03-20; write the earlier date in 'from'"
      ),
    ])
  func calendars(keys: String, told: String) throws {
    #expect(try findings("[[calendar]]\nid = \"c\"\n" + keys) == [told])
  }

  @Test("'rrule' needs 'from', and 'from' means nothing without it")
  func rules() throws {
    #expect(
      try findings("[[day]]\nid = \"a\"\nrrule = \"FREQ=WEEKLY\"\n[[day]]\nid = \"b\"\nfrom = \"2026-03-14\"\n").filter
      { $0.contains("error") } == [
        "3:9: error: 'rrule' needs a start; write such as: from = \"2026-03-14\"",
        "6:8: error: 'from' is the start of an 'rrule', and there is none; for a range of dates write a [[calendar]]",
      ])
  }

  @Test("a step has two causes at most, a goal three lines, and 'delay' follows 'after'")
  func limits() throws {
    #expect(
      try findings(
        """
        [[routine]]
        id = "r"
        step = [{ at = "07:00", name = "a", cause = ["body", "sensory", "surprise"] }]
        [[goal]]
        name = "x"
        domain = "rest"
        lines = ["a.", "b.", "c.", "d."]
        delay = "5m"
        target = "2 nights per week"
        """) == [
          "3:45: error: a step has one cause or two; keep what matters most",
          "7:9: error: a goal has at most three lines; keep the kindest",
          "8:9: warning: 'delay' means nothing without 'after'; name the step it follows",
          "9:10: error: only an overnight target counts nights; write such as '2 per week'",
        ])
  }

  @Test("a respite lane is somebody's or everybody's, once, with a target of its own kind")
  func lanes() throws {
    #expect(
      try findings(
        """
        [[respite]]
        lane = "solo"
        [[respite]]
        lane = "couple"
        for = "me"
        [[respite]]
        lane = "overnight"
        target = "12h per 28d"
        [[respite]]
        lane = "overnight"
        [[respite]]
        lane = "solo"
        for = "me"
        target = "2 nights per year"
        """) == [
          "1:1: error: a solo lane needs 'for'; write whose time it is, such as: for = \"ros\"",
          "5:7: error: a couple lane has no 'for'; it is everybody's; leave the key out",
          "8:10: error: an overnight target counts nights, not hours; write such as '2 nights per quarter'",
          "9:1: error: the lane 'overnight' is there already, at haven.toml:6:1; put their windows into one",
          "14:10: error: only an overnight target counts nights; write such as '12h per 28d'",
        ])
  }
}
