import ArgumentParser
import HavenAPI

struct Next: HavenCommand {
  static let configuration = CommandConfiguration(
    commandName: "havenctl next", abstract: "The steps and cues to come.",
    discussion: "The exit code is 1 where nothing is to come.")

  @Option(help: ArgumentHelp("How many, 1 to 50.", valueName: "N"))
  var count = NextView.usual

  @OptionGroup var global: GlobalOptions

  func run(_ context: Context) throws(CommandFailure) -> CommandStatus {
    guard (1...NextView.most).contains(count) else {
      throw CommandFailure(.usage, "'\(count)' is not from 1 to \(NextView.most)", hint: "havenctl next --count 5")
    }
    let next = try Daemon(context, global).next(count: count)
    Printer(context, global).show(next) { $0.next(next) }
    return next.items.isEmpty ? .no : .success
  }
}
