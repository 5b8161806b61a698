import HavenAPI
import HavenCore
import Testing

@testable import HavenCLI

@Suite("review and quarter, as a person reads them")
struct LookingBackRenderTests {
  @Test("the week is told in a fixed order, what went well first")
  func order() throws {
    let house = FakeHouse()
    let outcome = try havenctl("review --week 2026-03-10", house: house)
    #expect(house.asked == ["review 2026-03-10"])
    #expect(
      outcome.output == """
        The week of Monday 9 March

        4 of 6 changes went smoothly
          ■■■■■■■■■■■■■□□□□□□□
          apart from these: 1 soft day and 2 changes away

        Hard moments, of the times it came
          tablet-ends, otter  2 of 5 times  40%  settled in 10 min
          too few to say: shoes (wren)
          1 hard moment at other times of the day

        Time of day
          16-18  ■■ 2

        Around the hard moments
          more than two hours since food: 1 of 2

        What helped
          water 2, outside 1

        Nurture
          otter  9 offers  45 min of special time

        Balance: leaned structure
          structure 2 · even 1 · nurture 0, of 3 answered on 3 of 7 days
          1 boundary held, 3 noticed

        Promises
          1 kept, 1 moved in time, of 2 made

        Respite, four weeks
          couple time  ■■■■■■□□□□□□  3 of 6 h
          still to come: couple time 3 h
          next free evening: couple time

        Yours
          a walk  2 times  as much as you hoped for

        To take away
          What was different on the times 'tablet-ends' went smoothly?
          one thing to try: three small doses of nurture a day, ten seconds each

        """)
  }

  @Test("of a week whose details are gone it is said what is not kept, and how few answers are too few")
  func countsOnly() throws {
    var view = House.review
    view.countsOnly = true
    view.week.bins.counts = [:]
    (view.context, view.ladders, view.helped, view.balance, view.answeredDays) = ([], [], [], nil, 2)
    view.sides.choicesOffered = 1
    let text = TextRender(style: Style()).review(view).joined(separator: "\n")
    #expect(text.contains("4 of 6 changes went smoothly"))
    #expect(text.contains("the counts alone are kept"))
    #expect(text.contains("Balance: too few answers to say\n  1 boundary held, 1 choice offered, 3 noticed"))
    for gone in ["Time of day\n", "Around the hard moments", "What helped"] { #expect(!text.contains(gone)) }
  }

  @Test("what was offered to no child is not counted, and goals that rest are asked about in one sentence")
  func kind() {
    var view = House.review
    view.children = [.init(child: "otter", offered: 0, specialMinutes: 45)]
    view.goals += [
      .init(goal: "swim", name: "a swim", touched: 0, met: false, state: "sleeping"),
      .init(goal: "call", name: "tea", touched: 0, met: nil, state: "sleeping"),
    ]
    let lines = TextRender(style: Style()).review(view)
    #expect(
      lines.contains { $0.hasPrefix("  otter") && $0.hasSuffix("  45 min of special time") && !$0.contains("0 offers") }
    )
    let asked = ["  'a swim' and 'tea' haven't fitted lately.", "  Keep, shrink or let go? 'havenctl goals'"]
    #expect(lines.contains(asked[0]) && lines.contains(asked[1]))
    var style = Style()
    style.isDiscreet = true
    #expect(TextRender(style: style).review(view).contains { $0.contains("2 goals haven't fitted lately") })
    view.goals.removeLast()
    #expect(TextRender(style: Style()).review(view).contains { $0.hasPrefix("  'a swim' hasn't fitted lately.") })
  }

  @Test("no line stands alone without what it is about")
  func headings() {
    var view = House.review
    view.week.steps = view.week.steps.filter { $0.few == true }
    (view.balance, view.answeredDays) = (nil, 0)
    var lines = TextRender(style: Style()).review(view)
    let other = lines.firstIndex(of: "  1 hard moment at other times of the day") ?? 0
    #expect(lines[other - 2] == "Hard moments")
    #expect(lines[other - 1].hasPrefix("  too few to say: "))
    #expect(lines.contains("The grown-ups' side"))
    view.elsewhere = 0
    lines = TextRender(style: Style()).review(view)
    let few = lines.firstIndex { $0.hasPrefix("  too few to say: ") } ?? 0
    #expect(lines[few - 1] == "  apart from these: 1 soft day and 2 changes away")
  }

  @Test("early in a quarter the shorter window is named, and hours are told as people say them")
  func shortWindow() throws {
    var view = House.review
    view.today = CivilDate("2026-04-05")!  // a date
    view.respite.lanes = [
      try lane("solo:ros", since: "2026-04-01", had: 3, of: 2.143),
      try lane("couple", since: "2026-04-03", had: 0.75, of: 0.643),
      try lane("sibling:finch", since: "2026-04-06", had: 0, of: 0),
    ]
    let text = TextRender(style: Style()).review(view).joined(separator: "\n")
    #expect(text.contains("Respite, since Wed 1 April\n"))
    #expect(text.contains("3 of 2.1 h\n"))
    #expect(text.contains("0.75 of 0.6 h, since Fri 3 April\n"))
    #expect(text.contains("a clean slate, from Mon 6 April on\n"))
  }

  private func lane(
    _ lane: String, since: String, had: Double, of target: Double
  ) throws -> RespiteFiguresView.Lane {
    let text =
      #"{"lane":"\#(lane)","since":"\#(since)","target":\#(target),"actual":\#(had),"beside":0,"owed":0,"percent":0}"#
    return try JSON.decode(RespiteFiguresView.Lane.self, from: text.utf8)
  }

  @Test("forty columns hold it, and so does a discreet screen, which names nobody")
  func narrow() throws {
    var style = Style()
    style.width = 40
    for lines in [TextRender(style: style).review(House.review), TextRender(style: style).quarter(House.quarter)] {
      for line in lines { #expect(columns(of: line) <= 40, "\(line)") }
    }
    let discreet = try havenctl("review --discreet").output + havenctl("quarter --discreet").output
    for word in ["otter", "wren", "tablet", "shoes", "bath", "walk"] { #expect(!discreet.contains(word), "\(word)") }
  }

  @Test("thirteen weeks in words, with how many weeks say so, and a plot that needs no colour")
  func quarter() throws {
    #expect(
      try havenctl("quarter").output == """
        Thirteen weeks from Mon 8 December, beside the thirteen before

        Hard in ten times: bath, otter
          ██▇▇▅▅▄▄▂▂▁▁▁  2, lower (n 13 and 13)
        Minutes to settle
          █████████████  10, about the same (n 13 and 13)

        Soft days: 1, and 0 in the weeks before

        """)
  }

  @Test("--json prints the same numbers, version and kind first")
  func json() throws {
    let review = try havenctl("review --json").output
    #expect(review.hasPrefix(#"{"version":1,"kind":"review","at":"2026-03-15T20:30:00+00:00","#))
    #expect(try JSON.decode(ReviewView.self, from: review.utf8) == House.review)
    let quarter = try havenctl("quarter --json").output
    #expect(quarter.hasPrefix(#"{"version":1,"kind":"quarter","#))
    #expect(try JSON.decode(QuarterView.self, from: quarter.utf8) == House.quarter)
  }

  @Test("never a word that blames, counts what did not happen, or says what caused what")
  func words() throws {
    let text = try (havenctl("review").output + havenctl("quarter").output).lowercased()
    for word in ["caused", "because", "streak", "failed", "only ", "bad", "!", "better than", "worse"] {
      #expect(!text.contains(word), "\(word)")
    }
  }
}
