import HavenCore

/// An id names one thing of its kind: the second one is told, with the place of the first.
extension Draft {
  func checkIdentities(_ findings: Findings) {
    unique(carers, "carer", \.id, findings)
    unique(children, "child", \.id, findings)
    unique(calendars, "calendar", \.id, findings)
    unique(dayKinds, "day", \.id, findings)
    unique(routines, "routine", \.routine.id, findings)
    unique(ladders, "ladder", \.id, findings)
    unique(goals, "goal", \.id, findings)
    unique(cards, "card", \.topic, key: "topic", findings)
    unique(readings, "reading", \.id, findings)
    unique(boundaries, "boundary", \.name, key: "name", findings)
    for ladder in ladders where LadderPreset(rawValue: ladder.value.id) != nil {
      findings.error(
        ladder.place(of: "id"), "'\(ladder.value.id)' is a built-in ladder", hint: "give yours another id")
    }
    for child in children where !child.value.id.isEmpty {
      if let carer = carers.first(where: { $0.value.id == child.value.id }) {
        findings.error(
          child.place(of: "id"), "'\(child.value.id)' is a carer already, at \(carer.place.short)",
          hint: "give the child another alias")
      }
    }
  }

  private func unique<Model>(
    _ written: [Written<Model>], _ noun: String, _ id: (Model) -> String, key: String = "id", _ findings: Findings
  ) {
    var first: [String: Place] = [:]
    for one in written {
      let id = id(one.value)
      guard !id.isEmpty else { continue }
      let place = one.place(of: key)
      if let earlier = first[id] {
        findings.error(
          place, "the \(noun) \(quoted(id)) is there already, at \(earlier.short)",
          hint: "give one of them another \(key)")
      } else {
        first[id] = place
      }
    }
  }
}
