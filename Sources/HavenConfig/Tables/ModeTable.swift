import HavenCore

extension ModeTuning: NewlyWritten { public init() { self.init(fuel: nil) } }

/// `[mode.NAME]`
enum ModeTable {
  static let table = Table<ModeTuning>(
    "mode.NAME", .single,
    "Your changes to a soft day: NAME is `low-demand`, `regression` or `sick` (or `ordinary`). What is left out stays as "
      + "built in.",
    [
      Key(
        "fuel", .whole("whole number of minutes", 60...180, example: 60), .words("90; sick: 60 for water only"),
        "minutes between offers, of both the food and the water clock"
      ) { $0.fuel = $1 },
      Key(
        "nurture", .whole("whole number", 0...24, example: 8), .words("6; regression: 8"),
        "small doses of nurture to aim for a day"
      ) {
        $0.nurture = $1
      },
      Key(
        "max-days", .whole("whole number of days", 1...60, example: 3), .words("3"),
        "after how many days Haven asks whether it still fits"
      ) { $0.maxDays = $1 },
    ])

  /// `[mode.sick]` is a table in the table `mode`.
  static let section = Section(name: "mode") { node, draft, findings in
    guard node.kind == .table else {
      findings.error(node.keyPlace, "'mode' is a table of modes", hint: "write such as '[mode.sick]'")
      return
    }
    let names = Mode.allCases.map(\.rawValue)
    for value in node.children {
      let name = value.key
      guard let mode = Mode(rawValue: name) else {
        findings.error(value.keyPlace, "unknown mode \(quoted(name))", hint: suggestion(for: name, among: names))
        continue
      }
      guard value.kind == .table else {
        findings.error(value.place, "expected a table, found \(value.kindName)", hint: "write '[mode.\(name)]'")
        continue
      }
      draft.claim(value, as: "[mode.\(name)]", findings)
      table.read(value, as: "[mode.\(name)]", into: &draft.modes[mode, default: ModeTuning()], findings)
    }
  }
}
