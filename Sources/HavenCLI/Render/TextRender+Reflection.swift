import HavenAPI
import HavenCore

// What carers note of themselves and of the day.

extension TextRender {
  func notes(_ view: NotesView) -> [String] {
    guard !view.notes.isEmpty else { return ["no notes are kept"] }
    if style.isDiscreet { return ["\(counted(view.notes.count, "note", "notes")) kept"] }
    return view.notes.flatMap { row in
      let about = row.child.map { ", \(printable($0))" } ?? ""
      let own = row.form == .ofnr ? ", yours alone" : ""
      let when = "\(dateText(row.at.wall.date, short: true)) \(row.at.wall.time)"
      let text = row.text.isEmpty ? "its words are no longer kept" : row.text
      return [style.strong("\(row.number)  \(when)\(about)\(own)")]
        + text.split(separator: "\n").map { "   \(printable(String($0)))" }
    }
  }

  /// The week so far, what stood beside it, and one small thing for the lighter side.
  func balance(_ view: BalanceView) -> [String] {
    guard view.answered > 0 else {
      return folded("", "no answer yet this week: havenctl balance structure, even or nurture", width: style.width)
    }
    var lines =
      view.balance == nil
      ? ["\(counted(view.answered, "answer", "answers")) this week: too few to say"] : balance(view.balance)
    let sides = [
      (view.sides.boundariesHeld, "boundary held", "boundaries held"),
      (view.sides.choicesOffered, "choice offered", "choices offered"),
      (view.sides.nurtureOffered, "offer of nurture", "offers of nurture"), (view.sides.repairs, "repair", "repairs"),
    ].filter { $0.0 > 0 }.map { counted($0.0, $0.1, $0.2) }
    if !sides.isEmpty { lines += wrapped("  ", sides, width: style.width) }
    if !view.doses.isEmpty {
      lines +=
        ["three small doses, ten seconds each:"]
        + view.doses.flatMap { folded("  ", printable($0), width: style.width) }
    }
    if let boundary = view.boundary {
      let words = [boundary.feeling, boundary.limit].compactMap { $0 }.joined(separator: " ")
      lines += ["one boundary to hold kindly, the same words each time:"]
      lines += style.isDiscreet ? [] : folded("  ", printable("\(boundary.name): \(words)"), width: style.width)
    }
    return lines
  }

  func capacity(_ view: CapacityView) -> [String] {
    guard let level = view.level else {
      return folded("", "you have said nothing today: havenctl capacity 3", width: style.width)
    }
    if style.isDiscreet { return ["noted, for you alone"] }
    return ["\(level) of 5 today, for you alone"]
      + view.lighter.flatMap { offer in
        let what = offer.name.isEmpty ? "the rest of today can be a soft day" : "\(printable(offer.name)) could go"
        return folded("", "\(what): \(printable(offer.command))", width: style.width)
      }
  }
}
