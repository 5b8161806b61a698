import ArgumentParser
import HavenCore

struct Drank: AboutOneChild {
  static let configuration = CommandConfiguration(
    commandName: "havenctl drank", abstract: "A child has drunk.")

  @Argument(help: ArgumentHelp("The child's alias; not needed where there is one.", valueName: "CHILD"))
  var child: String?

  @OptionGroup var global: GlobalOptions

  func command(about child: String) -> Command { .drank(child: child) }
}
