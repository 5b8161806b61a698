import ArgumentParser

struct Undo: HavenCommand {
  static let configuration = CommandConfiguration(
    commandName: "havenctl undo", abstract: "Take back the last thing you did, up to ten minutes ago.")

  @OptionGroup var global: GlobalOptions

  func run(_ context: Context) throws(CommandFailure) -> CommandStatus {
    let act = try Daemon(context, global).undo()
    Printer(context, global).show(act) { $0.act(act) }
    return .success
  }
}
