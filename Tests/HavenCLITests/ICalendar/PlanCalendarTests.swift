import HavenAPI
import HavenCore
import Testing

@testable import HavenCLI

/// The plan as an iCalendar file; the end-to-end tests give it to the programs that people have.
struct PlanCalendarTests {
  private func day() -> DayView {
    let at = House.at("17:05")
    func cue(_ rung: String, _ left: Int, to: CarerID?, card: Bool = false) -> DayView.Cue {
      let id = CueID("2026-03-10/bath/otter/\(rung)")!  // a cue of that date
      return DayView.Cue(
        at: Stamp(at.instant - left, offset: at.offset), id: id, secondsLeft: left, to: to, leaveCard: card)
    }
    let step = DayView.Step(
      at: at, until: Stamp(at.instant + 1800, offset: at.offset), step: "bath", name: "bath for Otter",
      children: ["otter"],
      carer: "ros", tags: [], anchor: "start", transitions: [], away: false)
    return DayView(
      date: CivilDate("2026-03-10")!, day: "plain", mode: .ordinary, zone: "Europe/London", steps: [step],  // a date
      cues: [
        cue("P20", 1200, to: "ros"), cue("10", 600, to: "sam"), cue("0", 0, to: "ros"),
        cue("L2", 90, to: nil, card: true),
      ])
  }

  private func lines(_ text: String) -> [String] {
    text.replacing("\r\n ", with: "").split(separator: "\r\n").map(String.init)
  }

  @Test("a step is an event in UTC with an alarm for each warning, for all or for one carer")
  func event() {
    var calendar = PlanCalendar(now: House.at("12:00").instant)
    let all = lines(calendar.text([day()]))
    let start = Zone.utc.civil(at: House.at("17:05").instant)
    #expect(all.contains("DTSTART:20260310T\(start.time.description.filter { $0 != ":" })00Z"))
    #expect(all.contains("SUMMARY:bath for Otter"))
    #expect(all.contains("CLASS:PRIVATE"))
    #expect(
      all.filter { $0.hasPrefix("TRIGGER") } == ["TRIGGER:-PT20M", "TRIGGER:-PT10M", "TRIGGER:-PT90S", "TRIGGER:PT0S"])
    var hers = PlanCalendar(carer: "sam", now: House.at("12:00").instant)
    #expect(lines(hers.text([day()])).filter { $0.hasPrefix("TRIGGER") } == ["TRIGGER:-PT10M"])
  }

  @Test("a label stands for the name, a UID hides the id and stays, and --discreet leaves no alias")
  func hidden() {
    var first = PlanCalendar(labels: ["bath": "the visit"], now: House.at("12:00").instant)
    var later = PlanCalendar(now: House.at("13:00").instant)
    let labelled = first.text([day()])
    #expect(!labelled.contains("bath"))
    #expect(lines(labelled).filter { $0.hasPrefix("UID") } == lines(later.text([day()])).filter { $0.hasPrefix("UID") })
    var discreet = PlanCalendar(discreet: WithoutAliases(["otter"]), now: House.at("12:00").instant)
    #expect(!discreet.text([day()]).lowercased().contains("otter"))
  }

  @Test("text is escaped, and folded at 75 octets between characters")
  func folded() {
    var text = CalendarText()
    text.text("SUMMARY", "a, b; c\\ d\ne\u{7}")
    #expect(text.text == "SUMMARY:a\\, b\\; c\\\\ d\\ne \r\n")
    var long = CalendarText()
    long.text("SUMMARY", String(repeating: "é", count: 100))
    let pieces = long.text.split(separator: "\r\n").map { $0.utf8.count }
    #expect(pieces.allSatisfy { $0 <= 75 } && pieces.count == 3)
  }
}
