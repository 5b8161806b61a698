import HavenCore

/// How many columns of a terminal a text takes: two for East Asian wide characters and emoji, none for marks that
/// combine with the one before.
func columns(of text: some StringProtocol) -> Int {
  if text.isPlain { return text.utf8.count }
  return text.reduce(0) { $0 + columns(of: $1) }
}

private func columns(of character: Character) -> Int {
  guard let scalar = character.unicodeScalars.first else { return 0 }
  if character.unicodeScalars.contains(where: { $0.value == 0xFE0F }) { return 2 }
  switch scalar.value {
  case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
    0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1FAFF, 0x20000...0x3FFFD:
    return 2
  default:
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: return 1
    }
  }
}

/// Cut to so many columns, with a `…` where something is lost.
func fitted(_ text: String, _ width: Int) -> String {
  guard width < .max, columns(of: text) > width else { return text }
  guard width > 0 else { return "" }
  var result = ""
  var used = 0
  for character in text {
    let size = columns(of: character)
    if used + size > width - 1 { break }
    result.append(character)
    used += size
  }
  return result + "…"
}

/// Filled up to so many columns.
func padded(_ text: String, _ width: Int) -> String {
  text + String(repeating: " ", count: max(0, width - columns(of: text)))
}

/// Columns that a table of these rows takes where nothing is cut.
func tableWidth(_ rows: [[String]]) -> Int {
  let widths = (0..<(rows.map(\.count).max() ?? 0)).map { column in
    rows.map { $0.indices.contains(column) ? columns(of: $0[column]) : 0 }.max() ?? 0
  }
  return widths.filter { $0 > 0 }.reduce(-2) { $0 + $1 + 2 }
}

/// Rows under each other, two spaces between columns. The widest column but the first gives way where a row is too
/// long for the screen; a last cell that is empty leaves no trailing spaces.
func table(_ rows: [[String]], width: Int) -> [String] {
  guard let count = rows.map(\.count).max() else { return [] }
  var widths = (0..<count).map { column in
    rows.map { $0.indices.contains(column) ? columns(of: $0[column]) : 0 }.max() ?? 0
  }
  // A column without text takes no place.
  func total() -> Int { widths.filter { $0 > 0 }.reduce(0) { $0 + $1 + 2 } - 2 }
  while total() > width, let widest = widths.indices.dropFirst().max(by: { widths[$0] < widths[$1] }),
    widths[widest] > 8
  {
    widths[widest] = max(8, widths[widest] - (total() - width))
  }
  return rows.map { row in
    let cells = row.enumerated().filter { widths[$0.offset] > 0 }.map {
      fitted(padded($0.element, widths[$0.offset]), widths[$0.offset])
    }
    var line = cells.joined(separator: "  ")
    while line.utf8.last == UInt8(ascii: " ") { line.removeLast() }
    return line
  }
}
