import ArgumentParser
import HavenAPI

struct Next: PlainCommand {
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
    return try Next.run(context, global.plain, count: count)
  }

  static func run(_ context: Context, _ options: PlainOptions) throws(CommandFailure) -> CommandStatus {
    try run(context, options, count: nil)
  }

  /// - Parameter count: nil for as many as is usual.
  private static func run(
    _ context: Context, _ options: PlainOptions, count: Int?
  ) throws(CommandFailure) -> CommandStatus {
    let next = try Daemon(context, options).next(count: count)
    Printer(context, options).show(next) { $0.next(next) }
    return next.items.isEmpty ? .no : .success
  }
}
