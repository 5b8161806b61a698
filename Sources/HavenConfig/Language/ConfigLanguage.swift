/// The whole config language: every table that a file may hold.
enum ConfigLanguage {
  /// In the order of the reference.
  static let tables: [TableReference] = [
    TableReference(HouseholdTable.table), TableReference(CarerTable.table), TableReference(ChildTable.table),
    TableReference(CalendarTable.table), TableReference(DayTable.table), TableReference(RoutineTable.table),
    TableReference(StepTable.table), TableReference(LadderTable.table), TableReference(BoundaryTable.table),
    TableReference(GoalTable.table), TableReference(RespiteTable.table), TableReference(MarkedDateTable.table),
    TableReference(SupportTable.table), TableReference(PlanTable.table), TableReference(ModeTable.table),
    TableReference(CardTable.table), TableReference(HookTable.table), TableReference(ReadingTable.table),
  ]

  /// What may stand at the top of a file, and where in the draft it goes.
  static let sections: [Section] = [
    HouseholdTable.section, ModeTable.section,
    .list(CarerTable.table) { $0.carers.append($1) },
    .list(ChildTable.table) { $0.children.append($1) },
    .list(CalendarTable.table) { $0.calendars.append($1) },
    .list(DayTable.table) { $0.dayKinds.append($1) },
    .list(RoutineTable.table) { $0.routines.append($1) },
    .list(LadderTable.table) { $0.ladders.append($1) },
    .list(BoundaryTable.table) { $0.boundaries.append($1) },
    .list(GoalTable.table) { $0.goals.append($1) },
    .list(RespiteTable.table) { $0.respite.append($1) },
    .list(MarkedDateTable.table) { $0.markedDates.append($1) },
    .list(SupportTable.table) { $0.supports.append($1) },
    .list(PlanTable.table) { $0.plans.append($1) },
    .list(CardTable.table) { $0.cards.append($1) },
    .list(HookTable.table) { $0.hooks.append($1) },
    .list(ReadingTable.table) { $0.readings.append($1) },
  ]

  private static let index = Dictionary(uniqueKeysWithValues: sections.enumerated().map { ($1.name, $0) })

  /// Reads one file's tables onto the end of the draft.
  static func read(_ document: TomlDocument, into draft: inout Draft, _ findings: Findings) {
    for node in document.root.children {
      let name = node.key
      guard let position = index[name] else {
        unknown(name, node, findings)
        continue
      }
      sections[position].read(node, &draft, findings)
    }
  }

  private static func unknown(_ name: String, _ node: TomlNode, _ findings: Findings) {
    guard !findings.isFull else { return }
    let hint: String
    if let near = nearest(to: name, among: sections.map(\.name)) {
      hint = "did you mean '\(near)'?"
    } else if let home = tables.first(where: { $0.keys.contains { $0.name == name } }) {
      hint = "it belongs in \(home.header)"
    } else {
      hint = "there are \(listed(tables.map(\.header)))"
    }
    let what = node.kind == .table || node.kind == .arrayOfTables ? "table" : "key"
    findings.error(node.keyPlace, "unknown \(what) \(quoted(name))", hint: hint)
  }
}

/// One table at the top of a file, without the type of what it makes.
struct Section: Sendable {
  let name: String
  let read: @Sendable (TomlNode, inout Draft, Findings) -> Void

  static func list<Model: NewlyWritten>(
    _ table: Table<Model>, append: @escaping @Sendable (inout Draft, Written<Model>) -> Void
  ) -> Section {
    Section(name: table.name) { node, draft, findings in
      guard node.kind == .arrayOfTables || node.kind == .array else {
        findings.error(node.keyPlace, "'\(table.name)' is a list of tables", hint: "write '\(table.header)'")
        return
      }
      for element in node.children {
        guard element.kind == .table else {
          findings.error(element.place, "\(table.header) is a table, not \(element.kindName)")
          continue
        }
        var model = Model()
        table.read(element, into: &model, findings)
        append(&draft, Written(value: model, node: element))
      }
    }
  }
}

/// A model that can be made before any of its keys is read.
protocol NewlyWritten: SendableMetatype { init() }
