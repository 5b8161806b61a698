import ArgumentParser
import HavenCore

/// A status bar's own way of writing.
enum BarFormat: String, CaseIterable, ExpressibleByArgument {
  case waybar, i3blocks, polybar, plain

  /// One line for one state of the bar.
  func line(_ bar: BarText) -> String {
    switch self {
    case .waybar:
      // What Waybar is given is Pango markup (waybar-custom(5)).
      return json([
        ("text", string(pango(bar.text))), ("alt", string(bar.state)),
        ("tooltip", string(bar.tooltip.map(pango).joined(separator: "\n"))),
        ("class", "[\(bar.classes.map(string).joined(separator: ","))]"), ("percentage", "\(bar.percentage)"),
      ])
    case .i3blocks:
      // A persistent block is limited to one line (i3blocks(1), interval=persist), so it is the JSON of the i3bar protocol.
      var keys = [("full_text", string(bar.text)), ("short_text", string(bar.short))]
      if bar.isDim { keys.append(("color", string("#888888"))) }
      return json(keys + [("markup", string("none"))])
    case .polybar:
      // There is no way to write a literal %{ there: the two are kept apart.
      let text = parted(bar.text)
      return bar.isDim ? "%{F#888}\(text)%{F-}" : text
    case .plain: return bar.text
    }
  }

  private func parted(_ text: String) -> String {
    var result = ""
    for character in text {
      if character == "{", result.last == "%" { result.append(" ") }
      result.append(character)
    }
    return result
  }

  private func json(_ members: [(key: String, value: String)]) -> String {
    "{" + members.map { "\"\($0.key)\":\($0.value)" }.joined(separator: ",") + "}"
  }

  private func pango(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "'": result += "&#39;"
      case "\"": result += "&quot;"
      default: result.append(character)
      }
    }
    return result
  }

  /// A JSON string. What a bar is given has no control characters but the newline between two lines of a tooltip.
  private func string(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": result += "\\\(scalar)"
      case "\n": result += "\\n"
      default: result.unicodeScalars.append(scalar.value < 0x20 ? "?" : scalar)
      }
    }
    return result + "\""
  }
}

extension BarText {
  /// Nothing that anybody waits for.
  fileprivate var isDim: Bool { classes.contains { ["down", "quiet", "hush", "off", "out", "off-duty"].contains($0) } }
}
