import ArgumentParser
import HavenAPI

struct BarCommand: HavenCommand {
  static let configuration = CommandConfiguration(
    commandName: "havenctl bar", abstract: "What is next, in a line for a status bar.",
    discussion: """
      It says no more than any screen of the household may carry just now. With --follow it prints a line whenever it
      changes, waits for a havend that is not there, and ends when nobody reads it.
      """)

  @Option(help: ArgumentHelp("waybar, i3blocks, polybar or plain.", valueName: "BAR"))
  var format: BarFormat = .plain

  @Flag(name: .shortAndLong, help: "Go on, and print a line whenever it changes.")
  var follow = false

  @OptionGroup var global: GlobalOptions

  func run(_ context: Context) throws(CommandFailure) -> CommandStatus {
    if follow { return try BarFollow(context: context, global: global, format: format).run() }
    let view: BarView
    do throws(CommandFailure) {
      view = try Daemon(context, global).bar()
    } catch {
      // A bar shows what it is given, whatever the exit code.
      switch error.status {
      case _ where global.json: break
      case .unavailable: context.output.line(format.line(.down()))
      case .configInvalid: context.output.line(format.line(.down(because: error)))
      default: break
      }
      throw error
    }
    let bar = BarText(view, now: context.now(), isDiscreet: global.discreet)
    Printer(context, global).show(view) { _ in [format.line(bar)] }
    return .success
  }
}
