import ArgumentParser
import Glibc
import HavenCore

struct Breathe: HavenCommand {
  static let configuration = CommandConfiguration(
    commandName: "havenctl breathe", abstract: "A minute of slow breathing, silent: in four, out six.",
    discussion: "Any key stops. Where the output is no terminal the pacing is printed at once. No daemon is asked.")

  @Argument(help: ArgumentHelp("About how many seconds, 10 to 600.", valueName: "SECONDS"))
  var seconds = Breath.usual

  @OptionGroup var global: GlobalOptions

  func run(_ context: Context) throws(CommandFailure) -> CommandStatus {
    guard Breath.allowed.contains(seconds) else {
      throw CommandFailure(
        .usage, "'\(seconds)' is not from \(Breath.allowed.lowerBound) to \(Breath.allowed.upperBound) seconds",
        hint: "havenctl breathe 60")
    }
    let breath = Breath(seconds: seconds)
    guard context.output.isTerminal, !global.json, let screen = LiveScreen() else {
      Printer(context, global).show(Pacing(seconds: breath.seconds, breaths: breath.count)) { $0.pacing(breath) }
      return .success
    }
    let start = Process.milliseconds()
    let style = Style(context, global)
    let end = screen.show { columns, rows in
      breath.moment(at: Process.milliseconds() - start).map { moment in
        .init(lines: BreathFrame(moment, style: style).lines(columns: columns, rows: rows), milliseconds: 100)
      }
    }
    if end == .over { context.output.line("There. A drink of water, perhaps.") }
    return .success
  }

  /// What `breathe --json` prints.
  private struct Pacing: Encodable {
    var version = 1
    var kind = "breathe"
    var seconds: Int
    var breaths: Int
    var inhale = Breath.inhale
    var exhale = Breath.exhale
  }
}
