import ArgumentParser
import HavenCore

struct PromiseAdd: ActCommand {
  static let configuration = CommandConfiguration(
    commandName: "havenctl promise add", abstract: "Keep a promise in mind.",
    discussion: "Promise what is yours to give. Where it hangs on somebody else, '--on' says on whom.")

  @Argument(help: ArgumentHelp("A short name for it: letters, digits, hyphens.", valueName: "ID"))
  var promise: String

  @Option(help: ArgumentHelp("When: '17:30', 'in 2h', 'tomorrow 17:00', 'Sat 10:00'.", valueName: "WHEN"))
  var due: String

  @Option(
    name: .customLong("on"), help: ArgumentHelp("Whom else it hangs on, in one word: 'nan'.", valueName: "PERSON"))
  var person: String?

  @Option(help: ArgumentHelp("The promise in your own words, from standard input: '--note -'.", valueName: "-"))
  var note: String?

  @OptionGroup var global: GlobalOptions

  private static let nameBytes = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_".utf8)

  /// Its words left out: a script holds nobody's own words.
  func command(_ clock: WallClock) throws(CommandFailure) -> Command {
    // It stands in lists of processes and in the shell's memory: the promise itself comes on standard input.
    guard !promise.isEmpty, promise.utf8.allSatisfy({ PromiseAdd.nameBytes.contains($0) }) else {
      throw CommandFailure(
        .usage, "'\(printable(promise))' is no short name: letters, digits and hyphens",
        hint:
          "havenctl promise add \(slug(of: promise) ?? "kite") --due WHEN --note -, with its words on standard input")
    }
    let moment = try MomentWord(parsing: due)
    return .promiseAdd(id: promise, dueAt: moment.instant(now: clock.now, zone: try clock.zone()), on: person)
  }

  func run(_ context: Context) throws(CommandFailure) -> CommandStatus {
    guard let note else { return try perform(context) }
    let words = try ownLine(note, hint: "havenctl promise add \(printable(promise)) --due WHEN --note -")
    return try perform(context) { command throws(CommandFailure) in
      guard case .promiseAdd(let id, let dueAt, let on, _) = command else { return command }
      return .promiseAdd(id: id, dueAt: dueAt, on: on, note: words)
    }
  }
}
