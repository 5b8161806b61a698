import HavenAPI
import HavenConfig
import HavenCore

/// A stretch of time played through from a config, without a daemon.
struct Simulation {
  private let loader: ConfigurationLoader
  private let configuration: Configuration
  private let from: Instant
  private let to: Instant

  init(directory: String, from: String?, to: String?, now: Instant) throws(CommandFailure) {
    loader = ConfigurationLoader(directory: directory)
    do {
      configuration = try loader.load()
    } catch {
      throw CommandFailure(error)
    }
    let zone = configuration.zone
    let today = zone.date(at: now)
    let start = try from.map { text throws(CommandFailure) in try Edge(parsing: text, today: today) } ?? .date(today)
    self.from = start.start(in: zone)
    let end = try to.map { text throws(CommandFailure) in try Edge(parsing: text, today: today) } ?? .date(start.date)
    self.to = end.end(in: zone)
    // A date that the zone skipped is a stretch without a second: it has no lines, and is no mistake.
    guard self.from < self.to || (self.from == self.to && start.date == end.date) else {
      throw CommandFailure(.usage, "'\(to ?? "")' is not after '\(from ?? "today")'", hint: "--to is the later one")
    }
  }

  /// The entries of a script; `-` is standard input.
  func script(_ path: String) throws(CommandFailure) -> [ScriptEntry] {
    let parser = ScriptParser(
      from: from, zone: configuration.zone, isZoneFixed: configuration.household.settings.timezone != nil,
      zoneNamed: { try? loadZone(named: $0) })
    do {
      return try parser.parse(try readText(path))
    } catch let error as CommandFailure {
      throw error
    } catch let error as ScriptFaults {
      let lines = error.faults.map { $0.description(file: path) }
      throw CommandFailure(.usage, "the script cannot be played\n" + lines.joined(separator: "\n"))
    } catch {
      throw CommandFailure(.internalFault, "\(error)")
    }
  }

  func run(
    _ entries: [ScriptEntry], script path: String, language: Language, say: (SimulatedLine) -> Void
  ) throws(CommandFailure) {
    let world = Simulator.World(
      zone: { try? loadZone(named: $0) },
      reload: { () throws(Refusal) in
        do {
          let configuration = try loader.load()
          return (configuration.household, configuration.zone)
        } catch {
          throw Refusal("the config is not valid any more: \(error)")
        }
      })
    var simulator = Simulator(
      household: configuration.household, zone: configuration.zone, world: world, from: from)
    var speaker = Speaker(language: language)
    do {
      try simulator.run(to: to, script: entries) { line, engine in
        let words = speaker.words(for: line, &engine)
        say(SimulatedLine(line, title: words.title, body: words.body, zone: engine.zone))
      }
    } catch let fault as Simulator.Fault {
      let told = ScriptFault(line: fault.line, text: fault.refusal.text, hint: fault.refusal.hint)
      throw CommandFailure(.usage, "the script cannot be played\n" + told.description(file: path))
    } catch {
      throw CommandFailure(.internalFault, "\(error)")
    }
  }
}

/// Finds each line's words; a reload or a new zone makes the words anew.
private struct Speaker {
  let language: Language
  private var wording: (Wording, for: Household, in: Zone)?

  init(language: Language) { self.language = language }

  mutating func words(for line: Line, _ engine: inout Engine) -> Words {
    wording(for: engine).words(for: line) { id in
      let span = engine.modeSpan(of: id.child, at: line.at)
      return engine.plan(for: id.date).wordingStep(for: id, mode: span?.mode, workingAge: span?.age)
    }
  }

  private mutating func wording(for engine: Engine) -> Wording {
    if let (known, household, zone) = wording, zone.name == engine.zone.name, household == engine.household {
      return known
    }
    let made = Wording(household: engine.household, zone: engine.zone, language: language)
    wording = (made, engine.household, engine.zone)
    return made
  }
}

/// One end of a stretch: a date, in any of the words for one, or a date and a time.
private enum Edge {
  case date(CivilDate)
  case moment(CivilDateTime)

  init(parsing text: String, today: CivilDate) throws(CommandFailure) {
    if let word = try? DayWord(parsing: text) {
      self = .date(word.date(today: today))
    } else if let moment = CivilDateTime(String(text.map { $0 == " " ? "T" : $0 })) {
      self = .moment(moment)
    } else {
      throw CommandFailure(
        .usage, "'\(printable(text))' is neither a date nor a moment",
        hint: "write '2026-03-10', 'tomorrow', 'Sat' or '2026-03-10T17:00'")
    }
  }

  var date: CivilDate {
    switch self {
    case .date(let date): date
    case .moment(let moment): moment.date
    }
  }

  func start(in zone: Zone) -> Instant {
    switch self {
    case .date(let date): zone.startOfDay(date)
    case .moment(let moment): zone.instant(of: moment)
    }
  }

  /// A date is included whole.
  func end(in zone: Zone) -> Instant {
    switch self {
    case .date(let date): zone.startOfDay(date + 1)
    case .moment(let moment): zone.instant(of: moment)
    }
  }
}
