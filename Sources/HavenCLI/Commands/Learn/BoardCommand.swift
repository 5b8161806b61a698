import ArgumentParser
import Glibc
import HavenAPI
import HavenCore

struct BoardCommand: HavenCommand {
  static let configuration = CommandConfiguration(
    commandName: "havenctl board", abstract: "One sheet for the wall: today, the week, thirteen weeks.",
    discussion: """
      A page that needs nothing but itself: no network, no script; light or dark as the screen is, and one sheet of A4
      when it is printed. It hangs where children read it, so what was hard for whom, and your own goals, are only in
      it with --private.
      """)

  @Option(
    help: ArgumentHelp("The page to write, for you alone; '-' for standard output.", valueName: "FILE"),
    completion: .file(extensions: ["html"]))
  var html: String

  @Option(help: ArgumentHelp("A date of the week, 'last' or 'Sat'; this week where it is left out.", valueName: "WEEK"))
  var week: String?

  @Flag(
    name: .customLong("private"), help: "With your own goals and each child's hard moments: for a folder, not the wall."
  )
  var isPrivate = false

  @Flag(help: "In place of a page that is there already.")
  var force = false

  @OptionGroup var global: GlobalOptions

  func run(_ context: Context) throws(CommandFailure) -> CommandStatus {
    guard html != "-" || !global.json else {
      throw CommandFailure(
        .usage, "a page and JSON cannot both go to standard output", hint: "havenctl board --html board.html --json")
    }
    let daemon = Daemon(context, global)
    let date = try week.map { text throws(CommandFailure) in try daemon.date(ofWeek: text, now: context.now()) }
    let review = try daemon.review(week: date)
    let page = BoardPage(
      day: try daemon.day(nil), review: review, quarter: try daemon.quarter(), isPrivate: isPrivate,
      isDiscreet: global.discreet, filter: WordFilter(language: context.language)
    ).html
    guard html != "-" else {
      context.output.write(page)
      return .success
    }
    try write(page)
    let view = BoardView(at: review.at, week: review.week.monday, file: html)
    Printer(context, global).show(view) { _ in ["wrote \(printable(html))"] }
    return .success
  }

  /// Whole or not at all: a page in place of another is put there in one go.
  private func write(_ page: String) throws(CommandFailure) {
    let path = force ? "\(html).new" : html
    if force { unlink(path) }
    let file = try FileOutput(path, hint: "give another name, or --force")
    file.write(Array(page.utf8))
    try file.finish()
    guard force, rename(path, html) != 0 else { return }
    let reason = String(cString: strerror(errno))
    unlink(path)
    throw CommandFailure(.internalFault, "'\(printable(html))' cannot be written: \(reason)")
  }
}

/// Where the page went.
struct BoardView: Codable, Equatable {
  var version = 1
  var kind = "board"
  var at: Stamp
  /// The Monday of its week.
  var week: CivilDate
  var file: String
}
