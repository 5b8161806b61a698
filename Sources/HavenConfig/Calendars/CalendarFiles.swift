import HavenCore

/// Reads the .ics files and folders that a draft names into its calendars.
///
/// A file that is named and cannot be read is an error: better the days of yesterday's config than days without the
/// holidays in it. In a folder of many files a bad one is a warning, and the others hold.
struct CalendarFiles {
  /// The folder of haven.toml.
  let folder: String
  let program: CalendarProgram
  /// What was read already; nil to read now.
  let answers: CalendarAnswers?
  let zone: Zone
  let findings: Findings

  /// Returns what to watch for a change.
  func read(into draft: inout Draft) -> CalendarPlaces {
    let places = draft.calendars.map { calendar in
      calendar.value.ics.map { CalendarPlace($0.value, folder: folder) }
    }
    var all = CalendarPlaces()
    for case let place? in places { all.add(place) }
    let answers = answers ?? program.read(all.files.filter { (try? openable($0, limit: CalendarFiles.largest)) != nil })
    var zones: [String: Zone?] = [:]
    var order = CalendarFiles.firstOrder
    for (index, place) in places.enumerated() {
      guard let place, let named = draft.calendars[index].value.ics else { continue }
      var events: [CalendarEvent] = []
      var isWhole = true
      for path in place.files {
        order += 1
        guard let report = report(path, place, named, order, answers) else {
          isWhole = false
          continue
        }
        var warnings = 0
        var last = 0
        func warn(_ line: Int, _ text: String) {
          warnings += 1
          last = max(last, line)
          guard warnings <= CalendarFiles.mostWarnings else { return }
          findings.warning(Place(order: order, file: path, line: line, column: 0), text)
        }
        for fault in report.faults { warn(fault.line, "in \(fault.component): \(fault.text)") }
        let reading = EventReading(
          zone: zone,
          zoneNamed: { name in
            if let known = zones[name] { return known }
            let found = try? loadZone(named: name)
            zones[name] = .some(found)
            return found
          },
          only: draft.calendars[index].value.only, warn: { line, text in warn(line, "in VEVENT: \(text)") })
        events += reading.events(report.events)
        if warnings > CalendarFiles.mostWarnings {
          let rest = warnings - CalendarFiles.mostWarnings
          findings.warning(Place(order: order, file: path, line: last, column: 0), "and \(rest) more of this file")
        }
      }
      if events.isEmpty, isWhole { tellEmpty(place, named, draft.calendars[index].value.only) }
      draft.calendars[index].value.events = events
    }
    return all
  }

  /// Findings in .ics files come after those in the config.
  private static let firstOrder = 1_000_000
  private static let largest = 8 << 20
  /// Of one file: nobody reads past these, and the other files want to be heard.
  private static let mostWarnings = 50

  private func report(
    _ path: String, _ place: CalendarPlace, _ named: Located<String>, _ order: Int, _ answers: CalendarAnswers
  ) -> CalendarReport? {
    func fail(_ why: String, _ hint: String? = nil) -> CalendarReport? {
      if case .folder = place {
        findings.warning(
          Place(order: order, file: path, line: 1, column: 0), "it cannot be read, and is left out: \(why)", hint: hint)
      } else {
        findings.error(named.place, "the calendar file \(quoted(named.value)) cannot be read: \(why)", hint: hint)
      }
      return nil
    }
    do {
      try openable(path, limit: CalendarFiles.largest)
    } catch {
      return fail(error.text, error.isMissing ? "it is looked for in '\(folder)'" : nil)
    }
    switch answers[path] {
    case .success(let report) where report.isCalendar: return report
    case .success: return fail("it is no iCalendar file: there is no BEGIN:VCALENDAR in it")
    case .failure(let failure): return fail(failure.text, failure.hint)
    case nil: return fail("it was written while the others were read")
    }
  }

  private func tellEmpty(_ place: CalendarPlace, _ named: Located<String>, _ only: [String]) {
    let name = quoted(named.value)
    switch place {
    case .missingFolder(let path):
      findings.warning(
        named.place, "the calendar folder \(name) is not there yet, so the calendar has no events",
        hint: "it is looked for as '\(path)'")
    case .folder(_, _, let inner) where !inner.isEmpty:
      findings.warning(
        named.place, "the calendar folder \(name) has no .ics files of its own",
        hint: "name the folder of one calendar, such as '\(joined(named.value, inner[0]))'")
    case .file where only.isEmpty: findings.warning(named.place, "the calendar file \(name) has no events")
    case .folder where only.isEmpty: findings.warning(named.place, "the calendar folder \(name) has no events")
    case .file, .folder:
      findings.warning(named.place, "no event in \(name) is one of those that 'only' names")
    }
  }
}

extension CalendarPlace {
  var files: [String] {
    switch self {
    case .file(let path): [path]
    case .folder(_, let files, _): files
    case .missingFolder: []
    }
  }
}

extension CalendarProgram.Failure {
  package var text: String {
    switch self {
    case .notInstalled: "the program \(CalendarProgram.name) is not installed"
    case .notStarted(let why): "\(CalendarProgram.name) does not start: \(why)"
    case .tooSlow: "it takes longer than five seconds"
    case .failed(let why): "\(CalendarProgram.name): \(why)"
    case .unfinished: "\(CalendarProgram.name) did not finish"
    }
  }

  package var hint: String? {
    guard case .notInstalled(let places) = self else { return nil }
    return "it was looked for as \(listed(places.map { "'\($0)'" }, "and"))"
  }
}
