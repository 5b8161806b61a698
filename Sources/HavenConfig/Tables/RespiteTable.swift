import HavenCore

/// `[[respite]]`
enum RespiteTable {
  struct Model: NewlyWritten {
    var kind = Kind.couple
    /// A carer of solo, a child of sibling.
    var whose: String?
    /// `couple` until it is known whose lane it is.
    var lane = RespiteLane(lane: .couple)
  }

  enum Kind: String, Sendable, CaseIterable { case solo, couple, sibling, overnight }

  static let table = Table<Model>(
    "respite", .list, "Time when another safe adult has charge: one line of the respite ledger.",
    [
      Key(
        "lane", .choice("lane"), .required,
        "solo (a carer's own), couple, sibling (one child alone with a carer) or "
          + "overnight"
      ) { $0.kind = $1 },
      Key("for", .id("carer or child", example: "ros"), .words("none"), "the carer of solo, the child of sibling") {
        $0.whose = $1
      },
      Key("target", .target, .words("none"), "how much of it you need", example: "\"12h per 28d\"") {
        $0.lane.target = $1
      },
      Key(
        "weekly", .list(of: .window), .value("[]"), "windows that stand; others are booked",
        example: "[\"Sat 10:00-13:00\"]"
      ) { $0.lane.weekly = $1 },
      Key("cover", .text(example: "\"Auntie Jo\""), .words("none"), "who has charge") { $0.lane.cover = $1 },
      Key("known-since", .date, .words("none"), "since when the children know them", example: "\"2024-03-01\"") {
        $0.lane.knownSince = $1
      },
      Key("backup", .text(example: "\"Sam\""), .words("none"), "who else could") { $0.lane.backup = $1 },
    ])
}
