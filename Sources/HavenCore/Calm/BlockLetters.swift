/// Large letters out of plain characters, for a screen across the room: four rows of half blocks, lower case, because
/// capitals shout.
public enum BlockLetters {
  /// Rows of text, each word on one line as long as it fits; nil where a letter has no shape here.
  ///
  /// - Parameter width: columns of the screen.
  public static func rows(of text: String, width: Int) -> [String]? {
    var words: [[String]] = []
    for word in text.lowercased().split(separator: " ") {
      guard let drawn = draw(word) else { return nil }
      words.append(drawn)
    }
    var lines: [[String]] = []
    for word in words {
      guard word[0].count <= width else { return nil }
      if let last = lines.last, last[0].count + gap + word[0].count <= width {
        lines[lines.count - 1] = joined(last, word, by: gap)
      } else {
        lines.append(word)
      }
    }
    return Array(lines.map(halved).joined(separator: [""]))
  }

  private static let gap = 3
  private static let height = 8

  /// Pixels of a word, a string of "#" and "." a row; nil where a letter is not in the font.
  private static func draw(_ word: some StringProtocol) -> [String]? {
    var rows = Array(repeating: "", count: height)
    for character in word {
      guard let glyph = BlockFont.glyphs[character] ?? BlockFont.glyphs[plain(character)] else { return nil }
      rows = rows[0].isEmpty ? glyph : joined(rows, glyph, by: 1)
    }
    return rows
  }

  /// "é" is drawn as "e".
  private static func plain(_ character: Character) -> Character {
    slug(of: String(character)).flatMap { $0.count == 1 ? $0.first : nil } ?? character
  }

  private static func joined(_ a: [String], _ b: [String], by space: Int) -> [String] {
    zip(a, b).map { $0 + String(repeating: ".", count: space) + $1 }
  }

  /// Two rows of pixels are one row of characters, so that a pixel is about square.
  private static func halved(_ pixels: [String]) -> [String] {
    stride(from: 0, to: pixels.count, by: 2).map { row in
      let text = zip(pixels[row], pixels[row + 1]).map { upper, lower -> Character in
        switch (upper, lower) {
        case ("#", "#"): "█"
        case ("#", _): "▀"
        case (_, "#"): "▄"
        default: " "
        }
      }
      return String(String(text).reversed().drop { $0 == " " }.reversed())
    }
  }
}
