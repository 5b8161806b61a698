/// English, British in spelling; the 24-hour clock, as in the config.
struct English: Catalogue {
  private static let units = [
    "nought", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
  ]
  private static let tens = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
  private static let places = ["school", "preschool", "nursery", "kindergarten", "daycare", "college"].map {
    WordMatch($0, .beginning)
  }
  private static let weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]

  func spelled(_ number: Int) -> String {
    guard (0...99).contains(number) else { return "many" }
    if number < 20 { return English.units[number] }
    return English.tens[number / 10] + (number % 10 == 0 ? "" : "-" + English.units[number % 10])
  }

  func duration(minutes: Int, _ numbers: Numbers) -> String {
    let (hours, rest) = minutes < 120 ? (0, minutes) : (minutes / 60, minutes % 60)
    switch numbers {
    case .digits:
      let parts = (hours > 0 ? ["\(hours) h"] : []) + (rest > 0 || hours == 0 ? ["\(rest) min"] : [])
      return parts.joined(separator: " ")
    case .words:
      guard hours > 0 else {
        // Over ninety-nine there is no handy word.
        return rest > 99 ? "nearly two hours" : "\(spelled(rest)) \(Plural.one("minute", other: "minutes")(rest))"
      }
      return "\(spelled(hours)) hours" + (rest > 0 ? " and \(duration(minutes: rest, .words))" : "")
    }
  }

  func clock(_ time: TimeOfDay, _ numbers: Numbers) -> String {
    guard numbers == .words else { return time.description }
    func hour(_ hour: Int) -> String { spelled((hour + 11) % 12 + 1) }
    func minutes(_ count: Int) -> String {
      count.isMultiple(of: 5) ? spelled(count) : "\(spelled(count)) \(Plural.one("minute", other: "minutes")(count))"
    }
    switch time.minute {
    case 0: return "\(hour(time.hour)) o'clock"
    case 15: return "quarter past \(hour(time.hour))"
    case 30: return "half past \(hour(time.hour))"
    case 45: return "quarter to \(hour(time.hour + 1))"
    case ..<30: return "\(minutes(time.minute)) past \(hour(time.hour))"
    default: return "\(minutes(60 - time.minute)) to \(hour(time.hour + 1))"
    }
  }

  func when(_ when: When) -> String {
    switch when {
    case .today(let time): "at \(time)"
    case .tomorrow(let time): "tomorrow at \(time)"
    case .on(let date, let time):
      "on \(English.weekdays[date.weekday.rawValue]) \(date.day) \(English.months[date.month - 1]) at \(time)"
    }
  }

  func days(ahead: Int) -> String {
    switch ahead {
    case ...0: return "today"
    case 1: return "tomorrow"
    case 7: return "in a week"
    case _ where ahead.isMultiple(of: 7): return "in \(spelled(ahead / 7)) weeks"
    default: return "in \(spelled(ahead)) days"
    }
  }

  func alias(_ alias: String) -> String { alias }

  func list(_ names: [String]) -> String {
    guard names.count > 1, let last = names.last else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + " and " + last
  }

  var neutralStep: Phrase { ["next step", "what comes next", "the next thing", "→"] }
  var placesToLeaveOut: [WordMatch] { English.places }

  private func soon(_ left: TimeLeft, _ numbers: Numbers) -> String {
    switch left {
    case .minutes(let count, let isAbout): "in \(isAbout ? "about " : "")\(duration(minutes: count, numbers))"
    case .underAMinute: "in under a minute"
    case .none: "here"
    case .aMomentAgo: "a moment ago"
    case .minutesAgo(let count, let isAbout): "\(isAbout ? "about " : "")\(duration(minutes: count, numbers)) ago"
    }
  }

  func title(_ heading: Heading, to label: String) -> Phrase {
    let name = heading.name
    /// "otter in 10 min", "in 10 min"
    func said(_ time: String, _ joint: String = " ") -> String { name.map { $0 + joint + time } ?? time }
    let plainly = name.map { "\($0): \(label)" } ?? label
    switch heading.timing {
    case .left(.none):
      return [name.map { "\($0) → \(label)" } ?? label, plainly]
    case .left(let left):
      let joint = soon(left, heading.numbers).hasPrefix("in ") ? " " : ", "
      return ["\(said(soon(left, heading.numbers), joint)): \(label)", "\(said("soon")): \(label)", plainly]
    case .bar(isLong: true):
      return ["\(said("a long bar left", ", ")): \(label)", "\(said("in a while")): \(label)", plainly]
    case .bar(isLong: false):
      return ["\(said("a short bar left", ", ")): \(label)", "\(said("soon")): \(label)", plainly]
    case .last:
      return [
        "\(said("last one", ": ")), then \(label)", "\(said("one more", ": ")), then \(label)",
        "\(said("soon")): \(label)", plainly,
      ]
    case .soon:
      return ["\(said("soon")): \(label)", "\(said("in a while")): \(label)", plainly]
    }
  }

  func genericTitle(_ timing: Timing, _ numbers: Numbers) -> Phrase {
    switch timing {
    case .left(.none): ["Next step is here", "On to what follows", "→"]
    case .left(let left): ["Next step \(soon(left, numbers))", "Next step soon", "Something follows", "→"]
    case .bar, .last, .soon: ["Next step soon", "Something follows", "→"]
    }
  }

  func title(names: String, labels: String) -> Phrase { "\(names): \(labels)" }

  func severalSteps(_ count: Int) -> Phrase {
    ["\(spelled(count)) steps soon", "\(spelled(count)) changes ahead", "Something follows", "→"]
  }

  func tip(_ stage: CueStage, _ manner: Manner) -> Phrase {
    switch (stage, manner) {
    case (.near, .plain): ["Go near and join in; one breath first.", "Sit beside them, and breathe out slowly."]
    case (.near, .playful): ["Go near and play along; one breath first.", "Sit beside them, and breathe out slowly."]
    case (.near, .curious): ["Go near and look along; one breath first.", "Sit beside them, and breathe out slowly."]
    case (.near, .declarative): ["Be around; one breath first.", "Somewhere near, breathing slowly."]
    case (.near, .accompanied): ["Go and stay close; one breath first.", "Sit beside them, and breathe out slowly."]
    case (.near, .soft): ["Go softly and stay near; one breath first.", "Sit beside them, and breathe out slowly."]
    case (.late, _): ["Haven was away for a little; this is the true time.", "Later than planned, and true."]
    case (_, .declarative): ["Said once, then left alone.", "One mention is plenty."]
    case (.ahead, .plain): ["Say it close by, once.", "Low voice, near them."]
    case (.ahead, .playful): ["Say it close by, with a light voice.", "Low voice, near them."]
    case (.ahead, .curious): ["Wonder aloud, close by.", "Low voice, near them."]
    case (.ahead, .accompanied): ["Sit down beside them; few words.", "Be close, say little."]
    case (.ahead, .soft): ["Softly, close by.", "Low voice, near them."]
    case (.last, .plain): ["Let this one finish, then go together.", "Wait with them till it ends."]
    case (.last, .playful): ["Let this one finish with a flourish.", "Wait with them till it ends."]
    case (.last, .curious): ["Let this one finish, and look at it together.", "Wait with them till it ends."]
    case (.last, .accompanied): ["Stay beside them while it ends.", "Be close, say little."]
    case (.last, .soft): ["Let it end softly.", "Wait with them till it ends."]
    case (.arrival, .plain): ["Go together.", "Walk over with them."]
    case (.arrival, .playful): ["Go together, hopping or marching.", "Walk over with them."]
    case (.arrival, .curious): ["Go together, and see what is there.", "Walk over with them."]
    case (.arrival, .accompanied): ["Go side by side.", "Walk over with them."]
    case (.arrival, .soft): ["Go together, slowly.", "Walk over with them."]
    case (.moved, .plain), (.moved, .playful), (.moved, .curious):
      ["Say the new time early, close by.", "Told early is told well."]
    case (.moved, .accompanied): ["Stay close while you tell it.", "Be beside them."]
    case (.moved, .soft): ["Tell it softly, close by.", "Softly, then rest."]
    }
  }

  func genericTip(_ stage: CueStage) -> Phrase {
    switch stage {
    case .near: ["One breath first.", "Breathe out slowly."]
    case .late: tip(.late, .plain)
    case .ahead, .last, .arrival, .moved: ""
    }
  }

  func afterThat(_ label: String) -> Phrase { ["After that: \(label).", "Later: \(label)."] }
  func offering(_ dose: String) -> Phrase { ["Small and kind: \(dose).", "On offer: \(dose)."] }

  func doses(_ manner: Manner) -> [String] {
    switch manner {
    case .plain, .accompanied, .soft:
      ["a hand on a shoulder", "a cup of water, brought over", "a blanket round the knees", "a seat beside them"]
    case .playful:
      ["a silly handshake", "a hum of their song", "a balloon tapped back and forth", "two funny faces"]
    case .curious:
      ["a long look at what they made", "a question, and time for it", "a smell of the soap", "a cloud to name"]
    case .declarative:
      ["a biscuit left nearby", "a note by the plate", "tea made, nothing said", "the door left open"]
    }
  }

  func script(_ spoken: Spoken, to label: String) -> Phrase {
    switch spoken.stage {
    case .near, .ahead, .late: scriptAhead(spoken, label)
    case .last:
      switch spoken.manner {
      case .plain, .declarative: ["Last one, then \(label).", "One more, then \(label)."]
      case .playful: ["One last hurrah, then \(label).", "One more, then \(label)."]
      case .curious: ["I wonder which is the last one. Then \(label).", "One more, then \(label)."]
      case .accompanied: ["Last one, then \(label). I'm with you.", "One more, then \(label)."]
      case .soft: ["One more, gently. Then \(label).", "One more, then \(label)."]
      }
    case .arrival, .moved:
      switch spoken.manner {
      case .plain: ["Here we are: \(label).", "It's \(label)."]
      case .playful: ["And here it comes: \(label).", "It's \(label)."]
      case .curious: ["I wonder how this begins: \(label).", "It's \(label)."]
      case .declarative: ["\(label.sentenceCased).", "It's \(label)."]
      case .accompanied: ["Together: \(label).", "It's \(label)."]
      case .soft: ["Gently over to this: \(label).", "It's \(label)."]
      }
    }
  }

  private func scriptAhead(_ spoken: Spoken, _ label: String) -> Phrase {
    if spoken.manner == .accompanied {
      return ["Soon \(label). I'm with you.", "\(label.sentenceCased), and I'm with you."]
    }
    if spoken.manner == .soft { return ["In a little while, \(label).", "By and by, \(label)."] }
    guard case .left(.minutes(let count, let isAbout)) = spoken.timing, spoken.numbers == .digits else {
      switch spoken.manner {
      case .playful: return ["The bar nibbles itself away, then \(label).", "A bit more, then \(label)."]
      case .curious: return ["I wonder when the bar runs out. Then \(label).", "A bit more, then \(label)."]
      default: return ["When the bar is empty, \(label).", "A bit more, then \(label)."]
      }
    }
    // As it is said, so in words.
    let time = (isAbout ? "about " : "") + duration(minutes: count, .words)
    switch spoken.manner {
    case .playful: return ["\(time.sentenceCased) left in the tank, then \(label).", "A bit more, then \(label)."]
    case .curious: return ["I wonder what fits in \(time). Then \(label).", "A bit more, then \(label)."]
    case .declarative: return ["\(clock(spoken.at, .words)): \(label).", "\(label.sentenceCased), in a bit."]
    default: return ["\(time.sentenceCased) more, then \(label).", "A bit more, then \(label)."]
    }
  }

  func script(stop: String, to label: String) -> Phrase {
    ["\(stop.sentenceCased), then \(label).", "\(stop.sentenceCased). \(label.sentenceCased)."]
  }
  func quoted(_ script: String) -> String { "“\(script)”" }
  func readyToSay(_ quoted: String) -> Phrase { ["To say later: \(quoted)", "\(quoted)"] }
  func bridge(_ text: String) -> Phrase { ["Bridge: \(text).", "\(text.sentenceCased)."] }
  func naturalStop(_ text: String) -> Phrase { ["Natural stop: \(text).", "\(text.sentenceCased)."] }

  func moved(_ label: String, to clock: String) -> Phrase {
    ["\(label) has moved to \(clock)", "\(label) is at \(clock)", "\(clock): \(label)"]
  }
  func genericMoved(to clock: String) -> Phrase {
    ["Next step has moved to \(clock)", "Something has moved to \(clock)", "\(clock)", "→"]
  }
  func newTime(_ clock: String) -> Phrase { ["New time: \(clock).", "\(clock.sentenceCased)."] }
  func movedScript(_ label: String, to clock: String) -> Phrase {
    [
      "\(label.sentenceCased) has moved to \(clock). I told you as soon as I knew.",
      "\(label.sentenceCased) is at \(clock).",
    ]
  }

  func fuel(for names: String, movementToo: Bool) -> Phrase {
    let offer = movementToo ? "Snack, drink and a wiggle" : "Snack and drink"
    return [
      "\(offer) for \(names)", "Something to eat and drink for \(names)", "A pause at the table for \(names)",
      "\(names): a pause",
    ]
  }
  func genericFuel(movementToo: Bool) -> Phrase {
    [movementToo ? "Snack, drink and a wiggle" : "Snack and drink", "Something to eat and drink", "A pause", "→"]
  }
  var youToo: Phrase { ["Something for you too.", "And you."] }

  func nudges(smallest: String, or name: String) -> [Phrase] {
    ["\(smallest), or \(name)?", "Perhaps \(smallest). Or \(name).", "For you: \(smallest), or \(name)"]
  }
  func nudges(_ name: String) -> [Phrase] { ["\(name), if it fits", "Perhaps \(name)", "For you: \(name)"] }
  func smallVersion(of name: String) -> Phrase { "A small part of \(name)." }
  var neutralNudge: Phrase { "Something for you, if it fits" }
  var easyNo: String { "Or not today." }
  var easyNoMarks: [String] { ["not today", "if you like", "or not"] }

  func appointment(_ label: String, _ when: String) -> Phrase { "\(label) \(when)" }
  func neutralAppointment(_ when: String) -> Phrase { "Your appointment \(when)" }
  func promise(_ label: String, _ when: String) -> Phrase { "A promise \(when): \(label)" }
  func neutralPromise(_ when: String) -> Phrase { "A promise \(when)" }
  var promiseBody: Phrase { "Yours to keep, or to move before it is due." }
  func respite(_ lane: Lane, _ when: String) -> Phrase {
    switch lane {
    case .solo: "Your time \(when)"
    case .couple: "Time for two \(when)"
    case .sibling: "One-to-one time \(when)"
    case .overnight: neutralRespite(when)
    }
  }
  func neutralRespite(_ when: String) -> Phrase { "Something planned \(when)" }
  var respiteBody: Phrase { "A week to go: does it still stand?" }
  func tell(_ name: String) -> Phrase {
    ["Today is the day to tell \(name) what is planned", "A word with \(name) about the plan"]
  }
  var neutralTell: Phrase { ["Today is the day to share what is planned", "A word about the plan", "→"] }
  var tellBody: Phrase { ["Plainly, close by, in few words.", "Few words, near them."] }
  func marked(_ days: String) -> Phrase { "A day to go gently, \(days)" }
  var markedBody: Phrase { "Nothing to do but know it." }
  var digest: Phrase { "That was today" }
  func offeredToday(_ names: String) -> Phrase {
    ["Something small was offered to \(names) today.", "Offered today: something small for \(names)."]
  }
  var digestBody: Phrase { "havenctl tomorrow has what differs. Or just tea." }
  var review: Phrase { "The week, what went well first" }
  var reviewQuestions: [Phrase] {
    [
      "What made this week lighter, even a little?", "Which moment is worth keeping?",
      "What went more easily than before?",
    ]
  }
  var reviewBody: Phrase { "Something to try is in havenctl review, whenever there is tea." }
  func ahead(_ duration: String) -> Phrase { "In \(duration)." }
  var justSoYouKnow: Phrase { "Just so you know." }

  func swap(_ swap: Line.Swap) -> Phrase {
    switch swap {
    case .asked: "Swap, please"
    case .unanswered: "No answer yet"
    case .accepted: "They have it"
    case .declined: "They can't come this time"
    case .over: "Back in, or ten more?"
    }
  }

  func swapBody(_ swap: Line.Swap) -> Phrase {
    switch swap {
    case .asked: "Or answer with havenctl tag answer."
    case .unanswered, .declined: "Your plan for one: havenctl safe. Water, and six slow breaths."
    case .accepted: "Go; nothing else to do."
    case .over: "havenctl tag in, whenever you are ready."
    }
  }

  func answer(_ answer: Answer, to buttons: Buttons) -> String {
    switch (answer, buttons) {
    case (.done, .swap): "Got it"
    case (.done, .over): "Back in"
    case (.done, .cue), (.done, .cueInWords), (.done, .care): "Done"
    case (.later, .cue): "+5"
    case (.later, .cueInWords): "In five"
    case (.later, .care): "Later"
    case (.later, .swap): "10 min"
    case (.later, .over): "Ten more"
    case (.notToday, .swap): "Can't"
    case (.notToday, .cue), (.notToday, .cueInWords), (.notToday, .care), (.notToday, .over): "Not today"
    case (.dismiss, _): "Close"
    }
  }
}
