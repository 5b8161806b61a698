import HavenAPI
import HavenCore

/// One child's record as a person reads it: by date, a line or two each.
struct RecordPage {
  let style: Style
  let child: ChildID
  private var date: CivilDate?

  init(style: Style, child: ChildID) {
    self.style = style
    self.child = child
  }

  /// Every export begins with it.
  static let banner = "This is not your official log: follow your service's policy."

  func heading(_ span: RecordSpan) -> [String] {
    let who = style.isDiscreet ? "One child" : printable(child)
    let dates = span.from.map { "\($0) to \(span.to)" } ?? "to \(span.to)"
    return ["\(who): what Haven remembers, \(dates)", RecordPage.banner]
  }

  /// The record, after its date where that is a new one.
  mutating func lines(_ record: RecordView) -> [String] {
    if record.what == .week { return [week(record)] }
    let wall = record.at.wall
    var lines: [String] = []
    if wall.date != date {
      date = wall.date
      lines += ["", "\(dateText(wall.date)) \(wall.date.year)"]
    }
    lines.append("  \(wall.time)  \(text(record))")
    let more = [
      record.tags.map { "underneath: \($0.joined(separator: ", "))" },
      record.helped.map { "helped: \($0.joined(separator: ", "))" },
    ].compactMap { $0 }
    if !more.isEmpty { lines.append("         \(printable(more.joined(separator: " · ")))") }
    for note in (record.note ?? "").split(separator: "\n") { lines.append("         \(printable(note))") }
    return lines
  }

  private func week(_ record: RecordView) -> String {
    let settle = record.settle.map { ", settled in \($0) min" } ?? ""
    return "week of \(record.at.wall.date)  \(printable(record.step ?? "outside of a change")): "
      + "hard \(record.hard ?? 0) of \(record.times ?? 0)\(settle)"
      + (record.apart.map { ", \($0) on soft days or away" } ?? "")
  }

  private func text(_ record: RecordView) -> String {
    switch record.what {
    case .hard:
      let size = ["", "a wobble", "a hard moment", "an unsafe moment"][max(0, min(3, record.size ?? 2))]
      let step = record.step.map { " at \(printable($0))" } ?? ""
      return size + step + (record.settle.map { ", settled in \($0) min" } ?? "") + everybody(record)
    case .promise: return "promise \(printable(record.promise ?? "")): \(record.became ?? "")\(until(record, ", for "))"
    case .nurture: return "nurture offered"
    case .note: return "a note"
    case .noticed: return "something noticed" + everybody(record)
    case .mode: return (record.mode ?? .ordinary).onScreen + until(record, ", until ") + everybody(record)
    case .respite, .week, .act, .state: return printable(record.command ?? record.what.rawValue)
    }
  }

  /// What was everybody's is said to be.
  private func everybody(_ record: RecordView) -> String { record.child == nil ? " (of all the children)" : "" }

  private func until(_ record: RecordView, _ words: String) -> String {
    record.until.map { "\(words)\($0.wall.date) \($0.wall.time)" } ?? ""
  }
}
