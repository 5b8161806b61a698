import HavenCore

/// Turns what a file says into events that cover dates on the household's wall.
///
/// An all-day or floating time is the household's own. Any other becomes the date that the household's wall shows at
/// that instant: a call at 23:30 in New York is on the next day in London.
package struct EventReading {
  let zone: Zone
  /// A zone by its IANA name, nil where the system has none.
  let zoneNamed: (String) -> Zone?
  /// Of many events these alone: those with one of the words in their name or category, however it is cased.
  var only: [String] = []
  /// Takes a line of the file and what is odd about it.
  let warn: (Int, String) -> Void

  /// An event longer than ten years is a slip of the pen.
  private static let longest = 3660
  /// How far a repetition is written out where its dates differ from the household's.
  private static let furthest = 30 * 366

  package init(
    zone: Zone, zoneNamed: @escaping (String) -> Zone?, only: [String] = [], warn: @escaping (Int, String) -> Void
  ) {
    self.zone = zone
    self.zoneNamed = zoneNamed
    self.only = only.map { $0.lowercased() }
    self.warn = warn
  }

  package func events(_ reported: [CalendarReport.Event]) -> [CalendarEvent] {
    let newest = newest(reported)
    var events: [CalendarEvent] = []
    var masters: [String: [Int]] = [:]
    let dropped = Set(newest.filter { $0.recurrence == nil && $0.isCancelled && !$0.uid.isEmpty }.map(\.uid))
    for event in newest where event.recurrence == nil && !event.isCancelled {
      guard isWanted(event), let made = calendarEvent(event) else { continue }
      for one in [made] + furtherRules(event, made) {
        if !event.uid.isEmpty { masters[event.uid, default: []].append(events.count) }
        events.append(one)
      }
    }
    for event in newest {
      guard let original = event.recurrence, !dropped.contains(event.uid) else { continue }
      if event.isFuture { warn(event.line, "it changes all that follow; only its own date is taken") }
      for master in masters[event.uid] ?? [] { events[master].removed.insert(date(of: original, event.line)) }
      if !event.isCancelled, isWanted(event), let made = calendarEvent(event) { events.append(made) }
    }
    return events
  }

  func isWanted(_ event: CalendarReport.Event) -> Bool {
    guard !only.isEmpty else { return true }
    let names = [event.summary.lowercased(), event.categories.lowercased()]
    return only.contains { word in names.contains { $0.contains(word) } }
  }

  /// Of two versions of one event, the one with the higher SEQUENCE.
  func newest(_ events: [CalendarReport.Event]) -> [CalendarReport.Event] {
    var latest: [String: Int] = [:]
    func name(_ event: CalendarReport.Event) -> String { "\(event.uid) \(event.recurrence.map { "\($0)" } ?? "")" }
    for event in events { latest[name(event)] = max(latest[name(event)] ?? event.sequence, event.sequence) }
    return events.filter { $0.uid.isEmpty || latest[name($0)] == $0.sequence }
  }

  private func calendarEvent(_ event: CalendarReport.Event) -> CalendarEvent? {
    let first = date(of: event.start, event.line)
    guard let length = length(of: event, first: first) else { return nil }
    var made = CalendarEvent(uid: event.uid, first: first, length: length)
    made.removed = Set(event.removed.map { date(of: $0, event.line) })
    made.added = Set(event.added.map { date(of: $0, event.line) })
    if let text = event.rules.first, event.recurrence == nil { addRule(text, to: &made, event) }
    return made
  }

  /// RFC 5545 would rather not have them, and means all that any of them gives.
  private func furtherRules(_ event: CalendarReport.Event, _ first: CalendarEvent) -> [CalendarEvent] {
    event.rules.dropFirst().map { text in
      var made = CalendarEvent(uid: first.uid, first: first.first, length: first.length)
      made.removed = first.removed
      addRule(text, to: &made, event)
      return made
    }
  }

  private func length(of event: CalendarReport.Event, first: CivilDate) -> Int? {
    let length: Int
    switch (event.start, event.end, event.duration) {
    case (_, nil, nil): return 1
    case (.date(let start), .date(let end)?, _):
      guard end >= start else { return skip(event, "it ends before it starts") }
      // DTEND is the first date that is not covered; one that is equal to DTSTART is common, and means one date.
      length = max(1, end - start)
    case (.date, nil, let seconds?):
      guard seconds >= 0 else { return skip(event, "its duration is negative") }
      length = max(1, (seconds + 86_399) / 86_400)
    default:
      let start = instant(of: event.start, event.line)
      let end = event.end.map { instant(of: $0, event.line) } ?? start + (event.duration ?? 0)
      guard end >= start else { return skip(event, "it ends before it starts") }
      // It does not cover a date of which it takes no more than the midnight it starts with.
      length = zone.date(at: end > start ? end - 1 : start) - first + 1
    }
    return length <= EventReading.longest ? length : skip(event, "it lasts longer than ten years")
  }

  private func skip(_ event: CalendarReport.Event, _ why: String) -> Int? {
    warn(event.line, "\(why), so it is left out")
    return nil
  }

  /// In the order RRULE, RDATE, EXDATE the last word is EXDATE's; `CalendarEvent` keeps to that.
  private func addRule(_ text: String, to made: inout CalendarEvent, _ event: CalendarReport.Event) {
    do {
      let rule = try rule(text, event)
      guard let (start, own) = wall(of: event.start, event.line) else {
        made.rule = rule
        return
      }
      if let dates = datesThatDiffer(rule, start, own) {
        made.added.formUnion(dates)
      } else {
        made.rule = try rule.ending(at: start.time, in: own)
      }
    } catch {
      warn(event.line, "its repetition is not understood, so only its first date is taken: \(error)")
    }
  }

  /// A time of day in a rule is what the start says already, where it is one; the rules of days have none.
  func rule(_ text: String, _ event: CalendarReport.Event) throws(RecurrenceError) -> Recurrence {
    let time = wall(of: event.start, event.line)?.0.time
    let says = [
      "BYHOUR": time.map { $0.seconds / 3600 }, "BYMINUTE": time.map { $0.seconds / 60 % 60 },
      "BYSECOND": time.map { $0.seconds % 60 },
    ]
    let parts = text.split(separator: ";", omittingEmptySubsequences: false).filter { part in
      let halves = part.split(separator: "=", maxSplits: 1)
      guard halves.count == 2, let said = says[halves[0].uppercased()] else { return true }
      // Beside a date without a time it means nothing (RFC 5545 §3.3.10).
      return said != nil && Int(halves[1]) != said
    }
    return try Recurrence(parsing: parts.joined(separator: ";"))
  }

  /// The wall time of a repetition and the zone that keeps it; nil where dates alone decide.
  func wall(of time: CalendarReport.Time, _ line: Int) -> (CivilDateTime, Zone)? {
    switch time {
    case .date: nil
    case .floating(let civil): (civil, zone)
    case .utc(let instant): (Zone.utc.civil(at: instant), .utc)
    case .zoned(let civil, let name, _): (civil, named(name) ?? zone)
    }
  }

  /// The household's dates of all occurrences, nil where they are the event's own dates.
  private func datesThatDiffer(_ rule: Recurrence, _ start: CivilDateTime, _ own: Zone) -> Set<CivilDate>? {
    guard own.name != zone.name else { return nil }
    // Two years show every clock change of both zones.
    let differs = (0..<731).contains { day in
      zone.date(at: own.instant(start.date + day, start.time)) != start.date + day
    }
    guard differs else { return nil }
    var dates: Set<CivilDate> = []
    for date in rule.occurrences(from: start.date) {
      guard date - start.date <= EventReading.furthest else { break }
      let instant = own.instant(date, start.time)
      if case .utc(let last)? = rule.until, instant > last { break }
      if case .local(let last)? = rule.until, CivilDateTime(date: date, time: start.time) > last { break }
      dates.insert(zone.date(at: instant))
    }
    return dates
  }

  func date(of time: CalendarReport.Time, _ line: Int) -> CivilDate {
    if case .date(let date) = time { return date }
    return zone.date(at: instant(of: time, line))
  }

  func instant(of time: CalendarReport.Time, _ line: Int) -> Instant {
    switch time {
    case .date(let date): return zone.startOfDay(date)
    case .floating(let civil): return zone.instant(of: civil)
    case .utc(let instant): return instant
    case .zoned(let civil, let name, let instant):
      if let own = named(name) { return own.instant(of: civil) }
      if let instant { return instant }
      warn(line, "the time zone \(quoted(name)) is unknown, and taken as the household's")
      return zone.instant(of: civil)
    }
  }

  /// Some programs write a path before the name: `/freeassociation.sourceforge.net/Europe/London`. Outlook and Exchange
  /// have names of their own.
  private func named(_ name: String) -> Zone? {
    if let zone = zoneNamed(name) ?? WindowsZones.names[name].flatMap(zoneNamed) { return zone }
    let parts = name.split(separator: "/")
    return parts.count > 2 ? zoneNamed(parts.suffix(2).joined(separator: "/")) : nil
  }
}

extension Recurrence {
  /// The same rule with an UNTIL that is a date, for a repetition at `time` in `zone`.
  func ending(at time: TimeOfDay, in zone: Zone) throws(RecurrenceError) -> Recurrence {
    let last: CivilDateTime
    switch until {
    case nil, .date: return self
    case .local(let civil): last = civil
    case .utc(let instant): last = zone.civil(at: instant)
    }
    let date = time <= last.time ? last.date : last.date - 1
    let parts = description.split(separator: ";").map { part in
      part.hasPrefix("UNTIL=") ? "UNTIL=" + date.description.filter { $0 != "-" } : String(part)
    }
    return try Recurrence(parsing: parts.joined(separator: ";"))
  }
}
