import ArgumentParser

/// A command's name, its type, and what it looks like when typed. The summary is the type's own abstract.
struct CommandEntry {
  /// One word, or two: `tag out`.
  var name: String
  /// What follows the name: `STEP DURATION`.
  var arguments: String
  var type: any HavenCommand.Type

  init(_ name: String, _ arguments: String, _ type: any HavenCommand.Type) {
    self.name = name
    self.arguments = arguments
    self.type = type
  }

  init(_ name: String, _ type: any HavenCommand.Type) { self.init(name, "", type) }

  var summary: String { type.configuration.abstract }
  var synopsis: String { arguments.isEmpty ? "havenctl \(name)" : "havenctl \(name) \(arguments)" }
}

/// Every command, grouped by what a person wants.
enum CommandTable {
  struct Group {
    var title: String
    var entries: [CommandEntry]
  }

  static let groups: [Group] = [
    Group(
      title: "See how things stand",
      entries: [
        CommandEntry("now", Now.self),
        CommandEntry("next", "[--count N]", Next.self),
        CommandEntry("day", "[DATE]", Day.self),
        CommandEntry("tomorrow", Tomorrow.self),
        CommandEntry("why", "STEP|GOAL", Why.self),
        CommandEntry("watch", "[--plain]", Watch.self),
        CommandEntry("bar", "[--format waybar|i3blocks|polybar|plain] [--follow]", BarCommand.self),
        CommandEntry("events", "[--since WHEN] [--follow]", Events.self),
        CommandEntry("wait", "next-cue|next-step|mode|quiet-end [--timeout DURATION]", Wait.self),
        CommandEntry("status", Status.self),
      ]),
    Group(
      title: "Steer the day",
      entries: [
        CommandEntry("done", "STEP", Done.self),
        CommandEntry("delay", "STEP DURATION", Delay.self),
        CommandEntry("late", "DURATION [--child C]", Late.self),
        CommandEntry("skip", "STEP", Skip.self),
        CommandEntry("swap", "STEP STEP", Swap.self),
        CommandEntry("snooze", "CUE DURATION", Snooze.self),
        CommandEntry("answer", "CUE done|later|not-today|dismiss", AnswerCue.self),
        CommandEntry("retreat", "CHILD on|off", Retreat.self),
        CommandEntry("mode", "[NAME [CHILD]] [--age N] [--until WHEN]", ModeCommand.self),
        CommandEntry("hush", "[DURATION]", Hush.self),
        CommandEntry("unsafe", "on|off", Unsafe.self),
        CommandEntry("undo", Undo.self),
      ]),
    Group(
      title: "Between carers",
      entries: [
        CommandEntry("tag out", "[--for DURATION]", TagOut.self),
        CommandEntry("tag in", TagIn.self),
        CommandEntry("tag answer", "yes|later|no", TagAnswerCommand.self),
        CommandEntry("duty", "[CARER]", Duty.self),
        CommandEntry("handover", "[--calm C]… [--wobbly C]… [--hard C]… [--line -] …", HandoverCommand.self),
      ]),
    Group(
      title: "Calm, and help",
      entries: [
        CommandEntry("breathe", "[SECONDS]", Breathe.self),
        CommandEntry("help-now", HelpNowCommand.self),
        CommandEntry("safe", Safe.self),
        CommandEntry("support", SupportCommand.self),
      ]),
    Group(
      title: "Cards and print",
      entries: [
        CommandEntry("first-then", "CHILD [--big] [--speak-text] [--follow]", FirstThenCommand.self),
        CommandEntry("card", "[TOPIC | --week]", CardCommand.self),
        CommandEntry("leave-card", "[DATE]", LeaveCardCommand.self),
        CommandEntry("care-card", "[--child CHILD] [--date DATE]", CareCardCommand.self),
        CommandEntry("board", "--html FILE [--week WEEK] [--private] [--force]", BoardCommand.self),
      ]),
    Group(
      title: "Record what happened",
      entries: [
        CommandEntry(
          "hard", "[--child C] [--size 1-3] [--settle MIN] [--tag T]… [--helped H]… [--at WHEN] [--note]", Hard.self),
        CommandEntry("hard list", "[--child C] [--count N]", HardList.self),
        CommandEntry("hard edit", "[N|last] [--size 1-3] [--tag T]… [--helped H]… [--note] …", HardEditCommand.self),
        CommandEntry("hard delete", "[N|last]", HardDelete.self),
        CommandEntry("fed", "[CHILD]", Fed.self),
        CommandEntry("drank", "[CHILD]", Drank.self),
        CommandEntry("moved", "[CHILD]", Moved.self),
        CommandEntry("nurture", "[CHILD]", Nurture.self),
        CommandEntry("noticed", "[--note]", Noticed.self),
        CommandEntry("repair", Repair.self),
        CommandEntry("night", "[up|down]", Night.self),
        CommandEntry("boundary held", "NAME", BoundaryHeld.self),
        CommandEntry("balance", "[structure|even|nurture]", BalanceCommand.self),
        CommandEntry("capacity", "[1-5]", Capacity.self),
        CommandEntry("note", "[--child C] [--ofnr]", NoteCommand.self),
        CommandEntry("note list", "[--child C] [--count N]", NoteList.self),
        CommandEntry("note delete", "[N|last]", NoteDelete.self),
        CommandEntry("journal", "[--list | --read | --questions on|off]", JournalCommand.self),
      ]),
    Group(
      title: "Goals, promises, respite",
      entries: [
        CommandEntry("goals", Goals.self),
        CommandEntry("goal", "done|part|not-today|keep|shrink|let-go GOAL [--minutes N]", GoalCommand.self),
        CommandEntry("promise list", PromiseList.self),
        CommandEntry("promise add", "ID --due WHEN [--on PERSON] [--note -]", PromiseAdd.self),
        CommandEntry("promise moved", "ID --due WHEN", PromiseMoved.self),
        CommandEntry("promise kept", "ID", PromiseKept.self),
        CommandEntry("promise repaired", "ID", PromiseRepaired.self),
        CommandEntry("respite", Respite.self),
        CommandEntry("respite book", "LANE FROM/TO", RespiteBook.self),
        CommandEntry("respite took", "LANE DURATION [--on DATE] [--at-home] [--shortened]", RespiteTook.self),
        CommandEntry("respite cancel", "LANE FROM [--by us|sitter|crisis|agency]", RespiteCancel.self),
        CommandEntry("respite forgive", "LANE", RespiteForgive.self),
      ]),
    Group(
      title: "Look back",
      entries: [
        CommandEntry("review", "[--week DATE] [--records FILE]", Review.self),
        CommandEntry("quarter", Quarter.self),
        CommandEntry(
          "try",
          "[STEP --ladder L|--size S|--minutes N|--with RUNG|--without RUNG [--child C] [--days N|--until DATE]]",
          TryCommand.self),
        CommandEntry("try stop", "STEP", TryStop.self),
        CommandEntry("solve", "CHILD", Solve.self),
        CommandEntry("solve list", "[N]", SolveList.self),
        CommandEntry("solve done", "N", SolveDone.self),
        CommandEntry("ask add", "[--for WHOM]", AskAdd.self),
        CommandEntry("ask list", AskList.self),
        CommandEntry("ask done", "N", AskDone.self),
        CommandEntry("reading", ReadingCommand.self),
        CommandEntry("reading done", "ID [--not]", ReadingDone.self),
        CommandEntry("suggestions", "[accept N | dismiss N | undo]", Suggestions.self),
      ]),
    Group(
      title: "What is remembered",
      entries: [
        CommandEntry(
          "export", "[--child C | --meeting C | --ics] [--from DATE] [--to DATE] [--output FILE]", Export.self),
        CommandEntry("purge", "--child C [--yes]", Purge.self),
        CommandEntry("import-ics", "FILE [--id NAME] [--appointments]", ImportICS.self),
        CommandEntry("backup", "FILE", Backup.self),
      ]),
    Group(
      title: "Run Haven",
      entries: [
        CommandEntry("init", "[--carer NAME] [--child NAME[:AGE]]… [--evening TIME]… [--yes]", Init.self),
        CommandEntry("check", "[FILE]", Check.self),
        CommandEntry("edit", "[FILE]", Edit.self),
        CommandEntry("reload", Reload.self),
        CommandEntry("doctor", Doctor.self),
        CommandEntry("simulate", "[--from DATE] [--to DATE] [--script FILE]", Simulate.self),
        CommandEntry("completions", "bash|zsh|fish", Completions.self),
        CommandEntry("version", Version.self),
      ]),
  ]

  /// The entry of a command whose name is these words' first, or first two; nil where there is none.
  static func entry(named first: String, _ second: String?) -> CommandEntry? {
    let both = second.map { "\(first) \($0)" }
    let entries = groups.flatMap(\.entries)
    return entries.first { $0.name == both } ?? entries.first { $0.name == first }
  }

  /// The names whose first word this is: of `tag`, `tag out`, `tag in` and `tag answer`.
  static func names(beginning word: String) -> [String] {
    groups.flatMap(\.entries).map(\.name).filter { $0.hasPrefix(word + " ") }
  }

  static var names: [String] { groups.flatMap(\.entries).map(\.name) }
}
