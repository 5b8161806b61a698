import ArgumentParser

struct Reload: HavenCommand {
  static let configuration = CommandConfiguration(
    commandName: "havenctl reload", abstract: "Read the config again.",
    discussion: "A config that is not valid is told of, with exit code 78, and the one that ran goes on.")

  @OptionGroup var global: GlobalOptions

  func run(_ context: Context) throws(CommandFailure) -> CommandStatus {
    let reload = try Daemon(context, global).reload()
    Printer(context, global).show(reload) { $0.reload(reload) }
    return .success
  }
}
