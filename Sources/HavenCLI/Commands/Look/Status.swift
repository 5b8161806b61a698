import ArgumentParser

struct Status: PlainCommand {
  static let configuration = CommandConfiguration(
    commandName: "havenctl status", abstract: "How havend itself is doing.")

  @OptionGroup var global: GlobalOptions

  static func run(_ context: Context, _ options: PlainOptions) throws(CommandFailure) -> CommandStatus {
    let status = try Daemon(context, options).status()
    Printer(context, options).show(status) { $0.status(status) }
    return .success
  }
}
