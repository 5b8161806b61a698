import ArgumentParser
import HavenAPI

struct Version: PlainCommand {
  static let configuration = CommandConfiguration(
    commandName: "havenctl version", abstract: "Which version of Haven this is.")

  @OptionGroup var global: GlobalOptions

  static func run(_ context: Context, _ options: PlainOptions) throws(CommandFailure) -> CommandStatus {
    let version = VersionView(program: havenVersion)
    Printer(context, options).show(version) { _ in ["havenctl \(version.program)"] }
    return .success
  }
}
