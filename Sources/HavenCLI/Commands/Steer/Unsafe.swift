import ArgumentParser
import HavenCore

struct Unsafe: ActCommand {
  static let configuration = CommandConfiguration(
    commandName: "havenctl unsafe", abstract: "Switch everything off but help-now and safe, and on again.")

  @Argument(help: ArgumentHelp("Whether it is unsafe.", valueName: "on|off"))
  var state: Switch

  @OptionGroup var global: GlobalOptions

  func command(_ clock: WallClock) throws(CommandFailure) -> Command { .unsafe(on: state == .on) }
}
