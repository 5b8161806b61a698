import Testing

@testable import HavenCore

struct ShellWordsTests {
  private let english = ShellWords()
  private let german = ShellWords(language: .german)

  @Test("a countdown says how long and when, before the change and after it")
  func countdown() throws {
    let time = try #require(TimeOfDay("17:25"))
    #expect(english.countdown(seconds: 720, at: time) == "in 12 min, at 17:25")
    #expect(english.countdown(seconds: -600, at: time) == "10 min ago, at 17:25")
    #expect(english.countdown(seconds: 0, at: time) == "at 17:25, which is the moment")
    #expect(german.countdown(seconds: 60, at: time) == "in 1 Minute, um 17:25")
    #expect(english.duration(seconds: 9000) == "2 h 30 min")
  }

  @Test("counts have the right form")
  func counts() {
    #expect([0, 1].map(english.promises) == ["0 promises open today", "1 promise open today"])
    #expect([0, 1, 2].map(english.steps) == ["0 steps", "1 step", "2 steps"])
    #expect([1, 2].map(german.promises) == ["1 offenes Versprechen", "2 offene Versprechen"])
  }

  @Test("a day is ordinary or soft, never worse")
  func modes() {
    #expect(Mode.allCases.map(english.mode) == ["ordinary day", "soft day", "soft day", "soft day"])
    #expect(english.onDuty(["Ros", "Imani"]) == "on duty: Ros and Imani")
  }

  @Test("every state and every reason has words without blame", arguments: Language.allCases)
  func states(_ language: Language) {
    let words = ShellWords(language: language)
    let filter = WordFilter(language: language)
    for text in LedgerEntry.State.allCases.map(words.state) + LedgerEntry.Reason.allCases.map(words.reason) {
      #expect(!text.isEmpty && filter.allows(text), "'\(text)'")
    }
  }
}
