import ArgumentParser

struct PromiseList: HavenCommand {
  static let configuration = CommandConfiguration(
    commandName: "havenctl promise list", abstract: "What was promised, what is open first.",
    discussion: "The return of every booking is among them. Closed ones are told for four weeks.")

  @OptionGroup var global: GlobalOptions

  func run(_ context: Context) throws(CommandFailure) -> CommandStatus {
    let promises = try Daemon(context, global).promises()
    Printer(context, global).show(promises) { $0.promises(promises) }
    return .success
  }
}
