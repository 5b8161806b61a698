import Testing

@testable import HavenDaemon

@Suite("How much of a processor answering may take")
struct AllowanceTests {
  @Test("who asks now and then is never kept waiting")
  func ordinary() {
    var allowance = Allowance()
    for second in 0..<100 {
      let begin = UInt64(second) * 1_000_000
      #expect(allowance.spend(from: begin, to: begin + 50_000) == nil)
    }
  }

  @Test("a flood has a tenth of a second, then half of the time")
  func flood() {
    var allowance = Allowance()
    var (now, spent): (UInt64, UInt64) = (1_000_000, 0)
    while now < 11_000_000 {
      let end = now + 1000
      spent += 1000
      now = allowance.spend(from: now, to: end) ?? end
    }
    #expect(spent > 4_900_000 && spent < 5_200_000)
  }

  @Test("after one long answer the next waits a fiftieth of a second, and what was saved up comes back")
  func long() {
    var allowance = Allowance()
    #expect(allowance.spend(from: 0, to: 5_000_000) == 5_020_000)
    #expect(allowance.spend(from: 5_020_000, to: 5_020_100) == 5_020_200)
    #expect(allowance.spend(from: 6_000_000, to: 6_090_000) == nil)
  }

  @Test("a clock that stands still or goes back harms nothing")
  func still() {
    var allowance = Allowance()
    #expect(allowance.spend(from: 10, to: 10) == nil)
    #expect(allowance.spend(from: 5, to: 3) == nil)
  }
}
