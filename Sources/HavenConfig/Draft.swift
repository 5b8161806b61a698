import HavenCore

/// All that the files said, each value with its place, before it is known to fit together.
struct Draft {
  var settings = HouseholdTable.Model()
  var carers: [Written<Carer>] = []
  var children: [Written<Child>] = []
  var calendars: [Written<CalendarTable.Model>] = []
  var dayKinds: [Written<DayKind>] = []
  var routines: [Written<RoutineTable.Model>] = []
  var ladders: [Written<LadderTable.Model>] = []
  var boundaries: [Written<Boundary>] = []
  var goals: [Written<Goal>] = []
  var respite: [Written<RespiteTable.Model>] = []
  var markedDates: [Written<MarkedDate>] = []
  var supports: [Written<Support>] = []
  var plans: [Written<PlanTable.Model>] = []
  var modes: [Mode: ModeTuning] = [:]
  var cards: [Written<Card>] = []
  var hooks: [Written<Hook>] = []
  var readings: [Written<Reading>] = []

  /// Where each key of a single table was set, `[household] digest`.
  private var claims: [String: Place] = [:]

  /// Notes the keys that `node` sets, and tells of those that an earlier file has set already.
  mutating func claim(_ node: TomlNode, as header: String, _ findings: Findings) {
    for value in node.children {
      let key = value.key
      let place = value.keyPlace
      if let earlier = claims.updateValue(place, forKey: "\(header) \(key)") {
        findings.error(place, "'\(key)' of \(header) is set already, at \(earlier.short)", hint: "keep one of the two")
      }
    }
  }
}
