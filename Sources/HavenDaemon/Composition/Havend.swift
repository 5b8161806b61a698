import Glibc
import HavenAPI
import HavenConfig
import HavenCore
import HavenDesktop
import HavenStore
import Logging

/// havend from its command line to its exit code.
public enum Havend {
  /// The program: its own command line in, its exit code out.
  public static func main() -> Never { exit(run(Array(CommandLine.arguments.dropFirst()))) }

  /// Runs until a signal ends it, or says why it cannot.
  ///
  /// - Parameter words: the command line, the program's name left out.
  /// - Returns: the exit code.
  static func run(_ words: [String]) -> Int32 {
    do {
      let options = try DaemonOptions(words)
      switch options.action {
      case .version: print("havend \(havenVersion)")
      case .help: print(DaemonOptions.help)
      case .check: return check(try Places.config(options))
      case .demo: return try LoopActor.assumeIsolated { try Demo.run(options) }
      case .run: return try LoopActor.assumeIsolated { try run(options, places: Places(options)) }
      }
      return 0
    } catch {
      return complain(error)
    }
  }

  /// The config in words, without running anything.
  private static func check(_ config: String) -> Int32 {
    do throws(ConfigurationError) {
      let configuration = try ConfigurationLoader(directory: config).load()
      for warning in configuration.warnings { print(String(unsteered: "\(warning)")) }
      return 0
    } catch {
      return complain(error)
    }
  }

  @LoopActor
  static func run(_ options: DaemonOptions, places: Places, whenReady: () -> Void = {}) throws -> Int32 {
    PrivateMemory.keep()
    umask(0o077)  // what we write is ours alone
    signal(SIGPIPE, SIG_IGN)

    let logger = Logger(label: "havend") { SystemLog(label: $0) }
    // Before the config is read: what is saved from then on is not missed.
    let configWatch = try ConfigWatch(directory: places.config)
    let configuration = try loadAtStart(places)
    // The ledger first: its lock is what names the havend that is running already.
    let ledger = try BufferedLedger(directory: places.state, now: .now)
    let socket = try listeningSocket(places)
    do {
      tell(of: ledger, logger)
      let daemon = try Daemon(
        options: options, places: places, ledger: ledger, notifier: notifier(options, places), session: SessionWatch(),
        logger: logger)
      daemon.configuration = configuration
      daemon.configWatch = configWatch
      if configuration == nil { logger.notice("no config in '\(places.config)' yet: havenctl init") }
      try daemon.start(socket)
      whenReady()
      let code = try EventLoop.main.run()
      withExtendedLifetime(daemon) {}
      return code
    } catch {
      socket.close()
      throw error
    }
  }

  /// Nil where there is none yet. A faulty one at the start is an error: there is no older one to go on with.
  private static func loadAtStart(_ places: Places) throws(ConfigurationError) -> Configuration? {
    do throws(ConfigurationError) {
      return try ConfigurationLoader(directory: places.config).load()
    } catch {
      if case .missing = error { return nil }
      throw error
    }
  }

  /// One handed over by systemd wins.
  private static func listeningSocket(_ places: Places) throws(ListeningSocket.Fault) -> ListeningSocket {
    let supervisor = Supervisor()
    for (descriptor, _) in supervisor.takeDescriptors() where supervisor.isListeningSocket(descriptor) {
      return ListeningSocket(handedOver: descriptor, path: places.socket)
    }
    return try ListeningSocket(path: places.socket)
  }

  @LoopActor
  private static func notifier(_ options: DaemonOptions, _ places: Places) throws -> any Notifier {
    switch options.notifier {
    case .desktop: DesktopNotifier(memory: BubbleMemory(places.socket + ".bubbles"))
    case .terminal:
      TerminalNotifier(time: { "\(systemZone().civil(at: .now).time)" })
    }
  }

  private static func tell(of ledger: BufferedLedger, _ logger: Logger) {
    if let aside = ledger.recoveredFrom {
      logger.error("the ledger was damaged; it is kept at '\(aside)', and a new one is begun")
    }
    if let trouble = ledger.trouble {
      logger.error("\(trouble.message); going on from memory. \(trouble.hint)")
    }
  }

  /// `havend: what failed` and `hint: what to do`, on stderr, with the exit code for it.
  static func complain(_ error: any Error) -> Int32 {
    func say(_ text: String, hint: String?, code: Int32) -> Int32 {
      var lines = "havend: \(text)\n"
      if let hint { lines += "hint: \(hint)\n" }
      // A path or an option may hold anything.
      lines = String(unsteered: lines, keepingLines: true)
      fflush(nil)
      _ = lines.withCString { write(STDERR_FILENO, $0, strlen($0)) }
      return code
    }
    switch error {
    case let error as DaemonOptions.UsageError: return say(error.text, hint: "havend --help", code: ExitCode.usage)
    case let error as Places.Unnamed: return say(error.text, hint: error.hint, code: ExitCode.usage)
    case let error as ListeningSocket.Fault:
      switch error {
      case .pathTooLong: return say(error.text, hint: error.hint, code: ExitCode.usage)
      case .taken: return say(error.text, hint: error.hint, code: ExitCode.unavailable)
      case .failed: return say(error.text, hint: error.hint, code: ExitCode.fault)
      }
    case let error as StoreError: return say(error.message, hint: error.hint, code: exitCode(for: error))
    case let error as ConfigurationError: return say("\(error)", hint: error.hint, code: ExitCode.config)
    default: return say("\(error)", hint: nil, code: ExitCode.fault)
    }
  }

  private static func exitCode(for error: StoreError) -> Int32 {
    switch error {
    case .busy: ExitCode.unavailable
    case .notPrivate: ExitCode.notPermitted
    default: ExitCode.fault
    }
  }
}
