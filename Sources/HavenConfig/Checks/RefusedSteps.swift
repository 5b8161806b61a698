import HavenCore

/// What Haven will not help with: steps and goals that isolate, restrain or withhold food, and good things made to
/// hang on behaviour. These are errors: a reminder every day is a push.
struct RefusedSteps {
  enum Rule { case isolation, restraint, food }

  func check(_ draft: Draft, _ findings: Findings) {
    for routine in draft.routines {
      for step in routine.value.steps {
        refuse(step.value.name, findings) { step.place(of: "name") }
        if let label = step.value.eventLabel { refuse(label, findings) { step.place(of: "event-label") } }
        condition(step.value.name, findings) { step.place(of: "name") }
        for (key, text) in [
          ("say", step.value.say), ("bridge", step.value.bridge), ("natural-stop", step.value.naturalStop),
        ] {
          if let text { condition(text, findings) { step.place(of: key) } }
        }
      }
    }
    for goal in draft.goals {
      refuse(goal.value.name, findings) { goal.place(of: "name") }
    }
  }

  private func refuse(_ text: String, _ findings: Findings, _ place: () -> Place) {
    guard let match = RefusedSteps.book.matches(in: Words(text)).first else { return }
    switch match.rule {
    case .isolation:
      findings.error(
        place(), "\(quoted(text)) reads as sending a child away alone",
        hint: "plan to stay near: a 'retreat' step, with somebody")
    case .restraint:
      findings.error(
        place(), "\(quoted(text)) reads as restraint",
        hint: "that belongs in a plan made with professionals, not in a day's steps")
    case .food:
      findings.error(
        place(), "\(quoted(text)) reads as withholding food", hint: "food is never a consequence; name what there is")
    }
  }

  private func condition(_ text: String, _ findings: Findings, _ place: () -> Place) {
    guard RefusedSteps.isConditional(Words(text).hashes) else { return }
    findings.error(
      place(), "\(quoted(text)) makes it hang on behaviour", hint: "what is planned happens: leave the condition out")
  }

  private static let book: PhraseBook<Rule> = {
    var book = PhraseBook<Rule>()
    book.add(
      .isolation, "isolation", "seclusion", "seclude", "time out", "timeout", "naughty step", "naughty corner",
      "naughty chair",
      "thinking step", "sent to room", "sent to bedroom", "send to room", "locked in", "lock in", "lock the door on",
      "solitary")
    book.add(
      .restraint, "restrain", "restrained", "restraint", "restraining", "holding therapy", "hold down", "held down",
      "pin down",
      "pinned down", "tie down", "tied down", "strap down")
    book.add(
      .food, "no dinner", "no supper", "no breakfast", "no lunch", "no food", "no snack", "no snacks", "no pudding",
      "without dinner",
      "without supper", "without tea", "without food", "without breakfast", "without lunch", "skip dinner",
      "skip supper", "skip lunch",
      "skip breakfast", "skip tea", "miss dinner", "miss supper", "miss lunch", "miss tea", "misses tea",
      "misses dinner", "go hungry",
      "withhold food", "food withheld", "dinner withheld", "lose pudding", "loses pudding", "lose dinner")
    // What fine days are made of.
    book.allow(
      "time out together", "no food before swimming", "half time out", "no snack needed", "without tea towels",
      "no tea towels")
    return book
  }()

  private static func hashes(_ words: String...) -> Set<UInt64> { Set(words.map(Words.hash)) }
  private static let openers = hashes("if", "unless", "provided", "providing")
  private static let lateOpeners = hashes("when", "once", "after")
  private static let behaviour = hashes(
    "behave", "behaved", "behaves", "behaving", "behaviour", "behavior", "earn", "earned", "earns", "deserve",
    "deserved", "deserves", "naughty")
  private static let good = hashes("good", "nice")
  private static let been = Words.hash("been")
  /// After `good` these speak of something else: good weather, good night.
  private static let harmless = hashes(
    "weather", "night", "morning", "time", "light", "day", "idea", "book", "bit", "enough", "for", "and")

  /// `if behaved`, `only if you're good`, `when you've been good`, `once earned`, `for good behaviour`.
  static func isConditional(_ words: [UInt64]) -> Bool {
    for (index, word) in words.enumerated() {
      let isOpen = openers.contains(word)
      guard isOpen || lateOpeners.contains(word) else {
        if good.contains(word), index + 1 < words.count, hashes("behaviour", "behavior").contains(words[index + 1]) {
          return true
        }
        continue
      }
      for next in (index + 1)..<min(index + 6, words.count) where next < words.count {
        if behaviour.contains(words[next]) { return true }
        let isPraise = good.contains(words[next]) && (isOpen || words[next - 1] == been)
        if isPraise, next + 1 == words.count || !harmless.contains(words[next + 1]) { return true }
      }
    }
    return false
  }
}
