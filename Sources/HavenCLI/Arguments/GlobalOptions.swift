import ArgumentParser
import HavenCore

/// What every command takes, before its name or behind it.
struct GlobalOptions: ParsableArguments {
  @Flag(help: "Print JSON: one object, or one a line where it streams.")
  var json = false

  @Option(help: ArgumentHelp("Where the config is.", valueName: "DIR"), completion: .directory)
  var config: String?

  @Option(help: ArgumentHelp("Where havend listens.", valueName: "PATH"), completion: .file())
  var socket: String?

  @Option(name: .customLong("as"), help: ArgumentHelp("Who you are, where a login is shared.", valueName: "CARER"))
  var carer: String?

  @Flag(help: "No child's name and no step's words on the screen.")
  var discreet = false

  @Option(help: ArgumentHelp("auto, always or never.", valueName: "WHEN"))
  var color: ColorChoice = .auto

  enum ColorChoice: String, CaseIterable, ExpressibleByArgument {
    case auto, always, never
  }

  /// Those of these options that take a value of their own, when it is not behind a `=`.
  static let namesWithValue = ["--config", "--socket", "--as", "--color"]
}
