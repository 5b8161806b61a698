import HavenCore

/// What is wrong with one line of a script.
struct ScriptFault: Error, Equatable {
  /// Counted from 1.
  var line: Int
  var text: String
  var hint: String?

  /// `script:3: error: what is wrong; what would be right`
  func description(file: String) -> String {
    "\(file):\(line): error: \(text)" + (hint.map { "; \($0)" } ?? "")
  }
}

/// Every fault of a script, in the order of its lines; at least one.
struct ScriptFaults: Error, Equatable {
  var faults: [ScriptFault]
}

/// Reads a simulation's script: a moment, then a command as it would be typed, or a thing of the world with `!`.
///
///     2026-03-10T17:12 delay tablet-ends 10m     # as ros would
///     2026-03-10T17:20 !suspend 17:25 17:40
struct ScriptParser {
  /// Nothing comes before it.
  var from: Instant
  /// The zone of the moments. `!zone` changes it for the lines below, unless the household has set its own.
  var zone: Zone
  var isZoneFixed: Bool
  var zoneNamed: (String) -> Zone?

  func parse(_ text: String) throws(ScriptFaults) -> [ScriptEntry] {
    var reader = self
    var entries: [ScriptEntry] = []
    var faults: [ScriptFault] = []
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      do {
        guard let entry = try reader.entry(line, number: index + 1, after: entries.last) else { continue }
        entries.append(entry)
      } catch {
        faults.append(ScriptFault(line: index + 1, text: error.text, hint: error.hint))
      }
    }
    guard faults.isEmpty else { throw ScriptFaults(faults: faults) }
    return entries
  }

  /// Nil for a line of white space and comment.
  private mutating func entry(
    _ line: Substring, number: Int, after previous: ScriptEntry?
  ) throws(CommandFailure) -> ScriptEntry? {
    let words: [String]
    do {
      words = try ShellWords.split(line)
    } catch {
      throw CommandFailure(.usage, error.text)
    }
    guard let first = words.first else { return nil }
    guard let moment = CivilDateTime(first) else {
      throw CommandFailure(
        .usage, "'\(printable(first))' is not a moment", hint: "a line begins with one, such as '2026-03-10T17:12'")
    }
    guard words.count > 1 else { throw CommandFailure(.usage, "nothing stands behind the moment") }
    let at = zone.instant(of: moment)
    guard at >= from else {
      throw CommandFailure(.usage, "'\(first)' is before the simulation begins, at \(zone.civil(at: from))")
    }
    if let previous, at < previous.at {
      throw CommandFailure(
        .usage, "'\(first)' is before line \(previous.line)", hint: "lines stand in order of time")
    }
    return ScriptEntry(line: number, at: at, kind: try kind(Array(words.dropFirst()), at: at))
  }

  private mutating func kind(_ words: [String], at: Instant) throws(CommandFailure) -> ScriptEntry.Kind {
    guard !words[0].hasPrefix("!") else {
      let kind = try WorldWords(words: words, at: at, zone: zone, zoneNamed: zoneNamed).kind()
      if case .zone(let name) = kind, !isZoneFixed, let zone = zoneNamed(name) { self.zone = zone }
      return kind
    }
    switch try CommandWords.parse(words, now: at, zone: zone) {
    case .command(let command, let carer):
      if case .snooze(let cue, _) = command, CueID(cue) == nil { throw WorldWords.notWhole(cue) }
      return .command(command, as: carer)
    case .undo(let carer): return .undo(as: carer)
    case .reload: return .reload
    }
  }
}
