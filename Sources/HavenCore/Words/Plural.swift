/// A word that changes with a number, with the rule of its language: each case asks for exactly the forms that the
/// rule can choose, so a form cannot be forgotten. The rules are CLDR's cardinal rules for whole numbers
/// (<https://www.unicode.org/cldr/charts/latest/supplemental/language_plural_rules.html>).
enum Plural: Sendable, Equatable {
  /// One for 1, the other form for the rest, 0 too: English, German, Dutch, Swedish, Spanish, Italian.
  case one(String, other: String)
  /// One form for 0 and 1: French, Brazilian Portuguese.
  case zeroAndOne(String, other: String)
  /// Polish: 1; numbers that end in 2 to 4 but not 12 to 14; the rest.
  case polish(one: String, few: String, many: String)

  /// The form for `count`; a negative count has the form of its magnitude.
  func callAsFunction(_ count: Int) -> String {
    let count = count.magnitude
    switch self {
    case .one(let one, let other):
      return count == 1 ? one : other
    case .zeroAndOne(let one, let other):
      return count < 2 ? one : other
    case .polish(let one, let few, let many):
      if count == 1 { return one }
      return (2...4).contains(count % 10) && !(12...14).contains(count % 100) ? few : many
    }
  }
}
