/// A language that Haven speaks whole. To add one: a case here, a catalogue and a list of forbidden words; the
/// compiler then asks for the rest.
public enum Language: String, Sendable, CaseIterable {
  case english = "en"
  case german = "de"

  /// The language of a locale's name such as `de_AT.UTF-8`, `de` or `C`; English where Haven has no better.
  public init(locale: String) {
    let code = locale.lowercased().prefix { $0.isLetter }
    self = Language(rawValue: String(code)) ?? .english
  }

  var catalogue: any Catalogue {
    switch self {
    case .english: English()
    case .german: German()
    }
  }

  var forbiddenWords: [ForbiddenWord] {
    switch self {
    case .english: ForbiddenWord.english
    case .german: ForbiddenWord.german
    }
  }
}
