import ArgumentParser
import HavenAPI
import HavenConfig
import HavenCore

struct Purge: HavenCommand {
  static let configuration = CommandConfiguration(
    commandName: "havenctl purge", abstract: "Erase a child from all that Haven keeps.",
    discussion: """
      First it shows what will go: how much of the record, which copies, and each line of the config. Then it asks you
      to type the alias. What other programs copied elsewhere, it cannot reach. The exit code is 1 where nothing is
      known of the child, or where you do not type the alias.
      """)

  @Option(help: ArgumentHelp("The alias, whole.", valueName: "C"))
  var child: String

  @Flag(help: "Do not ask.")
  var yes = false

  @OptionGroup var global: GlobalOptions

  func run(_ context: Context) throws(CommandFailure) -> CommandStatus {
    let daemon = Daemon(context, global)
    let ahead = try daemon.purge(child, isConfirmed: false)
    let removal = try removal(daemon, context)
    let render = PurgeText(child: child)
    let told = global.json ? context.errors : context.output
    guard !ahead.records.isEmpty || ahead.inConfig || !removal.lines.isEmpty else {
      throw CommandFailure(.no, "nothing is known of '\(printable(child))'")
    }
    for line in render.ahead(ahead, removal) { told.line(line) }
    told.flush()
    if !yes {
      told.write("\nType \(printable(child)) to erase it: ")
      told.flush()
      guard context.input()?.split(separator: " ").joined(separator: " ") == child else {
        throw CommandFailure(.no, "that is not the alias; nothing was erased")
      }
    }
    // The config first: a child that is still in it would be written down again at the next warning.
    let faults = try change(removal)
    if faults.isEmpty, removal.changesFiles { _ = try daemon.reload() }
    var view = try daemon.purge(child, isConfirmed: true)
    view.left += deleteFiles(ahead.backups)
    Printer(context, global).show(view) { _ in render.done(view, removal, faults) }
    return .success
  }

  private func removal(_ daemon: Daemon, _ context: Context) throws(CommandFailure) -> ChildRemoval {
    let directory: String
    if let config = global.config { directory = config } else { directory = try daemon.status().config.directory }
    do throws(ConfigurationError) {
      let others = (try? ConfigurationLoader(directory: directory).load())?.household.children.map(\.id) ?? []
      return try ChildRemoval(child, others: others, directory: directory)
    } catch {
      throw CommandFailure(error)
    }
  }

  /// - Returns: why the config cannot be changed, where it would not be sound: then it is as it was.
  private func change(_ removal: ChildRemoval) throws(CommandFailure) -> [String] {
    do throws(ConfigurationError) {
      try removal.apply()
      return []
    } catch {
      guard case .invalid(let findings) = error else { throw CommandFailure(error) }
      return findings.filter { $0.severity == .error }.map { "\($0)" }
    }
  }
}
