import ArgumentParser
import HavenAPI

struct HardList: HavenCommand {
  static let configuration = CommandConfiguration(
    commandName: "havenctl hard list", abstract: "The hard moments that are kept, the latest first.")

  @Option(help: ArgumentHelp("Whose.", valueName: "C"))
  var child: String?

  @Option(help: ArgumentHelp("How many at most.", valueName: "N"))
  var count = 10

  @OptionGroup var global: GlobalOptions

  func run(_ context: Context) throws(CommandFailure) -> CommandStatus {
    guard (1...HardListView.most).contains(count) else {
      throw CommandFailure(.usage, "'\(count)' is not from 1 to \(HardListView.most)")
    }
    let list = try Daemon(context, global).hardMoments(child: child, count: count)
    Printer(context, global).show(list) { $0.hardMoments(list) }
    return list.moments.isEmpty ? .no : .success
  }
}
