// Small plots of characters: they need no colour, and are read aloud as the numbers beside them.

/// `■■■■□□□□`: so much of a whole, in so many cells. Something is never drawn as nothing, nor less than all as all.
func barText(_ part: Double, of whole: Double, cells: Int) -> String {
  guard whole > 0, cells > 0 else { return "" }
  var filled = Int((Double(cells) * part / whole).rounded())
  if part > 0 { filled = max(1, filled) }
  if part < whole { filled = min(cells - 1, filled) }
  filled = max(0, min(cells, filled))
  return String(repeating: "■", count: filled) + String(repeating: "□", count: cells - filled)
}

/// One mark a count, `■■■`; scaled where the most would not fit.
func tallyText(_ count: Int, most: Int, cells: Int) -> String {
  guard count > 0, cells > 0 else { return "" }
  let length = most <= cells ? count : max(1, (count * cells + most / 2) / most)
  return String(repeating: "■", count: length)
}

/// `▁▂▅█`: one column a number, a `·` where there is none.
func sparkText(_ numbers: [Double?]) -> String {
  let most = numbers.compactMap { $0 }.max() ?? 0
  return numbers.map { number in
    guard let number else { return "·" }
    guard most > 0, number > 0 else { return "▁" }
    let marks = Array("▁▂▃▄▅▆▇█")
    return String(marks[min(7, max(0, Int((number / most * 7).rounded())))])
  }.joined()
}

/// Hours as people say them: `0.75`, `12`; of a part of a target that is no quarter of an hour, `2.1`.
func hoursText(_ hours: Double) -> String {
  let quarters = hours * 4
  return quarters == quarters.rounded() ? numberText(hours) : numberText((hours * 10).rounded() / 10)
}

/// `7.5`, `4`, `0.75`: at most two decimals, none that say nothing.
func numberText(_ number: Double) -> String {
  let hundredths = Int((number * 100).rounded())
  let whole = hundredths / 100
  let rest = abs(hundredths % 100)
  if rest == 0 { return "\(whole)" }
  return rest % 10 == 0 ? "\(whole).\(rest / 10)" : "\(whole).\(rest < 10 ? "0" : "")\(rest)"
}
