import HavenCore

/// The words of a script line that begin with `!`: what happens to the machine.
struct WorldWords {
  /// At least one, the first with its `!`.
  var words: [String]
  var at: Instant
  var zone: Zone
  var zoneNamed: (String) -> Zone?

  func kind() throws(CommandFailure) -> ScriptEntry.Kind {
    switch words[0] {
    case "!suspend":
      let (from, to) = try gap()
      return .suspend(from: from, to: to)
    case "!off":
      let (from, to) = try gap()
      return .off(from: from, to: to)
    case "!crash": return try alone(.crash)
    case "!lock": return try alone(.lock)
    case "!unlock": return try alone(.unlock)
    case "!clock": return .clock(seconds: try clock(try only("+2h or -30m")))
    case "!zone":
      let name = try only("America/New_York")
      guard zoneNamed(name) != nil else { throw CommandFailure(.usage, "there is no time zone '\(printable(name))'") }
      return .zone(name)
    case "!inhibit": return .inhibit(try either("on", "off"))
    case "!notifier": return .notifier(isUp: try either("up", "down"))
    case "!answer": return try answer()
    default:
      throw CommandFailure(
        .usage, "'\(printable(words[0]))' is nothing that happens",
        hint: "!suspend, !off, !crash, !clock, !zone, !lock, !unlock, !inhibit, !notifier or !answer")
    }
  }

  static func notWhole(_ cue: String) -> CommandFailure {
    CommandFailure(
      .usage, "'\(printable(cue))' is not a whole cue id",
      hint: "write DATE/STEP/CHILD/RUNG, such as '2026-03-10/tea/otter/5'")
  }

  /// Two times, on the line's own date where they have none.
  private func gap() throws(CommandFailure) -> (Instant, Instant) {
    guard words.count == 3 else {
      throw CommandFailure(.usage, "'\(words[0])' takes two times", hint: "\(words[0]) 17:08 17:14")
    }
    let from = try time(words[1])
    let to = try time(words[2])
    guard from >= at else {
      throw CommandFailure(.usage, "'\(words[1])' is before the moment of its line, \(zone.civil(at: at).time)")
    }
    guard from < to else {
      throw CommandFailure(
        .usage, "'\(words[2])' is not after '\(words[1])'", hint: "on the next day, write its date: '2026-03-11T06:30'")
    }
    return (from, to)
  }

  private func time(_ word: String) throws(CommandFailure) -> Instant {
    if let time = TimeOfDay(word) { return zone.instant(zone.date(at: at), time) }
    if let civil = CivilDateTime(word) { return zone.instant(of: civil) }
    throw CommandFailure(
      .usage, "'\(printable(word))' is not a time", hint: "write '17:08', or '2026-03-10T17:08'")
  }

  /// Seconds, on or back.
  private func clock(_ word: String) throws(CommandFailure) -> Int {
    guard let sign = word.first, sign == "+" || sign == "-" else {
      throw CommandFailure(.usage, "'\(printable(word))' has no sign", hint: "+2h sets the clock on, -30m sets it back")
    }
    let seconds = try duration(String(word.dropFirst()))
    return sign == "-" ? -seconds : seconds
  }

  private func answer() throws(CommandFailure) -> ScriptEntry.Kind {
    let answers = Answer.allCases.map(\.rawValue).joined(separator: "|")
    guard words.count == 3 else {
      throw CommandFailure(.usage, "'!answer' takes a cue and an answer", hint: "!answer CUE-ID \(answers)")
    }
    guard let cue = CueID(words[1]) else { throw WorldWords.notWhole(words[1]) }
    guard let answer = Answer(rawValue: words[2]) else {
      throw CommandFailure(.usage, "'\(printable(words[2]))' is no answer", hint: answers)
    }
    return .answer(cue, answer)
  }

  private func alone(_ kind: ScriptEntry.Kind) throws(CommandFailure) -> ScriptEntry.Kind {
    guard words.count == 1 else { throw CommandFailure(.usage, "'\(words[0])' stands alone") }
    return kind
  }

  private func only(_ example: String) throws(CommandFailure) -> String {
    guard words.count == 2 else { throw CommandFailure(.usage, "'\(words[0])' takes one word", hint: example) }
    return words[1]
  }

  private func either(_ yes: String, _ no: String) throws(CommandFailure) -> Bool {
    let word = try only("\(words[0]) \(yes)|\(no)")
    guard word == yes || word == no else {
      throw CommandFailure(.usage, "'\(printable(word))' is neither '\(yes)' nor '\(no)'")
    }
    return word == yes
  }
}
