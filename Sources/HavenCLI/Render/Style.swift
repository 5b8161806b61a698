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
  init(_ context: Context, _ global: PlainOptions) {
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

  func dim(_ text: String) -> String { hasColor ? Style.dimMark + text + Style.endMark : text }
  func strong(_ text: String) -> String { hasColor ? Style.strongMark + text + Style.endMark : text }

  private static let dimMark = "\u{1B}[2m"
  private static let strongMark = "\u{1B}[1m"
  private static let endMark = "\u{1B}[0m"
  /// All that Haven ever tells a terminal in the midst of a text.
  static let marks = [dimMark, strongMark, endMark]
}
