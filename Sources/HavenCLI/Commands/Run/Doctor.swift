import ArgumentParser

struct Doctor: HavenCommand {
  static let configuration = CommandConfiguration(
    commandName: "havenctl doctor", abstract: "Look everything over, and say what there is to do.",
    discussion: """
      The session bus, the notification server and what it can, the clock, the zone, the service, the socket, the
      database, permissions, the config, the disk, and what carries folders away. It works with havend down, and then
      says how to start it. The exit code is 1 where there is something to do.
      """)

  @OptionGroup var global: GlobalOptions

  func run(_ context: Context) throws(CommandFailure) -> CommandStatus {
    let checkup = Checkup(CheckupFacts(context, global))
    Printer(context, global).show(checkup) { $0.checkup(checkup) }
    return checkup.well ? .success : .no
  }
}
