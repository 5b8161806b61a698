import ArgumentParser
import HavenConfig

struct Init: HavenCommand {
  static let configuration = CommandConfiguration(
    commandName: "havenctl init", abstract: "Write a short config to begin with, and say what to do next.",
    discussion: "A config that is there is never overwritten: then the exit code is 1.")

  @OptionGroup var global: GlobalOptions

  func run(_ context: Context) throws(CommandFailure) -> CommandStatus {
    let directory = try configDirectory(context, global)
    let path = directory + "/" + ConfigurationLoader.mainFile
    try writeNewFile(path, text: StarterConfiguration.text)
    Printer(context, global).show(Begun(path: path)) { _ in
      [
        "wrote \(printable(path))", "next: change names and times to yours, then 'havenctl check'",
        "then: systemctl --user enable --now havend",
      ]
    }
    return .success
  }

  /// What `init --json` prints.
  private struct Begun: Encodable {
    var version = 1
    var kind = "init"
    var path: String
  }
}
