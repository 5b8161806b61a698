import HavenAPI
import Testing

@testable import HavenCLI
@testable import HavenCore

@Suite("try, and what went with it")
struct TryCommandTests {
  private static let config = """
    [[child]]
    id = "otter"

    [[routine]]
    name = "evening"

    [[routine.step]]
    at = "18:40"
    name = "Bath"
    transition = "hard"  # since May

    """

  /// Smooth but for every fourth time before, and every tenth with it.
  private func row(_ change: Trial.Change, _ value: String, tried: String, from: String, until: String, days: Int = 20)
    throws -> TrialsView.Row
  {
    let first = try #require(CivilDate(from))
    let trial = Facts.KeptTrial(
      step: "bath", child: "otter", change: change, value: value, before: "P20 · 15 · 5 · L2 · 0", tried: tried,
      first: first, last: try #require(CivilDate(until)))
    let lived = (-days..<days).map { day in
      Occurrence(
        date: first + day, at: TimeOfDay("18:40")!, step: "bath", child: "otter",
        hard: day % (day < 0 ? 4 : 10) == 0 ? 2 : 0, settle: day < 0 ? 20 : 8)  // a time
    }
    return TrialsView.Row(trial, TrialFigures(trial, lived, others: []), today: CivilDate("2026-03-10")!)  // a date
  }

  @Test("what is over is told with what went before, what went with it, and the line that would keep it")
  func finished() throws {
    let folder = try Folder()
    _ = try folder.write(Self.config, to: "haven.toml")
    let house = FakeHouse()
    house.trialsView.trials = [
      try row(.size, "very-hard", tried: "P30 · 20 · 10 · 5 · L2 · 0", from: "2026-02-20", until: "2026-03-05")
    ]
    let outcome = try havenctl("try --config \(folder.path)", house: house)
    #expect(outcome.status == .success)
    #expect(
      outcome.output == """
        bath, otter: tried until Thu 5 March
          P30 · 20 · 10 · 5 · L2 · 0, instead of P20 · 15 · 5 · L2 · 0
          with it  went with 12 of 14 smooth  settled in 8 min (of 2)
          before   15 of 20 smooth            settled in 20 min (of 5)
          to keep it, in haven.toml:10
          → transition = "very-hard"  # since May

        """)
    let discreet = try havenctl("try --discreet --config \(folder.path)", house: house).output
    #expect(!discreet.contains("otter") && !discreet.contains("bath"))
  }

  @Test("a running one says which day it is; under eight times it is too few to say")
  func running() throws {
    let house = FakeHouse()
    house.trialsView.trials = [try row(.ladder, "none", tried: "", from: "2026-03-08", until: "2026-03-21", days: 3)]
    #expect(
      try havenctl("try", house: house).output == """
        bath, otter: day 3 of 14
          no warnings, instead of P20 · 15 · 5 · L2 · 0
          3 times with it, 3 before: too few to say

        """)
  }

  @Test("nothing tried is a truthful no")
  func nothing() throws {
    #expect(try havenctl("try") == Outcome(status: .no, output: "nothing is being tried\n", errors: ""))
  }

  @Test(
    "one thing, of one step, for some days: anything else is a slip of the pen",
    arguments: [
      "try --ladder long", "try bath", "try bath --ladder long --size hard", "try bath --minutes 20 --days 0",
      "try bath --minutes 20 --days 29", "try bath --minutes 20 --days 3 --until Sat",
      "try bath --size hard --until soon",
    ])
  func usage(words: String) throws {
    #expect(try havenctl(words).status == .usage)
  }

  @Test("days are counted from tomorrow")
  func days() throws {
    let house = FakeHouse()
    _ = try havenctl("try bath --size hard --days 7", house: house)
    #expect(house.asked.last == "try bath --size hard --until 2026-03-17 -")
  }

  @Test("keeping it is a suggestion like the others, and accepting it edits the line")
  func keep() throws {
    let folder = try Folder()
    let file = try folder.write(Self.config, to: "haven.toml")
    let house = FakeHouse()
    let first = try #require(CivilDate("2026-02-20"))
    let trial = Facts.KeptTrial(
      step: "bath", child: "otter", change: .minutes, value: "30", before: "P20 · 0", tried: "P30 · 0", first: first,
      last: first + 13)
    var figures = TrialFigures(trial, [], others: [])
    (figures.before, figures.during) = (.init(smooth: 6, of: 11), .init(smooth: 9, of: 10))
    house.suggestionsView.suggestions = [
      SuggestionsView.Row(Suggestion(.keep(trial, figures, from: nil, to: nil), count: 9, of: 10), number: 1)
    ]
    let shown = try havenctl("suggestions --config \(folder.path)", house: house).output
    #expect(
      shown.hasPrefix(
        """
        1  bath, otter: keep what was tried, P30 · 0
           went with 9 of 10 smooth; before it 6 of 11
        """))
    #expect(try havenctl("suggestions accept 1 --config \(folder.path)", house: house).status == .success)
    #expect(try readText(file).contains("ladder = [\"P30\", \"0\"]"))
    #expect(house.asked.last == "suggestions accept keep/bath/otter/2026-02-20 -")
  }
}
