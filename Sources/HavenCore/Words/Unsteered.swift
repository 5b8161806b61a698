extension Unicode.Scalar {
  /// Whether a screen or a log would obey it rather than show it: C0, DEL and C1, the line and paragraph separators, and
  /// the marks that turn the direction of what follows. With any of them a name could forge a line, move the cursor, or
  /// read differently from what it is.
  @inlinable
  public var steersScreen: Bool {
    switch value {
    case 0...0x1F, 0x7F...0x9F, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: true
    default: false
    }
  }
}

extension String {
  /// The text with a question mark for everything that steers a screen.
  ///
  /// - Parameter keepingLines: line feeds and tabs stay, for a text of several lines.
  @inlinable
  public init(unsteered text: some StringProtocol, keepingLines: Bool = false) {
    guard text.unicodeScalars.contains(where: \.steersScreen) else {
      self.init(text)
      return
    }
    var result = ""
    for scalar in text.unicodeScalars {
      let stays = !scalar.steersScreen || keepingLines && (scalar == "\n" || scalar == "\t")
      result.unicodeScalars.append(stays ? scalar : "?")
    }
    self = result
  }
}

extension StringProtocol {
  /// Nothing but printable ASCII, as nearly all of what is said: every byte is a character, one column wide.
  @inlinable
  public var isPlain: Bool { utf8.allSatisfy { (0x20...0x7E).contains($0) } }
}
