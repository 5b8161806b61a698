import Testing

@testable import HavenCore

/// Everything that Haven can show, over a grid of families and of what they might write, against every rule of
/// `WordRules`: no word that no screen may say, titles that fit, digits, avoid-lists, levels.
struct CatalogueTests {
  private static let rungs = ["P20", "5", "L2", "0"]
  private static let ages: [Int?] = [nil, 4, 9, 13]

  private func lines(_ scene: Scene, level: TextLevel) -> [Line] {
    var lines = Self.rungs.map { scene.cue("step/otter/\($0)", at: "17:05", level: level) }
    for left in [570, -30] {
      lines.append(scene.cue("step/otter/5", at: "17:05", level: level, kind: .catchUp, left: left))
    }
    var moved = scene.cue("step/otter/moved", at: "17:05", level: level, kind: .moved, left: 1800)
    moved.subject = .movedTo(scene.at("17:37"))
    return lines + [moved]
  }

  private func scene(_ child: Child, _ step: WordingStep, _ language: Language) -> Scene {
    var scene = Scene(steps: ["step": step], language: language)
    scene.household.children = [child]
    return scene
  }

  private func check(_ scene: Scene, _ line: Line, child: Child, age: Int?, isGenerated: Bool, secrets: [String]) {
    let words = scene.words(line)
    let rules = WordRules(
      words: words, avoid: child.avoid, mayHaveDigits: (age ?? 99) >= 6,
      secrets: line.level == .generic ? secrets + ["otter"] : [], language: scene.language)
    for fault in rules.faults(isGenerated: isGenerated) {
      Issue.record("\(fault) in \(line.kind) \(line.level) \(scene.language): '\(words.title)' '\(words.body)'")
    }
  }

  @Test(
    "every cue, at every level, in every style, age and mode, keeps every rule",
    arguments: Language.allCases, TextLevel.allCases)
  func manners(_ language: Language, _ level: TextLevel) {
    for style in Child.Style.allCases {
      for age in Self.ages {
        for mode in Mode.allCases {
          var child = Child(id: "otter")
          (child.workingAge, child.style, child.avoid) = (age, style, ["hurry", "last chance"])
          let step = WordingStep(
            HarbourFamily.step("step", "17:25", "tablet ends, help lay the table"),
            previous: HarbourFamily.step("tablet", "16:45", "tablet"), next: HarbourFamily.step("tea", "17:45", "tea"),
            mode: mode)
          let scene = scene(child, step, language)
          for line in lines(scene, level: level) {
            check(scene, line, child: child, age: age, isGenerated: true, secrets: ["tablet", "table"])
          }
        }
      }
    }
  }

  @Test("whatever a family writes, a screen keeps every rule", arguments: Language.allCases, TextLevel.allCases)
  func labels(_ language: Language, _ level: TextLevel) {
    for (index, label) in HostileWords.labels.enumerated() {
      var child = Child(id: "otter")
      child.workingAge = Self.ages[index % Self.ages.count]
      child.style = Child.Style.allCases[index % 4]
      child.avoid = HostileWords.avoid[index % HostileWords.avoid.count]
      var own = HarbourFamily.step("step", "17:25", label)
      own.say = HostileWords.sentences[index % HostileWords.sentences.count]
      own.bridge = HostileWords.labels[(index + 7) % HostileWords.labels.count]
      own.naturalStop = HostileWords.labels[(index + 19) % HostileWords.labels.count]
      if index.isMultiple(of: 5) { own.eventLabel = HostileWords.labels[(index + 3) % HostileWords.labels.count] }
      let other = HarbourFamily.step("other", "16:00", HostileWords.labels[(index + 11) % HostileWords.labels.count])
      let scene = scene(child, WordingStep(own, previous: other, next: other), language)
      let secrets = ["tablet", "shoes", "bath", "swim", "shelf"].filter(label.contains)
      for line in lines(scene, level: level) {
        check(scene, line, child: child, age: child.workingAge, isGenerated: false, secrets: secrets)
      }
    }
  }

  @Test("no avoided word is ever said, whichever it is", arguments: Language.allCases)
  func avoided(_ language: Language) {
    for avoid in HostileWords.avoid {
      for style in Child.Style.allCases {
        for age in [4, nil] {
          var child = Child(id: "otter")
          (child.workingAge, child.style, child.avoid) = (age, style, avoid)
          var own = HarbourFamily.step("step", "17:25", "last one, then tea in a café")
          own.say = "Hurry, the bar is empty soon."
          let scene = scene(child, WordingStep(own), language)
          for level in [TextLevel.generic, .full] {
            for line in lines(scene, level: level) {
              check(scene, line, child: child, age: age, isGenerated: false, secrets: [])
            }
          }
        }
      }
    }
  }

  @Test("two children in one line: each keeps what it needs, in the whole line", arguments: Language.allCases)
  func merged(_ language: Language) {
    for (index, label) in HostileWords.labels.enumerated() {
      var scene = Scene(language: language)
      scene.household.children[0].avoid = HostileWords.avoid[index % HostileWords.avoid.count]
      scene.steps["other"] = WordingStep(HarbourFamily.step("other", "18:40", label))
      for level in TextLevel.allCases {
        for pair in [["other/otter/P20", "bath/wren/L2"], ["other/otter/5", "finch-lights-out/finch/5"]] {
          let line = scene.cue(pair[0], pair[1], at: "18:30", level: level)
          check(scene, line, child: scene.household.children[0], age: 5, isGenerated: false, secrets: ["wren"])
        }
      }
    }
  }

  @Test("the lines for grown-ups keep every rule too", arguments: Language.allCases, TextLevel.allCases)
  func care(_ language: Language, _ level: TextLevel) {
    var scene = Scene(language: language)
    for (index, label) in HostileWords.labels.enumerated() {
      var goal = Goal(id: "goal", carer: "ros", domain: .fun, name: label, minutes: 20)
      goal.smallest = index.isMultiple(of: 3) ? nil : HostileWords.labels[(index + 5) % HostileWords.labels.count]
      if index.isMultiple(of: 2) { goal.lines = HostileWords.sentences.compactMap { $0 } }
      goal.isPrivate = index.isMultiple(of: 7)
      scene.household.goals = [goal]
      let startsAt = scene.at("12:00") + index * 40_000
      let subjects: [(Line.Kind, Line.Subject)] = [
        (.nudge, .nudge(goal: "goal", dose: .full)), (.nudge, .nudge(goal: "goal", dose: .micro)),
        (.appointment, .appointment(goal: "goal", startsAt: startsAt, lead: index * 1800)),
        (.promise, .promise(id: label, dueAt: startsAt, lead: 7200)),
        (.respite, .respite(lane: [.solo("ros"), .couple, .overnight][index % 3], startsAt: startsAt, lead: 7200)),
        (.respite, .respite(lane: .sibling(label), startsAt: startsAt, lead: 7 * 86_400)),
        (.marked, .marked(daysAhead: index)),
      ]
      for (kind, subject) in subjects {
        let isSecret = level == .generic || (goal.isPrivate && (kind == .nudge || kind == .appointment))
        let secrets = isSecret ? ["swim", "biscuits", "table"] : []
        let words = scene.words(scene.line(kind, subject, level: level))
        for fault in WordRules(words: words, secrets: secrets, language: language).faults(isGenerated: false) {
          Issue.record("\(fault) in \(kind) \(level) \(language): '\(words.title)' '\(words.body)'")
        }
      }
    }
  }

  @Test("an offer of food, a day to tell, a swap: no digit, no reason, every rule", arguments: Language.allCases)
  func family(_ language: Language) {
    var scene = Scene(language: language)
    for avoid in HostileWords.avoid {
      scene.household.children[0].avoid = avoid
      let soon = scene.at("18:00")
      var subjects: [(Line.Kind, Line.Subject)] = [
        (.fuel, .fuel(children: ["otter"], movementToo: true)),
        (.fuel, .fuel(children: ["otter", "wren"], movementToo: false)),
        (.fuel, .fuel(children: ["otter", "a-very-long-alias-of-a-child", "another-long-alias"], movementToo: true)),
        (.tell, .tell(child: "otter", startsAt: soon)),
      ]
      for swap in [Line.Swap.asked, .unanswered, .accepted, .declined, .over] { subjects.append((.swap, .swap(swap))) }
      for (kind, subject) in subjects {
        for level in TextLevel.allCases {
          let words = scene.words(scene.line(kind, subject, level: level))
          let isChilds = kind != .swap
          let rules = WordRules(
            words: words, avoid: isChilds ? avoid : [], mayHaveDigits: !isChilds,
            secrets: level == .generic || kind == .swap ? ["otter", "wren"] : [])
          for fault in rules.faults(isGenerated: true) {
            Issue.record("\(fault) in \(kind) \(level) \(language): '\(words.title)' '\(words.body)'")
          }
        }
      }
    }
  }

  @Test("a line whose step, child or goal is gone still says something")
  func gone() {
    var scene = Scene()
    scene.steps = [:]
    scene.household.children = []
    scene.household.goals = []
    #expect(scene.words(scene.cue("gone/nobody/10", at: "12:00")).title == "Nobody in 10 min: next step")
    #expect(scene.words(scene.line(.nudge, .nudge(goal: "gone", dose: .full))).title == "Something for you, if it fits")
    #expect(scene.words(scene.line(.nudge, .none)).title == "Haven")
    #expect(scene.words(Line(kind: .cue, at: scene.at("12:00"), to: "ros", level: .full)).title == "Haven")
  }
}
