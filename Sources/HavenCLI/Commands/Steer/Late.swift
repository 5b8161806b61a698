import ArgumentParser
import HavenCore

struct Late: ActCommand {
  static let configuration = CommandConfiguration(
    commandName: "havenctl late", abstract: "Say that you are running late, and let the day give way.",
    discussion: """
      Optional steps that have not begun are left out, from the end; others move by what remains; a fixed step stays,
      and you are told. Nobody's minutes are squeezed. One 'havenctl undo' takes all of it back.
      """)

  @Argument(help: ArgumentHelp("How late, in whole minutes: '10m', '1h30m'.", valueName: "DURATION"))
  var duration: String

  @Option(help: ArgumentHelp("The child who is late; everybody where it is left out.", valueName: "C"))
  var child: String?

  @OptionGroup var global: GlobalOptions

  func command(_ clock: WallClock) throws(CommandFailure) -> Command {
    .late(minutes: try minutes(duration), child: child)
  }
}
