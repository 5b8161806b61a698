/// How text may look where it is read.
struct Style: Equatable {
  /// Dim and bold; never red.
  var hasColor = false
  /// No child's name and no step's words.
  var isDiscreet = false
  /// Columns.
  var width = 80

  init() {}

  /// Colour where a person looks at a terminal that can, unless `NO_COLOR` (<https://no-color.org>) or `--color` says
  /// otherwise.
  init(_ context: Context, _ global: GlobalOptions) {
    switch global.color {
    case .always: hasColor = true
    case .never: hasColor = false
    case .auto:
      hasColor =
        context.output.isTerminal && context.environment("NO_COLOR") == nil && context.environment("TERM") != "dumb"
    }
    isDiscreet = global.discreet
    width = context.output.width
  }

  func dim(_ text: String) -> String { hasColor ? "\u{1B}[2m\(text)\u{1B}[0m" : text }
  func strong(_ text: String) -> String { hasColor ? "\u{1B}[1m\(text)\u{1B}[0m" : text }
}
