import HavenCore

/// Gives every table its id and name where only one of the two is written.
extension Draft {
  mutating func name(_ findings: Findings) {
    for index in carers.indices {
      let carer = carers[index]
      guard require(carer.value.id, or: carer.value.name, carer.node, "[[carer]]", findings) else { continue }
      if carer.value.name.isEmpty { carers[index].value.name = carer.value.id }
      carers[index].value.id = id(carer.value.id, from: carer.value.name, carer, findings)
    }
    for index in routines.indices {
      let routine = routines[index]
      let (id, name) = (routine.value.routine.id, routine.value.routine.name)
      if require(id, or: name, routine.node, "[[routine]]", findings) {
        if name.isEmpty { routines[index].value.routine.name = id }
        routines[index].value.routine.id = self.id(id, from: name, routine, findings)
      }
      for step in routine.value.steps.indices {
        let written = routine.value.steps[step]
        routines[index].value.steps[step].value.id = self.id(
          written.value.id, from: written.value.name, written, findings)
      }
    }
    for index in readings.indices {
      let reading = readings[index]
      readings[index].value.id = id(reading.value.id, from: reading.value.title, reading, findings)
    }
    for index in goals.indices {
      let goal = goals[index]
      goals[index].value.id = id(goal.value.id, from: goal.value.name, goal, findings)
      if goal.value.carer.isEmpty, goal.node["carer"] == nil {
        if carers.count <= 1 {
          goals[index].value.carer = carers.first?.value.id ?? Carer.only.id
        } else {
          findings.missing(
            goal.place, "[[goal]] has no 'carer'", hint: "write whose it is, such as: carer = \"\(carers[0].value.id)\""
          )
        }
      }
    }
  }

  private func require(_ id: String, or name: String, _ node: TomlNode, _ header: String, _ findings: Findings) -> Bool
  {
    if id.isEmpty, name.isEmpty {
      if node.mayMean("id") || node.mayMean("name") { return false }
      findings.missing(node.place, "\(header) has neither 'id' nor 'name'", hint: "write one of them")
      return false
    }
    return true
  }

  /// The written id, else the name's slug. Where there is no name either, that has been told.
  private func id<Model>(_ id: String, from name: String, _ written: Written<Model>, _ findings: Findings) -> String {
    guard id.isEmpty, !name.isEmpty, written.node["id"] == nil else { return id }
    guard let made = slug(of: name) else {
      findings.error(
        written.place(of: "name"), "no id can be made of the name \(quoted(name))",
        hint: "write an 'id' of plain letters")
      return ""
    }
    guard made.utf8.count <= Identifier.longest else {
      findings.error(
        written.place(of: "name"), "the name \(quoted(name)) is too long to be an id", hint: "write a short 'id'")
      return ""
    }
    return made
  }
}

extension Carer {
  /// Who there is where no `[[carer]]` is written.
  static let only = Carer(id: "me", name: "me")
}
