import HavenCore

extension Rung {
  /// Parses the config language's rung: `P20`, `10`, `L2` or `0`.
  public init(parsing text: some StringProtocol) throws(GrammarFault) {
    if let rung = Rung(String(text)) {
      self = rung
      return
    }
    let digits = text.drop { $0.isLetter }
    if let minutes = Int(digits), minutes > Rung.longestLead {
      throw GrammarFault("the rung \(quoted(text)) is too early", hint: "at most \(Rung.longestLead) minutes before")
    }
    throw GrammarFault(
      "\(quoted(text)) is not a rung",
      hint: "write minutes before, such as 'P20' (carer only), '10', 'L2' (the last one) or '0' (arrival)")
  }
}

/// A ladder's rungs as they are kept: from early to late, `P` first of those at the same minute.
func inOrder(_ rungs: [Rung]) -> [Rung] {
  rungs.enumerated().sorted { a, b in
    (-a.element.lead, a.element.isChildFacing ? 1 : 0, a.offset) < (
      -b.element.lead, b.element.isChildFacing ? 1 : 0, b.offset
    )
  }.map(\.element)
}
