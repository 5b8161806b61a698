import HavenCore

/// `havenctl status --json`: how the daemon itself is doing.
public struct StatusView: Sendable, Equatable, Codable {
  public var version = 1
  public var kind = "status"
  /// Haven's own version.
  public var program: String
  public var pid: Int
  public var at: Stamp
  public var startedAt: Stamp
  /// Seconds.
  public var uptime: Int
  public var zone: String
  public var config: Config
  public var notifier: Notifier
  public var ledger: Ledger
  /// When Haven next looks by itself; nil where nothing is planned.
  @ExplicitNull public var nextWake: Stamp?
  public var held: [NowView.Held] = []
  /// Cues that waited earlier today.
  public var waited: [Waited] = []
  /// Why nothing at all can be shown just now; nil while all is well.
  public var screen: ScreenHold?
  /// What each source of the desktop says at present.
  public var desktop: [DesktopFact] = []
  /// What nobody here tells of.
  public var untold: [DesktopFact.Fact] = []
  /// What tells Haven that the clock was set or that the machine slept: `timer`, `clocks`, `logind`.
  public var clockSources: [String]?
  /// Clock and zone changes since the start, in words.
  public var clock: [String] = []
  /// The carers who share this login, where they are more than one: private by courtesy.
  public var carers: [CarerID] = []
  /// The folder shared with other logins; nil where there is none.
  public var sharing: Sharing?
  /// The config's own commands; nil where there are none.
  public var hooks: [HookState]?
  /// What a person should do first; nil where all is well.
  public var hint: String?

  public init(
    program: String, pid: Int, at: Stamp, startedAt: Stamp, uptime: Int, zone: String, config: Config,
    notifier: Notifier, ledger: Ledger, nextWake: Stamp? = nil
  ) {
    self.program = program
    self.pid = pid
    self.at = at
    self.startedAt = startedAt
    self.uptime = uptime
    self.zone = zone
    self.config = config
    self.notifier = notifier
    self.ledger = ledger
    self.nextWake = nextWake
  }

  public init(from decoder: any Decoder) throws {
    let field = try PlainFields(decoder)
    version = try field(CodingKeys.version)
    kind = try field(CodingKeys.kind)
    program = try field(CodingKeys.program)
    pid = try field(CodingKeys.pid)
    at = try field(CodingKeys.at)
    startedAt = try field(CodingKeys.startedAt)
    uptime = try field(CodingKeys.uptime)
    zone = try field(CodingKeys.zone)
    config = try field(CodingKeys.config)
    notifier = try field(CodingKeys.notifier)
    ledger = try field(CodingKeys.ledger)
    nextWake = try field.ifThere(CodingKeys.nextWake)
    held = try field.list(CodingKeys.held)
    waited = try field.list(CodingKeys.waited)
    screen = try field.ifThere(CodingKeys.screen)
    desktop = try field.list(CodingKeys.desktop)
    untold = try field.list(CodingKeys.untold)
    clockSources = try field.listIfThere(CodingKeys.clockSources)
    clock = try field.list(CodingKeys.clock)
    carers = try field.list(CodingKeys.carers)
    sharing = try field.ifThere(CodingKeys.sharing)
    hooks = try field.listIfThere(CodingKeys.hooks)
    hint = try field.ifThere(CodingKeys.hint)
  }

  public struct Config: Sendable, Equatable, Codable {
    public var directory: String
    public var files: [String]
    /// When the config that runs was read; nil where none ever was.
    @ExplicitNull public var loadedAt: Stamp?
    /// `ok`, `missing`, or `faulty`: the files on disk are, and an older config runs.
    public var state: State
    /// Each `file:line:column: error: text`, of the last reload.
    public var problems: [String]
    public var warnings: Int

    public enum State: String, Sendable, Codable, CaseIterable { case ok, missing, faulty }

    public init(
      directory: String, files: [String], loadedAt: Stamp?, state: State, problems: [String] = [], warnings: Int = 0
    ) {
      self.directory = directory
      self.files = files
      self.loadedAt = loadedAt
      self.state = state
      self.problems = problems
      self.warnings = warnings
    }

    public init(from decoder: any Decoder) throws {
      let field = try PlainFields(decoder)
      directory = try field(CodingKeys.directory)
      files = try field.list(CodingKeys.files)
      loadedAt = try field.ifThere(CodingKeys.loadedAt)
      state = try field(CodingKeys.state)
      problems = try field.list(CodingKeys.problems)
      warnings = try field(CodingKeys.warnings)
    }
  }

  public struct Notifier: Sendable, Equatable, Codable {
    /// `desktop` or `terminal`.
    public var to: String
    /// `ready`, `waiting` for a session bus or a server, in words for a person.
    public var state: String
    /// What the notification server calls itself.
    public var server: String?
    public var locked: Bool
    /// The desktop's do-not-disturb is on.
    public var inhibited: Bool
    /// Whether a session bus is reached; nil on a terminal, which needs none.
    public var bus: Bool?
    /// Whether a notification would be shown now, or a server started for it.
    public var ready: Bool?
    /// What the server says that it can, in the specification's words; nil where none runs.
    public var capabilities: [String]?

    public init(to: String, state: String, server: String? = nil, locked: Bool = false, inhibited: Bool = false) {
      self.to = to
      self.state = state
      self.server = server
      self.locked = locked
      self.inhibited = inhibited
    }

    public init(from decoder: any Decoder) throws {
      let field = try PlainFields(decoder)
      to = try field(CodingKeys.to)
      state = try field(CodingKeys.state)
      server = try field.ifThere(CodingKeys.server)
      locked = try field(CodingKeys.locked)
      inhibited = try field(CodingKeys.inhibited)
      bus = try field.ifThere(CodingKeys.bus)
      ready = try field.ifThere(CodingKeys.ready)
      capabilities = try field.listIfThere(CodingKeys.capabilities)
    }
  }

  public struct Sharing: Sendable, Equatable, Codable {
    public var directory: String
    /// Logins whose Havens run, and those whose do not.
    public var here: [String]
    public var absent: [String]
    /// What is wrong with it, in words.
    public var problems: [String]

    public init(directory: String, here: [String], absent: [String], problems: [String] = []) {
      self.directory = directory
      self.here = here
      self.absent = absent
      self.problems = problems
    }
  }

  public struct Ledger: Sendable, Equatable, Codable {
    public var path: String
    /// `ok`, or what is wrong with it, in words.
    public var state: String
    /// Whether it cannot be read or written at present.
    public var troubled: Bool?
    /// Bytes on the disk, the log included.
    public var bytes: Int?
    /// Changes that wait in memory for the disk.
    public var pending: Int?
    /// Damaged databases that were set aside.
    public var aside: [String]?
    /// What a look at every page found; empty where all is well, nil where nobody asked or it cannot be read.
    public var faults: [String]?

    public init(path: String, state: String = "ok") {
      self.path = path
      self.state = state
    }

    public init(from decoder: any Decoder) throws {
      let field = try PlainFields(decoder)
      path = try field(CodingKeys.path)
      state = try field(CodingKeys.state)
      troubled = try field.ifThere(CodingKeys.troubled)
      bytes = try field.ifThere(CodingKeys.bytes)
      pending = try field.ifThere(CodingKeys.pending)
      aside = try field.listIfThere(CodingKeys.aside)
      faults = try field.listIfThere(CodingKeys.faults)
    }
  }
}
