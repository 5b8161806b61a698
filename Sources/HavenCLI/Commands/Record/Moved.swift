import ArgumentParser
import HavenCore

struct Moved: AboutOneChild {
  static let configuration = CommandConfiguration(
    commandName: "havenctl moved", abstract: "A child has moved about.")

  @Argument(help: ArgumentHelp("The child's alias; not needed where there is one.", valueName: "CHILD"))
  var child: String?

  @OptionGroup var global: GlobalOptions

  func command(about child: String) -> Command { .moved(child: child) }
}
