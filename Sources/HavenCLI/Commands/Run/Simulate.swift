import ArgumentParser
import HavenAPI
import HavenConfig
import HavenCore

struct Simulate: HavenCommand {
  static let configuration = CommandConfiguration(
    commandName: "havenctl simulate", abstract: "Play days ahead of time, and print what would be shown.",
    discussion: """
      The same engine as havend's runs on a virtual clock, with nothing on the desktop and an empty ledger. A script has one line a moment: a command, or '!suspend 17:08 17:14', '!crash',
      '!clock +2h', '!lock'…
      """)

  @Option(help: ArgumentHelp("A date, 'tomorrow', or '2026-03-10T17:00'; today where left out.", valueName: "DATE"))
  var from: String?

  @Option(
    help: ArgumentHelp(
      "A date, which is included, or a moment, which is not; the date of --from where left out.",
      valueName: "DATE"))
  var to: String?

  @Option(help: ArgumentHelp("What happens meanwhile; '-' for standard input.", valueName: "FILE"), completion: .file())
  var script: String?

  @OptionGroup var global: GlobalOptions

  func run(_ context: Context) throws(CommandFailure) -> CommandStatus {
    let simulation = try Simulation(
      directory: try configDirectory(context, global), from: from, to: to, now: context.now())
    let entries = try script.map { path throws(CommandFailure) in try simulation.script(path) } ?? []
    let printer = Printer(context, global)
    try simulation.run(entries, script: script ?? "", language: context.language) { line in
      printer.show(line) { $0.line(line) }
    }
    return .success
  }
}
