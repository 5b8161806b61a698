import HavenCore

extension TextRender {
  /// Two lines, a third for those who can use it; the bar beside the first, or below it on a narrow screen.
  func firstThen(_ view: FirstThen) -> [String] {
    let first = labelled("FIRST", shown(view.first), column: FirstThen.labelWidth)
    var lines = first
    if let bar = bar(view, block: 1) {
      let column = padded(first[0], FirstThen.barColumn) + " "
      if first.count == 1, columns(of: column + bar) <= style.width {
        lines = [column + bar]
      } else {
        lines.append(String(repeating: " ", count: FirstThen.labelWidth) + bar)
      }
    }
    lines += labelled("THEN", then(view), column: FirstThen.labelWidth)
    if let third = view.afterThat { lines += labelled("after that", shown(third), column: 12) }
    return lines
  }

  /// Large letters, and a bar as wide as the screen.
  func bigFirstThen(_ view: FirstThen) -> [String] {
    var lines = [style.dim("FIRST")] + big(shown(view.first)) + [""]
    if let bar = bar(view, block: max(1, min(style.width, 80) / (FirstThen.Bar.blocks + 2))) { lines += [bar, ""] }
    lines += [style.dim("THEN")] + big(then(view))
    if let third = view.afterThat { lines += ["", style.dim("after that")] + big(shown(third)) }
    return lines
  }

  private func big(_ text: String) -> [String] {
    // A script without a shape here is still read, spaced out.
    BlockLetters.rows(of: text, width: min(style.width, 100)) ?? wrapped(text, style.width).map(style.strong)
  }

  private func then(_ view: FirstThen) -> String {
    switch view.then {
    case .step(let step): shown(step)
    case .notSure(let at): view.notSure(at)
    case nil: "nothing more today"
    }
  }

  private func shown(_ text: String) -> String {
    // Marks that keep a right-to-left word in its place belong to a notification; a terminal has its own way.
    printable(
      text.unicodeScalars.filter { !("\u{2066}"..."\u{2069}").contains($0) }.reduce(into: "") {
        $0.unicodeScalars.append($1)
      })
  }

  private func bar(_ view: FirstThen, block: Int) -> String? {
    guard let bar = view.bar else { return nil }
    let full = String(repeating: "■", count: block), empty = String(repeating: "□", count: block)
    var text =
      String(repeating: full, count: bar.filled) + String(repeating: empty, count: FirstThen.Bar.blocks - bar.filled)
    if view.hasNumbers { text += "   \(bar.minutesLeft) left" }
    return view.isMoved ? text + "   moved" : text
  }
}

extension FirstThen {
  static let labelWidth = 7
  fileprivate static let barColumn = 25
}
