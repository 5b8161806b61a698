import Testing

@testable import HavenCore

struct NumberWordsTests {
  private let english = Language.english.catalogue
  private let german = Language.german.catalogue

  @Test(
    "the clock in words, in English and in German",
    arguments: [
      ("17:00", "five o'clock", "fünf Uhr"), ("13:00", "one o'clock", "ein Uhr"),
      ("00:00", "twelve o'clock", "zwölf Uhr"),
      ("18:10", "ten past six", "zehn nach sechs"), ("18:15", "quarter past six", "Viertel nach sechs"),
      ("17:25", "twenty-five past five", "fünf vor halb sechs"), ("17:30", "half past five", "halb sechs"),
      ("17:35", "twenty-five to six", "fünf nach halb sechs"), ("17:45", "quarter to six", "Viertel vor sechs"),
      ("12:50", "ten to one", "zehn vor eins"), ("08:01", "one minute past eight", "eine Minute nach acht"),
      ("17:37", "twenty-three minutes to six", "dreiundzwanzig Minuten vor sechs"),
      ("23:59", "one minute to twelve", "eine Minute vor zwölf"),
    ])
  func clock(_ time: String, _ words: String, _ worte: String) throws {
    let time = try #require(TimeOfDay(time))
    #expect(english.clock(time, .words) == words)
    #expect(german.clock(time, .words) == worte)
  }

  @Test("no minute of the day has a digit in words", arguments: Language.allCases)
  func everyMinute(_ language: Language) {
    for minute in 0..<1440 {
      #expect(!DigitFree.hasDigits(language.catalogue.clock(TimeOfDay(seconds: minute * 60), .words)))
    }
  }

  @Test("lengths of time, in figures and in words")
  func durations() {
    let minutes = [1, 2, 21, 90, 110, 120, 150, 121]
    #expect(
      minutes.map { english.duration(minutes: $0, .digits) }
        == ["1 min", "2 min", "21 min", "90 min", "110 min", "2 h", "2 h 30 min", "2 h 1 min"])
    #expect(
      minutes.map { english.duration(minutes: $0, .words) } == [
        "one minute", "two minutes", "twenty-one minutes", "ninety minutes", "nearly two hours", "two hours",
        "two hours and thirty minutes", "two hours and one minute",
      ])
    #expect(
      minutes.map { german.duration(minutes: $0, .words) } == [
        "einer Minute", "zwei Minuten", "einundzwanzig Minuten", "neunzig Minuten", "knapp zwei Stunden",
        "zwei Stunden",
        "zwei Stunden und dreißig Minuten", "zwei Stunden und einer Minute",
      ])
    #expect([1, 2].map { german.duration(minutes: $0, .digits) } == ["1 Minute", "2 Minuten"])
  }

  @Test("a German length of time stands in the case that its sentence asks for")
  func germanCases() {
    func script(_ minutes: Int) -> String {
      german.script(
        Spoken(
          stage: .ahead, manner: .plain, timing: .left(.minutes(minutes, isAbout: false)), numbers: .digits,
          at: TimeOfDay(seconds: 0)), to: "Tee"
      ).text
    }
    #expect(script(1) == "Noch eine Minute, dann Tee.")
    #expect(script(121) == "Noch zwei Stunden und eine Minute, dann Tee.")
    let title = german.title(Heading(timing: .left(.minutes(1, isAbout: true)), numbers: .words), to: "Tee")
    #expect(title.text == "in etwa einer Minute: Tee")
  }

  @Test("days ahead are words: today, tomorrow, in three days, in a week, in two weeks")
  func days() {
    #expect(
      [-1, 0, 1, 3, 7, 14, 15].map(english.days) == [
        "today", "today", "tomorrow", "in three days", "in a week", "in two weeks", "in fifteen days",
      ])
    #expect(
      [0, 1, 3, 7, 14].map(german.days) == ["heute", "morgen", "in drei Tagen", "in einer Woche", "in zwei Wochen"])
  }

  @Test("what is left is whole minutes, 'about' where that is not quite true")
  func timeLeft() {
    let cases: [(Int, TimeLeft)] = [
      (540, .minutes(9, isAbout: false)), (570, .minutes(10, isAbout: true)), (569, .minutes(9, isAbout: true)),
      (60, .minutes(1, isAbout: false)), (59, .underAMinute), (1, .underAMinute), (0, .none), (-1, .aMomentAgo),
      (-59, .aMomentAgo), (-60, .minutesAgo(1, isAbout: false)), (-90, .minutesAgo(2, isAbout: true)),
    ]
    for (seconds, left) in cases { #expect(TimeLeft(seconds: seconds) == left, "\(seconds) s") }
  }

  @Test("no number of seconds is too large to say")
  func extremes() {
    #expect(TimeLeft(seconds: .max) == .minutes(5940, isAbout: false))
    #expect(TimeLeft(seconds: .min) == .minutesAgo(5940, isAbout: false))
  }

  @Test("a plural form goes by the rule of its language")
  func plurals() {
    let english = Plural.one("step", other: "steps")
    #expect([0, 1, 2, 11, 21, 101].map { english($0) } == ["steps", "step", "steps", "steps", "steps", "steps"])
    let french = Plural.zeroAndOne("pas", other: "pas.pl")
    #expect([0, 1, 2].map { french($0) } == ["pas", "pas", "pas.pl"])
    let polish = Plural.polish(one: "krok", few: "kroki", many: "kroków")
    #expect(
      [0, 1, 2, 4, 5, 12, 14, 21, 22, 25, 101, 112].map { polish($0) } == [
        "kroków", "krok", "kroki", "kroki", "kroków", "kroków", "kroków", "kroków", "kroki", "kroków", "kroków",
        "kroków",
      ])
  }

  @Test(
    "the session's locale chooses the language: LC_ALL, LC_MESSAGES, LANG, and LANGUAGE before them",
    arguments: [
      (["LANG": "de_DE.UTF-8"], Language.german), (["LANG": "de_DE.UTF-8", "LC_ALL": "en_GB.UTF-8"], .english),
      (["LC_ALL": "", "LC_MESSAGES": "", "LANG": "de_CH"], .german),
      (["LC_MESSAGES": "de_DE", "LANG": "en_GB"], .german),
      (["LANG": "fr_FR.UTF-8", "LANGUAGE": "fr:de:en"], .german), (["LANG": "C", "LANGUAGE": "de"], .english),
      (["LANG": "C.UTF-8", "LANGUAGE": "de"], .english), (["LANG": "en_GB", "LANGUAGE": "de"], .german),
      ([:], .english),
    ])
  func session(_ environment: [String: String], _ language: Language) {
    #expect(Language { environment[$0] } == language)
  }

  @Test("a locale's name chooses the language")
  func locale() {
    #expect(["de_AT.UTF-8", "de"].map(Language.init(locale:)) == [.german, .german])
    #expect(["en_GB", "C", "", "fr_FR"].map(Language.init(locale:)) == [.english, .english, .english, .english])
  }
}
