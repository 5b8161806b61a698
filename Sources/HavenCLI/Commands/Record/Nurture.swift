import ArgumentParser
import HavenCore

struct Nurture: AboutOneChild {
  static let configuration = CommandConfiguration(
    commandName: "havenctl nurture", abstract: "A small dose of nurture was offered. Refused still counts.")

  @Argument(help: ArgumentHelp("The child's alias; not needed where there is one.", valueName: "CHILD"))
  var child: String?

  @OptionGroup var global: GlobalOptions

  func command(about child: String) -> Command { .nurture(child: child) }
}
