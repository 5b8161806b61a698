/// A wording, and others that mean much the same, for a family that avoids a word of the first.
///
///     ["Otter: last one, then shoes", "Otter: one more, then shoes"]
struct Phrase: Sendable, Equatable, ExpressibleByStringInterpolation, ExpressibleByArrayLiteral {
  /// Best first; never empty.
  var choices: [String]

  init(stringLiteral value: String) { choices = [value] }
  init(_ value: String) { choices = [value] }
  init(_ choices: [String]) { self.choices = choices.isEmpty ? [""] : choices }
  init(arrayLiteral elements: String...) { choices = elements.isEmpty ? [""] : elements }

  /// The first choice.
  var text: String { choices[0] }
}
