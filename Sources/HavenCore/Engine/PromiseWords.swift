/// The words that go with a promise: a short one for whom it hangs on, and a line that fits a screen.
enum PromiseWords {
  /// `nan`, `auntie-jo`.
  static func isPerson(_ text: String) -> Bool {
    (1...40).contains(text.count) && text.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" }
  }

  static func fits(_ note: String) -> Bool { note.count <= longest }

  /// Characters.
  static let longest = 280

  static func check(on person: String?, note: String?) throws(Refusal) {
    if let person, !isPerson(person) {
      throw Refusal("whom it hangs on is one word, such as 'nan'", hint: "the promise itself goes in '--note -'")
    }
    if let note, !fits(note) { throw Refusal("a promise's words are \(longest) characters at most") }
  }
}
