/// What families might write, and what nobody should.
enum HostileWords {
  static let labels: [String] = [
    "tea", "", "   ", "\n\t", "\u{200B}", "\u{202E}\u{202D}", "…", "!!!", "→", "-",
    "get dressed", "TEETH NOW!!!", "LEGO → table", "PE kit, then BUS", "TV", "bath!", "¡Vamos! ahora",
    "contact with birth mum", "family time at the centre", "Court at 10", "therapy, then biscuits",
    "bad\u{301} day", "con\u{200B}tact visit", "b\u{AD}ad", "replacement batteries", "for elsewhere", "or  else",
    "hurry up, shoes", "hurrying along", "last chance to play", "surprise party", "no digits 4 me",
    "tablet till 17:30", "room 12", "9 times table", "level 3½", "1️⃣ first", "١٢ minutes", "year 2026",
    "help lay the table and then bring the very long wooden spoon to the garden where the others are waiting",
    "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenpolitur and a further word",
    String(repeating: "x", count: 400), String(repeating: "👩‍👩‍👧‍👦", count: 30), "👩‍👩‍👧‍👦", "🏊 swim",
    "a\u{301}\u{302}\u{303}\u{304}",
    "e" + String(repeating: "\u{301}", count: 200),
    "שיעור שחייה", "حمام ثم قصة", "swim שחייה swim", "日本語の長い予定表の名前がここに入ります、とても長い名前です、まだ続きます、もう少しだけ続きます",
    "<b>bold</b> & \"quotes\"", "a\nb\r\nc\u{2028}d", "tea\u{0}tea", "\u{FEFF}tea", "%@ \\(name) {0}", "tea.",
    "tea,,, ,", "(", "ẞTRASSE ÄÖÜ",
    "ſhould rest", "RISK assessment", "meltdown room",
    "first this then that then something else entirely (bring a bag)",
  ]

  /// Longer texts: scripts, bridges, lines.
  static let sentences: [String?] = [
    nil, "", "End of this level, then you ring the bell for tea.", "Hurry up! NOW!", "In 5 minutes it's shoes.",
    "No contact today.", "Then\nanother line", "\u{202E}reversed", "Last chance, otter.",
    "When the bar is empty the boats are waiting. I'm coming with you, and so is the duck, and so is the towel.",
  ]

  static let avoid: [[String]] = [
    [], ["hurry", "last chance"], ["last", "one", "then", "soon", "bar"], ["step", "in", "next", "Haven", "→"],
    ["surprise", "tea"], ["a", "the", "go", "breath", "minutes", "min"], ["café", "ß", ""],
    ["und", "dann", "Balken", "bald"],
  ]
}
