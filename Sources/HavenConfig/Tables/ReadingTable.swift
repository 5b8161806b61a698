import HavenCore

extension Reading: NewlyWritten { public init() { self.init(id: "", title: "") } }

/// `[[reading]]`
enum ReadingTable {
  static let table = Table<Reading>(
    "reading", .list, "Something that the carers of a family would like to read, hear or watch.",
    [
      Key("id", .id(example: "sleep-book"), .words("the title's slug"), "its name for commands") { $0.id = $1 },
      Key("title", .text("title", most: 120, example: "\"The sleep book\""), .required, "what it is called") {
        $0.title = $1
      },
      Key("by", .text("text", most: 80, example: "\"lent by Sam\""), .words("none"), "whose it is") { $0.by = $1 },
    ])
}
