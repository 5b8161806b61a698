import Testing

@testable import HavenCore

/// A cause shapes a ladder only where the family asked for it.
struct TuneTests {
  private func ladder(_ step: String, child: String = "otter 5") throws -> String {
    try Family(children: [child], "17:25 tablet-ends \(step)").plan("2026-03-10").steps[0].transitions[0].rungs.text
  }

  @Test("leaving something good drops the middle rungs, where tuning is on")
  func leavingGood() throws {
    #expect(try ladder("hard leaving-good tune") == "P20 15 L2 0")
    #expect(try ladder("very-hard leaving-good tune") == "P30 20 L2 0")
    #expect(try ladder("hard leaving-good") == "P20 15 5 L2 0")
  }

  @Test("any other cause changes words only", arguments: Cause.allCases.filter { $0 != .leavingGood })
  func otherCauses(cause: Cause) throws {
    #expect(try ladder("hard \(cause.rawValue) tune") == "P20 15 5 L2 0")
  }

  @Test("the last rung is kept where there is no arrival")
  func noArrival() throws {
    #expect(try ladder("hard leaving-good tune", child: "finch 13") == "P30 20 5")
    #expect(try ladder("very-hard leaving-good tune", child: "finch 13") == "P45 30 5")
    #expect(try ladder("[10 5 2 1] leaving-good tune") == "10 1")
  }

  @Test("every carer's rung, every last-one and arrival stay")
  func kept() throws {
    #expect(try ladder("[P40 P30 20 L15 10 L5 2 0] leaving-good tune") == "P40 P30 20 L15 L5 0")
  }

  @Test("a short ladder has no middle")
  func short() throws {
    #expect(try ladder("[5 0] leaving-good tune") == "5 0")
    #expect(try ladder("[0] leaving-good tune") == "0")
  }
}
