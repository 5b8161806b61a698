import ArgumentParser
import HavenAPI

struct Version: HavenCommand {
  static let configuration = CommandConfiguration(
    commandName: "havenctl version", abstract: "Which version of Haven this is.")

  @OptionGroup var global: GlobalOptions

  func run(_ context: Context) throws(CommandFailure) -> CommandStatus {
    let version = VersionView(program: havenVersion)
    Printer(context, global).show(version) { _ in ["havenctl \(version.program)"] }
    return .success
  }
}
