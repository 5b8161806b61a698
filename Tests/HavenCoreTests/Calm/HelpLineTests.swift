import Testing

@testable import HavenCore

struct HelpLineTests {
  private func household(_ country: String?, people: Int = 0, how: String = "text any time") -> Household {
    var household = Household()
    household.settings.country = country
    household.supports = (0..<people).map { Support(name: "Auntie \($0)", kind: .family, how: how) }
    return household
  }

  @Test("each country has its own number, in any case; one that is not in the table has a directory and no guess")
  func countries() {
    #expect(CountryHelp.of("GB").emergency == "999")
    #expect(CountryHelp.of("us").emergency == "911")
    #expect(CountryHelp.of("IE").emergency == "112 or 999")
    #expect(CountryHelp.of("DE").emergency == "112")
    for unknown in [nil, "PK", "", "ZZ"] {
      #expect(CountryHelp.of(unknown).emergency == nil)
      #expect(CountryHelp.of(unknown).lines.map(\.text) == ["Lines near you, by country: findahelpline.com"])
    }
  }

  @Test("no country has two entries; every line has a way to reach it, a date and a source")
  func table() {
    let codes = CountryHelp.all.flatMap(\.countries)
    #expect(Set(codes).count == codes.count)
    for line in (CountryHelp.all + [CountryHelp.of(nil)]).flatMap(\.lines) {
      #expect(line.call != nil || line.write != nil, "\(line.name)")
      #expect(CivilDate(line.checkedOn) != nil && !line.checkedAgainst.isEmpty, "\(line.name)")
    }
  }

  @Test("a number that belongs to no known service is in no line")
  func unlabelled() {
    let digits = CountryHelp.all.flatMap(\.lines).map { $0.text.filter(\.isNumber) }
    #expect(!digits.contains { $0.contains("03330505333") })
  }

  @Test(
    "help-now is at most fifteen rows, however narrow the screen and long the family's list",
    arguments: [nil, "GB", "US", "IE", "FR"] as [String?])
  func rows(country: String?) {
    for width in [40, 80] {
      for people in [0, 1, 2, 30] {
        for how in ["text", String(repeating: "any time at all ", count: 18)] {
          func rows(_ text: String) -> Int { (text.count + width - 9) / (width - 8) }
          let now = HelpNow(household(country, people: people, how: how), rows: rows)
          let used = ([now.danger, now.note] + now.family + now.lines).reduce(1) { $0 + rows($1) }
          let headings = (now.family.isEmpty ? 0 : 1) + (now.more > 0 ? 1 : 0)
          #expect(used + headings <= HelpNow.longest, "\(country ?? "-") \(width) \(people)")
          #expect(now.family.isEmpty == (people == 0))
          #expect(now.family.count + now.more == people)
        }
      }
    }
  }

  @Test("the order is danger, the family's own, the country's lines, and what Haven cannot do")
  func order() {
    let now = HelpNow(household("GB", people: 1))
    #expect(now.danger == "In immediate danger: call 999.")
    #expect(now.family == ["Auntie 0: text any time"])
    #expect(now.lines.contains("Samaritans: call 116 123, jo@samaritans.org"))
    #expect(now.note == "Haven can't call anyone and isn't watching.")
  }

  @Test("a counsellor of one's own is not in the family's list")
  func counsellor() {
    var household = household("GB")
    household.supports = [Support(name: "Dana", kind: .counsellor, how: "Thursdays")]
    #expect(HelpNow(household).family.isEmpty)
  }

  @Test("docs/help-lines.md lists every line that is printed, with its date and its source, and no other")
  func page() throws {
    let page = try #require(Page.read("help-lines.md"))
    let printed = page.split(separator: "\n").filter { $0.hasPrefix("| ") }.map(String.init)
    var expected: [String] = []
    for help in CountryHelp.all + [CountryHelp.of(nil)] {
      for line in help.lines {
        let routes = [line.call.map { "call \($0)" }, line.write].compactMap { $0 }.joined(separator: ", ")
        let whom = line.whom.map { ", \($0)" } ?? ""
        expected.append(
          "| \(help.name) | \(help.emergency ?? "local") | \(line.name)\(whom) | \(routes) | \(line.checkedOn) | \(line.checkedAgainst) |"
        )
      }
    }
    for row in expected where !printed.contains(row) { Issue.record("docs/help-lines.md lacks '\(row)'") }
    let lines = printed.filter { $0.contains(" | 20") }
    #expect(lines.count == expected.count, "docs/help-lines.md has lines that the program does not print")
    #expect(page.contains("Last review of the whole table: \(CountryHelp.reviewedOn)"))
  }
}
