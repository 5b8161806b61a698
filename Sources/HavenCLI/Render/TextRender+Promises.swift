import HavenAPI
import HavenCore

// What was promised: open first, and nothing that is late is told as a fault.

extension TextRender {
  func promises(_ view: PromisesView) -> [String] {
    guard !view.promises.isEmpty else { return ["no promise is open"] }
    let open = view.promises.filter { $0.state == .open || $0.state == .overdue }
    let old = open.filter { $0.state == .overdue && $0.lane == nil && $0.due.wall.date < view.since }
    let recent = open.filter { one in !old.contains { $0.promise == one.promise } }
    let closed = view.promises.filter { $0.state != .open && $0.state != .overdue }
    let shown = closed.prefix(TextRender.mostClosed)
    // Several that are past are one question.
    let past = recent.filter { $0.state == .overdue && $0.lane == nil }
    let asksOnce = past.count > 1
    var lines = recent.isEmpty ? ["no promise is open"] : recent.flatMap { self.open($0, at: view.at, asks: !asksOnce) }
    if asksOnce {
      lines += folded("", "repair or move? 'havenctl promise repaired|moved ID', or 'kept ID'", width: style.width)
    }
    lines += older(old, since: view.since)
    if !shown.isEmpty { lines += ["", heading("Lately")] + shown.flatMap { self.closed($0) } }
    let figures = promises(view.figures)
    return lines + (figures.isEmpty ? [] : [""] + figures)
  }

  /// More of them stand in the JSON.
  private static let mostClosed = 8

  /// Those from before the weeks that are looked at: named, and asked about no more.
  private func older(_ promises: [PromisesView.Promise], since: CivilDate) -> [String] {
    guard !promises.isEmpty else { return [] }
    let names = style.isDiscreet ? counted(promises.count, "promise", "promises") : listText(promises.map(name))
    return folded("", "from before \(dateText(since, short: true)), left as they are: \(names)", width: style.width)
  }

  private func open(_ promise: PromisesView.Promise, at now: Stamp, asks: Bool) -> [String] {
    let hangsOn = style.isDiscreet ? nil : promise.hangsOn.map { "; \(printable($0)) too: promise your part only" }
    let line: String
    if promise.state == .open {
      line = "\(name(promise)), \(aheadText(promise.due, from: now))\(by(promise))\(hangsOn ?? "")"
    } else if promise.lane != nil {
      line = "\(name(promise)), since \(promise.due.wall.time): kept? 'havenctl promise kept \(id(promise))'"
    } else {
      line =
        "\(name(promise)), still open from \(day(promise.due, from: now))"
        + (asks ? ": repair or move? 'havenctl promise repaired|moved \(id(promise))'" : "")
    }
    return folded("", line, width: style.width) + note(promise)
  }

  private func closed(_ promise: PromisesView.Promise) -> [String] {
    let state =
      switch promise.state {
      case .kept, .open, .overdue: "kept"
      case .movedInTime: "told before it changed, and kept"
      case .repaired: "mended"
      }
    return folded(
      "  ", "\(name(promise)), \(dateText(promise.due.wall.date, short: true)): \(state)", width: style.width)
  }

  private func name(_ promise: PromisesView.Promise) -> String {
    style.isDiscreet ? "a promise" : printable(promise.promise)
  }

  private func id(_ promise: PromisesView.Promise) -> String { style.isDiscreet ? "ID" : printable(promise.promise) }

  private func by(_ promise: PromisesView.Promise) -> String { " (\(printable(promise.by)))" }

  private func note(_ promise: PromisesView.Promise) -> [String] {
    guard !style.isDiscreet, let note = promise.note, !note.isEmpty else { return [] }
    return folded("  ", printable(note), width: style.width)
  }

  /// `today`, `yesterday`, `Tuesday`, `Tue 10 March`.
  private func day(_ due: Stamp, from now: Stamp) -> String {
    switch now.wall.date - due.wall.date {
    case 0: "\(due.wall.time)"
    case 1: "yesterday"
    case 2..<7: due.wall.date.weekday.englishName
    default: dateText(due.wall.date, short: true)
    }
  }
}
