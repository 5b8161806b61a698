import ArgumentParser

struct Respite: HavenCommand {
  static let configuration = CommandConfiguration(
    commandName: "havenctl respite", abstract: "Time off: what was had, whose turn it is, what is booked.",
    discussion: "The figures are those of 'review'. Each booking has what to see to before it.")

  @OptionGroup var global: GlobalOptions

  func run(_ context: Context) throws(CommandFailure) -> CommandStatus {
    let respite = try Daemon(context, global).respite()
    Printer(context, global).show(respite) { $0.respite(respite) }
    return .success
  }
}
