import HavenCore

extension Command {
  /// Reads the JSON of the commands that a day is mostly made of, in a fraction of the time that a JSON decoder takes.
  ///
  /// Nil for every other command, and for words that JSON must escape; what it reads, a decoder reads just so.
  init?(plainJSON bytes: UnsafeBufferPointer<UInt8>) {
    var scanner = PlainScanner(bytes)
    guard scanner.take("{"), let kind = scanner.word(), scanner.take(":{"),
      let command = Command(kind, plain: &scanner), scanner.take("}}"), scanner.isAtEnd
    else { return nil }
    self = command
  }

  init?(plainJSON json: String) {
    var json = json
    guard let command = json.withUTF8({ Command(plainJSON: $0) }) else { return nil }
    self = command
  }

  private init?(_ kind: PlainWord, plain scanner: inout PlainScanner) {
    let command: Command? =
      switch kind {
      case "done": scanner.text("\"step\":").map { .done(step: $0) }
      case "skip": scanner.text("\"step\":").map { .skip(step: $0) }
      case "fed": scanner.text("\"child\":").map { .fed(child: $0) }
      case "drank": scanner.text("\"child\":").map { .drank(child: $0) }
      case "moved": scanner.text("\"child\":").map { .moved(child: $0) }
      case "nurture": scanner.text("\"child\":").map { .nurture(child: $0) }
      case "promiseKept": scanner.text("\"id\":").map { .promiseKept(id: $0) }
      case "promiseRepaired": scanner.text("\"id\":").map { .promiseRepaired(id: $0) }
      case "promiseAdd", "promiseMoved": Command(kind, plainPromise: &scanner)
      case "boundaryHeld": scanner.text("\"name\":").map { .boundaryHeld(name: $0) }
      case "balance": scanner.text("\"_0\":").flatMap(Balance.init(rawValue:)).map { .balance($0) }
      case "answer": Command(plainAnswer: &scanner)
      case "hard": scanner.take("\"_0\":") ? HardMoment(plain: &scanner).map { .hard($0) } : nil
      case "respiteBook", "respiteCancel", "respiteTook", "respiteForgive": Command(kind, plainRespite: &scanner)
      default: nil
      }
    guard let command else { return nil }
    self = command
  }

  /// `{"dueAt":1773000000,"id":"woods"}`; one with a note, or that hangs on somebody, is left to the decoder.
  private init?(_ kind: PlainWord, plainPromise scanner: inout PlainScanner) {
    guard scanner.take("\"dueAt\":"), let dueAt = scanner.seconds(), let id = scanner.text(",\"id\":") else {
      return nil
    }
    self = "promiseAdd" ~= kind ? .promiseAdd(id: id, dueAt: dueAt) : .promiseMoved(id: id, dueAt: dueAt)
  }

  private init?(plainAnswer scanner: inout PlainScanner) {
    guard let answer = scanner.text("\"_1\":").flatMap(Answer.init(rawValue:)), scanner.take(","),
      let cue = scanner.text("\"cue\":")
    else { return nil }
    self = .answer(cue: cue, answer)
  }
}

extension PlainScanner {
  /// The text behind this key and its colon.
  fileprivate mutating func text(_ key: StaticString) -> String? { take(key) ? text() : nil }
}
