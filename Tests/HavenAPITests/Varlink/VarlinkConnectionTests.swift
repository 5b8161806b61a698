import Testing

@testable import HavenAPI

@Suite("One client's connection")
struct VarlinkConnectionTests {
  private let now = "{\"method\":\"io.haven.Daemon.Now\"}"

  private func connection(_ change: (inout VarlinkConnection.Limits) -> Void = { _ in }) -> VarlinkConnection {
    var limits = VarlinkConnection.Limits()
    change(&limits)
    return VarlinkConnection(limits: limits)
  }

  private func text(_ connection: VarlinkConnection) -> String {
    String(decoding: connection.output, as: UTF8.self).replacing("\0", with: "␀").replacing("\n", with: "⏎")
  }

  private func numbered(_ number: Int, continues: Bool = false) throws -> VarlinkReply {
    try VarlinkReply(["n": number], continues: continues)
  }

  @Test("a call is answered with the terminator it came with")
  func terminators() throws {
    for (end, mark) in [("\0", "␀"), ("\n", "⏎")] {
      var connection = connection()
      connection.received((now + end).utf8, at: 0)
      #expect(connection.nextCall()?.method == "io.haven.Daemon.Now")
      connection.reply(try numbered(1))
      #expect(text(connection) == "{\"parameters\":{\"n\":1}}" + mark)
    }
  }

  @Test("calls sent at once are handed out one at a time and answered in order")
  func inOrder() throws {
    var connection = connection()
    connection.received("{\"method\":\"a.A\"}\0{\"method\":\"a.B\"}\0".utf8, at: 0)
    #expect(connection.nextCall()?.method == "a.A")
    #expect(connection.nextCall() == nil)
    connection.reply(try numbered(1))
    #expect(connection.nextCall()?.method == "a.B")
    connection.reply(try numbered(2))
    #expect(connection.nextCall() == nil)
    #expect(text(connection) == "{\"parameters\":{\"n\":1}}␀{\"parameters\":{\"n\":2}}␀")
  }

  @Test("while a stream runs, the calls behind it wait")
  func stream() throws {
    var connection = connection()
    connection.received("{\"method\":\"a.Monitor\",\"more\":true}\0{\"method\":\"a.B\"}\0".utf8, at: 0)
    #expect(connection.nextCall()?.more == true)
    connection.reply(try numbered(1, continues: true))
    connection.reply(try numbered(2, continues: true))
    #expect(connection.isAnswering)
    #expect(connection.nextCall() == nil)
    connection.reply(try numbered(3))
    #expect(connection.nextCall()?.method == "a.B")
    #expect(text(connection).hasPrefix("{\"continues\":true,\"parameters\":{\"n\":1}}␀{\"continues\":true,"))
  }

  @Test("a oneway call gets no answer, not even an error")
  func oneway() throws {
    var connection = connection()
    connection.received("{\"method\":\"a.A\",\"oneway\":true}\0{\"method\":\"a.B\"}\0".utf8, at: 0)
    #expect(connection.nextCall()?.oneway == true)
    connection.reply(VarlinkError.methodNotFound("a.A").reply)
    #expect(connection.output.isEmpty)
    #expect(connection.nextCall()?.method == "a.B")
  }

  @Test("a request too long is told so once what came before it is answered, then the connection ends")
  func tooLong() throws {
    var connection = connection { $0.request = 100 }
    connection.received((now + "\0" + String(repeating: "x", count: 101)).utf8, at: 0)
    #expect(!connection.wantsToRead)
    #expect(connection.nextCall() != nil)
    connection.reply(try numbered(1))
    #expect(connection.nextCall() == nil)
    #expect(
      text(connection)
        == "{\"parameters\":{\"n\":1}}␀{\"error\":\"io.haven.Daemon.RequestTooLarge\",\"parameters\":{\"limit\":100}}␀")
    #expect(!connection.isFinished)
    connection.wrote(connection.output.count)
    #expect(connection.isFinished)
  }

  @Test("64 KiB is the limit of a request")
  func sixtyFour() {
    let padding = "{\"method\":\"a.A\",\"parameters\":{\"x\":\"\"}}".utf8.count
    func call(_ size: Int) -> String {
      "{\"method\":\"a.A\",\"parameters\":{\"x\":\"\(String(repeating: "x", count: size - padding))\"}}\0"
    }
    var fits = connection()
    fits.received(call(65_536).utf8, at: 0)
    #expect(fits.nextCall() != nil)
    var over = connection()
    over.received(call(65_537).utf8, at: 0)
    #expect(over.nextCall() == nil)
    #expect(text(over).contains("RequestTooLarge"))
  }

  @Test("a request begun has ten seconds, however slowly its bytes come")
  func tooSlow() {
    var connection = connection()
    #expect(connection.deadline == nil)
    connection.received("{\"meth".utf8, at: 5_000_000)
    connection.received("od\":".utf8, at: 12_000_000)
    #expect(connection.deadline == 15_000_000)
    connection.timePassed(now: 14_999_999)
    #expect(connection.wantsToRead)
    connection.timePassed(now: 15_000_000)
    #expect(connection.nextCall() == nil)
    #expect(text(connection) == "{\"error\":\"io.haven.Daemon.RequestTooSlow\",\"parameters\":{\"seconds\":10}}␀")
    #expect(connection.deadline == nil)
  }

  @Test("each request has its own ten seconds, and silence between requests has no end")
  func freshDeadline() {
    var connection = connection()
    connection.received("{\"method\":\"a.A\"".utf8, at: 1)
    connection.received("}\0{".utf8, at: 9_000_000)
    #expect(connection.deadline == 19_000_000)
    connection.received("\"method\":\"a.B\"}\0".utf8, at: 9_000_001)
    #expect(connection.deadline == nil)
  }

  @Test(
    "what is not a call is told so, and ends the connection",
    arguments: [
      "hello", "{}", "[]", "{\"method\":5}", "{\"method\":\"a.A\",\"parameters\":[]}", "{\"method\":\"a.A\"",
      "{\"method\":\"a.A\",\"more\":\"yes\"}", "{\"method\":\"a.A\",\"upgrade\":true}", "\u{0}\u{1}",
    ])
  func malformed(request: String) {
    var connection = connection()
    connection.received((request + "\0").utf8, at: 0)
    #expect(connection.nextCall() == nil)
    #expect(text(connection).hasPrefix("{\"error\":\"io.haven.Daemon.MalformedRequest\""))
    #expect(!connection.wantsToRead)
  }

  @Test("bytes that are not UTF-8 are told so, and crash nothing")
  func notUTF8() {
    var connection = connection()
    connection.received([0xFF, 0xFE, 0xC3, 0x28, 0x0A], at: 0)
    #expect(connection.nextCall() == nil)
    #expect(text(connection).contains("MalformedRequest"))
    #expect(text(connection).hasSuffix("⏎"))
  }

  @Test("a depth bomb is refused as it comes in, and ends a stream that runs")
  func depthBomb() throws {
    var connection = connection()
    connection.received("{\"method\":\"a.Monitor\",\"more\":true}\0".utf8, at: 0)
    _ = connection.nextCall()
    connection.reply(try numbered(1, continues: true))
    connection.received(String(repeating: "[", count: 60_000).utf8, at: 0)
    #expect(connection.nextCall() == nil)
    #expect(text(connection).contains("nested too deep"))
    connection.wrote(connection.output.count)
    #expect(connection.isFinished)
  }

  @Test("a client that does not read is cut off at the limit, and nothing more is kept for it")
  func neverReads() throws {
    var connection = connection { $0.output = 1000 }
    connection.received("{\"method\":\"a.Monitor\",\"more\":true}\0".utf8, at: 0)
    _ = connection.nextCall()
    for number in 0..<100 { connection.reply(try numbered(number, continues: true)) }
    #expect(connection.output.isEmpty)
    #expect(connection.isFinished)
  }

  @Test("an answer that is longer than any may be is told as that, and the next is answered")
  func longAnswer() throws {
    var connection = connection { $0.output = 1000 }
    connection.received("{\"method\":\"a.Day\"}\0{\"method\":\"a.Now\"}\0".utf8, at: 0)
    _ = connection.nextCall()
    connection.reply(try VarlinkReply(["text": String(repeating: "x", count: 1000)]))
    #expect(text(connection).contains("the answer is longer than 1000 bytes"))
    #expect(connection.nextCall()?.method == "a.Now")
  }

  @Test("a client that asks without end is not read further while its requests wait")
  func backPressure() throws {
    var connection = connection { $0.waiting = 4 }
    connection.received(String(repeating: now + "\0", count: 5).utf8, at: 0)
    #expect(!connection.wantsToRead)
    for number in 0..<2 {
      _ = connection.nextCall()
      connection.reply(try numbered(number))
    }
    #expect(connection.wantsToRead)
  }

  @Test("what waits for its turn is kept as bytes, however small the requests are")
  func manyAtOnce() throws {
    var connection = connection { $0.waiting = 4 }
    connection.received(String(repeating: now + "\n", count: 400).utf8, at: 0)
    var answered = 0
    while connection.nextCall() != nil {
      connection.reply(try numbered(answered))
      answered += 1
      connection.wrote(connection.output.count)
    }
    #expect(answered == 400)
    #expect(connection.wantsToRead)
  }

  @Test("a client that asks and does not read is not answered further")
  func unreadAnswers() throws {
    var connection = connection { $0.backlog = 100 }
    connection.received(String(repeating: now + "\0", count: 16).utf8, at: 0)
    var answered = 0
    while connection.nextCall() != nil {
      connection.reply(try numbered(answered))
      answered += 1
    }
    #expect(answered == 5)  // of 24 bytes each
    #expect(!connection.hasCall)
    connection.wrote(connection.output.count)
    #expect(connection.hasCall)
  }

  @Test("a stream that its reader leaves unread ends long before the longest answer would")
  func unreadStream() throws {
    var connection = connection { $0.unread = 1000 }
    connection.received("{\"method\":\"a.Monitor\",\"more\":true}\0".utf8, at: 0)
    _ = connection.nextCall()
    for number in 0..<30 { connection.reply(try numbered(number, continues: true)) }
    #expect(connection.output.isEmpty)
    #expect(connection.isFinished)
  }

  @Test("half a request behind many whole ones has its ten seconds from when its turn comes")
  func halfBehindMany() throws {
    var connection = connection { $0.waiting = 1 }
    connection.received((now + "\0" + now + "\0{\"meth").utf8, at: 1_000_000)
    #expect(connection.deadline == nil)
    _ = connection.nextCall(at: 60_000_000)
    #expect(connection.deadline == nil)
    connection.reply(try numbered(1))
    _ = connection.nextCall(at: 61_000_000)
    #expect(connection.deadline == 71_000_000)
  }

  @Test("a client that has said its last is answered all that it asked")
  func halfClosedWithMany() throws {
    var connection = connection { $0.waiting = 2 }
    connection.received(String(repeating: now + "\0", count: 5).utf8, at: 0)
    connection.receivedEnd()
    var answered = 0
    while connection.nextCall() != nil {
      connection.reply(try numbered(answered))
      answered += 1
    }
    #expect(answered == 5)
    connection.wrote(connection.output.count)
    #expect(connection.isFinished)
  }

  @Test("a client that has said its last is answered, its last request's missing end forgiven")
  func halfClosed() throws {
    var connection = connection()
    connection.received(now.utf8, at: 0)
    connection.receivedEnd()
    #expect(connection.nextCall() != nil)
    connection.reply(try numbered(1))
    #expect(text(connection).hasSuffix("⏎"))
    connection.wrote(connection.output.count)
    #expect(connection.isFinished)
  }

  @Test("half a request at the end is nothing to act on")
  func halfARequest() {
    var connection = connection()
    connection.received("{\"method\":\"io.haven.Daemon.Un".utf8, at: 0)
    connection.receivedEnd()
    #expect(connection.nextCall() == nil)
    #expect(text(connection).contains("MalformedRequest"))
  }

  @Test("the client there is no room for is told so")
  func turnedAway() {
    var connection = connection()
    connection.turnAway(limit: 64)
    #expect(connection.nextCall() == nil)
    #expect(text(connection) == "{\"error\":\"io.haven.Daemon.TooManyConnections\",\"parameters\":{\"limit\":64}}␀")
  }

  @Test("another login is told that it may not come in")
  func stranger() {
    var connection = connection()
    connection.turnAway(.permissionDenied)
    #expect(connection.nextCall() == nil)
    #expect(text(connection) == "{\"error\":\"org.varlink.service.PermissionDenied\",\"parameters\":{}}␀")
    #expect(!connection.wantsToRead)
  }

  @Test("noise of any kind never crashes, and the connection always ends up readable or finished")
  func noise() {
    var random = Seeded(1)
    let alphabet = Array("{}[]\",:\\\0\n abmethod.1\u{7F}".utf8) + [0xFF, 0xC3, 0xED]
    for _ in 0..<3000 {
      var connection = connection { $0.request = 200 }
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        let bytes = (0..<Int.random(in: 0...80, using: &random)).map { _ in alphabet.randomElement(using: &random)! }
        connection.received(bytes, at: 0)
        while connection.nextCall() != nil { connection.reply(VarlinkReply()) }
        connection.wrote(connection.output.count)
      }
      #expect(connection.wantsToRead || connection.isFinished)
    }
  }
}

/// The same noise every time (SplitMix64).
struct Seeded: RandomNumberGenerator {
  private var state: UInt64
  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
    return z ^ z >> 31
  }
}
