/// One page for a sitter, a school, grandparents: how we do things, and why. No history, no diagnosis, no real name.
public struct CareCard: Sendable {
  public struct Section: Sendable, Equatable {
    public var title: String
    public var lines: [String]
  }

  /// Those that have something in them, in the order in which somebody new needs them.
  public private(set) var sections: [Section] = []

  private let household: Household
  private let children: [Child]
  private let wording: Wording
  private let filter: WordFilter

  /// - Parameters:
  ///   - plan: the day whose outline is shown; nil where none can be planned.
  ///   - child: nil for all.
  public init(_ household: Household, plan: DayPlan?, zone: Zone, child: ChildID?, language: Language = .english) {
    self.household = household
    children = household.children.filter { child == nil || $0.id == child }
    wording = Wording(household: household, zone: zone, language: language)
    filter = WordFilter(language: language)
    add("How we do things, and why", CareCard.stance)
    if let plan {
      add("The day, \(plan.date.weekday.englishName)", outline(plan, zone))
      add("Before a change", ladders(plan, zone))
    }
    add("How to speak", manners)
    add("What helps", children.compactMap { list($0.id, $0.helps) })
    add(
      "Words we leave out",
      children.compactMap { child in
        child.avoid.isEmpty ? nil : "\(child.id): \(child.avoid.joined(separator: ", "))"
      })
    add("What we hold, kindly", boundaries)
    add("Food and drink", fuel)
    add("Who to call", people)
  }

  private mutating func add(_ title: String, _ lines: [String]) {
    if !lines.isEmpty { sections.append(Section(title: title, lines: lines)) }
  }

  static let stance = [
    "The day is much the same most days, and a change is told ahead: knowing what comes next is what feels safe.",
    "Warm and clear at once. No points, no prizes, and nothing is taken away: what was said comes next does come.",
    "When it gets big: nearer, lower, slower, fewer words. Food, drink, movement. Talking comes later.",
  ]

  /// Every step of these children; on a full day those that carry it.
  private func outline(_ plan: DayPlan, _ zone: Zone) -> [String] {
    let ids = Set(children.map(\.id))
    var steps = plan.steps.filter { !ids.isDisjoint(with: $0.children) }
    if steps.count > CareCard.longestOutline { steps.removeAll { $0.step.tags.contains(.optional) } }
    if steps.count > CareCard.longestOutline {
      steps.removeAll {
        $0.transitions.isEmpty && !$0.step.isAway && Set($0.step.tags).isDisjoint(with: CareCard.carrying)
      }
    }
    return steps.map { planned in
      let own = planned.children.filter(ids.contains)
      let everyone = own.count == children.count
      let why = planned.step.why.flatMap(fit).map { " Why: \($0)" } ?? ""
      let who = everyone ? "" : " (\(own.joined(separator: ", ")))"
      return "\(zone.civil(at: planned.at).time)  \(wording.label(of: planned.step, for: own))\(who)\(why)"
    }
  }

  private static let longestOutline = 16
  private static let carrying: Set<Tag> = [.core, .food, .sleep, .nap, .landing, .special, .retreat]

  private func ladders(_ plan: DayPlan, _ zone: Zone) -> [String] {
    let ids = Set(children.map(\.id))
    return plan.steps.flatMap { planned in
      planned.transitions.filter { ids.contains($0.child) && !$0.rungs.isEmpty }.map { transition in
        var line = "\(zone.civil(at: planned.at).time), \(transition.child), "
        line += "\(wording.label(of: planned.step, for: [transition.child])): \(CareCard.words(for: transition.rungs))."
        if let stop = planned.step.naturalStop.flatMap(fit) { line += " Best at: \(stop)." }
        if let bridge = planned.step.bridge.flatMap(fit) { line += " To carry over: \(bridge)." }
        if let say = planned.step.say.flatMap(fit) { line += " We say: \"\(say)\"" }
        return line
      }
    }
  }

  /// `P20 · 15 · 5 · L2 · 0`: "go near 20 min before; say it 15 and 5 min before; name the last one 2 min before; be
  /// there at the change".
  static func words(for rungs: [Rung]) -> String {
    func minutes(_ voice: Rung.Voice) -> String? {
      let leads = rungs.filter { $0.voice == voice && !$0.isArrival }.map { "\($0.lead)" }
      guard let last = leads.last else { return nil }
      return leads.count == 1 ? last : leads.dropLast().joined(separator: ", ") + " and " + last
    }
    var parts: [String] = []
    if let near = minutes(.carer) { parts.append("go near \(near) min before") }
    if let say = minutes(.minutes) { parts.append("say it \(say) min before") }
    if let last = minutes(.last) { parts.append("name the last one \(last) min before") }
    if rungs.contains(where: \.isArrival) { parts.append("be there at the change") }
    return parts.joined(separator: "; ")
  }

  private var manners: [String] {
    children.map { child in
      var parts: [String]
      switch child.style {
      case .plain: parts = ["short and plain"]
      case .playful: parts = ["light and playful"]
      case .curious: parts = ["wonder aloud together"]
      case .declarative: parts = ["a fact, said once, not a request"]
      }
      if (child.workingAge ?? .max) < Numbers.readyForMinutes {
        parts.append("no minutes: the last one, or a bar that shrinks")
      }
      switch child.praise {
      case .quiet: parts.append("praise small and quiet")
      case .written: parts.append("a note says more than praise")
      case .none: parts.append("say what you saw, without praise")
      }
      return "\(child.id): \(parts.joined(separator: "; "))"
    }
  }

  private var boundaries: [String] {
    let ids = Set(children.map(\.id))
    return household.boundaries.filter { $0.who.map { !ids.isDisjoint(with: $0) } ?? true }.compactMap { boundary in
      guard let limit = fit(boundary.limit), let name = fit(boundary.name) else { return nil }
      let who = boundary.who.map { " (\($0.filter(ids.contains).joined(separator: ", ")))" } ?? ""
      let feeling = boundary.feeling.flatMap(fit).map { "\($0) " } ?? ""
      return "\(name)\(who): \(feeling)\(limit)"
    }
  }

  private var fuel: [String] {
    var lines = ["Food and water are always allowed, never earned and never taken away."]
    for child in children {
      guard let minutes = child.fuel else { continue }
      let hours = minutes % 60 == 0 ? "\(minutes / 60) h" : "\(minutes) min"
      lines.append("\(child.id): offer a snack and a drink about every \(hours)")
    }
    return lines
  }

  private var people: [String] {
    let carers = household.carers.filter { $0.id != "me" || $0.name != "me" }.map(\.name)
    var lines = carers.isEmpty ? [] : ["First: \(carers.joined(separator: ", "))"]
    lines += household.supports.filter { [.friend, .family, .practical].contains($0.kind) }.map { support in
      support.how.map { "\(support.name): \($0)" } ?? support.name
    }
    return lines + [HelpNow(household).danger]
  }

  private func list(_ child: ChildID, _ words: [String]) -> String? {
    let fit = words.compactMap(fit)
    return fit.isEmpty ? nil : "\(child): \(fit.joined(separator: ", "))"
  }

  /// A family's own text, where it says nothing of health, of the past or of who somebody is.
  private func fit(_ text: String) -> String? {
    let kept: Set<ForbiddenWord.Reason> = [.careSystem, .identity, .health, .body, .harm, .carer]
    return filter.findings(in: text).contains { kept.contains($0.reason) } ? nil : ScreenText.cleaned(text)
  }
}
