import ArgumentParser
import HavenAPI
import HavenConfig
import HavenCore

struct TryCommand: ActCommand {
  static let configuration = CommandConfiguration(
    commandName: "havenctl try", abstract: "Try one thing before one change for a while; or how it went.",
    discussion: """
      From tomorrow until its last date, and never on a soft day. The config stays as it is. One thing of one step at a
      time: another ladder, another size, the first warning at another time, one warning more or one fewer. Without a step
      it lists what is tried and what was, with how often the change was smooth before and meanwhile; under eight times on
      either side it is too few to say. The exit code is 1 where nothing was tried.
      """)

  @Argument(help: ArgumentHelp("A step of any day; a prefix that is unique will do.", valueName: "STEP"))
  var step: String?

  @Option(help: ArgumentHelp("A preset, a ladder of yours, or rungs: 'P20 10 5 0'.", valueName: "LADDER"))
  var ladder: String?

  @Option(
    help: ArgumentHelp("easy, normal, hard or very-hard.", valueName: "SIZE"),
    completion: .list(Size.allCases.map(\.rawValue)))
  var size: String?

  @Option(help: ArgumentHelp("The first warning so many minutes before.", valueName: "N"))
  var minutes: Int?

  @Option(help: ArgumentHelp("One warning more: 'P30', '10', 'L2'.", valueName: "RUNG"))
  var with: String?

  @Option(help: ArgumentHelp("One warning fewer.", valueName: "RUNG"))
  var without: String?

  @Option(help: ArgumentHelp("Whose change, where it is for more than one child.", valueName: "C"))
  var child: String?

  @Option(help: ArgumentHelp("How many days, 1 to 28; fourteen where nothing is said.", valueName: "N"))
  var days: Int?

  @Option(help: ArgumentHelp("The last date: '2026-03-24', 'Sat'.", valueName: "DATE"))
  var until: String?

  @OptionGroup var global: GlobalOptions

  func command(_ clock: WallClock) throws(CommandFailure) -> Command {
    guard let step else { throw CommandFailure(.usage, "which step?", hint: "havenctl try STEP --ladder long") }
    var changes: [(Trial.Change, String)] = []
    if let ladder { changes.append((.ladder, ladder)) }
    if let size { changes.append((.size, size)) }
    if let minutes { changes.append((.minutes, "\(minutes)")) }
    if let with { changes.append((.with, with)) }
    if let without { changes.append((.without, without)) }
    guard let change = changes.first, changes.count == 1 else {
      throw CommandFailure(
        .usage, changes.isEmpty ? "what is to be tried?" : "one thing at a time",
        hint: "one of --ladder, --size, --minutes, --with, --without")
    }
    return .tryBegin(
      Trial(step: step, child: child, change: change.0, value: change.1, until: try last(clock)))
  }

  private func last(_ clock: WallClock) throws(CommandFailure) -> CivilDate? {
    guard days == nil || until == nil else {
      throw CommandFailure(.usage, "'--days' and '--until' are two answers to one question", hint: "give one of them")
    }
    if let days {
      guard (1...Trial.mostDays).contains(days) else {
        throw CommandFailure(.usage, "'\(days)' is not 1 to \(Trial.mostDays) days")
      }
      return try clock.zone().date(at: clock.now) + days
    }
    guard let until else { return nil }
    if let date = CivilDate(until) { return date }
    return try DayWord(parsing: until).date(today: try clock.zone().date(at: clock.now))
  }

  func run(_ context: Context) throws(CommandFailure) -> CommandStatus {
    if step != nil { return try perform(context) }
    guard [ladder, size, with, without, child, until].allSatisfy({ $0 == nil }), minutes == nil, days == nil else {
      throw CommandFailure(.usage, "which step?", hint: "havenctl try STEP --ladder long")
    }
    let daemon = Daemon(context, global)
    let view = filled(try daemon.trials(), try directory(of: daemon))
    Printer(context, global).show(view) { $0.trials(view) }
    return view.trials.isEmpty ? .no : .success
  }

  /// With the lines that would keep each that is over; a config with faults has none.
  private func filled(_ view: TrialsView, _ directory: String) -> TrialsView {
    guard view.trials.contains(where: { $0.state == .finished }),
      let household = try? ConfigurationLoader(directory: directory).load().household,
      let editor = try? StepEditor(directory: directory, household: household)
    else { return view }
    var view = view
    for (index, row) in view.trials.enumerated() where row.state == .finished {
      guard let edit = row.edit(editor, household) else { continue }
      view.trials[index].changes = edit.changes.isEmpty ? nil : edit.changes
      view.trials[index].places = edit.places.isEmpty ? nil : edit.places
    }
    return view
  }
}

extension HavenCommand {
  /// Where the config lies that is to be looked at: the one that was named, else havend's.
  func directory(of daemon: Daemon) throws(CommandFailure) -> String {
    if let config = global.config { return config }
    return try daemon.status().config.directory
  }
}

extension TrialsView.Row {
  /// Nil where it is written so already.
  fileprivate func edit(_ editor: StepEditor, _ household: Household) -> ConfigPlaces? {
    if change == .size {
      guard let from = household.writtenSize(of: ChangeKey(step: step, child: child)), let to = Size(rawValue: value)
      else { return editor.places(of: step) }
      return from == to ? nil : editor.resized(step, child: child, from: from, to: to)
    }
    let rungs = tried.split(separator: " ").map(String.init).filter { $0 != "·" }
    return rungs.isEmpty ? editor.places(of: step) : editor.withLadder(step, child: child, rungs)
  }
}
