import HavenCore

/// `[[routine]]`
enum RoutineTable {
  struct Model: NewlyWritten {
    var routine = Routine(id: "", name: "")
    var steps: [Written<Step>] = []
  }

  static let table = Table<Model>(
    "routine", .list, "Steps that belong together, on certain kinds of day and certain weekdays.",
    [
      Key("id", .id(example: "evening"), .words("the name's slug"), "the routine's name for Haven") {
        $0.routine.id = $1
      },
      Key("name", .text("name", example: "\"evening\""), .words("the id"), "what the routine is called") {
        $0.routine.name = $1
      },
      Key("days", .list(of: .id("day", example: "school-day")), .words("every kind of day"), "kinds of day") {
        $0.routine.days = $1
      },
      Key(
        "on", .weekdays, .value("\"daily\""), "days of the week, such as for special time that takes turns",
        example: "\"Mon, Wed, Fri\""
      ) { $0.routine.on = $1 },
      Key(
        "steps", .list(of: .shortStep), .value("[]"),
        "steps in short form: a time, a name and, after a comma, a size that asks for cues",
        example: "[\"17:25 tablet ends, hard\", \"17:45 tea\"]"
      ) { $0.steps += $1 },
    ],
    inner: [
      Key("step", .steps, .value("[]"), "steps in full") { $0.steps += $1 }
    ])
}

private let stepText = ValueType<String>.text("step", most: 220)

extension ValueType where Value == Written<Step> {
  fileprivate static let shortStep = ValueType(name: "step", example: "\"17:45 tea\"") { node, findings in
    guard node.kind == .string, let name = stepText.read(node, findings) else {
      if node.kind != .string {
        findings.error(node.place, "expected a step, found \(node.kindName)", hint: "write such as \"17:45 tea\"")
      }
      return nil
    }
    do throws(GrammarFault) {
      let short = try ShortStep(parsing: name)
      var step = Step(id: "", at: short.at, name: short.name)
      if let size = short.size { step.transition = .all(size) }
      if let doubt = short.doubt {
        findings.warning(
          node.place, "\(quoted(doubt.word)) is taken as part of the name", hint: "did you mean '\(doubt.meant)'?")
      }
      return Written(value: step, node: node)
    } catch {
      findings.error(node.place, error.text, hint: error.hint)
      return nil
    }
  }
}

extension ValueType where Value == [Written<Step>] {
  fileprivate static let steps = ValueType(name: "list of tables", example: "[]") { node, findings in
    guard node.kind == .arrayOfTables || node.kind == .array else {
      findings.error(node.keyPlace, "'routine.step' is a list of tables", hint: "write '[[routine.step]]'")
      return nil
    }
    return node.children.compactMap { element in
      guard element.kind == .table else {
        findings.error(
          element.place, "[[routine.step]] is a table, not \(element.kindName)",
          hint: "the short form is the key 'steps'")
        return nil
      }
      var step = Step()
      StepTable.table.read(element, into: &step, findings)
      return Written(value: step, node: element)
    }
  }
}
