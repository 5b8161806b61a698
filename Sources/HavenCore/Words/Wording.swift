/// Finds the words of every line: the only place where what a desktop shows is written.
///
/// The same line always has the same words. Every word of a family's own goes through the same rules as Haven's: no
/// word that no screen may show, none that a child's `avoid` list has, no digits where a child under six reads along
/// (see `Numbers`), nothing shouted. Where a wording breaks one, another is taken; where none is left, the line says
/// less, down to a title that says nothing. It is never silent and never traps.
public struct Wording: Sendable {
  let household: Household
  let zone: Zone
  let catalogue: any Catalogue
  let filter: WordFilter
  /// How the filter's words begin, and those that any child avoids.
  private let openings: WordOpenings
  private let avoided: [ChildID: AvoidList]

  public init(household: Household, zone: Zone, language: Language = .english) {
    self.household = household
    self.zone = zone
    catalogue = language.catalogue
    let filter = WordFilter(language: language)
    self.filter = filter
    let avoiding = household.children.filter { !$0.avoid.isEmpty }.map { ($0.id, AvoidList($0.avoid)) }
    avoided = Dictionary(avoiding) { first, _ in first }
    openings =
      avoiding.isEmpty
      ? filter.openings : WordOpenings(of: filter.words.map(\.match) + avoiding.flatMap(\.1.matches))
  }

  /// What a line that is about these children may show, or is seen by them.
  func screen(for children: some Sequence<ChildID>, allowsDigits: Bool) -> Screen {
    let avoid = children.lazy.compactMap { avoided[$0] }.reduce(AvoidList([]), +)
    return Screen(
      catalogue: catalogue, filter: filter, openings: openings, avoid: avoid, allowsDigits: allowsDigits)
  }

  /// The words of a line at its own level; `steps` tells of each item's step as it stands today, nil where it is gone.
  public func words(for line: Line, steps: (CueID) -> WordingStep?) -> Words {
    let items = line.items.map { cueContext(of: $0, in: line, step: steps($0.id)) }
    let screen = screen(for: line, items)
    let buttons = buttons(for: line, screen)
    let labels = Dictionary(uniqueKeysWithValues: Answer.allCases.map { ($0, catalogue.answer($0, to: buttons)) })
    // A level down says less; so does a title alone.
    for level in TextLevel.allCases.reversed().drop(while: { $0 != line.level }) {
      guard let draft = draft(line, at: level, items, screen), let title = draft.title else { continue }
      let body = draft.body.compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: "\n")
      for body in [body, ""] {
        let words = Words(title: title.sentenceCased, body: body, actionLabels: labels)
        if screen.allows(words) { return words }
      }
    }
    let bare = ["Haven", "→", "·"].first { screen.avoid.allows($0) } ?? "·"
    return Words(title: bare, actionLabels: labels)
  }

  /// What any screen may call a step, for a view that shows these children: never empty.
  ///
  /// - Parameter allowsDigits: false where a child under six reads along: the family's own numbers are then words.
  public func label(of step: Step, for children: [ChildID] = [], allowsDigits: Bool = true) -> String {
    label(of: step, screen(for: children, allowsDigits: allowsDigits))
  }

  /// A title and the lines under it, before they are checked; nil in the body is a line that may not be shown.
  struct Draft {
    var title: String?
    var body: [String?] = []
  }

  private func draft(_ line: Line, at level: TextLevel, _ items: [CueContext], _ screen: Screen) -> Draft? {
    let isGeneric = level == .generic
    switch (line.kind, line.subject) {
    case (.cue, _), (.catchUp, _):
      return isGeneric ? genericCues(items, screen) : cues(items, at: level, screen)
    case (.moved, .movedTo(let to)):
      return moved(items, to: to, at: level, screen)
    case (.fuel, .fuel(let children, let movementToo)):
      return fuel(isGeneric ? [] : children, movementToo: movementToo, screen)
    case (.nudge, .nudge(let goal, let dose)):
      return nudge(isGeneric ? nil : goal, dose, on: zone.date(at: line.at), screen)
    case (.appointment, .appointment(let goal, let startsAt, let lead)):
      return appointment(isGeneric ? nil : goal, when(startsAt, seenAt: line.at), lead: lead, screen)
    case (.promise, .promise(let id, let dueAt, _)):
      return promise(isGeneric ? nil : id, when(dueAt, seenAt: line.at), screen)
    case (.respite, .respite(let lane, let startsAt, let lead)):
      return respite(isGeneric ? nil : lane, when(startsAt, seenAt: line.at), lead: lead, screen)
    case (.tell, .tell(let child, _)):
      return tell(isGeneric ? nil : child, screen)
    case (.marked, .marked(let daysAhead)):
      return marked(daysAhead, screen)
    case (.digest, _):
      return Draft(
        title: screen.pick(catalogue.digest),
        body: [offeredToday(line, at: level, screen), screen.pick(catalogue.digestBody), asked(line, screen)])
    case (.review, _):
      return Draft(
        title: screen.pick(catalogue.review),
        body: [
          screen.pick(question(of: zone.date(at: line.at))), screen.pick(catalogue.reviewBody), asked(line, screen),
        ])
    case (.swap, .swap(let swap)):
      return Draft(title: screen.pick(catalogue.swap(swap)), body: [screen.pick(catalogue.swapBody(swap))])
    case (.moved, _), (.fuel, _), (.nudge, _), (.appointment, _), (.promise, _), (.respite, _), (.tell, _),
      (.marked, _), (.swap, _):
      return nil  // a kind without its subject has nothing to say
    }
  }

  private func screen(for line: Line, _ items: [CueContext]) -> Screen {
    var children = items.map(\.child) + line.nurtured.map(child)
    var areNumbersInWords = items.contains { $0.numbers == .words }
    switch line.subject {
    case .fuel(let ids, _):
      children += ids.map(child)
    case .tell(let id, _):
      children.append(child(id))
    case .respite(.sibling(let id), _, _):
      // Names no child, and is for a grown-up's diary: its clock time stays.
      return screen(for: CollectionOfOne(id), allowsDigits: true)
    default: break
    }
    areNumbersInWords = areNumbersInWords || children.contains { ($0.workingAge ?? .max) < Numbers.readyForMinutes }
    return screen(for: children.lazy.map(\.id), allowsDigits: !areNumbersInWords)
  }

  private func buttons(for line: Line, _ screen: Screen) -> Buttons {
    switch (line.kind, line.subject) {
    case (.cue, _), (.catchUp, _), (.moved, _): screen.allowsDigits ? .cue : .cueInWords
    case (.swap, .swap(.over)): .over
    case (.swap, _): .swap
    default: .care
    }
  }

  /// The child as the household knows it; one with nothing set where a reload took it out.
  func child(_ id: ChildID) -> Child { household.child(id) ?? Child(id: id) }

  private func when(_ instant: Instant, seenAt now: Instant) -> String {
    catalogue.when(When(zone.civil(at: instant), seenFrom: zone.date(at: now)))
  }
}
