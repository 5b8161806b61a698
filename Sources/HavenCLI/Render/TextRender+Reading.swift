import HavenCore

// A reading list, on which nothing is ever overdue.

extension TextRender {
  func reading(_ list: ReadingList, _ family: Family) -> [String] {
    let rows = list.entries.flatMap { entry in
      let by = entry.reading.by.map { " (\($0))" } ?? ""
      let mark = entry.isRead ? "✓" : " "
      let title = wrapped(family.text(entry.reading.title + by, style), style.width - 4)
      return title.enumerated().map { ($0 == 0 ? "\(mark) " : "  ") + $1 }
        + [style.dim("    \(family.text(entry.reading.id, style))")]
    }
    return rows + [""]
      + hanging("havenctl reading done ID ticks one off; a [[reading]] in the config adds your own")
      + hanging("None of these made Haven or looked at it; 'card programmes' says how well each approach is tested.")
  }

  func readingTicked(_ reading: Reading, _ isTakenAway: Bool, _ list: ReadingList, _ family: Family) -> [String] {
    let title = family.text(reading.title, style)
    if isTakenAway { return hanging("no tick any more: \(title)") }
    let next = list.next.map { hanging("next, whenever it fits: \(family.text($0.title, style))") }
    let back = style.dim("'havenctl reading done \(family.text(reading.id, style)) --not' takes the tick away")
    return hanging("read: \(title)") + (next ?? []) + [back]
  }
}
