import ArgumentParser
import HavenAPI
import HavenConfig
import HavenCore

struct ImportICS: HavenCommand {
  static let configuration = CommandConfiguration(
    commandName: "havenctl import-ics", abstract: "Take a calendar file into the config.",
    discussion: """
      A copy of the file becomes a calendar, for 'within' and 'not' of a kind of day: school holidays, inset days. With
      --appointments its events with a time become appointments of yours instead; no screen says what they are called,
      unless --named. A second import changes what is new and doubles nothing. A file that another program keeps up to
      date is better named in the config itself, by 'ics'.
      """)

  @Argument(help: ArgumentHelp("The .ics file.", valueName: "FILE"), completion: .file())
  var file: String

  @Option(help: ArgumentHelp("What the calendar is called; the file's name where left out.", valueName: "NAME"))
  var id: String?

  @Flag(help: "Its events with a time, as appointments of the carer.")
  var appointments = false

  @Flag(help: "Screens may say what the appointments are called.")
  var named = false

  @OptionGroup var global: GlobalOptions

  func run(_ context: Context) throws(CommandFailure) -> CommandStatus {
    let bytes = try fileBytes(file)
    let stem = file.split(separator: "/").last.map { $0.hasSuffix(".ics") ? $0.dropLast(4) : $0 } ?? ""
    guard let name = slug(of: id ?? String(stem)), id == nil || name == id else {
      throw CommandFailure(
        .usage, "'\(printable(id ?? String(stem)))' is no name for a calendar",
        hint: "--id NAME, of lower-case letters, digits and hyphens")
    }
    let report = try report()
    let directory = try configDirectory(context, global)
    let importing = CalendarImport(directory: directory, id: name, context: context)
    let outcome: CalendarImport.Outcome
    var taken: [ImportedAppointment] = []
    if appointments {
      let configuration = try configuration(directory)
      let reading = EventReading(zone: configuration.zone, zoneNamed: { try? loadZone(named: $0) }) { line, text in
        context.errors.line(printable("\(file):\(line): warning: in VEVENT: \(text)"))
      }
      taken = reading.appointments(report.events, from: configuration.zone.date(at: context.now()))
      guard !taken.isEmpty else {
        throw CommandFailure(.no, "'\(printable(file))' has no event with a time that is still to come")
      }
      outcome = try importing.takeAppointments(
        taken, carer: try carer(configuration.household), isNamed: named)
    } else {
      outcome = try importing.takeCalendar(bytes)
    }
    return tell(outcome, name, taken.count, directory, context)
  }

  private func report() throws(CommandFailure) -> CalendarReport {
    guard let answer = CalendarProgram().read([file])[file] else {
      throw CommandFailure(.internalFault, "nothing was read")
    }
    switch answer {
    case .success(let report) where report.isCalendar: return report
    case .success:
      throw CommandFailure(.usage, "'\(printable(file))' is no iCalendar file: there is no BEGIN:VCALENDAR in it")
    case .failure(let failure):
      throw CommandFailure(.usage, "'\(printable(file))' cannot be read: \(failure.text)", hint: failure.hint)
    }
  }

  private func configuration(_ directory: String) throws(CommandFailure) -> Configuration {
    do throws(ConfigurationError) {
      return try ConfigurationLoader(directory: directory).load()
    } catch {
      throw CommandFailure(error)
    }
  }

  private func carer(_ household: Household) throws(CommandFailure) -> CarerID {
    if let carer = global.carer {
      guard household.carer(carer) != nil else {
        throw CommandFailure(.usage, "there is no carer '\(printable(carer))'")
      }
      return carer
    }
    guard household.carers.count == 1 else {
      throw CommandFailure(.usage, "it is not said whose appointments these are", hint: "--as CARER")
    }
    return household.carers[0].id
  }

  private func tell(
    _ outcome: CalendarImport.Outcome, _ name: CalendarID, _ appointments: Int, _ directory: String, _ context: Context
  ) -> CommandStatus {
    let configuration: Configuration
    var files: [String] = []
    switch outcome {
    case .same(let same): configuration = same
    case .written(let paths, let fresh): (files, configuration) = (paths, fresh)
    }
    let ours = configuration.warnings.filter { warning in
      files.contains { samePlace(warning.file, $0) } || warning.file.hasSuffix("/calendars/\(name).ics")
    }
    if !global.json { for warning in ours { context.errors.line(printable(warning.description)) } }
    let isTaken = files.isEmpty ? nil : ConfigTaking(of: directory, context, global)
    var view = Imported(calendar: name, changed: !files.isEmpty, files: files, taken: isTaken?.isTaken ?? false)
    view.warnings = ours.map(\.description)
    var lines: [String] = []
    if self.appointments {
      view.appointments = appointments
      lines.append("\(appointments == 1 ? "1 appointment" : "\(appointments) appointments") from '\(name)'")
    } else if let calendar = configuration.household.calendars.first(where: { $0.id == name }) {
      let today = configuration.zone.date(at: context.now())
      let dates = (0..<366).map { today + $0 }.filter(calendar.contains)
      view.dates = dates
      lines.append(
        dates.isEmpty
          ? "'\(name)' has no date in the coming year"
          : "'\(name)' has \(dates.count == 1 ? "1 date" : "\(dates.count) dates") in the coming year, the next \(dates[0])"
      )
    }
    lines.append(
      files.isEmpty ? "all of it was there already" : "wrote \(files.map { printable($0) }.joined(separator: ", "))")
    if let isTaken { lines.append(isTaken.line) }
    if !self.appointments, !files.isEmpty {
      lines.append("to use it: within = [\"\(name)\"] or not = [\"\(name)\"] in a [[day]]: havenctl edit")
    }
    Printer(context, global).show(view) { _ in lines }
    return .success
  }

  /// What `import-ics --json` prints.
  private struct Imported: Encodable {
    var version = 1
    var kind = "import"
    var calendar: CalendarID
    var changed: Bool
    var files: [String]
    /// Whether a havend runs on it now.
    var taken: Bool
    /// Of the coming year; left out with --appointments.
    var dates: [CivilDate]?
    var appointments: Int?
    var warnings: [String] = []
  }
}
