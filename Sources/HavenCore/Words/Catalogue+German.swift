/// German, with "du"; family words stay as the family writes them.
struct German: Catalogue {
  private static let units = [
    "null", "eins", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf",
    "dreizehn", "vierzehn", "fünfzehn", "sechzehn", "siebzehn", "achtzehn", "neunzehn",
  ]
  private static let tens = [
    "", "", "zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig",
  ]
  private static let places = ["schul", "vorschul", "kita", "kindergarten"].map { WordMatch($0, .beginning) }
  private static let weekdays = ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"]
  private static let months = [
    "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November",
    "Dezember",
  ]

  func spelled(_ number: Int) -> String {
    guard (0...99).contains(number) else { return "viele" }
    if number < 20 { return German.units[number] }
    let unit = number % 10
    // einundzwanzig, not einsundzwanzig
    return (unit == 0 ? "" : (unit == 1 ? "ein" : German.units[unit]) + "und") + German.tens[number / 10]
  }

  func duration(minutes: Int, _ numbers: Numbers) -> String {
    let (hours, rest) = minutes < 120 ? (0, minutes) : (minutes / 60, minutes % 60)
    let unit = Plural.one("Minute", other: "Minuten")
    switch numbers {
    case .digits:
      let parts = (hours > 0 ? ["\(hours) Stunden"] : []) + (rest > 0 || hours == 0 ? ["\(rest) \(unit(rest))"] : [])
      return parts.joined(separator: " ")
    case .words:
      guard hours > 0 else { return rest > 99 ? "knapp zwei Stunden" : "\(counted(rest)) \(unit(rest))" }
      return "\(spelled(hours)) Stunden" + (rest > 0 ? " und \(duration(minutes: rest, .words))" : "")
    }
  }

  /// As it stands alone or after "noch": eine Minute, not einer.
  private func length(minutes: Int) -> String {
    let words = duration(minutes: minutes, .words)
    return words.hasSuffix("einer Minute") ? String(words.dropLast("einer Minute".count)) + "eine Minute" : words
  }

  /// Before a feminine noun in the dative, as after "in" and "vor": in einer Minute.
  private func counted(_ number: Int) -> String { number == 1 ? "einer" : spelled(number) }

  func clock(_ time: TimeOfDay, _ numbers: Numbers) -> String {
    guard numbers == .words else { return time.description }
    func hour(_ hour: Int) -> String { spelled((hour + 11) % 12 + 1) }
    func minutes(_ count: Int) -> String {
      if count.isMultiple(of: 5) { return spelled(count) }
      return count == 1 ? "eine Minute" : "\(spelled(count)) Minuten"
    }
    switch time.minute {
    case 0: return "\((time.hour + 11) % 12 == 0 ? "ein" : hour(time.hour)) Uhr"
    case 15: return "Viertel nach \(hour(time.hour))"
    case 25: return "fünf vor halb \(hour(time.hour + 1))"
    case 30: return "halb \(hour(time.hour + 1))"
    case 35: return "fünf nach halb \(hour(time.hour + 1))"
    case 45: return "Viertel vor \(hour(time.hour + 1))"
    case ..<30: return "\(minutes(time.minute)) nach \(hour(time.hour))"
    default: return "\(minutes(60 - time.minute)) vor \(hour(time.hour + 1))"
    }
  }

  func when(_ when: When) -> String {
    switch when {
    case .today(let time): "um \(time)"
    case .tomorrow(let time): "morgen um \(time)"
    case .on(let date, let time):
      "am \(German.weekdays[date.weekday.rawValue]), \(date.day). \(German.months[date.month - 1]), um \(time)"
    }
  }

  func days(ahead: Int) -> String {
    switch ahead {
    case ...0: return "heute"
    case 1: return "morgen"
    case 7: return "in einer Woche"
    case _ where ahead.isMultiple(of: 7): return "in \(spelled(ahead / 7)) Wochen"
    default: return "in \(spelled(ahead)) Tagen"
    }
  }

  func alias(_ alias: String) -> String { alias.sentenceCased }

  func list(_ names: [String]) -> String {
    guard names.count > 1, let last = names.last else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + " und " + last
  }

  var placesToLeaveOut: [WordMatch] { German.places }
  var neutralStep: Phrase { ["nächster Schritt", "was dann kommt", "das Nächste", "→"] }

  private func soon(_ left: TimeLeft, _ numbers: Numbers) -> String {
    switch left {
    case .minutes(let count, let isAbout): "in \(isAbout ? "etwa " : "")\(duration(minutes: count, numbers))"
    case .underAMinute: "in weniger als einer Minute"
    case .none: "da"
    case .aMomentAgo: "gerade eben"
    case .minutesAgo(let count, let isAbout): "vor \(isAbout ? "etwa " : "")\(duration(minutes: count, numbers))"
    }
  }

  func title(_ heading: Heading, to label: String) -> Phrase {
    let name = heading.name
    func said(_ time: String, _ joint: String = " ") -> String { name.map { $0 + joint + time } ?? time }
    let plainly = name.map { "\($0): \(label)" } ?? label
    switch heading.timing {
    case .left(.none):
      return [name.map { "\($0) → \(label)" } ?? label, plainly]
    case .left(let left):
      let joint = soon(left, heading.numbers).hasPrefix("in ") ? " " : ", "
      return ["\(said(soon(left, heading.numbers), joint)): \(label)", "\(said("bald", ", ")): \(label)", plainly]
    case .bar(isLong: true):
      return ["\(said("Balken noch lang", ", ")): \(label)", "\(said("in einer Weile")): \(label)", plainly]
    case .bar(isLong: false):
      return ["\(said("Balken schon kurz", ", ")): \(label)", "\(said("bald", ", ")): \(label)", plainly]
    case .last:
      return [
        "\(said("ein letztes Mal", ": ")), dann \(label)", "\(said("noch einmal", ": ")), dann \(label)",
        "\(said("bald", ", ")): \(label)", plainly,
      ]
    case .soon:
      return ["\(said("bald", ", ")): \(label)", "\(said("in einer Weile")): \(label)", plainly]
    }
  }

  func genericTitle(_ timing: Timing, _ numbers: Numbers) -> Phrase {
    switch timing {
    case .left(.none): ["Der nächste Schritt ist da", "Weiter mit dem, was kommt", "→"]
    case .left(let left): ["Nächster Schritt \(soon(left, numbers))", "Bald kommt etwas", "→"]
    case .bar, .last, .soon: ["Nächster Schritt bald", "Bald kommt etwas", "→"]
    }
  }

  func title(names: String, labels: String) -> Phrase { "\(names): \(labels)" }

  func severalSteps(_ count: Int) -> Phrase {
    ["bald \(spelled(count)) Schritte", "bald \(spelled(count)) Wechsel", "Bald kommt etwas", "→"]
  }

  func tip(_ stage: CueStage, _ manner: Manner) -> Phrase {
    switch (stage, manner) {
    case (.near, .plain): ["Hingehen und mitmachen; erst ein Atemzug.", "Dazusetzen und langsam ausatmen."]
    case (.near, .playful): ["Hingehen und mitspielen; erst ein Atemzug.", "Dazusetzen und langsam ausatmen."]
    case (.near, .curious): ["Hingehen und mitschauen; erst ein Atemzug.", "Dazusetzen und langsam ausatmen."]
    case (.near, .declarative): ["In der Nähe sein; erst ein Atemzug.", "Irgendwo nah, langsam ausatmen."]
    case (.near, .accompanied): ["Hingehen und nah bleiben; erst ein Atemzug.", "Dazusetzen und langsam ausatmen."]
    case (.near, .soft): ["Leise hingehen und dableiben; erst ein Atemzug.", "Dazusetzen und langsam ausatmen."]
    case (.late, _): ["Haven war kurz weg; diese Zeit stimmt.", "Später als geplant, aber richtig."]
    case (_, .declarative): ["Einmal gesagt, dann Ruhe.", "Einmal genügt."]
    case (.ahead, .plain): ["Aus der Nähe sagen, einmal.", "Ruhige Stimme, nah dabei."]
    case (.ahead, .playful): ["Aus der Nähe, mit leichter Stimme.", "Ruhige Stimme, nah dabei."]
    case (.ahead, .curious): ["Aus der Nähe laut überlegen.", "Ruhige Stimme, nah dabei."]
    case (.ahead, .accompanied): ["Dazusetzen, wenig Worte.", "Nah sein, wenig sagen."]
    case (.ahead, .soft): ["Leise, aus der Nähe.", "Ruhige Stimme, nah dabei."]
    case (.last, .plain): ["Noch zu Ende, dann zusammen weiter.", "Dabeibleiben, bis es vorbei ist."]
    case (.last, .playful): ["Noch mit Schwung zu Ende bringen.", "Dabeibleiben, bis es vorbei ist."]
    case (.last, .curious): ["Noch zu Ende, dann zusammen anschauen.", "Dabeibleiben, bis es vorbei ist."]
    case (.last, .accompanied): ["Dabeibleiben, während es endet.", "Nah sein, wenig sagen."]
    case (.last, .soft): ["Leise ausklingen lassen.", "Dabeibleiben, bis es vorbei ist."]
    case (.arrival, .plain): ["Zusammen hingehen.", "Mit hinübergehen."]
    case (.arrival, .playful): ["Zusammen hüpfen oder marschieren.", "Mit hinübergehen."]
    case (.arrival, .curious): ["Zusammen hingehen und schauen, was da ist.", "Mit hinübergehen."]
    case (.arrival, .accompanied): ["Seite an Seite hingehen.", "Mit hinübergehen."]
    case (.arrival, .soft): ["Langsam zusammen hingehen.", "Mit hinübergehen."]
    case (.moved, .plain), (.moved, .playful), (.moved, .curious):
      ["Die neue Zeit früh sagen, aus der Nähe.", "Früh gesagt ist halb getan."]
    case (.moved, .accompanied): ["Beim Sagen nah bleiben.", "Nah dabei sein."]
    case (.moved, .soft): ["Leise sagen, aus der Nähe.", "Leise, dann Ruhe."]
    }
  }

  func genericTip(_ stage: CueStage) -> Phrase {
    switch stage {
    case .near: ["Erst ein Atemzug.", "Langsam ausatmen."]
    case .late: tip(.late, .plain)
    case .ahead, .last, .arrival, .moved: ""
    }
  }

  func afterThat(_ label: String) -> Phrase { ["Danach: \(label).", "Später: \(label)."] }
  func offering(_ dose: String) -> Phrase { ["Klein und lieb: \(dose).", "Zum Beispiel: \(dose)."] }

  func doses(_ manner: Manner) -> [String] {
    switch manner {
    case .plain, .accompanied, .soft:
      ["eine Hand auf der Schulter", "ein Becher Wasser", "eine Decke um die Knie", "ein Platz daneben"]
    case .playful: ["ein alberner Handschlag", "ein gesummtes Lied", "ein Ballon hin und her", "zwei Grimassen"]
    case .curious:
      ["ein langer Blick aufs Werk", "eine Frage, und Zeit dafür", "der Duft der Seife", "ein Name für eine Wolke"]
    case .declarative: ["ein Keks in der Nähe", "ein Zettel am Teller", "Tee, ganz ohne Worte", "eine offene Tür"]
    }
  }

  func script(_ spoken: Spoken, to label: String) -> Phrase {
    switch spoken.stage {
    case .near, .ahead, .late: scriptAhead(spoken, label)
    case .last:
      switch spoken.manner {
      case .plain, .declarative: ["Ein letztes Mal, dann \(label).", "Noch einmal, dann \(label)."]
      case .playful: ["Ein großes Finale, dann \(label).", "Noch einmal, dann \(label)."]
      case .curious: ["Mal sehen, welches das letzte Mal ist. Dann \(label).", "Noch einmal, dann \(label)."]
      case .accompanied: ["Ein letztes Mal, dann \(label). Ich bin da.", "Noch einmal, dann \(label)."]
      case .soft: ["Noch einmal, ganz sachte. Dann \(label).", "Noch einmal, dann \(label)."]
      }
    case .arrival, .moved:
      switch spoken.manner {
      case .plain: ["Da sind wir: \(label).", "Da ist es: \(label)."]
      case .playful: ["Und da kommt es: \(label).", "Da ist es: \(label)."]
      case .curious: ["Wie das wohl anfängt: \(label).", "Da ist es: \(label)."]
      case .declarative: ["\(label.sentenceCased).", "Da ist es: \(label)."]
      case .accompanied: ["Zusammen: \(label).", "Da ist es: \(label)."]
      case .soft: ["Sachte hinüber: \(label).", "Da ist es: \(label)."]
      }
    }
  }

  private func scriptAhead(_ spoken: Spoken, _ label: String) -> Phrase {
    if spoken.manner == .accompanied {
      return ["Bald \(label). Ich bin da.", "\(label.sentenceCased), und ich bin da."]
    }
    if spoken.manner == .soft { return ["In einer kleinen Weile: \(label).", "Nach und nach: \(label)."] }
    guard case .left(.minutes(let count, let isAbout)) = spoken.timing, spoken.numbers == .digits else {
      switch spoken.manner {
      case .playful: return ["Der Balken knabbert sich weg, dann \(label).", "Noch ein bisschen, dann \(label)."]
      case .curious:
        return ["Mal sehen, wann der Balken leer ist. Dann \(label).", "Noch ein bisschen, dann \(label)."]
      default: return ["Wenn der Balken leer ist, \(label).", "Noch ein bisschen, dann \(label)."]
      }
    }
    let time = (isAbout ? "etwa " : "") + length(minutes: count)
    switch spoken.manner {
    case .playful: return ["Noch \(time) im Tank, dann \(label).", "Noch ein bisschen, dann \(label)."]
    case .curious: return ["Mal sehen, was in \(time) passt. Dann \(label).", "Noch ein bisschen, dann \(label)."]
    case .declarative: return ["Um \(clock(spoken.at, .words)): \(label).", "\(label.sentenceCased), in einer Weile."]
    default: return ["Noch \(time), dann \(label).", "Noch ein bisschen, dann \(label)."]
    }
  }

  func script(stop: String, to label: String) -> Phrase {
    ["\(stop.sentenceCased), dann \(label).", "\(stop.sentenceCased). \(label.sentenceCased)."]
  }
  func quoted(_ script: String) -> String { "„\(script)“" }
  func readyToSay(_ quoted: String) -> Phrase { ["Für nachher: \(quoted)", "\(quoted)"] }
  func bridge(_ text: String) -> Phrase { ["Brücke: \(text).", "\(text.sentenceCased)."] }
  func naturalStop(_ text: String) -> Phrase { ["Natürlicher Halt: \(text).", "\(text.sentenceCased)."] }

  func moved(_ label: String, to clock: String) -> Phrase {
    ["\(label) verschiebt sich auf \(clock)", "\(label) um \(clock)", "\(clock): \(label)"]
  }
  func genericMoved(to clock: String) -> Phrase {
    ["Nächster Schritt verschiebt sich auf \(clock)", "Etwas verschiebt sich auf \(clock)", "\(clock)", "→"]
  }
  func newTime(_ clock: String) -> Phrase { ["Neue Zeit: \(clock).", "\(clock.sentenceCased)."] }
  func movedScript(_ label: String, to clock: String) -> Phrase {
    [
      "\(label.sentenceCased) verschiebt sich auf \(clock). Ich habe es gesagt, sobald ich es wusste.",
      "\(label.sentenceCased) um \(clock).",
    ]
  }

  func fuel(for names: String, movementToo: Bool) -> Phrase {
    let offer = German.offer(movementToo)
    return [
      "\(offer) für \(names)", "Etwas zu essen und zu trinken für \(names)", "Eine Pause für \(names)",
      "\(names): Pause",
    ]
  }

  private static func offer(_ movementToo: Bool) -> String {
    movementToo ? "Snack, Getränk und etwas Bewegung" : "Snack und Getränk"
  }

  func genericFuel(movementToo: Bool) -> Phrase {
    [German.offer(movementToo), "Etwas zu essen und zu trinken", "Eine Pause", "→"]
  }
  var youToo: Phrase { ["Auch etwas für dich.", "Und du."] }

  func nudges(smallest: String, or name: String) -> [Phrase] {
    ["\(smallest) oder \(name)?", "Vielleicht \(smallest). Oder \(name).", "Für dich: \(smallest) oder \(name)"]
  }
  func nudges(_ name: String) -> [Phrase] { ["\(name), wenn es passt", "Vielleicht \(name)", "Für dich: \(name)"] }
  func smallVersion(of name: String) -> Phrase { "Ein kleiner Teil davon: \(name)." }
  var neutralNudge: Phrase { "Etwas für dich, wenn es passt" }
  var easyNo: String { "Oder heute nicht." }
  var easyNoMarks: [String] { ["heute nicht", "wenn du magst", "oder nicht"] }

  func appointment(_ label: String, _ when: String) -> Phrase { "\(label) \(when)" }
  func neutralAppointment(_ when: String) -> Phrase { "Dein Termin \(when)" }
  func promise(_ label: String, _ when: String) -> Phrase { "Ein Versprechen \(when): \(label)" }
  func neutralPromise(_ when: String) -> Phrase { "Ein Versprechen \(when)" }
  var promiseBody: Phrase { "Deins zum Halten, oder rechtzeitig zum Verschieben." }
  func respite(_ lane: Lane, _ when: String) -> Phrase {
    switch lane {
    case .solo: "Deine Zeit \(when)"
    case .couple: "Zeit zu zweit \(when)"
    case .sibling: "Zeit mit einem Kind \(when)"
    case .overnight: neutralRespite(when)
    }
  }
  func neutralRespite(_ when: String) -> Phrase { "Etwas Geplantes \(when)" }
  var respiteBody: Phrase { "Noch eine Woche: Bleibt es dabei?" }
  func tell(_ name: String) -> Phrase {
    ["Heute ist der Tag, \(name) vom Plan zu erzählen", "Ein Wort mit \(name) zum Plan"]
  }
  var neutralTell: Phrase { ["Heute ist der Tag, vom Plan zu erzählen", "Ein Wort zum Plan", "→"] }
  var tellBody: Phrase { ["Schlicht, aus der Nähe, mit wenig Worten.", "Wenig Worte, nah dabei."] }
  func marked(_ days: String) -> Phrase { "Ein sachter Tag, \(days)" }
  var markedBody: Phrase { "Nichts zu tun, nur zu wissen." }
  var digest: Phrase { "Das war heute" }
  func offeredToday(_ names: String) -> Phrase {
    ["Heute gab es etwas Kleines für \(names).", "Im Angebot war heute etwas Kleines für \(names)."]
  }
  var digestBody: Phrase { "havenctl tomorrow zeigt, was anders ist. Oder einfach Tee." }
  var review: Phrase { "Die Woche, und zuerst, was gelang" }
  var reviewQuestions: [Phrase] {
    [
      "Was hat diese Woche leichter gemacht, und sei es wenig?", "Welchen Augenblick möchtest du behalten?",
      "Was ging leichter als früher?",
    ]
  }
  var reviewBody: Phrase { "Etwas zum Ausprobieren steht in havenctl review, wenn es Tee gibt." }
  func ahead(_ duration: String) -> Phrase { "In \(duration)." }
  var justSoYouKnow: Phrase { "Nur damit du es weißt." }

  func swap(_ swap: Line.Swap) -> Phrase {
    switch swap {
    case .asked: "Ablösung, bitte"
    case .unanswered: "Noch keine Antwort"
    case .accepted: "Es ist übernommen"
    case .declined: "Diesmal geht es nicht"
    case .over: "Wieder da, oder noch zehn?"
    }
  }

  func swapBody(_ swap: Line.Swap) -> Phrase {
    switch swap {
    case .asked: "Oder mit havenctl tag answer antworten."
    case .unanswered, .declined: "Dein Plan für dich allein: havenctl safe. Wasser, und sechs langsame Atemzüge."
    case .accepted: "Geh nur; sonst ist nichts zu tun."
    case .over: "havenctl tag in, wenn du so weit bist."
    }
  }

  func answer(_ answer: Answer, to buttons: Buttons) -> String {
    switch (answer, buttons) {
    case (.done, .swap): "Mach ich"
    case (.done, .over): "Wieder da"
    case (.done, .cue), (.done, .cueInWords), (.done, .care): "Erledigt"
    case (.later, .cue): "+5"
    case (.later, .cueInWords): "In fünf"
    case (.later, .care): "Später"
    case (.later, .swap): "10 Min."
    case (.later, .over): "Noch zehn"
    case (.notToday, .swap): "Geht nicht"
    case (.notToday, .cue), (.notToday, .cueInWords), (.notToday, .care), (.notToday, .over): "Heute nicht"
    case (.dismiss, _): "Schließen"
    }
  }
}
