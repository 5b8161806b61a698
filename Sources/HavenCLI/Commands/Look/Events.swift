import ArgumentParser
import HavenAPI
import HavenCore

struct Events: HavenCommand {
  static let configuration = CommandConfiguration(
    commandName: "havenctl events", abstract: "What was said, answered and done.",
    discussion: """
      With --json, one object a line. The exit code is 1 where nothing happened. With --follow it goes on through restarts
      of havend, without a gap, and ends when nobody reads it.
      """)

  @Option(
    help: ArgumentHelp("'17:30', 'yesterday 17:00', '2026-03-10 17:00'; midnight where left out.", valueName: "WHEN"))
  var since: String?

  @Flag(name: .shortAndLong, help: "Go on, and print each as it happens.")
  var follow = false

  @OptionGroup var global: GlobalOptions

  func run(_ context: Context) throws(CommandFailure) -> CommandStatus {
    let daemon = Daemon(context, global)
    let start = try since.map { text throws(CommandFailure) in
      let zone = try daemon.zone()
      return Stamp(try MomentWord(parsing: text).instant(.past, now: context.now(), zone: zone), in: zone)
    }
    if follow { return try EventFollow(context: context, global: global).run(since: start) }
    let printer = Printer(context, global)
    let events = try daemon.events(since: start).events
    for event in events { printer.show(event) { $0.event(event) } }
    return events.isEmpty ? .no : .success
  }
}
