import HavenCore

extension Command {
  /// Reads the JSON of the commands that a day is mostly made of, in a fraction of the time that a JSON decoder takes.
  ///
  /// Nil for every other command, and for words that JSON must escape; what it reads, a decoder reads just so.
  init?(plainJSON json: String) {
    if json.utf8.starts(with: #"{"hard""#.utf8) {
      guard let moment = HardMoment(plainJSON: json) else { return nil }
      self = .hard(moment)
      return
    }
    if json.utf8.starts(with: #"{"respite"#.utf8) {
      self.init(plainRespite: json)
      return
    }
    guard let (between, words) = json.cutAtQuotes() else { return nil }
    switch between {
    case "{:{:}}" where words.count == 3:
      switch (words[0], words[1]) {
      case ("done", "step"): self = .done(step: words[2])
      case ("skip", "step"): self = .skip(step: words[2])
      case ("fed", "child"): self = .fed(child: words[2])
      case ("drank", "child"): self = .drank(child: words[2])
      case ("moved", "child"): self = .moved(child: words[2])
      case ("nurture", "child"): self = .nurture(child: words[2])
      case ("promiseKept", "id"): self = .promiseKept(id: words[2])
      default: return nil
      }
    case "{:{:,:}}" where words.count == 5:
      guard words[0] == "answer", words[1] == "_1", words[3] == "cue", let answer = Answer(rawValue: words[2]) else {
        return nil
      }
      self = .answer(cue: words[4], answer)
    default: return nil
    }
  }
}

extension String {
  /// `{:{:}}` and `done`, `step`, `bath` for `{"done":{"step":"bath"}}`; nil where anything is escaped, or where more
  /// stands between the words than plain commands have.
  fileprivate func cutAtQuotes() -> (between: String, words: [String])? {
    var words: [String] = []
    words.reserveCapacity(5)
    var between = ""
    var isInWord = false
    let isPlain = utf8.withContiguousStorageIfAvailable { bytes in
      var start = 0
      for (index, byte) in bytes.enumerated() {
        if byte == UInt8(ascii: "\\") { return false }
        guard byte == UInt8(ascii: "\"") else { continue }
        let part = String(decoding: bytes[start..<index], as: UTF8.self)
        if isInWord { words.append(part) } else { between += part }
        guard between.utf8.count <= 8 else { return false }
        isInWord.toggle()
        start = index + 1
      }
      between += String(decoding: bytes[start...], as: UTF8.self)
      return !isInWord
    }
    return isPlain == true ? (between, words) : nil
  }
}
