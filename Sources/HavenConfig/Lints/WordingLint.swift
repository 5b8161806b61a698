import HavenCore

/// Words that the screen would not show, by the very list that the screen goes by; and, in a line to say, words that
/// press instead of help.
///
/// A step with an `event-label` may have any name, and a private goal too: neither is shown. A goal's own lines may ask
/// what they like: they are a grown-up's; they count nothing, and leave the carer free. What a carer reads on a page of its own may name the thing it is about, a
/// bite or a medicine; it blames nobody and does not tell of the family's situation.
struct WordingLint: Lint {
  func check(_ house: LintedHouse, _ findings: Findings) {
    let filter = WordFilter(language: house.language)
    let avoided = house.household.children.filter { !$0.avoid.isEmpty }.map { (id: $0.id, list: AvoidList($0.avoid)) }
    let young = Set(house.household.children.filter { ($0.workingAge ?? 99) < 6 }.map(\.id))
    house.eachText { text in
      if !filter.allows(text.text) { tell(filter.findings(in: text.text), text, findings) }
      if text.use.isAboutChildren {
        for child in avoided where text.children?.contains(child.id) ?? true {
          guard let word = child.list.word(in: text.text) else { continue }
          findings.warning(
            text.place(), "'\(word)' is among the words to avoid for '\(child.id)'",
            hint: "find other words, or another 'avoid'")
        }
      }
      if text.use == .script || text.use == .boundary {
        script(text, isForYoung: text.children.map { $0.contains(where: young.contains) } ?? !young.isEmpty, findings)
      }
      if text.use == .goal { offer(text, findings) }
      if text.use == .stepName, text.text.utf8.count > 60, text.text.count > 60 {
        findings.warning(
          text.place(), "the name \(quoted(text.text)) is longer than a notification's title",
          hint: "at most 60 letters")
      }
    }
  }

  private func tell(_ broken: [WordFilter.Finding], _ text: WrittenText, _ findings: Findings) {
    for finding in broken where text.use.minds(finding.reason) {
      switch finding.reason {
      case .exclamation:
        findings.warning(text.place(), "an exclamation mark raises the voice", hint: "end with a full stop")
      case .capitals:
        // The screen calms LEGO and BBC too, and nobody minds.
        guard finding.word.count >= 5 || finding.word == "NOW" else { continue }
        findings.warning(
          text.place(), "\(quoted(finding.word)) is written in capitals, which reads as shouting",
          hint: "write it in small letters")
      default:
        findings.warning(
          text.place(),
          "\(quoted(finding.word)) \(finding.reason.rawValue), "
            + (text.use.isOnScreen ? "so no screen will show it" : "and a page may lie where others read it"),
          hint: hint(finding, text))
      }
    }
  }

  private func hint(_ finding: WordFilter.Finding, _ text: WrittenText) -> String {
    if let instead = finding.instead, text.use != .stepName || finding.reason == .verdict || finding.reason == .threat {
      return "rather: \(instead)"
    }
    return switch text.use {
    case .stepName: "give the step an 'event-label' that anybody may read"
    case .goal: "write private = true, or another name"
    case .script, .cue, .label, .boundary, .page, .support: "find words that anybody may read"
    }
  }

  /// A line to say to a child: one idea a sentence, nothing that presses, no question that has only one answer, and no
  /// minutes for a child who cannot picture them.
  private func script(_ text: WrittenText, isForYoung: Bool, _ findings: Findings) {
    let words = Words(text.text)
    for match in WordingLint.book.matches(in: words) {
      switch match.rule {
      case .pressing:
        findings.warning(text.place(), "'\(match.phrase)' presses", hint: "say what comes next")
      case .question:
        findings.warning(
          text.place(), "'\(match.phrase)' asks what cannot be answered with no",
          hint: "make it a statement or a wondering")
      case .minutes where isForYoung:
        findings.warning(
          text.place(), "minutes mean little before a working age of six",
          hint: "say what happens: 'when the bar is empty'")
      case .minutes: break
      }
    }
    guard words.hashes.count > 12 else { return }
    let sentences = text.text.split { ".?!;:".contains($0) }
    let longest = sentences.map { Words(String($0)).hashes.count }.max() ?? 0
    if longest > 12 {
      findings.warning(
        text.place(), "a sentence of \(longest) words is long to hear", hint: "one idea, at most twelve words")
    }
  }

  /// A line that offers a goal: what did not happen is not counted, and nobody has to.
  private func offer(_ text: WrittenText, _ findings: Findings) {
    for match in WordingLint.offers.matches(in: Words(text.text)) {
      switch match.rule {
      case .counting:
        findings.warning(
          text.place(), "'\(match.phrase)' counts what did not happen", hint: "offer it: 'a walk is on offer, or tea'")
      case .pushing:
        findings.warning(text.place(), "'\(match.phrase)' presses", hint: "an offer that can be refused: 'if it fits'")
      }
    }
  }

  private enum Offer { case counting, pushing }

  private static let offers: PhraseBook<Offer> = {
    var book = PhraseBook<Offer>()
    book.add(
      .counting, "haven't", "have not", "hasn't", "didn't", "did not", "missed", "you only", "only once", "again not",
      "not once", "in a row", "behind")
    book.add(
      .pushing, "you must", "you have to", "you need to", "you ought", "for their sake", "for the children's sake",
      "prioritise yourself", "prioritize yourself", "self care is not selfish", "no excuses")
    return book
  }()

  private enum Rule { case pressing, question, minutes }

  private static let book: PhraseBook<Rule> = {
    var book = PhraseBook<Rule>()
    book.add(
      .pressing, "hurry up", "right now", "this instant", "i won't ask again", "i won't tell you again", "last warning",
      "if you don't",
      "you'd better", "or you'll lose", "what did i say", "how many times")
    book.add(.question, "shall we", "ok", "okay", "would you like to stop")
    book.add(.minutes, "minute", "minutes", "mins")
    return book
  }()
}
