import Glibc
import HavenCore

/// Reads a directory's `haven.toml`, then `conf.d/*.toml` beside it in the order of their names' bytes.
///
/// Holds no state: a reload is another `load()`, and what it throws leaves the caller's configuration as it was.
public struct ConfigurationLoader: Sendable {
  public static let mainFile = "haven.toml"
  public static let addedFolder = "conf.d"
  /// 4 MiB a file: a thousand times a large family's.
  public static let largestFile = 4 << 20
  public static let mostFiles = 1000

  public var directory: String
  /// Taken where the config names no zone; asked only then.
  public var systemZone: @Sendable () -> Zone
  /// Where the helper that reads .ics files is; nil to look in the usual places.
  public var icsHelper: String?
  /// What was read of the .ics files already; nil to read them now, and to wait for it.
  package var calendarAnswers: CalendarAnswers?

  /// The language whose words are looked at: the session's.
  public var language: Language

  public init(
    directory: String, systemZone: @escaping @Sendable () -> Zone = { HavenConfig.systemZone() },
    icsHelper: String? = nil, language: Language = sessionLanguage
  ) {
    self.directory = directory
    self.language = language
    self.systemZone = systemZone
    self.icsHelper = icsHelper
  }

  /// Everything written, as one household. All faults of all files are told at once.
  public func load() throws(ConfigurationError) -> Configuration {
    let findings = Findings()
    let configuration = try gather(findings)
    guard !findings.hasErrors else { throw .invalid(findings.diagnostics) }
    return configuration
  }

  /// What can be understood of a config with faults in it; nil where there is none to read.
  ///
  /// For what must answer all the same, such as `help-now`: people, plans and cards are as they were written, what was
  /// not understood is left out, and what refers to it may lead nowhere. No day is to be planned from it.
  public func loadDespiteFaults() -> Configuration? { try? gather(Findings()) }

  package var calendarProgram: CalendarProgram { CalendarProgram(path: icsHelper) }

  /// The .ics files that the config names, for whoever reads them without holding its thread.
  package func calendarPlaces() throws(ConfigurationError) -> CalendarPlaces {
    let findings = Findings()
    let draft = draft(try sources().sources, findings)
    return CalendarPlaces(of: draft.calendars.map(\.value), folder: directory)
  }

  private func gather(_ findings: Findings) throws(ConfigurationError) -> Configuration {
    let (sources, files) = try sources()
    WhereaboutsLint().check(directory, main: joined(directory, Self.mainFile), findings)
    var configuration = read(sources, folder: directory, findings)
    configuration.files = files + configuration.files
    return configuration
  }

  /// Every file of the config as it is now, and what to watch for a change.
  private func sources() throws(ConfigurationError) -> (sources: [Source], files: [String]) {
    var files = [directory]
    let main = joined(directory, Self.mainFile)
    var sources = [Source(path: main, bytes: try bytes(of: main))]
    files.append(main)

    let folder = joined(directory, Self.addedFolder)
    let names: [String]
    do {
      names = try listDirectory(folder)
      files.append(folder)
    } catch {
      guard error.code == ENOENT else { throw .unreadable(folder, error.code) }
      names = []
    }
    for name in names.filter(Self.isConfigFile).prefix(Self.mostFiles) {
      let path = joined(folder, name)
      sources.append(Source(path: path, bytes: try bytes(of: path)))
      files.append(path)
    }
    return (sources, files)
  }

  /// Reads one file as if it were a whole config: .ics files are found from its folder, no `conf.d` is read.
  public func load(file: String) throws(ConfigurationError) -> Configuration {
    var configuration = try load(text: try bytes(of: file), named: file)
    configuration.files.insert(file, at: 0)
    return configuration
  }

  /// Reads a text as if it were a whole config, and names `file` in what it says of it.
  package func load(text: [UInt8], named file: String) throws(ConfigurationError) -> Configuration {
    let folder = file.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
    let start = file.hasPrefix("/") ? "/" : "."
    let findings = Findings()
    let configuration = read(
      [Source(path: file, bytes: text)], folder: folder.isEmpty ? start : folder, findings)
    guard !findings.hasErrors else { throw .invalid(findings.diagnostics) }
    return configuration
  }

  /// An editor's leftovers (`.#x.toml`, `x.toml~`) are no config.
  private static func isConfigFile(_ name: String) -> Bool { name.hasSuffix(".toml") && !name.hasPrefix(".") }

  private func bytes(of path: String) throws(ConfigurationError) -> [UInt8] {
    do {
      return try readFile(path, limit: Self.largestFile)
    } catch {
      if error.isMissing, path == joined(directory, Self.mainFile) { throw .missing(directory) }
      throw .unreadable(path, error.code)
    }
  }

  struct Source {
    var path: String
    var bytes: [UInt8]
  }

  private func draft(_ sources: [Source], _ findings: Findings) -> Draft {
    var draft = Draft()
    for (order, source) in sources.enumerated() {
      let recovery = TomlRecovery(file: source.path, order: order, findings: findings)
      if let document = recovery.read(source.bytes) { ConfigLanguage.read(document, into: &draft, findings) }
    }
    return draft
  }

  private func read(_ sources: [Source], folder: String, _ findings: Findings) -> Configuration {
    var draft = draft(sources, findings)
    let zone = zone(of: draft, findings)
    let calendars = CalendarFiles(
      folder: folder, program: calendarProgram, answers: calendarAnswers, zone: zone,
      findings: findings)
    let places = calendars.read(into: &draft)
    let household = draft.household(language: language, findings)
    var configuration = Configuration(
      household: household, zone: zone, warnings: findings.diagnostics, files: places.files + places.folders)
    configuration.calendarFolders = places.folders
    configuration.stepPlaces = draft.stepPlaces
    return configuration
  }

  private func zone(of draft: Draft, _ findings: Findings) -> Zone {
    guard let name = draft.settings.timezone else { return systemZone() }
    do {
      return try loadZone(named: name.value)
    } catch {
      let near = nearestZone(to: name.value).map { "did you mean '\($0)'?" }
      findings.error(name.place, "\(error)", hint: near ?? "write an IANA name, such as 'Europe/London'")
      return .utc
    }
  }
}

/// The language that this process's locale asks for.
public var sessionLanguage: Language {
  Language { name in getenv(name).map { String(cString: $0) } }
}
