import ArgumentParser

struct Status: HavenCommand {
  static let configuration = CommandConfiguration(
    commandName: "havenctl status", abstract: "How havend itself is doing.")

  @OptionGroup var global: GlobalOptions

  func run(_ context: Context) throws(CommandFailure) -> CommandStatus {
    let status = try Daemon(context, global).status()
    Printer(context, global).show(status) { $0.status(status) }
    return .success
  }
}
