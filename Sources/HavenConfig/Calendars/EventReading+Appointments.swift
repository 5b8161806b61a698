import HavenCore

/// An event with a time, as the `appointment` of a goal can say it.
package struct ImportedAppointment: Equatable, Sendable {
  /// The event's UID, with the date where one repetition is written as several appointments.
  package var uid: String
  package var name: String
  /// On the household's wall.
  package var start: CivilDateTime
  package var rule: Recurrence?
  package var minutes: Int
}

extension EventReading {
  /// How far ahead a repetition is written out that no single rule says.
  private static let ahead = 183
  private static let most = 60

  /// The events that have a time of day and are not over. A repetition stays one where the household's wall has it as
  /// the file does; with exceptions, or from another zone, it is written out for half a year.
  package func appointments(_ reported: [CalendarReport.Event], from today: CivilDate) -> [ImportedAppointment] {
    let newest = newest(reported)
    let dropped = Set(newest.filter { $0.recurrence == nil && $0.isCancelled && !$0.uid.isEmpty }.map(\.uid))
    var found: [ImportedAppointment] = []
    for event in newest where !event.isCancelled && !event.isAllDay && isWanted(event) {
      if let original = event.recurrence {
        guard !dropped.contains(event.uid) else { continue }
        let uid = "\(event.uid) \(zone.date(at: instant(of: original, event.line)))"
        add(event, uid, instant(of: event.start, event.line), &found, today)
      } else if event.rules.isEmpty, event.added.isEmpty {
        add(event, event.uid, instant(of: event.start, event.line), &found, today)
      } else {
        let moved = newest.filter { $0.recurrence != nil && !event.uid.isEmpty && $0.uid == event.uid }
        if moved.isEmpty, let appointment = repeating(event, today) {
          found.append(appointment)
        } else {
          for at in writtenOut(event, without: moved.compactMap(\.recurrence), today) {
            add(event, "\(event.uid) \(zone.date(at: at))", at, &found, today)
          }
        }
      }
    }
    return found.sorted { $0.start < $1.start }
  }

  private func add(
    _ event: CalendarReport.Event, _ uid: String, _ at: Instant, _ found: inout [ImportedAppointment],
    _ today: CivilDate
  ) {
    let start = zone.civil(at: at)
    guard start.date >= today else { return }
    found.append(ImportedAppointment(uid: uid, name: event.name, start: start, rule: nil, minutes: minutes(event)))
  }

  /// Nil where one rule on the household's wall does not say the same.
  private func repeating(_ event: CalendarReport.Event, _ today: CivilDate) -> ImportedAppointment? {
    guard event.rules.count == 1, event.removed.isEmpty, event.added.isEmpty,
      let (start, own) = wall(of: event.start, event.line), own.name == zone.name,
      let rule = try? rule(event.rules[0], event).ending(at: start.time, in: own),
      rule.includes(start.date, from: start.date)
    else { return nil }
    guard rule.next(after: today - 1, from: start.date) != nil else { return nil }
    return ImportedAppointment(
      uid: event.uid, name: event.name, start: start, rule: rule, minutes: minutes(event))
  }

  private func writtenOut(
    _ event: CalendarReport.Event, without moved: [CalendarReport.Time], _ today: CivilDate
  ) -> [Instant] {
    var instants: Set<Instant> = [instant(of: event.start, event.line)]
    for text in event.rules {
      guard let (start, own) = wall(of: event.start, event.line), let rule = try? rule(text, event) else {
        warn(event.line, "its repetition is not understood, so only its first date is taken")
        continue
      }
      for date in rule.occurrences(from: start.date) {
        let at = own.instant(date, start.time)
        if case .utc(let last)? = rule.until, at > last { break }
        if case .local(let last)? = rule.until, CivilDateTime(date: date, time: start.time) > last { break }
        guard zone.date(at: at) <= today + EventReading.ahead else { break }
        if zone.date(at: at) >= today { instants.insert(at) }
      }
    }
    for time in event.added { instants.insert(instant(of: time, event.line)) }
    let taken = event.removed + moved
    return instants.filter { at in
      !taken.contains { time in
        if case .date(let date) = time { return zone.date(at: at) == date }
        return instant(of: time, event.line) == at
      }
    }
    .sorted().filter { zone.date(at: $0) >= today }.prefix(EventReading.most).map { $0 }
  }

  private func minutes(_ event: CalendarReport.Event) -> Int {
    let start = instant(of: event.start, event.line)
    let seconds = event.end.map { instant(of: $0, event.line) - start } ?? event.duration ?? 1800
    return min(max(1, seconds / 60), 1440)
  }
}

extension CalendarReport.Event {
  fileprivate var isAllDay: Bool { if case .date = start { true } else { false } }

  /// One line, as long as a title may be.
  fileprivate var name: String {
    let line = summary.split(whereSeparator: { $0.isWhitespace || $0.isNewline }).joined(separator: " ")
    return line.isEmpty ? "appointment" : String(line.prefix(60))
  }
}
