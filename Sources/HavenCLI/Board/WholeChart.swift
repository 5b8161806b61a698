/// So much of a whole, as a bar: solid for the part, hatched for the rest, so that grey paper shows it too.
struct WholeChart {
  let part: Int
  let of: Int

  var drawing: Markup {
    let width = 300.0
    let filled = of > 0 ? width * Double(min(part, of)) / Double(of) : 0
    return """
      <svg class="bar" viewBox="0 0 300 14" role="img" aria-labelledby="whole">
      <title id="whole">\(part) of \(of)</title>
      <rect class="rest" x="0.5" y="0.5" width="299" height="13" rx="3"/>
      <rect class="solid" x="0" y="0" width="\(filled)" height="14" rx="3"/>
      </svg>
      """
  }
}
