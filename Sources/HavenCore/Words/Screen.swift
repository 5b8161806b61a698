/// What one line may show: the rules that hold for everything in it, and the family's words made to keep them.
struct Screen {
  var catalogue: any Catalogue
  var filter: WordFilter
  /// How the filter's words begin, and all that any child avoids.
  var openings: WordOpenings
  /// Of every child in the line.
  var avoid: AvoidList
  /// False as soon as one child in the line runs at under six.
  var allowsDigits: Bool

  func allows(_ text: String) -> Bool {
    let glance = Glance(at: text, for: openings)
    // An accent may be written in two ways, which a glance does not know.
    if glance.isPlain, avoid.accented.isEmpty { return allowsDigits || !glance.hasDigits }
    return (allowsDigits || !DigitFree.hasDigits(text)) && avoid.allows(text) && filter.allowsReading(text)
  }

  func allows(_ words: Words) -> Bool {
    words.title.fits(Words.longestTitle) && ScreenText.isVisible(words.title)
      && allows(words.title) && allows(words.body)
      && (words.body.isEmpty || filter.allows(words.title + words.body))
  }

  /// The first wording of a phrase that may be shown; nil where none may.
  func pick(_ phrase: Phrase) -> String? { phrase.choices.first(where: allows) }

  /// A family's own label: cleaned, in words where digits are out, by its first clause where the whole may not be
  /// shown; nil where that may not either.
  func label(_ raw: String) -> String? {
    guard let label = ScreenText.label(raw) else { return nil }
    return shown(label) ?? shown(Shortening.firstClause(of: label))
  }

  private func shown(_ label: String) -> String? {
    guard let text = allowsDigits ? label : DigitFree.text(label, in: catalogue), allows(text) else { return nil }
    return Shortening.isolated(text)
  }

  /// What a screen calls a step: its `event-label` wherever it has one, else its name; nil where neither may be shown.
  func label(_ step: Step?) -> String? { step.flatMap { label($0.eventLabel ?? $0.name) } }

  /// A step that a line is not about: its first clause, unless it says where a child goes.
  func labelInPassing(_ step: Step?) -> String? {
    guard let label = label(step).map(Shortening.firstClause) else { return nil }
    let folded = FoldedText(label)
    return catalogue.placesToLeaveOut.contains { $0.occurs(in: folded) } ? nil : label
  }

  /// A family's own sentence, whole or not at all.
  func sentence(_ raw: String?) -> String? {
    guard let raw, let text = ScreenText.cleaned(raw), allows(text) else { return nil }
    return Shortening.isolated(text)
  }

  /// A child's alias as a title can carry it; nil where it may not be shown.
  func name(_ child: ChildID) -> String? {
    label(child).flatMap { Shortening.fit($0, into: Screen.longestName) }.map(catalogue.alias)
  }

  private static let longestName = 20

  /// A title with a label in it, shortened where it must be: the labels are tried whole in their order, then the last
  /// of them is cut. Nil where no wording of the phrase may be shown.
  ///
  /// - Parameter prefersWholeLabel: whether another wording of the phrase comes before a cut label: true where all of
  ///   them say the same.
  func title(
    _ labels: [String], room: Int = Words.longestTitle, prefersWholeLabel: Bool = false, _ phrase: (String) -> Phrase
  ) -> String? {
    func fits(_ text: String) -> Bool { text.sentenceCased.fits(room) }
    for label in labels {
      let choices = phrase(label).choices
      let title = choices.first { (!prefersWholeLabel || fits($0)) && allows($0) }
      if let title, fits(title) { return title.sentenceCased }
    }
    guard let label = labels.last else { return nil }
    for index in phrase(label).choices.indices {
      let frame = phrase("").choices[index].unicodeScalars.count
      guard let short = Shortening.fit(label, into: room - frame) else { continue }
      let title = phrase(short).choices[index].sentenceCased
      if title.fits(room), allows(title) { return title }
    }
    return nil
  }
}
