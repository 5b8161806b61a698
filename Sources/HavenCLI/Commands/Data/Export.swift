import ArgumentParser
import HavenAPI
import HavenCore

struct Export: HavenCommand {
  static let configuration = CommandConfiguration(
    commandName: "havenctl export", abstract: "Print what is remembered, or the plan as a calendar.",
    discussion: """
      With --child everything about that child, by date, and nobody else's. With --meeting counts and neutral notes for
      a review meeting, the last thirteen weeks where no dates are given, without any carer's name. Without either, all
      of the household's record as JSON, one object a line. It is not your official log. The exit code is 1 where
      nothing is remembered. With --ics the plan of the next four weeks instead, as a calendar file with an alarm for
      each warning, for a phone or another program.
      """)

  @Option(help: ArgumentHelp("Whose record.", valueName: "C"))
  var child: String?

  @Option(help: ArgumentHelp("Whose counts, for a meeting.", valueName: "C"))
  var meeting: String?

  @Flag(help: "The plan as an iCalendar file, with alarms; with --as that carer's alarms and appointments.")
  var ics = false

  @Option(help: ArgumentHelp("The first date.", valueName: "DATE"))
  var from: String?

  @Option(help: ArgumentHelp("The last date, included.", valueName: "DATE"))
  var to: String?

  @Option(
    help: ArgumentHelp("Into this file, which must not be there yet; for you alone.", valueName: "FILE"),
    completion: .file())
  var output: String?

  @OptionGroup var global: GlobalOptions

  func run(_ context: Context) throws(CommandFailure) -> CommandStatus {
    guard child == nil || meeting == nil else {
      throw CommandFailure(.usage, "'--child' and '--meeting' are two different exports", hint: "give one of them")
    }
    if ics { return try plan(context) }
    let daemon = Daemon(context, global)
    let span = try RecordSpan(
      from: from, to: to, isMeeting: meeting != nil, zone: try daemon.zone(), now: context.now())
    let file = try output.map { path throws(CommandFailure) in try FileOutput(path) }
    var target = context
    if let file { target.output = file.output }
    let count = try export(daemon, span, target)
    target.output.flush()
    try file?.finish()
    if let output, file != nil { context.output.line("wrote \(printable(output))") }
    return count == 0 ? .no : .success
  }

  private func plan(_ context: Context) throws(CommandFailure) -> CommandStatus {
    guard child == nil, meeting == nil else {
      throw CommandFailure(
        .usage, "'--ics' is the plan, and has nothing of one child's record",
        hint: "leave '--child' and '--meeting' out")
    }
    let made = try PlanExport(context: context, global: global).made(from: from, to: to)
    guard let output else {
      if global.json {
        Printer(context, global).show(made) { _ in [] }
      } else if context.output.isTerminal {
        context.output.line(contentsOf: made.ics.split(separator: "\r\n").map(String.init))
      } else {
        context.output.write(Array(made.ics.utf8))
      }
      return made.events == 0 ? .no : .success
    }
    let file = try FileOutput(output)
    file.write(Array(made.ics.utf8))
    try file.finish()
    Printer(context, global).show(made) { _ in
      ["wrote \(printable(output)): \(made.events) events, \(made.from) to \(made.to)"]
    }
    return made.events == 0 ? .no : .success
  }

  /// - Returns: how many things were remembered.
  private func export(_ daemon: Daemon, _ span: RecordSpan, _ context: Context) throws(CommandFailure) -> Int {
    var count = 0
    let request = ExportRequest(
      child: child ?? meeting, meeting: meeting == nil ? nil : true, since: span.since, until: span.until)
    if let meeting {
      var summary = MeetingSummary(child: meeting, from: span.from ?? span.to, to: span.to)
      try daemon.export(request) { piece in
        count += piece.records.count { $0.what != .week || $0.hard ?? 0 > 0 }
        for record in piece.records { summary.add(record) }
      }
      Printer(context, global).show(summary.view) { $0.meeting(summary) }
      return count
    }
    var page = RecordPage(style: Style(context, global), child: child ?? "")
    let isJSON = global.json || child == nil
    if !isJSON { context.output.line(contentsOf: page.heading(span)) }
    try daemon.export(request) { piece in
      count += piece.records.count
      for record in piece.records {
        if isJSON {
          context.output.line((try? JSON.text(record)) ?? "{}")  // strings, numbers and booleans always have JSON
        } else {
          context.output.line(contentsOf: page.lines(record))
        }
      }
    }
    if count == 0, !isJSON { context.output.line("nothing is remembered") }
    return count
  }
}

extension Output {
  fileprivate func line(contentsOf lines: [String]) {
    for text in lines { line(text) }
  }
}
