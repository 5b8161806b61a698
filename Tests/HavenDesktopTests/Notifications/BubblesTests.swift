import Testing

@testable import HavenDesktop

/// What a signal about a bubble means, without a bus: as a table of what a server sent.
struct BubblesTests {
  private static let actions: Set<String> = ["done", "later"]

  /// One bubble up, as `id`.
  private func one(_ key: String = "otter", id: UInt32 = 5) -> Bubbles {
    var bubbles = Bubbles()
    _ = bubbles.begin(key, actions: Self.actions)
    _ = bubbles.arrived(key, id: id)
    return bubbles
  }

  @Test("the first of a key replaces nothing, the next what is there")
  func replaces() {
    var bubbles = Bubbles()
    #expect(bubbles.begin("otter", actions: []) == 0)
    #expect(bubbles.arrived("otter", id: 5) == Bubbles.Arrival())
    #expect(bubbles.begin("otter", actions: []) == 5)
    #expect(bubbles.begin("wren", actions: []) == 0)
  }

  @Test("an answer is an event once, and a close after it is none")
  func answer() {
    var bubbles = one()
    #expect(bubbles.answered(id: 5, action: "done") == .answered(key: "otter", action: "done"))
    #expect(bubbles.answered(id: 5, action: "done") == nil)
    #expect(bubbles.answered(id: 5, action: "later") == nil)
    #expect(bubbles.closed(id: 5, reason: .dismissed) == nil)
    #expect(bubbles.begin("otter", actions: []) == 0)
  }

  @Test("an answered bubble that stays is replaced by the next, which can be answered again")
  func answerAgain() {
    var bubbles = one()
    _ = bubbles.answered(id: 5, action: "later")
    #expect(bubbles.begin("otter", actions: Self.actions) == 5)
    _ = bubbles.arrived("otter", id: 5)
    #expect(bubbles.answered(id: 5, action: "done") == .answered(key: "otter", action: "done"))
  }

  @Test("a close is an event once, and frees the id")
  func close() {
    var bubbles = one()
    #expect(bubbles.closed(id: 5, reason: .expired) == .closed(key: "otter", reason: .expired))
    #expect(bubbles.closed(id: 5, reason: .expired) == nil)
    #expect(bubbles.answered(id: 5, action: "done") == nil)
    #expect(bubbles.begin("otter", actions: []) == 0)
  }

  @Test("signals for ids that are not ours mean nothing, now or later")
  func strangers() {
    var bubbles = one()
    #expect(bubbles.answered(id: 6, action: "done") == nil)
    _ = bubbles.begin("wren", actions: Self.actions)
    #expect(bubbles.arrived("wren", id: 6) == Bubbles.Arrival())
  }

  @Test("the close of a bubble that is being replaced is no event: its successor is on the way")
  func closeWhileReplaced() {
    var bubbles = one()
    _ = bubbles.begin("otter", actions: Self.actions)
    #expect(bubbles.closed(id: 5, reason: .dismissed) == nil)
    #expect(bubbles.arrived("otter", id: 6) == Bubbles.Arrival())
    #expect(bubbles.closed(id: 6, reason: .dismissed) == .closed(key: "otter", reason: .dismissed))
  }

  @Test("an answer to a bubble that is being replaced is an answer")
  func answerWhileReplaced() {
    var bubbles = one()
    _ = bubbles.begin("otter", actions: Self.actions)
    #expect(bubbles.answered(id: 5, action: "done") == .answered(key: "otter", action: "done"))
  }

  @Test("what is signalled before the reply is an event with the reply, in order")
  func early() {
    var bubbles = Bubbles()
    _ = bubbles.begin("otter", actions: Self.actions)
    #expect(bubbles.answered(id: 9, action: "done") == nil)
    #expect(bubbles.closed(id: 9, reason: .dismissed) == nil)
    #expect(bubbles.closed(id: 8, reason: .dismissed) == nil)
    #expect(bubbles.arrived("otter", id: 9).events == [.answered(key: "otter", action: "done")])
    // It was closed as well: nothing is left to replace.
    #expect(bubbles.begin("otter", actions: []) == 0)
  }

  @Test("with the id 0 for all, the last one shown is meant")
  func zero() {
    var bubbles = one("otter", id: 0)
    _ = bubbles.begin("wren", actions: Self.actions)
    _ = bubbles.arrived("wren", id: 0)
    #expect(bubbles.answered(id: 0, action: "done") == .answered(key: "wren", action: "done"))
  }

  @Test("a refused notification leaves what its key had before")
  func failed() {
    var bubbles = one()
    _ = bubbles.begin("otter", actions: [])
    bubbles.failed("otter")
    #expect(bubbles.closed(id: 5, reason: .dismissed) == .closed(key: "otter", reason: .dismissed))
  }

  @Test("what we close ourselves is no event, and is closed later if it is on its way")
  func forget() {
    var bubbles = one()
    #expect(bubbles.forget("otter") == 5)
    #expect(bubbles.closed(id: 5, reason: .closedByCall) == nil)
    #expect(bubbles.forget("otter") == nil)
    _ = bubbles.begin("otter", actions: [])
    #expect(bubbles.forget("otter") == nil)
    #expect(bubbles.arrived("otter", id: 7) == Bubbles.Arrival(isUnwanted: true))
    #expect(bubbles.begin("otter", actions: []) == 0)
  }

  @Test("with another server every id is void")
  func forgetAll() {
    var bubbles = one("otter", id: 5)
    _ = bubbles.begin("wren", actions: [])
    _ = bubbles.arrived("wren", id: 3)
    #expect(bubbles.forgetAll() == [3, 5])
    #expect(bubbles.answered(id: 5, action: "done") == nil)
    #expect(bubbles.begin("otter", actions: []) == 0)
  }
}
