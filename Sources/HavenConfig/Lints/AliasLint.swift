import HavenCore

/// An alias is all that is ever shown of a child, so it should not lead to the child: no name that the config itself
/// uses for a person, no digits of a date of birth.
struct AliasLint: Lint {
  func check(_ house: LintedHouse, _ findings: Findings) {
    let names = people(in: house.household)
    for child in house.draft.children {
      let alias = child.value.id
      let parts = alias.split(separator: "-").map(String.init)
      if let name = parts.first(where: { names.contains($0) }) {
        findings.warning(
          child.place(of: "id"),
          "the alias '\(alias)' looks like a real name: the config calls a person \(quoted(name))",
          hint: "an animal or a colour tells nobody anything")
      }
      if alias.filter(\.isNumber).count >= 4 {
        findings.warning(
          child.place(of: "id"), "the digits in the alias '\(alias)' look like a date",
          hint: "an animal or a colour tells nobody anything")
      }
    }
  }

  /// The words of everybody's names, in lower case.
  private func people(in household: Household) -> Set<String> {
    var names = household.carers.flatMap { [$0.name, $0.login ?? ""] } + household.supports.map(\.name)
    names += household.respite.flatMap { [$0.cover ?? "", $0.backup ?? ""] }
    let words = names.flatMap { $0.lowercased().split { !$0.isLetter } }.map(String.init)
    return Set(words.filter { $0.count > 1 }).subtracting(["or", "and", "the", "auntie", "aunt", "uncle", "me"])
  }
}
