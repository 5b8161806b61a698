/// Whether a promise hangs on somebody who did not make it: "mum will come".
///
/// Looked for in the id and in the words that go with it: somebody of the family outside of the house, and what they
/// are to do. A carer of this household keeps their own promises, whatever the children call them. It only ever earns a
/// kind line, so it may be wrong now and then.
enum ThirdParty {
  static func isNamed(in id: PromiseID, note: String?, household: Household) -> Bool {
    let words = words(of: id) + words(of: note ?? "")
    let own = Set(household.carers.flatMap { [$0.id.lowercased()] + self.words(of: $0.name) })
    return words.contains { people.contains($0) && !own.contains($0) } && words.contains { doings.contains($0) }
  }

  private static func words(of text: String) -> [String] {
    text.lowercased().split { !$0.isLetter }.map(String.init)
  }

  private static let people: Set<String> = [
    "mum", "mummy", "mam", "mom", "mommy", "mother", "dad", "daddy", "father", "nan", "nana", "gran", "granny",
    "grandma",
    "grandad", "grandpa", "aunt", "auntie", "uncle", "brother", "sister", "cousin", "friend", "worker", "teacher",
    "mama", "papa", "oma", "opa", "tante", "onkel", "bruder", "schwester",
  ]

  private static let doings: Set<String> = [
    "come", "comes", "coming", "visit", "visits", "visiting", "call", "calls", "ring", "rings", "phone", "phones",
    "write",
    "writes", "send", "sends", "bring", "brings", "meet", "meets", "see", "sees", "collect", "collects",
    "kommt", "besucht", "anruft", "bringt", "schickt",
  ]
}
