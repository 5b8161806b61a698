import HavenCore

/// Reads the .ics files that a draft names into its calendars.
struct CalendarFiles {
  /// The folder of haven.toml.
  let folder: String
  let program: CalendarProgram
  let zone: Zone
  let findings: Findings

  /// Returns the files named, whether or not they could be read: each may be mended while we watch.
  func read(into draft: inout Draft) -> [String] {
    var zones: [String: Zone?] = [:]
    var files: [String] = []
    for index in draft.calendars.indices {
      guard let named = draft.calendars[index].value.ics else { continue }
      let path = joined(folder, named.value)
      let order = CalendarFiles.firstOrder + files.count
      files.append(path)
      guard let report = report(path, named) else { continue }
      func warn(_ line: Int, _ text: String) {
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
        warn: { line, text in warn(line, "in VEVENT: \(text)") })
      let events = reading.events(report.events)
      if events.isEmpty { findings.warning(named.place, "the calendar file \(quoted(named.value)) has no events") }
      draft.calendars[index].value.events = events
    }
    return files
  }

  /// Findings in .ics files come after those in the config.
  private static let firstOrder = 1_000_000
  private static let largest = 8 << 20

  private func report(_ path: String, _ named: Located<String>) -> CalendarReport? {
    func fail(_ why: String, _ hint: String? = nil) -> CalendarReport? {
      findings.error(named.place, "the calendar file \(quoted(named.value)) cannot be read: \(why)", hint: hint)
      return nil
    }
    do {
      try openable(path, limit: CalendarFiles.largest)
    } catch {
      return fail(error.text, error.isMissing ? "it is looked for in '\(folder)'" : nil)
    }
    do {
      guard let report = CalendarReport(try program.read(path)) else {
        return fail("\(CalendarProgram.name) did not finish")
      }
      return report
    } catch {
      switch error {
      case .notInstalled(let places):
        return fail(
          "the program \(CalendarProgram.name) is not installed",
          "it was looked for as \(listed(places.map { "'\($0)'" }, "and"))")
      case .notStarted(let why): return fail("\(CalendarProgram.name) does not start: \(why)")
      case .tooSlow: return fail("it takes longer than five seconds")
      case .failed(let why): return fail("\(CalendarProgram.name): \(why)")
      }
    }
  }
}
