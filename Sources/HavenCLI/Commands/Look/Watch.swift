import ArgumentParser

struct Watch: HavenCommand {
  static let configuration = CommandConfiguration(
    commandName: "havenctl watch", abstract: "A live view of now, which counts down.",
    discussion: """
      Keys: d the next step is under way, + five minutes later, z the last warning again in five minutes, s not today,
      u undo, up and down choose the step, ? explains the keys, q leaves. Where the output is no terminal, or with
      --plain or --json, each change is a line of its own.
      """)

  @Flag(help: "No live screen: a line a change.")
  var plain = false

  @OptionGroup var global: GlobalOptions

  func run(_ context: Context) throws(CommandFailure) -> CommandStatus {
    guard !plain, !global.json, let screen = LiveScreen() else {
      return try WatchLines(context: context, global: global).run()
    }
    return try WatchLoop(context, global).run(on: screen)
  }
}
