import HavenCore

// What is read in a hard hour: never cut, never in colours that shout.

extension TextRender {
  /// Broken between words, further lines set in by two columns.
  func hanging(_ text: String) -> [String] { wrapped(text, style.width, indent: 2) }

  /// A label in a column of its own, then text that is never cut.
  func labelled(_ label: String, _ text: String, column: Int) -> [String] {
    wrapped(text, min(style.width, widest) - column).enumerated().map {
      HavenCLI.padded($0 == 0 ? label : "", column) + $1
    }
  }

  /// At most fifteen rows.
  func helpNow(_ family: Family) -> [String] {
    let now = HelpNow(family.household) { hanging($0).count }
    var lines = hanging(now.danger)
    if !now.family.isEmpty {
      lines.append(style.dim("Your own people:"))
      lines += now.family.flatMap { hanging(family.text($0, style)) }
      if now.more > 0 { lines.append("  and \(now.more) more: havenctl support") }
    }
    lines.append(style.dim("Lines, checked \(CountryHelp.reviewedOn):"))
    lines += now.lines.flatMap(hanging)
    return lines + hanging(now.note)
  }

  /// Where each child goes, then what the grown-up does.
  func safe(_ plans: [SafetyPlan], _ family: Family) -> [String] {
    guard !plans.isEmpty else {
      return SafetyPlan.general.flatMap(hanging) + supportLine(family)
    }
    var lines: [String] = []
    for plan in plans {
      let named = plan.children.map { family.name(of: $0, style) }
      let everyone = plan.children.count == family.household.children.count
      let heading = family.text(plan.name, style) + (everyone || named.isEmpty ? "" : ", \(listText(named))")
      lines += wrapped(heading, style.width, indent: 2).map(style.strong)
      lines += plan.actions.flatMap { hanging(family.text($0, style)) }
    }
    let missing = plans.missingSteps(family.household)
    return lines + missing.flatMap(hanging) + supportLine(family)
  }

  private func supportLine(_ family: Family) -> [String] {
    let first = family.household.supports.first { $0.kind != .counsellor && $0.kind != .professional }
    guard let first else { return hanging("Whom to call: havenctl help-now") }
    let how = first.how.map { ": \($0)" } ?? ""
    return hanging("\(family.text(first.name + how, style)). More: havenctl help-now")
  }

  /// Three lines, dim: it is the middle of the night.
  func night(on carer: String?, settle: String, _ family: Family) -> [String] {
    [
      "on tonight: \(carer.map { family.text($0, style) } ?? "whoever hears it first")",
      family.text(settle, style), SettlePlan.nothingToRecord,
    ].flatMap { hanging($0).map(style.dim) }
  }

  func support(_ circle: SupportCircle, suggestion: Support?, _ family: Family) -> [String] {
    guard !circle.supports.isEmpty else {
      return hanging("nobody is written down yet: a [[support]] in the config, for each person who helps")
    }
    var lines: [String] = []
    for (kind, supports) in circle.byKind {
      lines.append(style.dim(kind.heading))
      for support in supports {
        let parts = [support.how, support.purpose.map { "for \($0)" }].compactMap { $0 }.joined(separator: "; ")
        lines += hanging(family.text(support.name + (parts.isEmpty ? "" : ": \(parts)"), style))
      }
    }
    if let suggestion { lines += hanging("maybe: one line to \(family.text(suggestion.name, style)) this week") }
    return lines
  }

  func card(_ card: Card, _ family: Family) -> [String] {
    [style.strong(family.text(card.topic, style))] + wrapped(family.text(card.text, style), style.width)
  }

  /// What to let each child hear once this week, and what to try together while all is calm.
  func messages(_ messages: [CardCommand.Message], _ family: Family) -> [String] {
    messages.flatMap { message in
      let names = "for \(family.name(of: message.child, style)), once this week: "
      let practice = message.practice.map { hanging("  to try together while it is calm: \(family.text($0, style))") }
      return hanging(names + message.text) + (practice ?? [])
    }
  }

  func topics(_ box: CardBox, _ family: Family) -> [String] {
    let topics = box.topics + [Programme.topic]
    return wrapped(topics.map { family.text($0, style) }.joined(separator: ", "), style.width)
      + hanging("havenctl card TOPIC shows one; most everyday words find one too")
  }

  func programmes() -> [String] {
    Programme.all.flatMap { [style.strong($0.name)] + wrapped($0.text, style.width) }
      + hanging(
        "None of these made Haven or looked at it. How well each is tested was last looked at in "
          + "\(Programme.reviewedIn). A book of each: havenctl reading")
  }
}

extension Support.Kind {
  var heading: String {
    switch self {
    case .peer: "others in the same boat"
    case .friend: "friends"
    case .family: "family"
    case .counsellor: "yours alone"
    case .professional: "by profession"
    case .practical: "hands and lifts"
    }
  }
}
