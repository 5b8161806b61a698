import ArgumentParser
import Glibc
import HavenAPI
import HavenConfig
import HavenCore

struct Init: HavenCommand {
  static let configuration = CommandConfiguration(
    commandName: "havenctl init", abstract: "Write a short config, and offer to start Haven.",
    discussion: """
      At a terminal it asks what the options leave out: your name, the children's aliases, the evening's times, and
      whether to start Haven now. Enter takes what stands in brackets. With --yes nothing is asked. A config that is
      there is never overwritten: then the exit code is 1.
      """)

  @Option(help: ArgumentHelp("What you are called on the screen.", valueName: "NAME"))
  var carer: String?

  @Option(
    help: ArgumentHelp(
      "A child's alias, such as an animal, and the age it runs at; again for each child.", valueName: "NAME[:AGE]"))
  var child: [String] = []

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("When tea, bath, story and lights out are, in this order; - for none.", valueName: "TIME"))
  var evening: [String] = []

  @Flag(help: "Ask nothing; start Haven where its service is installed.")
  var yes = false

  @OptionGroup var global: GlobalOptions

  func run(_ context: Context) throws(CommandFailure) -> CommandStatus {
    let directory = try configDirectory(context, global)
    let path = directory + "/" + ConfigurationLoader.mainFile
    guard access(path, F_OK) != 0 else {
      throw CommandFailure(.no, "'\(printable(path))' is there already, and is left as it is", hint: "havenctl edit")
    }
    let asks = context.hasTerminal && !yes && !global.json
    let answers = try StarterQuestions(context: context, asks: asks).answers(carer: carer, child, evening: evening)
    let text = StarterConfiguration.text(for: answers)
    // Nothing is written that would not be read.
    let configuration: Configuration
    do throws(ConfigurationError) {
      configuration = try ConfigurationLoader(directory: directory).load(text: Array(text.utf8), named: path)
    } catch {
      throw CommandFailure(
        .usage, "these answers make no config:\n\(error)", hint: "havenctl init asks for each")
    }
    try writeNewFile(path, text: text)
    let service = StarterService(context: context, isUsualPlace: global.config == nil)
    let isStarted = service.isOffered && (yes || asks && service.isWanted()) && service.start()
    // One that ran already, and waited for a config.
    let isTaken = isStarted || ConfigTaking(of: directory, context, global).isTaken
    let view = Begun(
      path: path, started: isStarted, taken: isTaken, nextCue: nextCue(of: configuration, now: context.now()))
    let now = Stamp(context.now(), in: configuration.zone)
    Printer(context, global).show(view) { _ in
      [
        "wrote \(printable(path))",
        isStarted
          ? "havend runs, and starts at each login"
          : isTaken ? "havend has read it" : "to start it: systemctl --user enable --now havend",
        "to make it yours: havenctl edit",
        nextCueLine(view.nextCue, from: now),
      ]
    }
    return .success
  }

  /// What `init --json` prints.
  private struct Begun: Encodable {
    var version = 1
    var kind = "init"
    var path: String
    var started: Bool
    /// Whether a havend runs on it now.
    var taken: Bool
    var nextCue: Stamp?
  }
}
