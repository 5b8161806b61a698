import HavenAPI
import HavenCore

/// Answers as a person reads them, a line each. What each answer looks like stands in a file of its own.
struct TextRender {
  var style: Style

  /// A step's words; with `--discreet` none.
  func words(_ name: String) -> String { style.isDiscreet ? "a step" : printable(name) }

  /// Children by their aliases; with `--discreet` how many.
  func who(_ children: [ChildID]) -> String {
    style.isDiscreet ? counted(children.count, "child", "children") : listText(children.map { printable($0) })
  }

  /// A step's words and whom it is for.
  func words(_ name: String, for children: [ChildID]) -> String {
    if style.isDiscreet || children.isEmpty { return words(name) }
    return "\(words(name)), \(who(children))"
  }

  /// A label, then text.
  func row(_ label: String, _ text: String) -> String {
    style.dim(HavenCLI.padded(label, TextRender.labelWidth)) + fitted(text, style.width - TextRender.labelWidth)
  }

  static let labelWidth = 8
}
