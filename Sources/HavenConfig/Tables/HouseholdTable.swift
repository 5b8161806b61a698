import HavenCore

/// `[household]`
enum HouseholdTable {
  struct Model {
    var settings = Settings()
    var timezone: Located<String>?
    var textPlace: Place?
  }

  static let table = Table<Model>(
    "household", .single, "The house as a whole. Every key may be left out.",
    [
      Key(
        "timezone", .located(.text("time zone", most: 100, example: "\"Europe/London\"")), .words("the system's"),
        "the IANA name of the zone in which every time of the config is read"
      ) {
        ($0.timezone, $0.settings.timezone) = ($1, $1.value)
      },
      Key(
        "text", .located(.choice("level of text")), .value("\"public\""),
        "how much a notification may say: `generic` (\"next step in 10\"), `public` (step words and aliases) or "
          + "`full` (the script line too, where `private` is true)", example: "\"generic\""
      ) { ($0.settings.text, $0.textPlace) = ($1.value, $1.place) },
      Key(
        "locked", .choice("way with a locked screen"), .value("\"generic\""),
        "what a locked screen shows: `generic` (what is due, in general words) or `nothing` (one catch-up when it is "
          + "unlocked)", example: "\"nothing\""
      ) { $0.settings.whenLocked = $1 },
      Key(
        "generic-when", .list(of: .window), .value("[]"),
        "windows in which every text is `generic`, such as while a visitor can see the screen",
        example: "\"2026-03-10 15:30-17:30\""
      ) { $0.settings.genericWhen = $1 },
      Key("digest", .time, .value("\"20:30\""), "when the evening's one quiet line is said", example: "\"20:40\"") {
        $0.settings.digest = $1
      },
      Key("country", .country, .words("not set"), "ISO 3166-1 code of the country whose lines `help-now` prints") {
        $0.settings.country = $1
      },
      Key(
        "retention", .retention, .value("\"90d\""),
        "how long the details of hard moments and the words of notes are kept before only weekly counts remain; `off` "
          + "keeps them until a purge"
      ) { $0.settings.retention = $1 },
      Key(
        "sound", .text("sound name", most: 100, example: "\"message\""), .value("\"none\""),
        "a sound of the desktop's sound theme, played with a cue; `none` for silence"
      ) {
        $0.settings.sound = $1 == "none" ? nil : $1
      },
      Key(
        "private", .boolean, .value("true"),
        "whether each carer has a login of their own; false makes `full` count as `public`", example: "false"
      ) {
        $0.settings.isPrivate = $1
      },
    ])

  static let section = Section(name: "household") { node, draft, findings in
    guard node.kind == .table else {
      findings.error(node.keyPlace, "'household' is written once", hint: "write '[household]'")
      return
    }
    draft.claim(node, as: table.header, findings)
    table.read(node, into: &draft.settings, findings)
  }
}

extension ValueType where Value == Int? {
  fileprivate static let retention = ValueType.grammar("duration or off", example: "\"90d\"") {
    text throws(GrammarFault) in
    if text == "off" { return nil }
    let seconds = try DurationText.seconds(parsing: text)
    guard (86_400...3660 * 86_400).contains(seconds) else {
      throw GrammarFault("the duration \(quoted(text)) is out of range", hint: "from '1d' to '3660d', or 'off'")
    }
    return seconds
  }
}

extension ValueType where Value == String {
  fileprivate static let country = ValueType.grammar("country", example: "\"GB\"") { text throws(GrammarFault) in
    let letters = text.uppercased()
    guard letters.utf8.count == 2, letters.utf8.allSatisfy({ (0x41...0x5A).contains($0) }) else {
      throw GrammarFault("\(quoted(text)) is not a country", hint: "write the two letters of ISO 3166, such as 'GB'")
    }
    guard letters != "UK" else { throw GrammarFault("'UK' is not a country", hint: "did you mean 'GB'?") }
    return letters
  }
}
