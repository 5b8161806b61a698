import HavenAPI
import HavenConfig
import HavenCore

/// Where a day's plan comes from: the daemon, which knows what today has brought, or the config alone.
///
/// With `--config` no daemon is asked. Without, and with no daemon there, the config in its usual place answers, and
/// a note on standard error says that what was delayed or skipped today is not in it.
struct PlanSource {
  private let context: Context
  private let global: GlobalOptions

  init(_ context: Context, _ global: GlobalOptions) {
    self.context = context
    self.global = global
  }

  func day(_ word: DayWord) throws(CommandFailure) -> DayView {
    try ask { daemon throws(CommandFailure) in
      if word == .offset(0) { return try daemon.day(nil) }
      if case .date(let date) = word { return try daemon.day(date) }
      return try daemon.day(word.date(today: try daemon.zone().date(at: context.now())))
    } else: { day throws(CommandFailure) in
      day.view(of: word.date(today: day.today))
    }
  }

  /// The days that `dates` chooses once it knows which date is today.
  func days(_ dates: (CivilDate) throws(CommandFailure) -> [CivilDate]) throws(CommandFailure) -> [DayView] {
    try ask { daemon throws(CommandFailure) in
      let chosen = try dates(try daemon.zone().date(at: context.now()))
      return try chosen.map { date throws(CommandFailure) in try daemon.day(date) }
    } else: { day throws(CommandFailure) in
      try dates(day.today).map { day.view(of: $0) }
    }
  }

  /// Today and tomorrow, and how things stand: for what is shown to a child.
  struct Days {
    var today: DayView
    var tomorrow: DayView
    /// Nil where no daemon was asked.
    var now: NowView?
  }

  /// - Parameter isQuiet: nothing is said of a daemon that is not there.
  func days(isQuiet: Bool = false) throws(CommandFailure) -> Days {
    try ask(isQuiet: isQuiet) { daemon throws(CommandFailure) in
      let today = try daemon.day(nil)
      return Days(today: today, tomorrow: try daemon.day(today.date + 1), now: try daemon.now())
    } else: { day throws(CommandFailure) in
      Days(today: day.view(of: day.today), tomorrow: day.view(of: day.today + 1))
    }
  }

  func tomorrow() throws(CommandFailure) -> TomorrowView {
    try ask { daemon throws(CommandFailure) in
      try daemon.tomorrow()
    } else: { day throws(CommandFailure) in
      day.tomorrow()
    }
  }

  private func ask<View>(
    isQuiet: Bool = false, _ daemon: (Daemon) throws(CommandFailure) -> View,
    else config: (inout WrittenDay) throws(CommandFailure) -> View
  ) throws(CommandFailure) -> View {
    if global.config == nil {
      do {
        return try daemon(Daemon(context, global))
      } catch {
        guard error.status == .unavailable, global.socket == nil else { throw error }
        guard var day = try? WrittenDay(context, global) else { throw error }
        if !isQuiet { context.errors.line("havenctl: havend is not running; this is the day as it is written") }
        return try config(&day)
      }
    }
    var day = try WrittenDay(context, global)
    return try config(&day)
  }
}

/// A day as the config has it, before anything was done or said.
struct WrittenDay {
  private var engine: Engine
  let today: CivilDate

  init(_ context: Context, _ global: GlobalOptions) throws(CommandFailure) {
    let configuration: Configuration
    do {
      configuration = try ConfigurationLoader(directory: try configDirectory(context, global)).load()
    } catch let error as ConfigurationError {
      throw CommandFailure(error)
    } catch let error as CommandFailure {
      throw error
    } catch {
      throw CommandFailure(.internalFault, "\(error)")
    }
    let now = context.now()
    engine = Engine(household: configuration.household, zone: configuration.zone, now: now)
    today = configuration.zone.date(at: now)
  }

  mutating func view(of date: CivilDate) -> DayView { engine.dayView(of: date) }
  mutating func tomorrow() -> TomorrowView { engine.tomorrowView(today: today) }
}
