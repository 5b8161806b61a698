import FoundationEssentials
import HavenCore
import Testing

@testable import HavenStore

struct CommandTests {
  static let everyKind: [(Command, kind: String, subject: String?)] = [
    (.done(step: "s"), "done", "s"), (.delay(step: "s", minutes: 10), "delay", "s"), (.skip(step: "s"), "skip", "s"),
    (.swap(first: "s", second: "t"), "swap", "s"),
    (.swapped(first: "s", second: "t", seconds: 300), "swapped", "s"), (.snooze(cue: "c", seconds: 300), "snooze", "c"),
    (.answer(cue: "c", .notToday), "answer", "c"), (.retreat(child: "otter", on: true), "retreat", "otter"),
    (.mode(.sick, child: "otter", age: 3, until: teatime), "mode", "otter"),
    (.mode(.ordinary, child: nil, age: nil, until: nil), "mode", nil), (.hush(seconds: 1800), "hush", nil),
    (.unsafe(on: true), "unsafe", nil), (.tagOut(seconds: nil), "tagOut", nil), (.tagIn, "tagIn", nil),
    (.tagAnswer(.later), "tagAnswer", nil), (.duty(carer: "ines"), "duty", "ines"),
    (.handover(Handover(calm: ["otter"], meds: .given, level: 3, line: "a good hour")), "handover", nil),
    (.hard(HardMoment(child: "otter", size: 3, settle: 20, tags: ["tired"], helped: ["tea"])), "hard", "otter"),
    (.hard(HardMoment(at: teatime, step: "bath", note: "left the room, a \"no\"")), "hard", nil),
    (.hard(HardMoment()), "hard", nil), (.fed(child: "otter"), "fed", "otter"),
    (.drank(child: "otter"), "drank", "otter"),
    (.moved(child: "otter"), "moved", "otter"), (.nurture(child: "otter"), "nurture", "otter"),
    (.noticed(), "noticed", nil), (.noticed(note: "shared the last biscuit"), "noticed", nil),
    (.hardEdit(moment: 7, HardEdit(size: 3, note: "n")), "hardEdit", nil),
    (.hardDelete(moment: 7), "hardDelete", nil), (.repair, "repair", nil), (.night(up: true), "night", nil),
    (.boundaryHeld(name: "screens"), "boundaryHeld", "screens"), (.balance(.even), "balance", nil),
    (.capacity(2), "capacity", nil), (.goal(id: "walk", .letGo), "goal", "walk"),
    (.goal(id: "walk", .part, minutes: 10), "goal", "walk"),
    (.promiseAdd(id: "p", dueAt: teatime), "promiseAdd", "p"),
    (.promiseAdd(id: "p", dueAt: teatime, on: "nan", note: "on the hill"), "promiseAdd", "p"),
    (.promiseMoved(id: "p", dueAt: teatime), "promiseMoved", "p"),
    (.promiseKept(id: "p"), "promiseKept", "p"), (.promiseRepaired(id: "p"), "promiseRepaired", "p"),
    (.respiteBook(lane: .solo("ros"), from: monday(9), to: monday(17)), "respiteBook", "solo:ros"),
    (.respiteCancel(lane: .couple, from: monday(9)), "respiteCancel", "couple"),
    (.respiteTook(lane: .overnight, date: tuesday, minutes: 600, counts: true), "respiteTook", "overnight"),
    (.respiteCancel(lane: .couple, from: monday(9), by: .sitter), "respiteCancel", "couple"),
    (.respiteTook(lane: .couple, date: tuesday, minutes: 60, counts: true, shortened: true), "respiteTook", "couple"),
    (.respiteForgive(lane: .sibling("otter")), "respiteForgive", "sibling:otter"),
  ]

  private static func monday(_ hour: Int) -> CivilDateTime {
    CivilDateTime(date: tuesday - 1, time: TimeOfDay(seconds: hour * 3600))
  }

  @Test("every command comes back as it was written, under its own name", arguments: everyKind.indices)
  func roundTrip(index: Int) throws {
    let (command, kind, subject) = Self.everyKind[index]
    let ledger = SQLiteLedger.inMemory()
    try ledger.commit([.act(act(1, command))], at: teatime)
    #expect(try ledger.acts(from: teatime, to: teatime + 1) == [act(1, command)])
    let row = try ledger.connection.statement("SELECT kind, subject FROM act").row { ($0.text(0), $0.optionalText(1)) }
    #expect(row?.0 == kind)
    #expect(row?.1 == subject)
  }

  @Test("JSON as the sqlite3 shell shows it: one key, the command's name")
  func json() throws {
    #expect(try CommandText(.done(step: "tablet-ends")).json == #"{"done":{"step":"tablet-ends"}}"#)
    #expect(try CommandText(.answer(cue: "a/b", .done)).json == #"{"answer":{"_1":"done","cue":"a/b"}}"#)
    #expect(try CommandText(.noticed()).json == #"{"noticed":{}}"#)
  }

  @Test("what is read without a JSON decoder is read as by one", arguments: everyKind.indices)
  func plain(index: Int) throws {
    let command = Self.everyKind[index].0
    let json = try CommandText(command).json
    #expect([nil, command].contains(Command(plainJSON: json)))
    // Neither a part of it nor anything after it is taken for a whole.
    for count in 0..<json.count { #expect(Command(plainJSON: String(json.prefix(count))) == nil) }
    #expect(Command(plainJSON: json + "}") == nil)
    #expect(Command(plainJSON: json + "\"\"") == nil)
  }

  @Test("with a byte changed, a command is read as by a decoder, or left to one", arguments: everyKind.indices)
  func changedByte(index: Int) throws {
    let json = Array(try CommandText(Self.everyKind[index].0).json.utf8)
    for place in json.indices {
      for byte in Array("\"\\{}[]:,0-e _\u{1F}z".utf8) + [0x80, 0xFF] {
        var changed = json
        changed[place] = byte
        guard let plain = changed.withUnsafeBufferPointer({ Command(plainJSON: $0) }) else { continue }
        // As `Row` gives it: what is not UTF-8 is repaired.
        let text = String(decoding: changed, as: UTF8.self)
        let decoded = try? JSONDecoder().decode(Command.self, from: Data(text.utf8))
        #expect(decoded == plain, "\(text)")
      }
    }
  }

  @Test("a hard moment is read without a JSON decoder, and what is not plain in it is left to one")
  func hardMoments() throws {
    let plain = HardMoment(child: "otter", size: 3, settle: 0, tags: ["tired", "change"], helped: [], step: "bath")
    let json = try CommandText(.hard(plain)).json
    #expect(Command(plainJSON: json) == .hard(plain))
    for (part, other) in [
      (#""size":3"#, #""size":3.0"#), (#""size":3"#, #""size":03"#), (#""size":3"#, #""size":-3"#),
      (#""size":3"#, #""size":3,"later":1"#), (#""size":3"#, #""size":3,"size":2"#), ("bath", #"b\u0061th"#),
      (#""tags":["tired","change"]"#, #""tags":null"#), (#","size":3"#, ""), ("[]", "[1]"), ("[]", "[,]"),
    ] {
      #expect(Command(plainJSON: json.replacing(part, with: other)) == nil, "\(other)")
    }
    let timed = try CommandText(.hard(HardMoment(child: "otter", at: teatime))).json
    #expect(Command(plainJSON: timed) == nil)
  }

  @Test("words that JSON must escape, or that are not ASCII, come back as they were")
  func words() throws {
    for word in ["", "a\"b", "a\\b", "räv 🦊", "a\nb", "}}", ":{"] {
      let commands: [Command] = [.done(step: word), .answer(cue: word, .later), .fed(child: word)]
      let ledger = SQLiteLedger.inMemory()
      try ledger.commit(commands.enumerated().map { .act(act($0.offset + 1, $0.element)) }, at: teatime)
      #expect(try ledger.acts(from: teatime, to: teatime + 1).map(\.command) == commands)
    }
  }

  @Test("a hard moment as an older Haven wrote it is read")
  func olderHardMoment() throws {
    let ledger = SQLiteLedger.inMemory()
    try ledger.commit([.act(act(1, .noticed()))], at: teatime)
    try ledger.connection.statement("UPDATE act SET command = ?1").run(
      .text(#"{"hard":{"_0":{"child":"otter","helped":[],"size":3,"tags":["tired"]}}}"#))
    #expect(
      try ledger.acts(from: teatime, to: teatime + 1).map(\.command) == [
        .hard(HardMoment(child: "otter", size: 3, tags: ["tired"]))
      ])
  }

  @Test("an act that a later Haven wrote is kept and left out")
  func unknown() throws {
    let home = TemporaryDirectory()
    do {
      let ledger = try SQLiteLedger(directory: home.path, now: teatime)
      try ledger.commit([.act(act(1, .noticed())), .act(act(2, .repair))], at: teatime)
      try ledger.connection.execute(
        """
        UPDATE act SET kind = 'sing', command = '{"sing":{"song":"x"}}', lasting = 'song' WHERE id = 1
        """)
    }
    let ledger = try SQLiteLedger(directory: home.path, now: teatime)
    #expect(try ledger.history(now: teatime).acts.map(\.id) == [2])
    #expect(try ledger.history(now: teatime).lastActID == 2)
    #expect(try ledger.history(now: teatime + 200 * day).acts.isEmpty)
    try ledger.commit([.act(act(3, .noticed()))], at: teatime)
    let kept = try ledger.connection.statement("SELECT command FROM act WHERE id = 1").row { $0.text(0) }
    #expect(kept == #"{"sing":{"song":"x"}}"#)
  }
}
