import HavenAPI

/// Prints an answer: the one switch over output formats.
struct Printer {
  private let context: Context
  private let isJSON: Bool
  private let text: TextRender

  init(_ context: Context, _ global: PlainOptions) {
    self.context = context
    isJSON = global.json
    text = TextRender(style: Style(context, global))
  }

  /// - Parameter lines: the answer for a person, a line each; asked for only where a person reads.
  func show(_ view: some Encodable, _ lines: (TextRender) -> [String]) {
    if isJSON {
      // Every view is made of strings, finite numbers and booleans, which always have JSON.
      context.output.line((try? JSON.text(view)) ?? "{}")
    } else {
      for line in lines(text) { context.output.line(line) }
    }
  }
}
