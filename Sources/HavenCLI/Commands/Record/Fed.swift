import ArgumentParser
import HavenCore

struct Fed: AboutOneChild {
  static let configuration = CommandConfiguration(
    commandName: "havenctl fed", abstract: "A child has eaten.")

  @Argument(help: ArgumentHelp("The child's alias; not needed where there is one.", valueName: "CHILD"))
  var child: String?

  @OptionGroup var global: GlobalOptions

  func command(about child: String) -> Command { .fed(child: child) }
}
