import Testing

@testable import HavenCore

/// Every phrase of a catalogue, with every choice that it offers: nobody has to meet one on a screen to find it wrong.
struct PhraseTests {
  private static let timings: [Timing] = [
    .left(.minutes(1, isAbout: false)), .left(.minutes(20, isAbout: true)), .left(.minutes(150, isAbout: false)),
    .left(.underAMinute), .left(.none), .left(.aMomentAgo), .left(.minutesAgo(2, isAbout: true)), .bar(isLong: true),
    .bar(isLong: false), .last, .soon,
  ]
  private static let stages: [CueStage] = [.near, .ahead, .last, .arrival, .late, .moved]
  private static let at = TimeOfDay(seconds: 17 * 3600 + 37 * 60)

  /// What is said to a child, for a label of one word.
  private func scripts(_ catalogue: any Catalogue, _ manner: Manner) -> [String] {
    var scripts: [String] = []
    for stage in Self.stages {
      for timing in Self.timings {
        for numbers in [Numbers.digits, .words] {
          let spoken = Spoken(stage: stage, manner: manner, timing: timing, numbers: numbers, at: Self.at)
          scripts += catalogue.script(spoken, to: "tea").choices
        }
      }
    }
    return scripts + catalogue.script(stop: "end of level", to: "tea").choices
  }

  /// What is written to the carer, where nothing needs a digit.
  private func phrases(_ catalogue: any Catalogue) -> [Phrase] {
    var phrases: [Phrase] = []
    for timing in Self.timings {
      for name in [nil, "otter"] {
        phrases.append(catalogue.title(Heading(name: name, timing: timing, numbers: .words), to: "tea"))
      }
      phrases.append(catalogue.genericTitle(timing, .words))
    }
    for stage in Self.stages {
      phrases += Manner.allCases.map { catalogue.tip(stage, $0) } + [catalogue.genericTip(stage)]
    }
    let clock = catalogue.clock(Self.at, .words)
    phrases += [
      catalogue.neutralStep, catalogue.severalSteps(2), catalogue.title(names: "otter", labels: "tea"),
      catalogue.afterThat("tea"), catalogue.readyToSay("tea"), catalogue.bridge("boats"),
      catalogue.naturalStop("end of level"), catalogue.moved("tea", to: clock), catalogue.genericMoved(to: clock),
      catalogue.movedScript("tea", to: clock), catalogue.newTime(clock), catalogue.youToo, catalogue.neutralNudge,
      catalogue.promiseBody, catalogue.respiteBody, catalogue.tell("otter"), catalogue.neutralTell, catalogue.tellBody,
      catalogue.markedBody, catalogue.digest, catalogue.digestBody, catalogue.review, catalogue.reviewBody,
      catalogue.justSoYouKnow, Phrase(catalogue.easyNo),
    ]
    phrases += catalogue.nudges("a walk") + catalogue.nudges(smallest: "to the gate", or: "a walk")
    phrases += catalogue.reviewQuestions
    for movementToo in [true, false] {
      phrases += [
        catalogue.fuel(for: "otter", movementToo: movementToo), catalogue.genericFuel(movementToo: movementToo),
      ]
    }
    phrases += (0...30).map { catalogue.marked(catalogue.days(ahead: $0)) }
    phrases += Manner.allCases.flatMap { manner in catalogue.doses(manner).map(catalogue.offering) }
    for swap in [Line.Swap.asked, .unanswered, .accepted, .declined, .over] {
      phrases += [catalogue.swap(swap), catalogue.swapBody(swap)]
    }
    return phrases
  }

  @Test(
    "every choice of every phrase may be shown, has no digit of its own and no loose ends", arguments: Language.allCases
  )
  func whole(_ language: Language) {
    let catalogue = language.catalogue
    let filter = WordFilter(language: language)
    let texts = phrases(catalogue).flatMap(\.choices) + Manner.allCases.flatMap { scripts(catalogue, $0) }
    #expect(texts.count > 500)
    for text in texts {
      #expect(filter.allows(text), "'\(text)': \(filter.findings(in: text))")
      #expect(!DigitFree.hasDigits(text), "'\(text)'")
      #expect(!text.contains("  ") && !text.contains(" .") && !text.contains("..") && text.first != " ", "'\(text)'")
    }
  }

  @Test("a script is at most twelve words, and ends; it asks nothing", arguments: Language.allCases)
  func short(_ language: Language) {
    for manner in Manner.allCases {
      for script in scripts(language.catalogue, manner) {
        #expect(script.split(separator: " ").count <= 12, "'\(script)'")
        #expect(script.hasSuffix(".") && !script.contains("?"), "'\(script)'")
      }
    }
  }

  @Test("a fact for teens is aimed at nobody: no you, no I'm with you, no wondering", arguments: Language.allCases)
  func declarative(_ language: Language) {
    let aimed = [
      "you", "your", "i", "i'm", "let's", "we", "please", "du", "dir", "dich", "dein", "ich", "wir", "bitte",
    ]
    for script in scripts(language.catalogue, .declarative) {
      let words = script.lowercased().split { !$0.isLetter && $0 != "'" }.map(String.init)
      #expect(words.allSatisfy { !aimed.contains($0) }, "'\(script)'")
    }
  }

  @Test("each style has words of its own for each rung", arguments: Language.allCases)
  func styles(_ language: Language) {
    for stage in [CueStage.near, .ahead, .last, .arrival] {
      let tips = Manner.allCases.map { language.catalogue.tip(stage, $0).text }
      #expect(Set(tips).count == tips.count, "\(stage): \(tips)")
    }
  }

  @Test("to the grown-up: what to do, never what not to do", arguments: Language.allCases)
  func advice(_ language: Language) {
    let negations = ["don't", "do not", "never", "stop", "avoid", "nicht", "kein", "keine", "nie"]
    for stage in Self.stages {
      for manner in Manner.allCases {
        for tip in language.catalogue.tip(stage, manner).choices {
          let words = tip.lowercased().split { !$0.isLetter && $0 != "'" }.map(String.init)
          #expect(words.allSatisfy { !negations.contains($0) }, "'\(tip)'")
        }
      }
    }
  }

  @Test("a title has room for a long alias and a short label, whatever its timing", arguments: Language.allCases)
  func room(_ language: Language) {
    // No warning comes more than an hour ahead.
    for timing in Self.timings where timing != .left(.minutes(150, isAbout: false)) {
      for numbers in [Numbers.digits, .words] {
        let heading = Heading(name: "a-long-alias-of-ours", timing: timing, numbers: numbers)
        let title = language.catalogue.title(heading, to: "tea").text
        #expect(title.unicodeScalars.count <= Words.longestTitle, "'\(title)'")
      }
    }
  }
}
