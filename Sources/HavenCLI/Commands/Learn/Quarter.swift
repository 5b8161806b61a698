import ArgumentParser
import HavenCore

struct Quarter: HavenCommand {
  static let configuration = CommandConfiguration(
    commandName: "havenctl quarter",
    abstract: "Thirteen weeks beside the thirteen before, in words.",
    discussion: "Medians of whole weeks. Under four weeks that say something, nothing is said.")

  @OptionGroup var global: GlobalOptions

  func run(_ context: Context) throws(CommandFailure) -> CommandStatus {
    let view = try Daemon(context, global).quarter()
    Printer(context, global).show(view) { $0.quarter(view) }
    return .success
  }
}
