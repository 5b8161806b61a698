extension CountryHelp {
  /// The date of the last review of the whole table; `docs/help-lines.md` says how it was done.
  public static let reviewedOn = "2026-11-26"

  /// The one table of numbers. A line that could not be held against a source of its own, or of an authority, is not
  /// in it: a wrong number is worse than none. `docs/help-lines.md` is kept equal to it by a test.
  public static let all: [CountryHelp] = [unitedKingdom, unitedStates, ireland, europeanUnion]

  static let unitedKingdom = CountryHelp(
    countries: ["GB", "UK"], name: "United Kingdom", emergency: "999",
    lines: [
      HelpLine(
        "NHS 111, option 2", whom: "England, Wales", call: "111", on: reviewedOn,
        against: "NHS surgery pages for England; the Welsh Government's announcement of 2023"),
      HelpLine(
        "Samaritans", call: "116 123", write: "jo@samaritans.org", on: reviewedOn,
        against: "samaritans.org, stored copy; Full Fact, December 2022, for there being no text number"),
      HelpLine(
        "Childline", whom: "under 19", call: "0800 1111", write: "chat at childline.org.uk", on: reviewedOn,
        against: "childline.org.uk, stored copy; its own account in the press, 2022"),
      HelpLine(
        "Shout", write: "text 85258", on: reviewedOn, against: "crisistextline.uk, stored copy; Full Fact, 2022"),
    ])

  static let unitedStates = CountryHelp(
    countries: ["US", "PR", "GU", "VI"], name: "United States", emergency: "911",
    lines: [
      HelpLine(
        "988 Lifeline", call: "988", write: "text 988, chat at 988lifeline.org", on: reviewedOn,
        against: "the Lifeline's own description, stored copies of 2023"),
      HelpLine(
        "Crisis Text Line", write: "text HOME to 741741", on: reviewedOn,
        against: "a county's resource page, stored copy of 2024 or later"),
      HelpLine(
        "Childhelp", whom: "children", call: "1-800-422-4453", write: "or text it, childhelphotline.org",
        on: reviewedOn,
        against: "childhelphotline.org, stored copy; a state's resource page for the number"),
    ])

  static let ireland = CountryHelp(
    countries: ["IE"], name: "Ireland", emergency: "112 or 999",
    lines: [
      HelpLine(
        "Samaritans", call: "116 123", write: "jo@samaritans.ie", on: reviewedOn,
        against: "the Irish Examiner, 2018 and 2019, quoting the charity's regional director"),
      directory,
    ])

  /// Member states without an entry of their own.
  static let europeanUnion = CountryHelp(
    countries: [
      "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IT", "LT", "LU", "LV", "MT",
      "NL", "PL", "PT", "RO", "SE", "SI", "SK",
    ], name: "European Union", emergency: "112",
    lines: [
      HelpLine(
        "Child helpline", whom: "children, teens; most countries", call: "116 111", on: reviewedOn,
        against: "Commission Decision 2007/698/EC; Child Helpline International, 2022: 23 of 27 states"),
      directory,
    ])

  /// Where no country is set, or one that the table does not have.
  static let elsewhere = CountryHelp(countries: [], name: "anywhere", emergency: nil, lines: [directory])

  private static let directory = HelpLine(
    "Lines near you, by country", write: "findahelpline.com", on: reviewedOn,
    against: "the site's page for Australia, stored copy")
}
