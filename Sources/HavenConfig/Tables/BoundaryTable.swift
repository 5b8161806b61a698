import HavenCore

extension Boundary: NewlyWritten { public init() { self.init(name: "", feeling: nil, limit: "") } }

/// `[[boundary]]`
enum BoundaryTable {
  static let table = Table<Boundary>(
    "boundary", .list, "What you hold, and how you say it: the feeling, then the limit. Five are plenty.",
    [
      Key("name", .text("name", example: "\"hands\""), .required, "a word to find it by") { $0.name = $1 },
      Key(
        "feeling", .text(most: 300, example: "\"You're furious.\""), .words("none: `check` calls it unfinished"),
        "the half that says you see them"
      ) { $0.feeling = $1 },
      Key(
        "limit", .text(most: 300, example: "\"I won't let you hit. I'll stay.\""), .required,
        "the half that holds the line"
      ) { $0.limit = $1 },
      Key("who", .list(of: .id("child", example: "otter")), .words("all children"), "whose boundary it is") {
        $0.who = $1
      },
      Key(
        "safety", .boolean, .value("false"),
        "whether it keeps somebody safe: on a soft day only such boundaries are held"
      ) { $0.isSafety = $1 },
    ])
}
