import HavenCore

extension Carer: NewlyWritten { public init() { self.init(id: "", name: "") } }

/// `[[carer]]`
enum CarerTable {
  static let table = Table<Carer>(
    "carer", .list, "Somebody who looks after the children. With none written there is one, id `me`.",
    [
      Key("id", .id(example: "ros"), .words("the name's slug"), "how commands and other tables name this carer") {
        $0.id = $1
      },
      Key("name", .text("name", example: "\"Ros\""), .words("the id"), "what the carer is called") { $0.name = $1 },
      Key("login", .text("login name", most: 64, example: "\"ros\""), .words("any"), "the login that this carer uses") {
        $0.login = $1
      },
      Key(
        "quiet", .list(of: .window), .value("[\"21:30-06:30\"]"),
        "windows in which nothing is shown to this carer, without exception; `[]` for none",
        example: "[\"21:45-06:30\"]"
      ) { $0.quiet = $1 },
      Key(
        "away", .list(of: .awayTime), .value("[]"), "windows and spans in which this carer is not on duty",
        example: "[\"Tue, Thu 06:30-20:00\", \"2026-05-11T08:00/2026-05-13T18:00\"]"
      ) { $0.away = $1 },
      Key(
        "asleep", .list(of: .window), .value("[]"), "windows in which this carer sleeps, and is not on duty",
        example: "[\"21:00-04:15\"]"
      ) { $0.asleep = $1 },
    ])
}

extension ValueType where Value == AwayTime {
  fileprivate static let awayTime = ValueType.grammar("window or span", example: "\"Tue, Thu 06:30-20:00\"") {
    text throws(GrammarFault) in try AwayTime(parsing: text)
  }
}
