import HavenAPI
import HavenCore

/// The plan of some dates as a calendar for a phone or another program: each step an event, each warning its alarm.
///
/// What a screen may not show is not in it: a step is called by its `event-label`, private goals and marked dates are
/// left out, and every event is CLASS:PRIVATE, for whoever shares the calendar. An event keeps its UID from one export to
/// the next, so that a second import changes and never doubles; it is made of the date and a digest, since an id may say
/// what the label hides.
struct PlanCalendar {
  /// Whose alarms; nil for everybody's.
  var carer: CarerID?
  /// What a screen calls a step, where it is not the step's name.
  var labels: [StepID: String] = [:]
  /// Takes aliases out; nil to leave them.
  var discreet: WithoutAliases?
  var now: Instant

  private(set) var count = 0

  init(carer: CarerID? = nil, labels: [StepID: String] = [:], discreet: WithoutAliases? = nil, now: Instant) {
    self.carer = carer
    self.labels = labels
    self.discreet = discreet
    self.now = now
  }

  /// One moment of a carer's own, with the seconds before it at which it is announced.
  struct Appointment {
    var uid: String
    var name: String
    var at: Instant
    var minutes: Int
    var leads: [Int]
  }

  mutating func text(_ days: [DayView], _ appointments: [Appointment] = []) -> String {
    var file = CalendarText()
    file.begin("VCALENDAR")
    file.line("VERSION", "2.0")
    file.line("PRODID", "-//Haven//havenctl \(havenVersion)//EN")
    file.line("CALSCALE", "GREGORIAN")
    file.text("X-WR-CALNAME", "Haven")
    for day in days {
      for step in day.steps { event(step, of: day, &file) }
    }
    for appointment in appointments { event(appointment, &file) }
    file.end("VCALENDAR")
    return file.text
  }

  private mutating func event(_ step: DayView.Step, of day: DayView, _ file: inout CalendarText) {
    let name = words(labels[step.step] ?? step.name)
    // What goes to the leave-card reaches nobody's desktop: a phone is where it helps most.
    let cues = day.cues.filter { cue in
      cue.step == step.step && (carer == nil || cue.to == carer || cue.leaveCard && (step.carer ?? carer) == carer)
    }
    begin("\(day.date).\(digest(of: step.step))@haven", name, step.at.instant, step.until?.instant, &file)
    if !step.children.isEmpty, discreet == nil {
      file.text("DESCRIPTION", step.children.joined(separator: ", "))
    }
    for left in Set(cues.map(\.secondsLeft)).sorted(by: >) { alarm(name, left, &file) }
    file.end("VEVENT")
  }

  private mutating func event(_ appointment: Appointment, _ file: inout CalendarText) {
    let name = words(appointment.name)
    begin(appointment.uid, name, appointment.at, appointment.at + appointment.minutes * 60, &file)
    for lead in appointment.leads { alarm(name, lead, &file) }
    file.end("VEVENT")
  }

  private mutating func begin(
    _ uid: String, _ name: String, _ start: Instant, _ end: Instant?, _ file: inout CalendarText
  ) {
    count += 1
    file.begin("VEVENT")
    file.text("UID", uid)
    file.time("DTSTAMP", now)
    file.time("DTSTART", start)
    if let end, end > start { file.time("DTEND", end) }
    file.text("SUMMARY", name)
    file.line("CLASS", "PRIVATE")
    file.line("TRANSP", "TRANSPARENT")
  }

  private func alarm(_ name: String, _ left: Int, _ file: inout CalendarText) {
    file.begin("VALARM")
    file.line("ACTION", "DISPLAY")
    file.text("DESCRIPTION", left > 0 ? "\(name) in \(PlanCalendar.lead(left))" : name)
    file.line("TRIGGER", left > 0 ? "-PT\(left % 60 == 0 ? "\(left / 60)M" : "\(left)S")" : "PT0S")
    file.end("VALARM")
  }

  private static func lead(_ seconds: Int) -> String {
    switch seconds {
    case ..<3600: "\((seconds + 59) / 60) min"
    case _ where seconds % 3600 == 0: "\(seconds / 3600) h"
    default: "\(seconds / 3600) h \(seconds % 3600 / 60) min"
    }
  }

  private func words(_ text: String) -> String { discreet?.text(text) ?? text }
}

extension PlanCalendar.Appointment {
  /// The appointments of one carer between two dates, private ones left out.
  static func of(_ carer: CarerID, in household: Household, zone: Zone, from: CivilDate, to: CivilDate) -> [Self] {
    var found: [Self] = []
    for goal in household.goals where goal.carer == carer && !goal.isPrivate {
      guard let appointment = goal.appointment else { continue }
      for date in (0...max(0, to - from)).map({ from + $0 }) where appointment.happens(on: date) {
        guard zone.exists(date) else { continue }
        found.append(
          Self(
            uid: "\(date).appointment.\(digest(of: goal.id))@haven", name: goal.name,
            at: zone.instant(date, appointment.start.time), minutes: goal.minutes, leads: [86_400, 7200]))
      }
    }
    return found.sorted { $0.at < $1.at }
  }
}
