extension Calendar {
  /// Whether the calendar holds on this date.
  public func contains(_ date: CivilDate) -> Bool {
    switch dates {
    case .range(let first, let last): first <= date && date <= last
    case .listed(let dates): dates.contains(date)
    case .events(let events): events.contains { $0.covers(date) }
    }
  }
}

extension CalendarEvent {
  /// Whether one of the event's occurrences covers this date.
  ///
  /// Its first date is an occurrence even where its rule does not match it (RFC 5545 §3.8.5.3), unless removed.
  public func covers(_ date: CivilDate) -> Bool {
    let covering = (date - max(length, 1) + 1)...date
    if covering.contains(first), !removed.contains(first) { return true }
    if added.contains(where: { covering.contains($0) && !removed.contains($0) }) { return true }
    guard let rule, date >= first else { return false }
    if length <= 1 { return !removed.contains(date) && rule.includes(date, from: first) }
    var earlier = covering.lowerBound - 1
    while let occurrence = rule.next(after: earlier, from: first), occurrence <= date {
      if !removed.contains(occurrence) { return true }
      earlier = occurrence
    }
    return false
  }
}
