import HavenAPI
import HavenCore

// Time off: the figures that a review has, and what is booked, with what to see to before it.

extension TextRender {
  func respite(_ view: RespiteView) -> [String] {
    let figures = respite(view.respite, overnight: view.overnight, today: view.at.wall.date)
    let nothing = ["no lane is written down; '[[respite]]' in the config begins one"]
    return sections([figures.isEmpty && view.booked.isEmpty ? nothing : figures, covers(view.lanes), booked(view)])
  }

  private func covers(_ lanes: [RespiteView.Lane]) -> [String] {
    guard !style.isDiscreet else { return [] }
    let rows = lanes.compactMap { lane -> String? in
      let cover = lane.cover.map { cover in
        let since = lane.knownSince.map { ", known since \(monthText($0))" } ?? ""
        let backup = lane.backup.map { ", else \(printable($0))" } ?? ""
        return "with \(printable(cover))\(since)\(backup)"
      }
      let parts = [lane.next.map { span($0.from, $0.until) }, cover].compactMap { $0 }
      return parts.isEmpty ? nil : "\(self.lane(lane.lane)): \(parts.joined(separator: "; "))"
    }
    return rows.isEmpty
      ? []
      : [heading("Standing times, and who has the children")]
        + rows.flatMap { folded("  ", $0, width: style.width) }
  }

  private func monthText(_ date: CivilDate) -> String {
    "\(dateText(date).split(separator: " ").last ?? "") \(date.year)"
  }

  private func booked(_ view: RespiteView) -> [String] {
    guard !view.booked.isEmpty else { return [] }
    return [heading("Booked")]
      + view.booked.flatMap { booking in
        let cover = style.isDiscreet ? nil : booking.cover.map { ", with \(printable($0))" }
        let title = "\(lane(booking.lane)), \(span(booking.from, booking.until))\(cover ?? "")"
        let checks = booking.checklist.compactMap { words($0, of: booking, at: view.at) }
        return folded("  ", title, width: style.width) + checks.flatMap { folded("    ", $0, width: style.width) }
      }
  }

  private func span(_ start: Stamp, _ end: Stamp) -> String {
    let from = "\(dateText(start.wall.date, short: true)) \(start.wall.time)"
    return start.wall.date == end.wall.date
      ? "\(from)-\(end.wall.time)" : "\(from) to \(dateText(end.wall.date, short: true)) \(end.wall.time)"
  }

  /// Nil for what is done with: once it has begun, all that comes before a goodbye.
  private func words(_ check: RespiteView.Check, of booking: RespiteView.Booking, at now: Stamp) -> String? {
    if booking.from.instant <= now.instant, ![.back, .landing, .softDay].contains(check.what) { return nil }
    let date = check.at.map { dateText($0.wall.date, short: true) } ?? ""
    switch check.what {
    case .cover: return "who has the children? 'cover' in [[respite]] says so"
    case .known: return "somebody the children know already, and the same person each time"
    case .approval: return "if you foster: your service has said yes to it"
    case .confirm:
      guard let at = check.at, at.wall.date >= now.wall.date else { return nil }
      return "ask once more whether it stands: \(date)"
    case .tell: return tell(check, at: now)
    case .careCard: return "pack, and print 'havenctl care-card'"
    case .goodbye: return "say goodbye, and when you are back: \(booking.until.wall.time)"
    case .back:
      return "back at \(booking.until.wall.time), a promise" + (style.isDiscreet ? "" : " (\(check.promise ?? ""))")
    case .landing: return "home again: half an hour in which nothing is asked"
    case .softDay: return "\(date) can be a soft day: 'havenctl mode low-demand'"
    }
  }

  private func tell(_ check: RespiteView.Check, at now: Stamp) -> String {
    let child = style.isDiscreet ? "a child" : printable(check.child ?? "")
    let carer = style.isDiscreet ? "" : check.carer.map { " (\(printable($0)))" } ?? ""
    guard let at = check.at else { return "tell \(child) as soon as it suits\(carer)" }
    if at.wall.date == now.wall.date { return "today is the day to tell \(child)\(carer)" }
    return at.instant < now.instant
      ? "\(child) can know since \(dateText(at.wall.date, short: true))\(carer)"
      : "tell \(child) on \(dateText(at.wall.date, short: true)), and not before\(carer)"
  }
}
