import HavenCore
import Testing

@testable import HavenConfig

struct WordingLintTests {
  private func warnings(_ keys: String, child: String = "") throws -> [String] {
    let told = try findings(
      "[[child]]\nid = \"otter\"\nworking-age = 5\n\(child)\n[[routine]]\nid = \"r\"\n[[routine.step]]\nat = \"17:00\"\n\(keys)\n"
    )
    return told.map { $0.split(separator: ": ", maxSplits: 2).last.map(String.init) ?? $0 }
  }

  @Test(
    "words that do not belong on a screen are told",
    arguments: [
      "contact", "contact visit", "court", "Family time", "respite", "social worker calls", "ADHD group", "medication",
      "therapy", "potty",
    ])
  func personal(name: String) throws {
    let told = try warnings("name = \"\(name)\"")
    #expect(
      told.count == 1
        && told[0].hasSuffix("so no screen will show it; give the step an 'event-label' that anybody may read"),
      "\(told)")
  }

  @Test("a label takes the name's place on the screen, so then the name may be anything")
  func label() throws {
    #expect(try warnings("name = \"contact\"\nevent-label = \"Saturday plan\"") == [])
    #expect(try warnings("name = \"Saturday\"\nevent-label = \"contact\"").count == 1)
  }

  @Test(
    "the same words in another sense are not told",
    arguments: ["tablet ends", "medal table", "courtyard", "LEGO and TV", "badge"])
  func harmless(name: String) throws {
    #expect(try warnings("name = \"\(name)\"") == [])
  }

  @Test(
    "threats, judgements, loudness and false questions are told",
    arguments: [
      (
        "Last chance, shoes on.",
        "'last chance' sounds like a threat or a bribe, so no screen will show it; rather: last one"
      ),
      (
        "Shoes on or else.",
        "'or else' sounds like a threat or a bribe, so no screen will show it; find words that anybody may read"
      ),
      ("Hurry up, shoes on.", "'hurry up' presses; say what comes next"),
      ("Shoes on!", "an exclamation mark raises the voice; end with a full stop"),
      ("Shoes on NOW.", "'NOW' is written in capitals, which reads as shouting; write it in small letters"),
      ("Shall we put shoes on?", "'shall we' asks what cannot be answered with no; make it a statement or a wondering"),
      (
        "Two more minutes.",
        "minutes mean little before a working age of six; say what happens: 'when the bar is empty'"
      ),
      (
        "First we put the shoes on and then the coat and then we all go out.",
        "a sentence of 16 words is long to hear; one idea, at most twelve words"
      ),
    ])
  func scripts(say: String, told: String) throws {
    #expect(try warnings("name = \"shoes\"\nsay = \"\(say)\"") == [told])
  }

  @Test("minutes may be said where the working age is six or more")
  func minutes() throws {
    #expect(
      try findings(
        "[[child]]\nid = \"a\"\nworking-age = 9\n[[routine]]\nid = \"r\"\nstep = [{ at = \"17:00\", name = \"b\", say = \"Five more minutes.\" }]\n"
      ) == [])
  }

  @Test("a child's own words to avoid are looked for in that child's steps")
  func avoid() throws {
    #expect(
      try warnings("name = \"hurry up the hill\"", child: "avoid = [\"hurry\"]").contains(
        "'hurry' is among the words to avoid for 'otter'; find other words, or another 'avoid'"))
    #expect(try warnings("name = \"hurry\"\nwho = []", child: "avoid = [\"hurry\"]") == [])
  }

  @Test("a private goal may have any name, another one may not")
  func goals() throws {
    #expect(try findings("[[goal]]\nname = \"therapy\"\ndomain = \"heart\"\nprivate = true\n") == [])
    #expect(
      try findings("[[goal]]\nname = \"therapy\"\ndomain = \"heart\"\n")
        == [
          "2:8: warning: 'therapy' tells of somebody's health, so no screen will show it; write private = true, or another name"
        ])
  }

  @Test(
    "a goal's line that counts what did not happen, or presses, is told",
    arguments: [
      ("You haven't walked in 4 days.", "'haven't' counts what did not happen; offer it: 'a walk is on offer, or tea'"),
      ("You need to rest.", "'you need to' presses; an offer that can be refused: 'if it fits'"),
    ])
  func offers(line: String, told: String) throws {
    #expect(
      try findings("[[goal]]\nname = \"a walk\"\ndomain = \"body\"\nlines = [\"\(line)\"]\n") == [
        "4:10: warning: \(told)"
      ])
  }

  @Test(
    "every key that a screen, a card or a page can carry is looked at",
    arguments: [
      ("[[child]]\nid = \"respite-fox\"\n", "2:6"),
      ("[[child]]\nid = \"otter\"\nhelps = [\"den\", \"no tantrums\"]\n", "3:17"),
      ("[[day]]\nid = \"contact-saturday\"\n[[routine]]\nid = \"r\"\n", "2:6"),
      ("[[routine]]\nid = \"r\"\nname = \"court day\"\n", "3:8"),
      (
        "[[routine]]\nid = \"r\"\n[[routine.step]]\nat = \"17:00\"\nname = \"tea\"\nbridge = \"social worker's pen\"\n",
        "6:10"
      ),
      (
        "[[routine]]\nid = \"r\"\n[[routine.step]]\nat = \"17:00\"\nname = \"tea\"\nnatural-stop = \"end of therapy\"\n",
        "6:16"
      ),
      (
        "[[routine]]\nid = \"r\"\n[[routine.step]]\nat = \"17:00\"\nname = \"tea\"\nwhy = \"Bad days begin here.\"\n",
        "6:7"
      ),
      ("[[routine]]\nid = \"r\"\nsteps = [\"17:00 contact visit\"]\n", "3:10"),
      ("[[calendar]]\nid = \"c\"\ndates = [\"2026-03-10\"]\nevent-label = \"placement week\"\n", "4:15"),
      ("[[boundary]]\nname = \"hands\"\nfeeling = \"You're being naughty.\"\nlimit = \"I stay.\"\n", "3:11"),
      ("[[boundary]]\nname = \"hands\"\nfeeling = \"You're furious.\"\nlimit = \"Hurry up and stop.\"\n", "4:9"),
      ("[[goal]]\nname = \"a walk\"\ndomain = \"body\"\nsmallest = \"to the therapist\"\n", "4:12"),
      ("[[plan]]\nname = \"when they misbehave\"\ndo = [\"Water.\"]\n", "2:8"),
      ("[[plan]]\nname = \"too big\"\ndo = [\"Water.\", \"Ring the social worker.\"]\n", "3:17"),
      ("[[card]]\ntopic = \"landing\"\ntext = \"After contact, toast.\"\n", "3:8"),
      ("[[support]]\nname = \"Jo\"\nkind = \"family\"\nhow = \"call NOW!\"\n", "4:7"),
    ])
  func everyKey(toml: String, place: String) throws {
    let told = try findings(toml).filter { $0.contains("warning: ") }
    #expect(told.contains { $0.hasPrefix(place + ": ") }, "\(told)")
  }

  @Test("a page may name the thing that it is about: a bite, a medicine, a counsellor and a telephone number")
  func pages() throws {
    #expect(
      try findings(
        """
        [[boundary]]
        name = "biting"
        feeling = "Mad teeth."
        limit = "Teeth are for toast. No biting. I'm moving back."
        [[plan]]
        name = "too big"
        do = ["Meds are in the locked box.", "Call 0800 1111 from the porch."]
        [[support]]
        name = "the therapist's line"
        kind = "counsellor"
        how = "0800 1111"
        for = "after contact, and when a placement wobbles"
        """) == [])
  }

  @Test("a child's words to avoid are looked for in the boundaries too")
  func avoidInBoundaries() throws {
    #expect(
      try findings(
        "[[child]]\nid = \"otter\"\navoid = [\"surprise\"]\n[[boundary]]\nname = \"gifts\"\nfeeling = \"Big.\"\nlimit = \"No surprises.\"\n"
      )
        == ["7:9: warning: 'surprise' is among the words to avoid for 'otter'; find other words, or another 'avoid'"])
  }

  @Test("a name longer than a notification's title is told")
  func long() throws {
    let told = try warnings("name = \"\(String(repeating: "a ", count: 40))b\"")
    #expect(told.count == 1 && told[0].hasSuffix("is longer than a notification's title; at most 60 letters"))
  }
}

struct LadderLintTests {
  private func warnings(_ rungs: String) throws -> [String] {
    try findings("[[ladder]]\nid = \"own\"\nrungs = [\(rungs)]\n")
  }

  @Test("cues to the child stand two minutes apart, but for the last one and arrival")
  func spacing() throws {
    #expect(try warnings("\"10\", \"L1\", \"0\"") == [])
    #expect(
      try warnings("\"5\", \"4\", \"0\"")
        == ["3:9: warning: '5' and '4' come less than two minutes apart; leave one out: cues that crowd become nagging"]
    )
    #expect(try warnings("\"L2\", \"2\"").count == 1)
    #expect(try warnings("\"P5\", \"5\", \"0\"") == [])
  }

  @Test("five cues to the child are plenty; those to the carer are not counted")
  func count() throws {
    #expect(try warnings("\"P40\", \"P35\", \"30\", \"20\", \"10\", \"5\", \"0\"") == [])
    #expect(try warnings("\"40\", \"30\", \"20\", \"10\", \"5\", \"0\"").count == 1)
  }
}

struct AliasLintTests {
  @Test("an alias that is the name of somebody in the config, or holds a date, is told")
  func names() throws {
    let told = try findings(
      "[[carer]]\nname = \"Ros Hill\"\n[[child]]\nid = \"hill\"\n[[child]]\nid = \"otter-2015\"\n[[child]]\nid = \"wren-2\"\n"
    )
    #expect(
      told == [
        "4:6: warning: the alias 'hill' looks like a real name: the config calls a person 'hill'; an animal or a colour tells nobody anything",
        "6:6: warning: the digits in the alias 'otter-2015' look like a date; an animal or a colour tells nobody anything",
      ])
  }
}

struct SmallLintTests {
  @Test("a landing is 30 to 45 minutes, or 120", arguments: [(20, 1), (30, 0), (45, 0), (60, 1), (120, 0)])
  func landing(minutes: Int, count: Int) throws {
    let told = try findings(
      "[[routine]]\nid = \"r\"\nstep = [{ at = \"15:40\", name = \"landing\", tags = [\"landing\"], minutes = \(minutes) }]\n"
    )
    #expect(told.count == count)
  }

  @Test("a boundary without a feeling is unfinished")
  func boundary() throws {
    #expect(
      try findings("[[boundary]]\nname = \"hands\"\nlimit = \"I won't let you hit.\"\n") == [
        "2:8: warning: the boundary 'hands' is unfinished: it has no 'feeling'; say first that you see them, such as \"You're furious.\""
      ])
  }

  @Test("a sixth boundary of one child is told")
  func boundaries() throws {
    let six = (1...6).map { "[[boundary]]\nname = \"b\($0)\"\nfeeling = \"f.\"\nlimit = \"l.\"\n" }.joined()
    #expect(try findings("[[child]]\nid = \"otter\"\n" + six).count == 1)
  }

  @Test("a kind of day that no date can be, and a routine on no day, are told")
  func reach() throws {
    #expect(
      try findings(
        "[[day]]\nid = \"any\"\n[[day]]\nid = \"sunday\"\non = \"Sun\"\n[[routine]]\nid = \"r\"\ndays = [\"sunday\"]\n")
        == [
          "4:6: warning: no date can be a 'sunday': the kinds before it take every day; write it before them; the first that matches names the day",
          "7:6: warning: the routine 'r' is on no day: its 'days' never fall on its 'on'; look at both keys again",
        ])
  }

  @Test("'full' where carers share a login is told to count as 'public'")
  func full() throws {
    #expect(
      try findings("[household]\ntext = \"full\"\nprivate = false\n")
        == ["2:8: warning: 'full' counts as 'public' where private = false; write text = \"public\""])
  }
}

struct DayLintTests {
  private func steps(_ count: Int, _ more: String = "") -> String {
    (0..<count).map { "{ at = \"\($0 < 4 ? "0" : "")\($0 + 6):00\", name = \"step \($0)\"\(more) }" }.joined(
      separator: ", ")
  }

  @Test("thirteen steps that ask something of a child are told; what is food, play or rest is not counted")
  func demands() throws {
    let head = "[[child]]\nid = \"otter\"\n[[routine]]\nid = \"r\"\nstep = ["
    #expect(
      try findings(head + steps(13) + "]\n") == [
        "2:6: warning: on a plain Mon 'otter' has 13 steps that ask something; twelve are plenty; what is food, play or rest can say so with a tag"
      ])
    #expect(try findings(head + steps(12) + "]\n") == [])
    #expect(try findings(head + steps(13, ", tags = [\"play\"]") + "]\n") == [])
  }

  @Test("a third outing is told; steps away that follow one another are one")
  func outings() throws {
    let head = "[[child]]\nid = \"otter\"\n[[routine]]\nid = \"r\"\n"
    func step(_ hour: Int, away: Bool) -> String {
      "[[routine.step]]\nat = \"\(hour):00\"\nname = \"s\(hour)\"\naway = \(away)\n"
    }
    let three = (10...14).map { step($0, away: $0 % 2 == 0) }.joined()
    #expect(
      try findings(head + three) == ["2:6: warning: on a plain Mon 'otter' has 3 outings; two are plenty for most days"]
    )
    #expect(try findings(head + (10...14).map { step($0, away: true) }.joined()) == [])
  }

  @Test("a day with warnings and no nurture is told, in a config that uses the tag")
  func balance() throws {
    let toml = """
      [[child]]
      id = "otter"
      [[day]]
      id = "weekend"
      on = "Sat, Sun"
      [[routine]]
      id = "a"
      days = ["weekend"]
      steps = ["17:00 tablet ends, hard"]
      [[routine]]
      id = "b"
      days = ["plain"]
      step = [{ at = "19:00", name = "story", tags = ["nurture"] }]
      """
    #expect(
      try findings(toml).contains(
        "9:10: warning: a weekend Sat has warnings and no step tagged nurture; structure wants nurture beside it: a story, a snack together"
      ))
    #expect(try findings(toml.replacing(", tags = [\"nurture\"]", with: "")) == [])
  }

  @Test("a day with nurture that nothing holds is told, in a config that has structure on other days")
  func held() throws {
    let toml = """
      [[child]]
      id = "otter"
      [[day]]
      id = "weekend"
      on = "Sat, Sun"
      [[routine]]
      id = "a"
      days = ["weekend"]
      step = [{ at = "19:00", name = "story", tags = ["nurture"] }]
      [[routine]]
      id = "b"
      days = ["plain"]
      step = [{ at = "18:00", name = "bath", tags = ["structure"] }, { at = "19:00", name = "story", tags = ["nurture"] }]
      """
    #expect(
      try findings(toml).contains {
        $0.hasSuffix(
          "warning: a weekend Sat has nurture and no step tagged structure; nurture wants structure beside it: one thing that always comes the same way"
        )
      })
    #expect(try findings(toml.replacing("tags = [\"structure\"]", with: "tags = [\"core\"]")) == [])
  }

  @Test("a child without time with a key carer who is there is told")
  func connection() throws {
    func config(_ away: String, age: Int = 5) -> String {
      """
      [[carer]]
      id = "ros"
      away = [\(away)]
      [[child]]
      id = "otter"
      working-age = \(age)
      key-carer = "ros"
      [[routine]]
      id = "a"
      step = [{ at = "08:00", name = "breakfast" }, { at = "19:00", name = "story", tags = ["nurture", "move"] }]
      """
    }
    #expect(try findings(config("")) == [])
    #expect(
      try findings(config("\"Tue 18:00-21:00\"")) == [
        "7:13: warning: on a plain Tue 'otter' has no step tagged nurture, special or play while ros is on duty; ten minutes of theirs are enough"
      ])
    #expect(try findings(config("\"Tue 06:00-21:00\"")) == [])
    #expect(try findings(config("\"Tue 18:00-21:00\"", age: 13)) == [])
  }
}
