/// Broken between words so that no line is wider than the screen: for what must be read whole, where `fitted` would cut.
/// A number such as "116 123" stays on one line.
///
/// - Parameters:
///   - width: columns; more than `widest` is not used, because longer lines are hard to read.
///   - indent: columns before every line but the first.
func wrapped(_ text: String, _ width: Int, indent: Int = 0) -> [String] {
  let width = max(10, min(width, widest))
  var lines: [String] = []
  var line = ""
  for word in pieces(of: text) {
    let room = width - (lines.isEmpty ? 0 : indent)
    if !line.isEmpty, columns(of: line) + 1 + columns(of: word) > room {
      lines.append(line)
      line = ""
    }
    line += (line.isEmpty ? "" : " ") + word
    // A word that no line holds is broken where the line ends.
    while case let room = width - (lines.isEmpty ? 0 : indent), columns(of: line) > room {
      let head = beginning(of: line, room)
      lines.append(head)
      line.removeFirst(head.count)
    }
  }
  if !line.isEmpty || lines.isEmpty { lines.append(line) }
  let margin = String(repeating: " ", count: indent)
  return lines.enumerated().map { $0 == 0 ? $1 : margin + $1 }
}

/// Columns of the longest line that is easy to read.
let widest = 76

/// Words, and numbers with the spaces inside them.
private func pieces(of text: String) -> [String] {
  var pieces: [String] = []
  for word in text.split(separator: " ") {
    let isDigits = word.allSatisfy { $0.isNumber || ",.;".contains($0) }
    if isDigits, let last = pieces.last, last.allSatisfy({ $0.isNumber || $0 == " " }), last.count < 20 {
      pieces[pieces.count - 1] = "\(last) \(word)"
    } else {
      pieces.append(String(word))
    }
  }
  return pieces
}

/// As many characters as so many columns hold, one at least.
private func beginning(of text: String, _ width: Int) -> String {
  var head = ""
  for character in text {
    guard head.isEmpty || columns(of: head) + columns(of: String(character)) <= width else { break }
    head.append(character)
  }
  return head
}
