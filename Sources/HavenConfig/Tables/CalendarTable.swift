import HavenCore

/// `[[calendar]]`
enum CalendarTable {
  struct Model: NewlyWritten {
    var id = ""
    var from: CivilDate?
    var to: CivilDate?
    var dates: [CivilDate]?
    var ics: Located<String>?
    var only: [String] = []
    var eventLabel: String?
    /// What the file named by `ics` says, once read.
    var events: [CalendarEvent] = []
  }

  static let table = Table<Model>(
    "calendar", .list, "A named set of dates: `from` and `to`, or `dates`, or an `ics` file.",
    [
      Key("id", .id(example: "spring-break"), .required, "how kinds of day name this calendar") { $0.id = $1 },
      Key("from", .date, .words("none"), "the first date", example: "\"2026-03-16\"") { $0.from = $1 },
      Key("to", .date, .words("none"), "the last date, included", example: "\"2026-03-20\"") { $0.to = $1 },
      Key(
        "dates", .list(of: .date), .words("none"), "the dates one by one",
        example: "[\"2026-05-22\", \"2026-07-20\"]"
      ) { $0.dates = $1 },
      Key(
        "ics", .located(.text("file name", most: 1000, example: "\"teacher-days.ics\"")), .words("none"),
        "an iCalendar file, found from the folder of haven.toml, or a folder of them as vdirsyncer keeps one; every date "
          + "that one of its events touches is in the calendar"
      ) { $0.ics = $1 },
      Key(
        "only", .list(of: .text("text", most: 60)), .words("all"),
        "of an `ics` file, the events alone that have one of these words in their name or category",
        example: "[\"inset\", \"half term\"]"
      ) { $0.only = $1 },
      Key(
        "event-label", .text("text", most: 60, example: "\"the week off\""), .words("none"),
        "what a screen calls it"
      ) { $0.eventLabel = $1 },
    ])
}
