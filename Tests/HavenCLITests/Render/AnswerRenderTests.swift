import HavenAPI
import HavenCore
import Testing

@testable import HavenCLI

@Suite("Answers as a person reads them")
struct AnswerRenderTests {
  @Test("the day")
  func day() throws {
    #expect(
      try havenctl("day").output
        == """
        Tuesday 10 March 2026 · school-day · soft day
        07:30  get dressed                      wren         normal                ros
        08:25  leave for school                 otter, wren          fixed away    ros
        17:35  tablet ends, help lay the table  otter        hard    moved +10 min  ros

        """.replacing("fixed away    ros", with: "fixed away     ros").replacing(
          "normal                ros", with: "normal                 ros"))
  }

  @Test("what comes next")
  func next() throws {
    #expect(
      try havenctl("next").output == """
        17:20      5 min to tablet ends, for otter  to ros
        17:25      tablet ends, otter               in 13 min, at 17:25
        Wed 06:50  wake together, otter and wren    tomorrow at 06:50

        """)
  }

  @Test("tomorrow: only what differs")
  func tomorrow() throws {
    #expect(
      try havenctl("tomorrow").output == """
        Tomorrow, Wednesday 11 March
        holiday, not school-day
        10:00  outing, otter and wren   new
        17:30  tea, otter               usually 17:45
        08:25  leave for school, otter  not tomorrow
        the day begins at 07:00, wake together

        """)
  }

  @Test("why: the family's reason, the decisions, the rungs and what became of them")
  func why() throws {
    #expect(
      try havenctl("why tablet").output == """
        tablet ends, Tuesday 10 March at 17:25
        Stopping in the middle is the hard part, not stopping.
        otter: hard
          hard, at working age 5: P20 · 15 · 5 · L2 · 0
          17:05  P20  20 min before  shown             to ros
          17:10  15   15 min before  suppressed: hush  to ros
          17:25  0    arrival        planned

        """)
  }

  @Test("status")
  func status() throws {
    #expect(
      try havenctl("status").output == """
        havend  0.1.0, pid 4242, up for 10 h 12 min
        config  /home/ros/.config/haven, 2 files, read 12 min ago, 1 warning: havenctl check
        notices desktop, ready (dunst 1.9.0) · do not disturb: what is due waits
        ledger  /home/ros/.local/state/haven/haven.db
        clock   Europe/London, 17:12
        next    in 8 min, at 17:20
        waits   tablet ends, at 17:25: nobody on duty

        """)
  }

  @Test("a command says what was done; undo what was taken back; reload what was read")
  func acts() throws {
    #expect(try havenctl("done tea").output == "it is done\n")
    #expect(try havenctl("done tea --discreet").output == "done\n")
    #expect(try havenctl("undo").output == "taken back: done: tea\n")
    #expect(try havenctl("reload").output == "a:1:1: warning: look\nthe config is read again\n")
    #expect(try havenctl("duty").output == "Ros\n")
  }

  @Test("events: what was said, what became of it, who did what")
  func events() throws {
    let house = FakeHouse()
    let line = Line(
      kind: .cue, at: House.at("17:05").instant, to: "ros", level: .public,
      items: [.init(id: House.cue("P20"), secondsLeft: 1200)])
    house.eventViews = [
      .line(SimulatedLine(line, title: "Otter in twenty minutes", body: "", zone: .utc), sequence: 1),
      .state(
        LedgerEntry(
          id: "\(House.cue("P20"))", kind: .cue, state: .snoozed, dueAt: House.at("17:05").instant,
          at: House.at("17:06").instant, to: "ros", until: House.at("17:11").instant), sequence: 2, zone: .utc),
      .act(
        Act(
          id: 1, at: House.at("17:07").instant, date: CivilDate("2026-03-10")!, by: "imani",
          command: .delay(step: "tablet-ends", minutes: 10)), sequence: 3, zone: .utc),
      .change(.config, sequence: 4, at: House.at("17:08")),
    ]
    #expect(
      try havenctl("events", house: house).output == """
        2026-03-10 17:05  ros      said: Otter in twenty minutes
        2026-03-10 17:06  ros      2026-03-10/tablet-ends/otter/P20: snoozed until 17:11
        2026-03-10 17:07  imani    delay tablet-ends 10m
        2026-03-10 17:08  -        the config was read again

        """)
    let discreet = try havenctl("events --discreet", house: house).output
    for word in ["tter", "tablet"] { #expect(!discreet.contains(word)) }
  }

  @Test("events --since takes the moment that has been")
  func since() throws {
    let house = FakeHouse()
    house.eventViews = [.change(.plan, sequence: 9, at: House.at("17:00"))]
    #expect(
      try havenctl("events --since 17:30", house: house).output == "2026-03-10 17:00  -        the plan changed\n")
    #expect(house.asked.contains("events 2026-03-09T17:30"))
  }
}
