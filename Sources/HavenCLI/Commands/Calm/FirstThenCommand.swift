import ArgumentParser
import Glibc
import HavenAPI
import HavenCore

struct FirstThenCommand: HavenCommand {
  static let configuration = CommandConfiguration(
    commandName: "havenctl first-then", abstract: "Now and next for a child, with a bar that shrinks.",
    discussion: """
      From the day as it stands; without a daemon, as it is written. Under a working age of six, and on a soft day, the bar
      has no number. What is not certain is not said: a step tagged 'optional', or one whose own carer is not on duty then.
      """)

  @Argument(help: ArgumentHelp("A child's alias, or a prefix of it.", valueName: "CHILD"))
  var child: String

  @Flag(help: "Large letters, for a screen across the room.")
  var big = false

  @Flag(help: "Whole sentences, for a program that speaks.")
  var speakText = false

  @Flag(name: .shortAndLong, help: "Stay, and draw anew as the bar shrinks, until the change. Any key leaves.")
  var follow = false

  @OptionGroup var global: GlobalOptions

  func run(_ context: Context) throws(CommandFailure) -> CommandStatus {
    let source = try FirstThenSource(context, global, child: child)
    let printer = Printer(context, global)
    guard follow else {
      show(source.now(), printer)
      return .success
    }
    FirstThenFollow(source: source, style: Style(context, global), isBig: big).run(
      on: context.output.isTerminal && !global.json && !speakText ? LiveScreen() : nil,
      listeningTo: try? monitor(context)
    ) {
      show($0, printer)
      context.output.flush()
    }
    return .success
  }

  private func show(_ view: FirstThen, _ printer: Printer) {
    printer.show(Answer(view, isDiscreet: global.discreet)) { text in
      speakText ? [printable(view.spoken)] : big ? text.bigFirstThen(view) : text.firstThen(view)
    }
  }

  /// The daemon's own word that something changed; nothing where no daemon is there.
  private func monitor(_ context: Context) throws(CommandFailure) -> UnixSocket? {
    guard global.config == nil else { return nil }
    let socket = try UnixSocket(connectingTo: try socketPath(context, global))
    try socket.send(try Daemon.monitorCall(global).message)
    return socket
  }

  /// What `first-then --json` prints; with `--follow` a line whenever the bar loses a block.
  private struct Answer: Encodable {
    var version = 1
    var kind = "first-then"
    var child: ChildID?
    var first: String
    @ExplicitNull var then: String?
    /// When it is certain, where it is not yet.
    var sureAt: Stamp?
    var afterThat: String?
    var blocks: Int?
    var of: Int?
    var secondsLeft: Int?
    var moved: Bool

    init(_ view: FirstThen, isDiscreet: Bool) {
      child = isDiscreet ? nil : view.child
      first = view.first
      if case .step(let step) = view.then { then = step }
      if case .notSure(let at) = view.then { sureAt = at }
      afterThat = view.afterThat
      blocks = view.bar?.filled
      of = view.bar.map { _ in FirstThen.Bar.blocks }
      secondsLeft = view.bar?.secondsLeft
      moved = view.isMoved
    }
  }
}
