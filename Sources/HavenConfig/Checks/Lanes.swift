import HavenCore

/// Whose time each respite lane is, and that no lane is there twice.
extension Draft {
  func lanes(_ findings: Findings) -> [RespiteLane] {
    var first: [Lane: Place] = [:]
    return respite.compactMap { written in
      guard let lane = lane(of: written, findings) else { return nil }
      var made = written.value.lane
      made.lane = lane
      if let earlier = first.updateValue(written.place, forKey: lane) {
        findings.error(
          written.place, "the lane '\(lane)' is there already, at \(earlier.short)", hint: "put their windows into one")
      }
      checkTarget(written, findings)
      return made
    }
  }

  private func lane(of written: Written<RespiteTable.Model>, _ findings: Findings) -> Lane? {
    let value = written.value
    switch (value.kind, value.whose) {
    case (.solo, let carer?): return .solo(carer)
    case (.sibling, let child?): return .sibling(child)
    case (.couple, nil): return .couple
    case (.overnight, nil): return .overnight
    case (.solo, nil):
      findings.missing(
        written.place, "a solo lane needs 'for'",
        hint: "write whose time it is, such as: for = \"\(carers.first?.value.id ?? "ros")\"")
    case (.sibling, nil):
      findings.missing(
        written.place, "a sibling lane needs 'for'",
        hint: "write which child's, such as: for = \"\(children.first?.value.id ?? "otter")\"")
    case (.couple, _?), (.overnight, _?):
      findings.error(
        written.place(of: "for"), "a \(value.kind.rawValue) lane has no 'for'",
        hint: "it is everybody's; leave the key out")
    }
    return nil
  }

  private func checkTarget(_ written: Written<RespiteTable.Model>, _ findings: Findings) {
    guard let target = written.value.lane.target else { return }
    let place = written.place(of: "target")
    switch (written.value.kind, target.unit) {
    case (.overnight, .hours):
      findings.error(
        place, "an overnight target counts nights, not hours", hint: "write such as '2 nights per quarter'")
    case (.overnight, _), (_, .hours):
      break
    case (_, .nights):
      findings.error(place, "only an overnight target counts nights", hint: "write such as '12h per 28d'")
    case (_, .times):
      findings.warning(
        place, "a \(written.value.kind.rawValue) target counts hours", hint: "write such as '12h per 28d'")
    }
  }
}
