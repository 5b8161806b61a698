import ArgumentParser
import HavenAPI
import HavenCore

struct Events: HavenCommand {
  static let configuration = CommandConfiguration(
    commandName: "havenctl events", abstract: "What was said, answered and done.",
    discussion: "With --json, one object a line. The exit code is 1 where nothing happened.")

  @Option(
    help: ArgumentHelp("'17:30', 'yesterday 17:00', '2026-03-10 17:00'; midnight where left out.", valueName: "WHEN"))
  var since: String?

  @Flag(name: .shortAndLong, help: "Go on, and print each as it happens.")
  var follow = false

  @OptionGroup var global: GlobalOptions

  func run(_ context: Context) throws(CommandFailure) -> CommandStatus {
    let daemon = Daemon(context, global)
    let printer = Printer(context, global)
    let start = try since.map { text throws(CommandFailure) in
      let zone = try daemon.zone()
      return Stamp(try MomentWord(parsing: text).instant(.past, now: context.now(), zone: zone), in: zone)
    }
    // The watch begins before the list is asked for, so that nothing falls between the two.
    let watch = Daemon(context, global)
    if follow { try watch.monitor() }
    let events = try daemon.events(since: start).events
    for event in events { printer.show(event) { $0.event(event) } }
    guard follow else { return events.isEmpty ? .no : .success }
    while true {
      context.output.flush()
      guard let event = try watch.nextChange().event else { continue }
      // What happened between the two questions is in both answers.
      if events.contains(where: { $0.isSame(as: event) }) { continue }
      printer.show(event) { $0.event(event) }
    }
  }
}

extension EventView {
  /// The same happening, however it was counted.
  fileprivate func isSame(as other: EventView) -> Bool {
    var other = other
    other.sequence = sequence
    return self == other
  }
}
