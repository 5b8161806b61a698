import HavenCore

/// Words that do not belong on a screen others can see, and words that press instead of help.
///
/// A step with an `event-label` may have any name, and a private goal too: neither is shown.
struct WordingLint: Lint {
  enum Rule { case personal, threat, judgement, choice }

  func check(_ house: LintedHouse, _ findings: Findings) {
    let avoided = Avoided(house.household.children)
    let young = Set(house.household.children.filter { ($0.workingAge ?? 99) < 6 }.map(\.id))
    house.eachText { text in
      let words = Words(text.text)
      matches(text, words, findings)
      avoided.check(text, words, findings)
      loudness(text, findings)
      if text.use == .script {
        script(
          text, words, isForYoung: text.children.map { $0.contains(where: young.contains) } ?? !young.isEmpty, findings)
      }
      if text.use == .stepName, text.text.utf8.count > 60, text.text.count > 60 {
        findings.warning(
          text.place(), "the name \(quoted(text.text)) is longer than a notification's title",
          hint: "at most 60 letters")
      }
    }
  }

  private func matches(_ text: WrittenText, _ words: Words, _ findings: Findings) {
    for match in WordingLint.book.matches(in: words) {
      switch match.rule {
      case .personal:
        let hint =
          switch text.use {
          case .stepName: "give the step an 'event-label' that anybody may read"
          case .goal: "write private = true, or another name"
          case .script, .cue, .label: "find words that anybody may read"
          }
        findings.warning(text.place(), "'\(match.phrase)' can be seen on the screen", hint: hint)
      case .threat where text.use != .goal:
        findings.warning(text.place(), "'\(match.phrase)' can sound like a threat", hint: "say what comes next")
      case .judgement where text.use != .goal:
        findings.warning(
          text.place(), "'\(match.phrase)' judges the child", hint: "say what you see, or what comes next")
      case .choice where text.use == .script:
        findings.warning(
          text.place(), "'\(match.phrase)' asks what cannot be answered with no",
          hint: "make it a statement or a wondering")
      default: break
      }
    }
  }

  private func loudness(_ text: WrittenText, _ findings: Findings) {
    if text.text.utf8.contains(UInt8(ascii: "!")) {
      findings.warning(text.place(), "an exclamation mark raises the voice", hint: "end with a full stop")
    }
    if let word = WordingLint.shouted(in: text.text) {
      findings.warning(
        text.place(), "\(quoted(word)) is written in capitals, which reads as shouting",
        hint: "write it in small letters")
    }
  }

  /// `NOW`, and any word of five capitals or more: shorter ones are names, such as TV or LEGO.
  private static func shouted(in text: String) -> Substring? {
    var capitals = 0
    for byte in text.utf8 {
      capitals = (0x41...0x5A).contains(byte) ? capitals + 1 : 0
      if capitals == 3 { break }
    }
    guard capitals == 3 else { return nil }
    return text.split(whereSeparator: { !$0.isLetter }).first { word in
      word.allSatisfy(\.isUppercase) && (word.count >= 5 || word == "NOW")
    }
  }

  /// A line to say to a child: one idea a sentence, and no minutes for a child who cannot picture them.
  private func script(_ text: WrittenText, _ words: Words, isForYoung: Bool, _ findings: Findings) {
    if words.hashes.count > 12 {
      let longest =
        text.text.split(whereSeparator: { ".?!;:".contains($0) }).map { Words(String($0)).hashes.count }.max() ?? 0
      if longest > 12 {
        findings.warning(
          text.place(), "a sentence of \(longest) words is long to hear", hint: "one idea, at most twelve words")
      }
    }
    guard isForYoung, words.hashes.contains(where: WordingLint.minutes.contains) else { return }
    findings.warning(
      text.place(), "minutes mean little before a working age of six", hint: "say what happens: 'when the bar is empty'"
    )
  }

  private static let minutes: Set<UInt64> = [Words.hash("minute"), Words.hash("minutes"), Words.hash("mins")]

  private static let book: PhraseBook<Rule> = {
    var book = PhraseBook<Rule>()
    book.add(
      .personal, "contact", "contact visit", "family time", "court", "social worker", "respite", "placement", "foster",
      "fostering",
      "adopted", "adoption", "birth mum", "birth mother", "birth mom", "birth dad", "birth father", "birth family",
      "birth parents",
      "safeguarding", "guardian ad litem", "case worker", "caseworker")
    book.add(
      .personal, "adhd", "autism", "autistic", "asd", "fasd", "ptsd", "pda", "attachment disorder", "trauma",
      "diagnosis", "epilepsy",
      "diabetes", "therapy", "therapist", "counselling", "counsellor", "counseling", "counselor", "psychologist",
      "psychiatrist", "camhs")
    book.add(
      .personal, "medication", "medications", "medicine", "medicines", "meds", "pill", "pills", "ritalin", "melatonin",
      "inhaler", "insulin",
      "toilet", "potty", "nappy", "nappies", "diaper", "bedwetting", "wetting", "soiling", "pee", "poo", "self harm",
      "suicide", "suicidal",
      "hitting", "biting", "kicking", "meltdown", "meltdowns", "tantrum", "tantrums", "outburst", "hoarding food")
    book.add(
      .threat, "or else", "last chance", "final warning", "last warning", "if you don't", "if you do not",
      "you'd better", "or you'll lose",
      "or there's no", "right now", "hurry up", "i won't ask again", "i won't tell you again", "one two three")
    book.add(
      .judgement, "good boy", "good girl", "bad boy", "bad girl", "be good", "naughty", "behave yourself", "lazy",
      "silly girl", "silly boy",
      "bad day", "drama queen", "manipulative", "attention seeking", "defiant")
    book.add(.choice, "shall we", "ok", "okay", "would you like to stop")
    book.allow(
      "tennis court", "basketball court", "badminton court", "squash court", "netball court", "food court",
      "contact lens", "contact lenses",
      "eye contact", "play therapy room", "music practice", "pda meeting")
    return book
  }()
}

/// Each child's own list of words to avoid.
private struct Avoided {
  private var books: [(child: ChildID, book: PhraseBook<String>)] = []

  init(_ children: [Child]) {
    for child in children where !child.avoid.isEmpty {
      var book = PhraseBook<String>()
      for words in child.avoid { book.add(words, words) }
      books.append((child.id, book))
    }
  }

  func check(_ text: WrittenText, _ words: Words, _ findings: Findings) {
    guard text.use == .script || text.use == .cue || text.use == .stepName else { return }
    for (child, book) in books where text.children?.contains(child) ?? true {
      guard let match = book.matches(in: words).first else { continue }
      findings.warning(
        text.place(), "'\(match.rule)' is among the words to avoid for '\(child)'",
        hint: "find other words, or another 'avoid'")
    }
  }
}
