import ArgumentParser

struct Completions: HavenCommand {
  static let configuration = CommandConfiguration(
    commandName: "havenctl completions", abstract: "Print what a shell needs to complete havenctl's words.",
    discussion: """
      'make install' and the package put it where bash, zsh and fish look. By hand: source <(havenctl completions bash).
      Steps, goals, promises and cues are asked of havend as you type, and are left out while it does not answer.
      """)

  @Argument(help: ArgumentHelp("bash, zsh or fish.", valueName: "SHELL"))
  var shell: CompletionScript

  @OptionGroup var global: GlobalOptions

  func run(_ context: Context) throws(CommandFailure) -> CommandStatus {
    let script = Script(shell: shell.rawValue, text: shell.text)
    if global.json {
      Printer(context, global).show(script) { _ in [] }
    } else {
      context.output.write(shell.text)
    }
    return .success
  }

  /// What `completions --json` prints.
  private struct Script: Encodable {
    var version = 1
    var kind = "completions"
    var shell: String
    var text: String
  }
}
