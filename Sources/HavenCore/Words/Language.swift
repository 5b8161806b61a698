/// A language that Haven speaks whole. To add one: a case here, a catalogue and a list of forbidden words; the
/// compiler then asks for the rest.
public enum Language: String, Sendable, CaseIterable {
  case english = "en"
  case german = "de"

  /// The language of a locale's name such as `de_AT.UTF-8`, `de` or `C`; English where Haven has no better.
  public init(locale: String) {
    self = Language.spoken(locale) ?? .english
  }

  /// The language of a session, by the rules of `setlocale(3)` and gettext: the first of `LC_ALL`, `LC_MESSAGES` and
  /// `LANG` that is not empty; where that is not the C locale, the first of `LANGUAGE`'s that Haven speaks goes before.
  public init(environment: (String) -> String?) {
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap(environment).first { !$0.isEmpty } ?? "C"
    let isPlain = locale == "C" || locale == "POSIX" || locale.hasPrefix("C.")
    let wished = isPlain ? [] : (environment("LANGUAGE") ?? "").split(separator: ":").map(String.init)
    self = wished.lazy.compactMap(Language.spoken).first ?? Language(locale: locale)
  }

  private static func spoken(_ locale: String) -> Language? {
    Language(rawValue: String(locale.lowercased().prefix { $0.isLetter }))
  }

  var catalogue: any Catalogue {
    switch self {
    case .english: English()
    case .german: German()
    }
  }

  /// Phrases that a forbidden word may stand in.
  var harmlessPhrases: [WordMatch] {
    switch self {
    case .english: ForbiddenWord.harmlessInEnglish
    case .german: ForbiddenWord.harmlessInGerman
    }
  }

  var forbiddenWords: [ForbiddenWord] {
    switch self {
    case .english: ForbiddenWord.english
    case .german: ForbiddenWord.german
    }
  }
}
